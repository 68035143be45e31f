import type { FlagChange } from '../model/comparison.js'
import type { Flag } from '../model/disclosure.js'
import { type CydElement, ELEMENTS } from '../model/elements.js'
import { bearingWords, type WordsChange } from './bearing-words.js'
import type { Passage } from './passages.js'
import type { Side } from './statement.js'

/** A flag on both sides. */
export interface FlagDifference {
  readonly element: CydElement
  readonly old: Flag | null
  readonly new: Flag | null
  readonly change: FlagChange
  readonly words: WordsChange
}

const changeOf = (old: Flag | null, fresh: Flag | null): FlagChange => {
  if (!old) return 'added'
  if (!fresh) return 'removed'
  return old.value === fresh.value ? 'same' : 'flipped'
}

/** What became of each flag that either side gives, in the order of the taxonomy. */
export const flagDifferences = (
  passages: readonly Passage[],
  old: Side,
  fresh: Side,
): readonly FlagDifference[] =>
  ELEMENTS.flatMap((element): FlagDifference[] => {
    if (element.datatype !== 'boolean' || element.requirement === null) return []
    const of = ({ disclosure }: Side): Flag | null =>
      disclosure.flags.find(flag => flag.element === element) ?? null
    const [before, after] = [of(old), of(fresh)]
    if (!before && !after) return []
    return [
      {
        element,
        old: before,
        new: after,
        change: changeOf(before, after),
        words: bearingWords(passages, old, fresh, element.requirement, element.name),
      },
    ]
  })
