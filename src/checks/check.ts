import type { Difference } from '../compare/compare.js'
import type { Reading } from '../evidence/read.js'
import type { Disclosure, Place } from '../model/disclosure.js'
import type { CydElement } from '../model/elements.js'
import type { OptionValues } from '../model/option.js'
import type { Prose } from '../model/prose.js'
import type { RequirementName } from '../model/requirements.js'

/** Words of a prose: offsets of [start, end) in `prose.text`. */
export interface Words {
  readonly prose: Prose
  readonly start: number
  readonly end: number
}

/** What a check looks at. No check reads the clock, the disk or the network. */
export interface CheckInput {
  readonly disclosure: Disclosure
  readonly reading: Reading
  /** The day on which the check is made, YYYY-MM-DD. */
  readonly asOf: string
  /** Parameters that a rule or a configuration sets; what is not there is as the kind has it. */
  readonly parameters: OptionValues
  /** How it differs from the document before it, where there is one to compare it with. */
  readonly difference?: Difference | undefined
}

/** Something a check found. A rule names the kind of check and the outcome that it reports. */
export interface Outcome {
  /** What was found, as rules name it: `contradicted`, `absent`, `duplicate`. */
  readonly outcome: string
  readonly requirement: RequirementName | null
  readonly element: CydElement | null
  /** The words that the finding quotes; null where it is about what is not there. */
  readonly words: Words | null
  /**
   * What a finding without words points to: a flag, a block. Its place is asked for only then, since a file may be
   * parsed again to find it.
   */
  readonly place: { readonly at: Place } | null
  /** Values for the message template. */
  readonly data: Readonly<Record<string, string>>
  readonly related: readonly RelatedWords[]
}

export interface RelatedWords {
  readonly message: string
  readonly words: Words
}

/** An outcome that could not be judged, and why: it goes into the report's list of what was not checked. */
export interface Unchecked {
  readonly outcome: string
  readonly requirement: RequirementName | null
  readonly unchecked: string
}

/** One kind of check. It runs once a document and set of parameters, however many rules report its outcomes. */
export interface Check {
  readonly kind: string
  /** Code of a user's: where it throws, that is told, and the other checks run. */
  readonly isOwn?: true
  /** What is wrong with parameters beyond their types, in words. */
  readonly defects?: (parameters: OptionValues) => readonly string[]
  /** What rules and configurations may set, with the values that hold otherwise. */
  readonly parameters?: OptionValues
  /**
   * Every outcome that the kind can have, with the values that it gives to the message template: a rule that names
   * another outcome or another value is refused when it is loaded.
   */
  readonly outcomes: Readonly<Record<string, readonly string[]>>
  readonly run: (input: CheckInput) => Iterable<Outcome | Unchecked>
}
