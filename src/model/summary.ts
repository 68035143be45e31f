import type { ReportDocument, ReportSummary } from './report.js'

/** Adds up documents as they come. */
export interface Tally {
  readonly add: (document: ReportDocument) => void
  readonly summary: () => ReportSummary
}

/** Counts documents and findings. A finding that another makes moot, or that is suppressed, counts under no severity. */
export const tally = (): Tally => {
  const counts = { documents: 0, error: 0, warning: 0, advice: 0, suppressed: 0 }
  return {
    add: ({ findings }) => {
      counts.documents++
      for (const { severity, suppressed, supersededBy } of findings) {
        if (suppressed !== null) counts.suppressed++
        else if (supersededBy === null) counts[severity]++
      }
    },
    summary: () => ({ ...counts }),
  }
}
