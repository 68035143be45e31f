import type { ReportDocument, ReportError } from '../model/report.js'
import type { FailureTerms } from '../model/verdict.js'
import type { Canvas } from './canvas.js'
import { documentLines } from './document-lines.js'
import { type HiddenTerms, hiddenTally } from './hidden.js'
import type { Reporter, RunHead } from './reporter.js'
import { printable, styleFor } from './style.js'
import { verdictLine } from './verdict-line.js'
import { paragraph } from './wrap.js'

export interface TerminalOptions extends FailureTerms, HiddenTerms {
  /** Columns of the terminal. Lines are 40 columns at least and 120 at most. */
  readonly width: number
  readonly color: boolean
  /** Lines that a report on one document may have. Where it has more, it is told in brief. */
  readonly height: number
  /** Everything in full, however long, with what the report on other findings makes moot. */
  readonly all: boolean
  /** Errors alone: no warnings, no advice, no coverage. The counts are of all findings. */
  readonly quiet: boolean
  /** Files of folders that hold no disclosure, as known at the end. */
  readonly skipped: () => number
  /** What else is to be said once all documents are known, a paragraph each. */
  readonly closing?: () => readonly string[]
}

/** One string a document takes less memory than one a line. */
const joined = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : [lines.join('\n')])

const errorLines = ({ path, message }: ReportError, { width, style }: Canvas): string[] => [
  '',
  style('─'.repeat(width), 'dim'),
  ...paragraph(printable(path), width, '').map(line => style(line, 'bold')),
  ...paragraph(`Could not be checked: ${printable(message)}`, width, ''),
]

/** Lines that what is hidden of a document takes, after the verdict: they are on the screen, too. */
const hiddenHeight = (document: ReportDocument, terms: HiddenTerms, { width }: Canvas): number => {
  const own = hiddenTally()
  own.add(document)
  const line = own.line(terms)
  // It begins on the last line of the verdict.
  return line === null ? 0 : paragraph(line, width, '').length - 1
}

/**
 * The report as a person reads it: verdict and counts; for each document its findings by section of the item, what was
 * not checked and the coverage of the 13 requirements; verdict and counts again.
 */
export const terminal = ({ asOf }: RunHead, options: TerminalOptions): Reporter => {
  const { color } = options
  const canvas: Canvas = { width: Math.min(120, Math.max(40, options.width)), color, style: styleFor(color) }
  // The first line gives the counts of the whole run, so the documents wait, as text, until the last is known.
  const pieces: string[] = []
  let unread = 0
  /** Errors of one input come one after the other: it is counted once. */
  let failed: string | undefined
  const hidden = hiddenTally()
  const verdict = (line: string): string[] => {
    const look = line.startsWith('Pass') ? 'green' : line.startsWith('Fail') ? 'red' : 'yellow'
    return paragraph(line, canvas.width, '').map(part => canvas.style(part, 'bold', look))
  }
  return {
    document: document => {
      hidden.add(document)
      const height = options.height - hiddenHeight(document, options, canvas)
      pieces.push(...joined(documentLines(document, canvas, { ...options, height })))
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
      const unseen = hidden.line(options)
      const last = `${line} Checked as of ${asOf}.${unseen === null ? '' : ` ${unseen}`}`
      const closing = (options.closing?.() ?? []).flatMap(each =>
        paragraph(printable(each), canvas.width, ''),
      )
      return [...verdict(line), ...pieces, '', ...verdict(last), ...closing, ''].join('\n')
    },
  }
}
