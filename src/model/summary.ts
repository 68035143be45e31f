import type { ReportCoverage, ReportDocument, ReportFinding, ReportSummary } from './report.js'

/** What is counted of a document. */
export interface Counted extends Pick<ReportDocument, 'path' | 'hidden' | 'previewOff' | 'sentences'> {
  readonly findings: readonly Pick<ReportFinding, 'rule' | 'severity' | 'suppressed' | 'supersededBy'>[]
  readonly coverage: readonly Pick<ReportCoverage, 'requirement' | 'status'>[]
}

/** What is counted of a document, and no more of it. */
export const countedOf = (document: ReportDocument): Counted => {
  const { path, hidden, previewOff, sentences, findings, coverage } = document
  return {
    path,
    hidden,
    previewOff,
    sentences,
    findings: findings.map(({ rule, severity, suppressed, supersededBy }) => ({
      rule,
      severity,
      suppressed,
      supersededBy,
    })),
    coverage: coverage.map(({ requirement, status }) => ({ requirement, status })),
  }
}

/** Adds up documents as they come. */
export interface Tally {
  readonly add: (document: Counted) => void
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
