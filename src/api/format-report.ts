import type { Report } from '../model/report.js'
import type { Threshold } from '../model/verdict.js'
import { json } from '../reporters/json.js'
import { ndjson } from '../reporters/ndjson.js'
import type { Reporter } from '../reporters/reporter.js'
import { terminal } from '../reporters/terminal.js'

export type ReportFormat = 'terminal' | 'json' | 'ndjson'

/** How the terminal report is laid out; the other formats take no options. */
export interface FormatOptions {
  /** Columns of a line, from 40 to 120. Default 80. */
  readonly width?: number
  /** Default false. */
  readonly color?: boolean
  /** Errors alone. Default false. */
  readonly quiet?: boolean
  /** From which severity on a finding fails the run. Default `error`. */
  readonly failOn?: Threshold
  /** Most warnings that pass. Default: any number. */
  readonly maxWarnings?: number | null
  /** What the report is said to hide findings below. Default `medium`. */
  readonly minConfidence?: string
}

const reporterFor = ({ tool, asOf }: Report, format: ReportFormat, options: FormatOptions): Reporter => {
  const head = { tool, asOf }
  switch (format) {
    case 'json':
      return json(head)
    case 'ndjson':
      return ndjson(head)
    case 'terminal':
      return terminal(head, {
        width: options.width ?? 80,
        color: options.color ?? false,
        quiet: options.quiet ?? false,
        failOn: options.failOn ?? 'error',
        maxWarnings: options.maxWarnings ?? null,
        minConfidence: options.minConfidence ?? 'medium',
        skipped: () => 0,
      })
  }
}

/**
 * Writes a report as the command does.
 * @returns the whole text, with a line end at its end
 */
export const formatReport = (report: Report, format: ReportFormat, options: FormatOptions = {}): string => {
  const reporter = reporterFor(report, format, options)
  const pieces = report.documents.map(document => reporter.document(document))
  pieces.push(...report.errors.map(error => reporter.error(error)), reporter.end(report.summary))
  return pieces.join('')
}
