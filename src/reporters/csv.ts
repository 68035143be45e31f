import { FINDING_COLUMNS, type FindingRow, findingRow, harmless } from './finding-table.js'
import type { Reporter } from './reporter.js'

/** Spreadsheet programs take a file without this mark for another encoding than UTF-8, and garble its quotation marks. */
const BYTE_ORDER_MARK = '\ufeff'

const cell = (value: string | number | null | undefined): string => {
  if (typeof value === 'number') return String(value)
  const text = harmless(value ?? '')
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Records end with CR LF (RFC 4180). */
const record = (row: FindingRow): string =>
  `${FINDING_COLUMNS.map(column => cell(row[column])).join(',')}\r\n`

/** A table for spreadsheet programs: a row a finding, and one for each input that could not be checked. */
export const csv = (): Reporter => {
  let isOpen = false
  const opening = (): string => {
    if (isOpen) return ''
    isOpen = true
    return `${BYTE_ORDER_MARK}${FINDING_COLUMNS.join(',')}\r\n`
  }
  return {
    document: document =>
      opening() + document.findings.map(finding => record(findingRow(document, finding))).join(''),
    error: ({ path, message }) => opening() + record({ document: path, status: 'not checked', message }),
    end: opening,
  }
}
