import type { BlockChange } from '../model/comparison.js'
import { type Block, textOf } from '../model/disclosure.js'
import { type CydElement, ELEMENTS } from '../model/elements.js'
import { lettersAndDigits } from '../text/similarity.js'
import type { Side } from './statement.js'

/** The text under one element on both sides. */
export interface BlockDifference {
  readonly element: CydElement
  readonly old: Block | null
  readonly new: Block | null
  readonly change: BlockChange
}

const changeOf = (old: Block | null, fresh: Block | null): BlockChange => {
  if (!old) return 'added'
  if (!fresh) return 'removed'
  const [before, after] = [lettersAndDigits(textOf(old)), lettersAndDigits(textOf(fresh))]
  if (!old.truncated && !fresh.truncated) return before === after ? 'unchanged' : 'changed'
  // Of a text that was cut no more can be said than what was seen of both.
  const isSameAsSeen =
    (old.truncated && after.startsWith(before)) || (fresh.truncated && before.startsWith(after))
  return isSameAsSeen ? 'unknown' : 'changed'
}

/** What became of the text under each element that either side has, in the order of the taxonomy. */
export const blockDifferences = (old: Side, fresh: Side): readonly BlockDifference[] =>
  ELEMENTS.flatMap((element): BlockDifference[] => {
    const of = ({ disclosure }: Side): Block | null =>
      disclosure.blocks.find(block => block.element === element) ?? null
    const [before, after] = [of(old), of(fresh)]
    if (!before && !after) return []
    return [{ element, old: before, new: after, change: changeOf(before, after) }]
  })
