import { diffArrays } from 'diff'
import { lettersAndDigits } from './similarity.js'

/** A stretch of a redline. What is `same` is given in the words of the new text. */
export interface WordChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A text cut into words and marks, each with where it begins. White space belongs to what stands before it. */
interface Tokens {
  readonly text: string
  readonly starts: readonly number[]
  /** What has to be equal for two tokens to be one: apostrophes, case and the shape of quotation marks do not count. */
  readonly keys: readonly string[]
}

const TOKEN = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu

const tokensOf = (text: string): Tokens => {
  const starts: number[] = []
  const keys: string[] = []
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    starts.push(index)
    keys.push(lettersAndDigits(token) || token.replace(/[“”„"]/, '"').replace(/[‘’']/, "'"))
  }
  return { text, starts, keys }
}

/** The text of tokens [from, to), with the white space before the next one; a text's first stretch has what leads it in. */
const slice = ({ text, starts }: Tokens, from: number, to: number): string =>
  from >= to ? '' : text.slice(from === 0 ? 0 : starts[from], to >= starts.length ? text.length : starts[to])

/** Words in a row that did not change, from a place in the old text and one in the new. */
interface Run {
  readonly kind: WordChange['kind']
  readonly count: number
}

/** Edits beyond which two texts are shown as one text in place of another: the time of a diff grows with them. */
const MOST_EDITS = 400

const runsOf = (old: readonly string[], fresh: readonly string[], mostEdits: number): readonly Run[] => {
  const least = Math.min(old.length, fresh.length)
  let head = 0
  while (head < least && old[head] === fresh[head]) head++
  let tail = 0
  while (tail < least - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++
  const [before, after] = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)]
  const changes = diffArrays(before, after, { maxEditLength: Math.min(mostEdits, MOST_EDITS) })
  const middle: readonly Run[] = changes?.map(
    ({ added, removed, count }): Run => ({ kind: added ? 'added' : removed ? 'removed' : 'same', count }),
  ) ?? [
    { kind: 'removed', count: before.length },
    { kind: 'added', count: after.length },
  ]
  return [{ kind: 'same', count: head }, ...middle, { kind: 'same', count: tail }]
}

/** Words between two changes that are too few to stand by themselves: "the", a comma. */
const isIsland = (text: string): boolean => {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0 || (words.length === 1 && text.trim().length <= 4)
}

/** Changes in a row as one, what went before what came; an island between two of them goes with them. */
const joined = (runs: readonly Run[], old: Tokens, fresh: Tokens): readonly WordChange[] => {
  const parts: WordChange[] = []
  let removed = ''
  let added = ''
  let [atOld, atNew] = [0, 0]
  const flush = (): void => {
    if (removed !== '') parts.push({ kind: 'removed', text: removed })
    if (added !== '') parts.push({ kind: 'added', text: added })
    removed = added = ''
  }
  runs.forEach(({ kind, count }, index) => {
    if (kind === 'removed') removed += slice(old, atOld, atOld + count)
    else if (kind === 'added') added += slice(fresh, atNew, atNew + count)
    else {
      const [before, after] = [slice(old, atOld, atOld + count), slice(fresh, atNew, atNew + count)]
      const isBetween =
        (removed !== '' || added !== '') &&
        runs.slice(index + 1).some(each => each.kind !== 'same' && each.count > 0)
      if (isBetween && isIsland(after)) {
        removed += before
        added += after
      } else if (after !== '') {
        flush()
        parts.push({ kind: 'same', text: after })
      }
    }
    if (kind !== 'added') atOld += count
    if (kind !== 'removed') atNew += count
  })
  flush()
  return parts
}

/**
 * How one text became another, word by word. The parts that are `same` or `added` are the new text from end to end.
 * @param mostEdits beyond so many words that went or came the middle is shown as one change
 */
export const redline = (old: string, fresh: string, mostEdits = MOST_EDITS): readonly WordChange[] => {
  const [before, after] = [tokensOf(old), tokensOf(fresh)]
  return joined(runsOf(before.keys, after.keys, mostEdits), before, after)
}
