/** What a name stands for. The lexicon has a word for each, which the name is read as. */
export type NameKind = 'board-committee' | 'management-committee' | 'position'

/** A name that a document gives, or that its registrant told us: "RCSC", "Digital Trust Committee"; or a pronoun. */
export interface Name {
  readonly text: string
  /** The board has no name but its own: only a pronoun stands for it. */
  readonly kind: NameKind | 'board'
}

/** All kinds of names. */
export const KINDS: readonly NameKind[] = ['board-committee', 'management-committee', 'position']

/** The word of the lexicon that each is read as; but for the board's no text has it. */
export const WORD_FOR: Readonly<Record<Name['kind'], string>> = {
  board: 'board',
  'board-committee': 'namedboardcommittee',
  'management-committee': 'namedmanagementcommittee',
  position: 'namedposition',
}
