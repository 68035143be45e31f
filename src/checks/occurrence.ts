import type { Disclosure } from '../model/disclosure.js'
import type { Prose } from '../model/prose.js'
import { lettersAndDigits } from '../text/similarity.js'
import type { Outcome, Words } from './check.js'

/** Characters shown on each side of words in a message. */
const AROUND = 60

/** The words with what stands round them, cut at words: "… our board of directors/The corporate governance …". */
export const contextOf = ({ prose, start, end }: Words, around = AROUND): string => {
  const { text } = prose
  const unit = prose.units.findLast(each => each.start <= start) ?? { start: 0, end: text.length }
  let from = Math.max(unit.start, start - around)
  let to = Math.min(Math.max(unit.end, end), end + around)
  while (from > unit.start && from < start && /\S/.test(text[from - 1] ?? ' ')) from++
  while (to < unit.end && to > end && /\S/.test(text[to] ?? ' ')) to--
  const shown = text.slice(from, to).replace(/\s+/g, ' ').trim()
  return `${from > unit.start ? '… ' : ''}${shown}${to < unit.end ? ' …' : ''}`
}

/** A pattern to look for. */
export interface Pattern {
  /** Characters of which every match holds one: a text without them is passed over at once. */
  readonly marks: readonly string[]
  readonly pattern: RegExp
}

/** One place where a pattern was found. */
export interface Occurrence {
  readonly words: Words
  readonly match: RegExpExecArray
}

/** Characters beside a match by which it is known again. */
const BESIDE = 25

/** A match with the letters and digits beside it, by which the same place is known in another text. */
interface Met {
  readonly text: string
  readonly before: string
  readonly after: string
}

const metAt = ({ text }: Prose, { start, end }: Words): Met => {
  const own = text.slice(start, end)
  return {
    text: lettersAndDigits(own) || own,
    before: lettersAndDigits(text.slice(Math.max(0, start - BESIDE), start)),
    after: lettersAndDigits(text.slice(end, end + BESIDE)),
  }
}

/** Letters and digits that two matches have to share, themselves or beside them, to be the same place. */
const SHARED = 12

/**
 * Whether two matches in two texts are one place: the same words with the same beside them, before or after, since a
 * block may end where another goes on; or, where a block begins or ends beside them, with nothing that differs.
 */
const isSamePlace = (a: Met, b: Met): boolean => {
  if (a.text !== b.text) return false
  if (a.before.length >= SHARED && a.before === b.before) return true
  if (a.after.length >= SHARED && a.after === b.after) return true
  const before = Math.min(a.before.length, b.before.length)
  const after = Math.min(a.after.length, b.after.length)
  return (
    a.text.length + before + after >= SHARED &&
    a.before.slice(a.before.length - before) === b.before.slice(b.before.length - before) &&
    a.after.slice(0, after) === b.after.slice(0, after)
  )
}

/** Whether a text stands in a longer one, where its occurrences are met too. */
const standsInAnother = (text: string, prose: readonly Prose[]): boolean =>
  prose.some(other => other.text.length > text.length && other.text.includes(text))

/**
 * Every place of a pattern in every text of a disclosure. Blocks that stand one in another repeat their words: the
 * same words with the same words beside them are one place.
 */
export function* occurrencesOf(
  { marks, pattern }: Pattern,
  { prose }: Pick<Disclosure, 'prose'>,
): Iterable<Occurrence> {
  const told: Met[] = []
  for (const each of prose) {
    if (!marks.some(mark => each.text.includes(mark)) || standsInAnother(each.text, prose)) continue
    const here: Met[] = []
    for (const match of each.text.matchAll(pattern)) {
      const words = { prose: each, start: match.index, end: match.index + match[0].length }
      const met = metAt(each, words)
      if (told.some(before => isSamePlace(before, met))) continue
      here.push(met)
      yield { words, match }
    }
    // Twice in one text is two places; again in another text is the same one.
    told.push(...here)
  }
}

/** A finding about words of the draft, which no requirement and no element is behind. */
export const aboutWords = (
  outcome: string,
  words: Words,
  data: Readonly<Record<string, string>> = {},
): Outcome => ({
  outcome,
  requirement: null,
  element: null,
  words,
  place: null,
  data: { context: contextOf(words), ...data },
  related: [],
})
