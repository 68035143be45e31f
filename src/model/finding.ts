import type { CydElement } from './elements.js'
import type { RequirementName } from './requirements.js'
import type { Span } from './span.js'

export const SEVERITIES = ['error', 'warning', 'advice'] as const
export type Severity = (typeof SEVERITIES)[number]

export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** Another place that the reader of a finding needs to see. */
export interface Related {
  readonly message: string
  readonly quote: string
  readonly span: Span
}

/** One defect, as reports print it. */
export interface Finding {
  /** `category/what-is-wrong`. */
  readonly rule: string
  readonly severity: Severity
  readonly confidence: Confidence
  /** What is wrong, with the words, and why. */
  readonly message: string
  /** What would cure it. */
  readonly suggestion: string
  readonly requirement: RequirementName | null
  readonly element: CydElement | null
  readonly citations: readonly string[]
  /** Headings above the place, outermost first. */
  readonly headings: readonly string[]
  /** The rule whose finding in the same document makes this one moot. */
  readonly supersededBy: string | null
  /** The sentence or words that the finding is about; null where it is about what is not there. */
  readonly quote: string | null
  readonly span: Span | null
  readonly related: readonly Related[]
  /** Stable identity: rule, requirement or element, letters and digits of the quote, ordinal. */
  readonly fingerprint: string
  /** Reason of the suppression that covers it, else null. */
  readonly suppressed: string | null
  /** Whether that suppression is a comment in the document itself. */
  readonly suppressedInSource?: boolean
}

/** A rule that was not applied to a document, and why. */
export interface NotChecked {
  readonly rule: string
  readonly reason: string
}
