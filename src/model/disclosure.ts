import type { CydElement } from './elements.js'
import type { Form, Item } from './forms.js'
import type { Prose } from './prose.js'
import type { Source } from './span.js'
import type { Tagging } from './tagging.js'

/** How a flag or a block came to be known. */
export type FactOrigin = 'tag' | 'directive' | 'heading' | 'facts'

/** A place in a source: offsets of [start, end). */
export interface Place {
  readonly source: Source
  readonly start: number
  readonly end: number
}

/** A yes-or-no fact: what the `cyd` flag says. */
export interface Flag {
  readonly element: CydElement
  readonly value: boolean
  readonly origin: FactOrigin
  /** Where in a draft the value stands. */
  readonly given?: 'front matter' | 'table'
  readonly at: Place
}

/** A stretch of prose under one element's tag, heading or key. Blocks nest as tags nest. */
export interface Block {
  readonly element: CydElement
  readonly origin: FactOrigin
  /** The prose that holds the block's text, and where in it: several blocks may share one prose. */
  readonly prose: Prose
  readonly start: number
  readonly end: number
  /** 0 for an outermost block. */
  readonly depth: number
  /** The source cut the text short: its lost end may say anything. */
  readonly truncated: boolean
  readonly at: Place
}

/** The full text of a block, inner blocks included. */
export const textOf = ({ prose, start, end }: Block): string => prose.text.slice(start, end)

/**
 * What the reader had before it. `item`: the whole item. `tagged`: tagged facts alone, so that a statement may stand
 * in the filing and yet in no text that was seen.
 */
export type View = 'item' | 'tagged'

/** One disclosure: what is checked. Readers make it, everything after them reads it. */
export interface Disclosure {
  /** Path as the user gave it (or the name given for standard input). */
  readonly path: string
  /** The record's own id in a file of several, else null. */
  readonly id: string | null
  readonly form: Form
  /** How the form was determined, in words: "front matter", "--form", "the text calls itself an annual report on Form 20-F". */
  readonly formFrom: string
  readonly item: Item | null
  readonly view: View
  readonly registrant: string | null
  /** End of the period reported on, YYYY-MM-DD. */
  readonly periodOfReport: string | null
  readonly flags: readonly Flag[]
  readonly blocks: readonly Block[]
  /**
   * Every text to read for evidence, each once: the whole item where it was seen, else the text of each block. In a
   * `tagged` view nested blocks repeat their inner text here; the evidence counts a repeated sentence once.
   */
  readonly prose: readonly Prose[]
  /** Defects that a reader met and that are findings rather than errors. */
  readonly notes: readonly ReaderNote[]
  /** How it is tagged, where it was read from XBRL. */
  readonly tagging?: Tagging
  /** What the drafters left in a Word document. */
  readonly reviewMarks?: readonly ReviewMark[]
  /** Comments in its markup that ask cydlint to leave findings out, as they stand, `<!-- cydlint-… -->`. */
  readonly suppressionComments?: readonly Place[]
}

/** A trace of review in a Word document: a tracked change, a comment, words that are highlighted. */
export interface ReviewMark {
  readonly kind: 'insertion' | 'deletion' | 'move' | 'comment' | 'highlight'
  /** Who made it, where the document says; "" otherwise. */
  readonly author: string
  /** The words inserted, deleted, moved, commented on or highlighted. */
  readonly words: string
  /** The text of a comment; "" for the others. */
  readonly note: string
  /** The words in the prose, where they stand there; a deletion is at no words. */
  readonly inProse: { readonly prose: Prose; readonly start: number; readonly end: number } | null
  readonly at: Place
}

/** Something the reader saw and skipped, for `inspect` and the report's notChecked list. */
export interface ReaderNote {
  readonly message: string
  readonly at: Place | null
}

/** An input that could not be read, in whole or in part: a value, never an exception. */
export interface ReadError {
  readonly path: string
  /** What is wrong, where, and what would cure it, in plain words. */
  readonly message: string
}
