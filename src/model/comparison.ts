import type { CoverageStatus } from './coverage.js'
import type { DocumentHead, ReportError, ReportFinding, ReportTool } from './report.js'
import type { RequirementName } from './requirements.js'
import type { Span } from './span.js'

/** What became of a passage from the old document to the new one. `unseen`: the other side's source cut it off. */
export const PASSAGE_CHANGES = ['unchanged', 'moved', 'reworded', 'new', 'gone', 'unseen'] as const
export type PassageChange = (typeof PASSAGE_CHANGES)[number]

/** What a rewording touches beside the wording, from what weighs most. */
export const ASPECTS = [
  'answer',
  'negation',
  'materiality',
  'certainty',
  'who',
  'how often',
  'number',
] as const
export type Aspect = (typeof ASPECTS)[number]

/** A stretch of a redline: what is `same` or `added` is the new text, end to end. */
export interface RedlinePart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A passage on one side. */
export interface ComparedText {
  readonly text: string
  readonly span: Span
  /** Headings above it, outermost first. */
  readonly headings: readonly string[]
  /** Short names of the text blocks that it stands in. */
  readonly blocks: readonly string[]
}

export interface ComparedPassage {
  readonly change: PassageChange
  /** Null where it is new, or where only the new text was seen. */
  readonly old: ComparedText | null
  /** Null where it is gone, or where only the old text was seen. */
  readonly new: ComparedText | null
  /** A passage that is reworded, and that stands elsewhere as well. */
  readonly moved: boolean
  /** Requirements that it bears on, on either side. */
  readonly requirements: readonly RequirementName[]
  /** What the rewording touches; none where it is wording alone. */
  readonly aspects: readonly Aspect[]
  /** Word by word, where it is reworded. */
  readonly redline: readonly RedlinePart[]
}

export type CoverageChange = 'gained' | 'lost' | 'changed' | 'same' | 'unknown'

/** What became of the answer to one requirement. */
export interface ComparedCoverage {
  readonly requirement: RequirementName
  readonly citation: string
  readonly old: CoverageStatus
  readonly new: CoverageStatus
  /** `unknown` where a side was not seen whole. */
  readonly change: CoverageChange
  /** The sentence that decided on the old side, and the one that decides now. */
  readonly oldQuote: string | null
  readonly newQuote: string | null
}

export type FlagChange = 'flipped' | 'added' | 'removed' | 'same'

/**
 * What became of a flag, and of the words that bear on it. `same-as-seen`: those that were seen are the same, and a source
 * cut texts that may hold more of them; `unknown`: no words were seen.
 */
export interface ComparedFlag {
  readonly flag: string
  readonly element: string
  readonly old: boolean | null
  readonly new: boolean | null
  readonly change: FlagChange
  readonly words: 'changed' | 'unchanged' | 'same-as-seen' | 'unknown'
}

export type BlockChange = 'unchanged' | 'changed' | 'added' | 'removed' | 'unknown'

/** What became of the text under one element. `unknown` where a source cut it and what was seen of it is the same. */
export interface ComparedBlock {
  readonly block: string
  readonly element: string
  readonly change: BlockChange
}

/** A year of the prior period that stands in the new text. */
export interface StaleYear {
  readonly year: string
  readonly quote: string
  readonly span: Span
  /** Whether the sentence stood in the old text in the same words. */
  readonly unchanged: boolean
}

/** One document of today beside the one before it. */
export interface ComparedPair {
  readonly old: DocumentHead
  readonly new: DocumentHead
  /** What has to be known to read the rest: other registrants, other forms, texts that were cut. */
  readonly notes: readonly string[]
  /** One row for each of the 13 requirements, in the order of the rule. */
  readonly coverage: readonly ComparedCoverage[]
  readonly flags: readonly ComparedFlag[]
  readonly blocks: readonly ComparedBlock[]
  readonly staleYears: readonly StaleYear[]
  /** In the order of the new text; what is gone stands where it stood. */
  readonly passages: readonly ComparedPassage[]
  /** Findings of the rules compare/* on the new document. */
  readonly findings: readonly ReportFinding[]
  /** Passages by what became of them. */
  readonly summary: Readonly<Record<PassageChange, number>>
}

/** A document that no other was found for. */
export interface UnpairedDocument extends DocumentHead {
  readonly side: 'old' | 'new'
  readonly reason: string
}

/** A comparison, version 1: `schemas/comparison.schema.json`. */
export interface Comparison {
  readonly version: 1
  readonly tool: ReportTool
  readonly pairs: readonly ComparedPair[]
  readonly unpaired: readonly UnpairedDocument[]
  readonly errors: readonly ReportError[]
}
