import type { Severity } from './finding.js'
import type { ReportSummary } from './report.js'

/** From which severity on a finding fails the run. */
export const THRESHOLDS = ['error', 'warning', 'advice', 'never'] as const
export type Threshold = (typeof THRESHOLDS)[number]

export interface FailureTerms {
  readonly failOn: Threshold
  /** Most warnings that pass; none where any number does. */
  readonly maxWarnings: number | null
}

/** Severities that fail a run, by threshold. */
export const FAILING: Readonly<Record<Threshold, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  advice: ['error', 'warning', 'advice'],
  never: [],
}

/** Whether there are more warnings than the terms allow. */
export const exceedsWarnings = (summary: ReportSummary, { maxWarnings }: FailureTerms): boolean =>
  maxWarnings !== null && summary.warning > maxWarnings

/** Whether the findings of a run fail it. */
export const fails = (summary: ReportSummary, terms: FailureTerms): boolean =>
  FAILING[terms.failOn].some(severity => summary[severity] > 0) || exceedsWarnings(summary, terms)
