import { reportView } from '../generated/report-view.js'
import type { Report } from '../model/report.js'
import type { Threshold } from '../model/verdict.js'
import { checkstyle } from '../reporters/checkstyle.js'
import { csv } from '../reporters/csv.js'
import type { TextFormat } from '../reporters/formats.js'
import { github } from '../reporters/github.js'
import { gitlab } from '../reporters/gitlab.js'
import { html } from '../reporters/html/html.js'
import { json } from '../reporters/json.js'
import { junit } from '../reporters/junit.js'
import { markdown } from '../reporters/markdown.js'
import { ndjson } from '../reporters/ndjson.js'
import type { Reporter } from '../reporters/reporter.js'
import { sarif } from '../reporters/sarif.js'
import { terminal } from '../reporters/terminal.js'
import { requirementDescriptions } from './requirement-descriptions.js'
import { ruleDescriptions } from './rule-descriptions.js'

/**
 * How a report is laid out. `width`, `height`, `all`, `color`, `quiet` and `minConfidence` are the terminal's; `failOn` and
 * `maxWarnings` give the verdict of `terminal`, `github` and `markdown`, and `failOn` the tests that fail in `junit`.
 */
export interface FormatOptions {
  /** Columns of a line, from 40 to 120. Default 80. */
  readonly width?: number
  /** Default false. */
  readonly color?: boolean
  /** Lines that the report on a document may have before it is told in brief. Default 50. */
  readonly height?: number
  /** Everything in full, however long. Default false. */
  readonly all?: boolean
  /** Errors alone. Default false. */
  readonly quiet?: boolean
  /** From which severity on a finding fails the run. Default `error`. */
  readonly failOn?: Threshold
  /** Most warnings that pass. Default: any number. */
  readonly maxWarnings?: number | null
  /** What the report is said to hide findings below. Default `medium`. */
  readonly minConfidence?: string
}

const reporterFor = ({ tool, asOf }: Report, format: TextFormat, options: FormatOptions): Reporter => {
  const head = { tool, asOf }
  const terms = { failOn: options.failOn ?? 'error', maxWarnings: options.maxWarnings ?? null } as const
  const skipped = (): number => 0
  switch (format) {
    case 'json':
      return json(head)
    case 'ndjson':
      return ndjson(head)
    case 'terminal':
      return terminal(head, {
        width: options.width ?? 80,
        color: options.color ?? false,
        height: options.height ?? 50,
        all: options.all ?? false,
        quiet: options.quiet ?? false,
        minConfidence: options.minConfidence ?? 'medium',
        ...terms,
        skipped,
      })
    case 'sarif':
      return sarif(head, { rules: ruleDescriptions() })
    case 'junit':
      return junit(terms)
    case 'github':
      return github({ ...terms, skipped })
    case 'gitlab':
      return gitlab()
    case 'checkstyle':
      return checkstyle()
    case 'markdown':
      return markdown(head, { ...terms, minConfidence: options.minConfidence ?? 'medium', skipped })
    case 'csv':
      return csv()
    case 'html':
      return html(head, {
        view: reportView,
        requirements: requirementDescriptions(),
        minConfidence: options.minConfidence ?? 'medium',
        ...terms,
        skipped,
      })
  }
}

/**
 * Writes a report as the command does.
 * @returns the whole text, with a line end at its end
 */
export const formatReport = (report: Report, format: TextFormat, options: FormatOptions = {}): string => {
  const reporter = reporterFor(report, format, options)
  const pieces = report.documents.map(document => reporter.document(document))
  pieces.push(...report.errors.map(error => reporter.error(error)), reporter.end(report.summary))
  return pieces.join('')
}
