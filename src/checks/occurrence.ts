import type { Disclosure } from '../model/disclosure.js'
import { onceFor } from '../model/once.js'
import type { Prose } from '../model/prose.js'
import { gramsOf } from '../text/grams.js'
import type { Outcome, Words } from './check.js'
import { type Met, matchesMet, metAt } from './same-place.js'

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

/** The pattern of a text that is looked for as it stands, as whole words. */
export const literally = (text: string): Pattern => {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  const before = /^\w/.test(text) ? '(?<!\\w)' : ''
  const after = /\w$/.test(text) ? '(?!\\w)' : ''
  return { marks: [text], pattern: new RegExp(before + literal + after, 'gu') }
}

/** One place where a pattern was found. */
export interface Occurrence {
  readonly words: Words
  readonly match: RegExpExecArray
}

/** The taxonomy has 21 text blocks; where there are far more texts, comparing each with each takes too long. */
const MOST_COMPARED = 200

/** Texts to look through, and what they may hold. */
interface Searched {
  /** Those that stand in no longer one, where their occurrences are met too. */
  readonly outermost: readonly Prose[]
  readonly mayHold: (sought: string) => boolean
}

/** Disclosures at the start of a run, for which a table takes longer to fill than it saves: V8 has not compiled the loop. */
const UNCOMPILED = 5
let looked = 0

/** What a dozen checks look through. */
const searchedOf = onceFor((prose: readonly Prose[]): Searched => {
  const outermost =
    prose.length > MOST_COMPARED
      ? prose
      : prose.filter(
          ({ text }) => !prose.some(other => other.text.length > text.length && other.text.includes(text)),
        )
  const mayHold = looked++ < UNCOMPILED ? () => true : gramsOf(outermost.map(({ text }) => text))
  return { outermost, mayHold }
})

/**
 * Every place of a pattern in every text of a disclosure. Blocks that stand one in another repeat their words: the
 * same words with the same words beside them are one place.
 */
export function* occurrencesOf(
  { marks, pattern }: Pattern,
  { prose }: Pick<Disclosure, 'prose'>,
): Iterable<Occurrence> {
  const { outermost, mayHold } = searchedOf(prose)
  const sought = marks.filter(mayHold)
  if (sought.length === 0) return
  let told: ReturnType<typeof matchesMet> | undefined
  for (const each of outermost) {
    if (!sought.some(mark => each.text.includes(mark))) continue
    const here: Met[] = []
    for (const match of each.text.matchAll(pattern)) {
      const words = { prose: each, start: match.index, end: match.index + match[0].length }
      const met = metAt(each, words)
      if (told?.has(met)) continue
      here.push(met)
      yield { words, match }
    }
    // Twice in one text is two places; again in another text is the same one.
    if (here.length > 0) told ??= matchesMet()
    for (const met of here) told?.add(met)
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
