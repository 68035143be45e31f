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

/** One place where a pattern was found. */
export interface Occurrence {
  readonly words: Words
  readonly match: RegExpExecArray
}

/**
 * Every place of a pattern in every text of a disclosure. Blocks that stand one in another repeat their words: the
 * same words with the same words round them are one place.
 */
export function* occurrencesOf(pattern: RegExp, { prose }: Pick<Disclosure, 'prose'>): Iterable<Occurrence> {
  const told = new Set<string>()
  for (const each of prose) {
    const seen = new Set<string>()
    for (const match of each.text.matchAll(pattern)) {
      const words = { prose: each, start: match.index, end: match.index + match[0].length }
      const key = `${lettersAndDigits(near(each, words))} ${match[0]}`
      if (told.has(key)) continue
      seen.add(key)
      yield { words, match }
    }
    // Twice in one text is two places; again in another text is the same one.
    for (const key of seen) told.add(key)
  }
}

const near = ({ text }: Prose, { start, end }: Words): string => text.slice(Math.max(0, start - 25), end + 25)

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
