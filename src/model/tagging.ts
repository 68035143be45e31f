import type { Block, Place } from './disclosure.js'
import type { CydElement } from './elements.js'

/**
 * How a filed document is tagged: its facts in the SEC's cyd taxonomy as they stand, right or wrong, for the rules on
 * tagging. What of them is sound stands in the disclosure as flags and blocks, too. Drafts have none.
 */
export interface Tagging {
  readonly kind: 'inline' | 'instance'
  /** Every fact in a cyd namespace, in document order. A fact that is nested in another comes after it. */
  readonly facts: readonly TaggedFact[]
  /** Chains of `ix:continuation` from cyd facts that do not hold; empty in an instance. */
  readonly brokenChains: readonly BrokenChain[]
  /** What the cover page's `dei` facts say. */
  readonly cover: Cover
  /** The required context: that of `dei:DocumentType` (EDGAR Filer Manual 6.5.19); null where it is not found. */
  readonly reportContext: TagContext | null
}

/** `dei` facts, as they stand; null where there is none. */
export interface Cover {
  /** `dei:DocumentType`: "10-K", "20-F/A", "8-K". */
  readonly documentType: string | null
  readonly isAmendment: boolean | null
  readonly registrant: string | null
  /** `dei:DocumentPeriodEndDate`, YYYY-MM-DD. */
  readonly periodEnd: string | null
}

export interface TaggedFact {
  /** Name in the taxonomy, without prefix, as the document has it. */
  readonly name: string
  /** Year of the cyd namespace that the prefix is bound to ("2025"); null where it is bound to none. */
  readonly taxonomy: string | null
  /** null where the taxonomy has no such fact. */
  readonly element: CydElement | null
  /** `id` attribute, or ''. */
  readonly id: string
  readonly contextRef: string
  /** null where the document defines no such context. */
  readonly context: TagContext | null
  /** What a reader sees in it, white space folded, continuations joined. */
  readonly text: string
  /** Local name of the transformation of inline XBRL ("fixed-true"); null where there is none. */
  readonly format: string | null
  /** What a flag's content and transformation give; null where it is no flag, or neither true nor false. */
  readonly value: boolean | null
  /** Whether `escape="true"` (or "1") stands on it. In an instance: true where its value holds markup. */
  readonly escaped: boolean
  /** Whether markup other than that of inline XBRL stands in it or in its continuations. */
  readonly hasMarkup: boolean
  /** Whether it stands in `ix:hidden`. */
  readonly hidden: boolean
  /** `xsi:nil`. */
  readonly nil: boolean
  /** Number, in `facts`, of the innermost cyd fact that it stands in; null for none, and in an instance. */
  readonly parent: number | null
  /** The block that was made of it, where one was. */
  readonly block: Block | null
  /** Where its start tag (inline) or its element (instance) stands. */
  readonly at: Place
}

/** A context of XBRL 2.1. */
export interface TagContext {
  readonly id: string
  /** First day of a duration, YYYY-MM-DD; null for an instant. */
  readonly start: string | null
  /** Last day of a duration, or the instant, YYYY-MM-DD. */
  readonly end: string
  /** Names of its dimensions ("ecd:IndividualAxis"). */
  readonly dimensions: readonly string[]
}

/** A continuation that leads nowhere, back into its own chain, or to where another chain leads already. */
export interface BrokenChain {
  readonly what: 'missing' | 'circle' | 'shared'
  /** The id that `continuedAt` names. */
  readonly target: string
  /** Number, in `facts`, of the fact whose chain it is. */
  readonly fact: number
  /** The start tag that has the `continuedAt`. */
  readonly at: Place
}
