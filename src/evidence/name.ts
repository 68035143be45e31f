/** What a name stands for. The lexicon has a word for each, which the name is read as. */
export type NameKind = 'board-committee' | 'management-committee' | 'position'

/** A name that a document gives, or that its registrant told us: "RCSC", "Digital Trust Committee". */
export interface Name {
  readonly text: string
  readonly kind: NameKind
}

/** All of them. */
export const KINDS: readonly NameKind[] = ['board-committee', 'management-committee', 'position']

/** The word of the lexicon that a name of each kind is read as; no text has it. */
export const WORD_FOR: Readonly<Record<NameKind, string>> = {
  'board-committee': 'namedboardcommittee',
  'management-committee': 'namedmanagementcommittee',
  position: 'namedposition',
}
