import type { TextPlace } from '../model/document-text.js'

/** What the reader looks at: a finding or a requirement, and of its sentences perhaps one. */
export interface Selection {
  /** Id of the element that says it. */
  readonly target: string
  /** The sentence that was asked for; null for all of the target's. */
  readonly place: TextPlace | null
  /** Where it was picked: the other side comes into view. */
  readonly from: 'list' | 'text'
}

export type Select = (selection: Selection | null) => void
