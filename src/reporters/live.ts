import type { ReportDocument, ReportFinding } from '../model/report.js'
import { printable } from './style.js'

/** Whether a finding counts: neither suppressed nor moot by another. */
export const isLive = ({ suppressed, supersededBy }: ReportFinding): boolean =>
  suppressed === null && supersededBy === null

/** The findings that count, for formats that have no way to mark the others. */
export const liveFindings = ({ findings }: ReportDocument): readonly ReportFinding[] =>
  findings.filter(isLive)

/** What is wrong and what to do, as one line of plain text. */
export const inOneLine = ({ message, suggestion }: ReportFinding): string =>
  printable(`${message} To do: ${suggestion}`.replace(/\s+/g, ' '))
