import type { Severity } from '../model/finding.js'
import { SEVERITIES } from '../model/finding.js'
import type { ReportDocument, ReportError, ReportFinding } from '../model/report.js'
import type { FailureTerms } from '../model/verdict.js'
import { type Canvas, LOOKS } from './canvas.js'
import { count } from './count.js'
import { coverageTable } from './coverage-table.js'
import { documentHead } from './document-head.js'
import { findingLines } from './finding-lines.js'
import { gather } from './gather.js'
import { notCheckedLines } from './not-checked-lines.js'
import { quotesNearest } from './quotes-nearest.js'
import type { Reporter, RunHead } from './reporter.js'
import { printable, styleFor } from './style.js'
import { suppressedLines } from './suppressed-lines.js'
import { verdictLine } from './verdict-line.js'
import { paragraph } from './wrap.js'

export interface TerminalOptions extends FailureTerms {
  /** Columns of the terminal. Lines are 40 columns at least and 120 at most. */
  readonly width: number
  readonly color: boolean
  /** Errors alone: no warnings, no advice, no coverage. The counts are of all findings. */
  readonly quiet: boolean
  /** Files of folders that hold no disclosure, as known at the end. */
  readonly skipped: () => number
  /** Confidence below which findings are hidden, as the user named it. */
  readonly minConfidence: string
  /** What else is to be said once all documents are known, a paragraph each. */
  readonly closing?: () => readonly string[]
}

const HEADINGS: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  advice: 'Advice',
}

const TAGGED_VIEW =
  'Only tagged text was seen, not the whole item: what stands elsewhere in the filing is unknown, and “absent” means not in the tagged text.'

const headLines = (document: ReportDocument, canvas: Canvas): string[] => [
  canvas.style('─'.repeat(canvas.width), 'dim'),
  ...documentHead(document, canvas),
  ...(document.view === 'tagged' ? paragraph(TAGGED_VIEW, canvas.width, '') : []),
]

/** Findings that others make moot, by the rule that does. */
const foldedBy = (findings: readonly ReportFinding[]): ReadonlyMap<string, readonly ReportFinding[]> =>
  gather(
    findings.filter(({ supersededBy }) => supersededBy !== null),
    ({ supersededBy }) => supersededBy ?? '',
  )

const findingGroups = (document: ReportDocument, canvas: Canvas, quiet: boolean): string[] => {
  const live = document.findings.filter(
    ({ suppressed, supersededBy }) => suppressed === null && supersededBy === null,
  )
  const folded = foldedBy(document.findings)
  const told = new Set<string>()
  let number = 0
  return SEVERITIES.flatMap(severity => {
    const group = live.filter(finding => finding.severity === severity)
    if (group.length === 0 || (quiet && severity !== 'error')) return []
    return [
      '',
      canvas.style(`${HEADINGS[severity]} (${group.length})`, 'bold', LOOKS[severity]),
      ...group.flatMap(finding => {
        const following = told.has(finding.rule) ? [] : (folded.get(finding.rule) ?? [])
        told.add(finding.rule)
        return ['', ...findingLines(finding, ++number, following, quotesNearest(finding, document), canvas)]
      }),
    ]
  })
}

const documentLines = (document: ReportDocument, canvas: Canvas, quiet: boolean): string[] => {
  const groups = findingGroups(document, canvas, quiet)
  if (quiet) return groups.length === 0 ? [] : ['', ...headLines(document, canvas), ...groups]
  return [
    '',
    ...headLines(document, canvas),
    ...(groups.length === 0 ? ['', 'No findings.'] : groups),
    ...suppressedLines(document.findings, canvas),
    '',
    ...coverageTable(document, canvas),
    ...notCheckedLines(document.notChecked, canvas),
  ]
}

/** One string a document takes less memory than one a line. */
const joined = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : [lines.join('\n')])

const errorLines = ({ path, message }: ReportError, { width, style }: Canvas): string[] => [
  '',
  style('─'.repeat(width), 'dim'),
  ...paragraph(printable(path), width, '').map(line => style(line, 'bold')),
  ...paragraph(`Could not be checked: ${printable(message)}`, width, ''),
]

/**
 * The report as a person reads it: verdict and counts; for each document its findings with their sentences, the
 * coverage of the 13 requirements and what was not checked; verdict and counts again.
 */
export const terminal = ({ asOf }: RunHead, options: TerminalOptions): Reporter => {
  const { quiet, color, minConfidence } = options
  const canvas: Canvas = { width: Math.min(120, Math.max(40, options.width)), color, style: styleFor(color) }
  // The first line gives the counts of the whole run, so the documents wait, as text, until the last is known.
  const pieces: string[] = []
  let unread = 0
  /** Errors of one input come one after the other: it is counted once. */
  let failed: string | undefined
  let hidden = 0
  const verdict = (line: string): string[] => {
    const look = line.startsWith('Pass') ? 'green' : line.startsWith('Fail') ? 'red' : 'yellow'
    return paragraph(line, canvas.width, '').map(part => canvas.style(part, 'bold', look))
  }
  return {
    document: document => {
      hidden += document.hidden
      pieces.push(...joined(documentLines(document, canvas, quiet)))
      return ''
    },
    error: error => {
      if (error.path !== failed) unread++
      failed = error.path
      pieces.push(...joined(errorLines(error, canvas)))
      return ''
    },
    end: summary => {
      const counts = { summary, unread, skipped: options.skipped() }
      const line = verdictLine(counts, options)
      const left =
        hidden === 0 ? '' : `; ${count(hidden, 'finding')} hidden by --min-confidence ${minConfidence}`
      const last = `${line} Checked as of ${asOf}${left}.`
      const closing = (options.closing?.() ?? []).flatMap(each =>
        paragraph(printable(each), canvas.width, ''),
      )
      return [...verdict(line), ...pieces, '', ...verdict(last), ...closing, ''].join('\n')
    },
  }
}
