import type { ReportDocument, ReportFinding } from '../model/report.js'
import { documentName } from './document-head.js'
import { filePlace } from './file-place.js'
import { placeName } from './place-name.js'

/** Columns of a table of findings, in CSV and in a workbook; the last three are for those who work through it. */
export const FINDING_COLUMNS = [
  'document',
  'registrant',
  'form',
  'period',
  'section',
  'place',
  'line',
  'column',
  'severity',
  'confidence',
  'rule',
  'citation',
  'quote',
  'message',
  'suggestion',
  'status',
  'fingerprint',
  'disposition',
  'owner',
  'comment',
] as const

export type FindingColumn = (typeof FINDING_COLUMNS)[number]

export type FindingRow = Readonly<Partial<Record<FindingColumn, string | number | null>>>

/**
 * What a spreadsheet program would take for a formula begins with one of these, the full-width forms too. An
 * apostrophe before it makes it text.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Spreadsheet programs stop at some of these; half a character is none in XML. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Text of a document as a cell may hold it: no formula, whatever program opens it or saves it again. */
export const harmless = (text: string): string => text.replace(UNPRINTABLE, '\ufffd').replace(FORMULA, "'$&")

/** Takes back the apostrophe that {@link harmless} puts before a text. */
export const asWritten = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell

/** Whether a finding counts, and where it does not, why. */
const statusOf = ({ suppressed, supersededBy }: ReportFinding): string => {
  if (suppressed !== null) return `suppressed: ${suppressed}`
  return supersededBy === null ? 'open' : `follows from ${supersededBy}`
}

/** A finding as a row; what is to be decided about it is left blank. */
export const findingRow = (document: ReportDocument, finding: ReportFinding): FindingRow => {
  const { registrant, form, periodOfReport } = document
  const { span } = finding
  const place = filePlace(span)
  return {
    document: documentName(document),
    registrant,
    form,
    period: periodOfReport,
    section: finding.headings.join(' › '),
    place: span === null ? null : placeName(span),
    line: place?.line ?? null,
    column: place?.column ?? null,
    severity: finding.severity,
    confidence: finding.confidence,
    rule: finding.rule,
    citation: finding.citations.join('; '),
    quote: finding.quote,
    message: finding.message,
    suggestion: finding.suggestion,
    status: statusOf(finding),
    fingerprint: finding.fingerprint,
  }
}
