import type { ReportDocument, ReportError, ReportSummary, ReportTool } from '../model/report.js'

/** What is known of a run before its first document is. */
export interface RunHead {
  readonly tool: ReportTool
  /** The day as of which the check is made, YYYY-MM-DD. */
  readonly asOf: string
}

/**
 * Writes a report piece by piece, so that a run over thousands of documents need not hold them all. Each function
 * returns the text that can be written at once, the empty string where there is none yet.
 */
export interface Reporter<Last = string> {
  readonly document: (document: ReportDocument) => string
  readonly error: (error: ReportError) => string
  readonly end: (summary: ReportSummary) => Last
}

/** A reporter whose report is bytes, which come all at once at the end. */
export type BinaryReporter = Reporter<Promise<Uint8Array>>
