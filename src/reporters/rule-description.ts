import type { Confidence, Severity } from '../model/finding.js'

/** What a report says of a rule itself, whatever it found. */
export interface RuleDescription {
  /** `category/what-is-wrong`. */
  readonly name: string
  /** One sentence. */
  readonly summary: string
  /** What the citation asks, in our words. */
  readonly ground: string
  readonly citations: readonly string[]
  readonly severity: Severity
  readonly confidence: Confidence
  /** Off unless asked for. */
  readonly preview: boolean
  /** How the run set it, where that is not as it ships. */
  readonly set?: Severity | 'off' | undefined
  /** Defects of its kind that the rule does not see. */
  readonly unseen: readonly string[]
}
