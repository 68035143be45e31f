import type { ReportDocument } from '../model/report.js'
import { documentData, errorData } from './json.js'
import type { Reporter, RunHead } from './reporter.js'

const line = (type: string, data: object): string => `${JSON.stringify({ type, version: 1, ...data })}\n`

/** The line of a document: it depends on nothing else, so that it can be made where the document was checked. */
export const documentLine = (document: ReportDocument): string => line('document', documentData(document))

/**
 * The report as lines, each a JSON object with a `type`: a `document` or an `error` as soon as it is known, and one
 * `summary` at the end, without which the report is not whole.
 */
export const ndjson = ({ tool, asOf }: RunHead): Reporter => ({
  document: documentLine,
  error: error => line('error', errorData(error)),
  end: summary => line('summary', { tool, asOf, ...summary }),
})
