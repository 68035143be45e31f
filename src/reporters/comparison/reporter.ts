import type { ComparedPair, UnpairedDocument } from '../../model/comparison.js'
import type { ReportError } from '../../model/report.js'

/** What is known at the end of a comparison of many. */
export interface ComparisonEnd {
  readonly unpaired: readonly UnpairedDocument[]
  readonly errors: readonly ReportError[]
}

/** Writes a comparison piece by piece, so that one of many documents need not be held whole. */
export interface ComparisonReporter {
  readonly pair: (pair: ComparedPair) => string
  readonly end: (end: ComparisonEnd) => string
}

/** Formats that a comparison can be written in. */
export const COMPARISON_FORMATS = ['terminal', 'json', 'markdown'] as const
export type ComparisonFormat = (typeof COMPARISON_FORMATS)[number]
