import type { Prose } from './prose.js'
import type { RequirementName } from './requirements.js'

/** What a text does about a requirement. `weak`: bare, conditional, planned, or the word without its substance. */
export type AnswerStatus = 'addressed' | 'negated' | 'weak' | 'absent'
/** What a text says on material effect (Item 106(b)(2)). */
export type EffectStatus = 'affected' | 'not-affected' | 'cross-reference' | 'absent'
export type CoverageStatus = AnswerStatus | EffectStatus | 'not-applicable'

/** Assertion status of a statement, after NegEx and ConText (Chapman et al. 2001; Harkema et al. 2009). */
export type Assertion = 'affirmed' | 'negated' | 'conditional' | 'planned' | 'other-party' | 'historical'

/** One sentence of a disclosure, with its place. A sentence that stands in several proses is listed once a place. */
export interface Sentence {
  readonly prose: Prose
  /** Offsets into `prose.text`. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Index of the unit it stands in. */
  readonly unit: number
}

/** A sentence that bears on a requirement, and why. */
export interface Evidence {
  readonly sentence: Sentence
  /** Offsets into `sentence.text` of the words that matched. */
  readonly start: number
  readonly end: number
  readonly assertion: Assertion
  /** What this sentence alone shows. */
  readonly status: CoverageStatus
  /** Id of the pattern that matched, as `rules/requirements` names it. */
  readonly pattern: string
  /** Sides of the requirement that the words show, e.g. `how` for integration, `past`, `likely`, `threats` for effect. */
  readonly facets: readonly string[]
}

/** What the text does about one requirement, with the sentences that decide it. */
export interface RequirementCoverage {
  readonly requirement: RequirementName
  readonly status: CoverageStatus
  /** Sentences that decide the status, six at most, the strongest first. */
  readonly evidence: readonly Evidence[]
  /** Where nothing decides: the sentences that came closest, three at most. */
  readonly nearest: readonly Evidence[]
  /** All facets that the sentences show, together, also of those that decide nothing by themselves. */
  readonly facets: ReadonlySet<string>
}
