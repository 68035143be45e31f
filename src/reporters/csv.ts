import type { ReportDocument, ReportFinding } from '../model/report.js'
import { filePlace } from './file-place.js'
import { placeName } from './place-name.js'
import type { Reporter } from './reporter.js'

/** Spreadsheet programs take a file without this mark for another encoding than UTF-8, and garble its quotation marks. */
const BYTE_ORDER_MARK = '\ufeff'

const COLUMNS = [
  'document',
  'id',
  'registrant',
  'form',
  'period',
  'severity',
  'rule',
  'confidence',
  'place',
  'line',
  'column',
  'headings',
  'quote',
  'message',
  'suggestion',
  'citations',
  'superseded by',
  'suppressed',
  'fingerprint',
] as const

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | number | null>>>

/**
 * What a spreadsheet program would take for a formula begins with one of these, the full-width forms too. An
 * apostrophe before it makes it text.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Spreadsheet programs stop at some of these. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

const cell = (value: string | number | null | undefined): string => {
  if (typeof value === 'number') return String(value)
  const text = (value ?? '').replace(CONTROL, '\ufffd').replace(FORMULA, "'$&")
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Records end with CR LF (RFC 4180). */
const record = (row: Row): string => `${COLUMNS.map(column => cell(row[column])).join(',')}\r\n`

const findingRow = (document: ReportDocument, finding: ReportFinding): Row => {
  const { path, id, registrant, form, periodOfReport } = document
  const { span, headings, citations } = finding
  const place = filePlace(span)
  return {
    document: path,
    id,
    registrant,
    form,
    period: periodOfReport,
    severity: finding.severity,
    rule: finding.rule,
    confidence: finding.confidence,
    place: span === null ? null : placeName(span),
    line: place?.line ?? null,
    column: place?.column ?? null,
    headings: headings.join(' › '),
    quote: finding.quote,
    message: finding.message,
    suggestion: finding.suggestion,
    citations: citations.join('; '),
    'superseded by': finding.supersededBy,
    suppressed: finding.suppressed,
    fingerprint: finding.fingerprint,
  }
}

/** A table for spreadsheet programs: a row a finding, and one for each input that could not be checked. */
export const csv = (): Reporter => {
  let isOpen = false
  const opening = (): string => {
    if (isOpen) return ''
    isOpen = true
    return `${BYTE_ORDER_MARK}${COLUMNS.join(',')}\r\n`
  }
  return {
    document: document =>
      opening() + document.findings.map(finding => record(findingRow(document, finding))).join(''),
    error: ({ path, message }) => opening() + record({ document: path, severity: 'not checked', message }),
    end: opening,
  }
}
