import { documentData, errorData } from './json.js'
import type { Reporter, RunHead } from './reporter.js'

/**
 * The report as lines, each a JSON object with a `type`: a `document` or an `error` as soon as it is known, and one
 * `summary` at the end, without which the report is not whole.
 */
export const ndjson = ({ tool, asOf }: RunHead): Reporter => {
  const line = (type: string, data: object): string => `${JSON.stringify({ type, version: 1, ...data })}\n`
  return {
    document: document => line('document', documentData(document)),
    error: error => line('error', errorData(error)),
    end: summary => line('summary', { tool, asOf, ...summary }),
  }
}
