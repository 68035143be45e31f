import type { Sentence } from '../model/coverage.js'
import type { Prose, Unit } from '../model/prose.js'

/**
 * A sentence with the words that lead it in: a list item is read together with "We engage third parties to:" above it.
 */
export interface LedSentence extends Sentence {
  /** Index, in the list of sentences, of the sentence that leads this one in; -1 for none. */
  readonly leadIn: number
}

/** Words after which a full stop ends no sentence, lower case, without the stop. */
const ABBREVIATIONS = new Set(
  (
    'inc corp co cos ltd llc lp plc mr mrs ms dr messrs jr sr st no nos vs v e.g i.e eg ie cf al art sec dept approx ' +
    'u.s u.k u.n e.u n.a s.a n.v b.v a.g s.p.a ph.d ph d m.s b.s m.a b.a m.b.a j.d ll.m ll.b m.sc b.sc m.eng b.eng b.tech m.tech ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec hon prof rev gen col capt lt sgt est fig vol ed pp para'
  ).split(' '),
)

const LONGEST_ABBREVIATION = Math.max(...[...ABBREVIATIONS].map(({ length }) => length))

const isUpper = (unit: number): boolean =>
  (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde) || (unit >= 0x391 && unit <= 0x42f)
const isLower = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 0xdf && unit <= 0xff)
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57
const isLetter = (unit: number): boolean => isUpper(unit) || isLower(unit)

const CLOSERS = new Set([...'"\'”’)]»'].map(mark => mark.charCodeAt(0)))
const OPENERS = new Set([...'"\'“‘([«'].map(mark => mark.charCodeAt(0)))
/** Marks that begin a list item inside running text, as filings that lost their layout have them. */
const BULLETS = new Set([...'•●▪■◦‣⁃·➢✓❖§'].map(mark => mark.charCodeAt(0)))

const STOP = 46
const ASTERISK = 42
const COLON = 58

/** Whether a number may begin so, in digits or in Roman ones. */
const beginsNumber = (unit: number): boolean => isDigit(unit) || unit === 73 || unit === 86 || unit === 88

/** Whether the stop at `at` belongs to an abbreviation, an initial or an item number, so that the sentence goes on. */
const stopIsInside = (text: string, from: number, at: number): boolean => {
  let start = at
  while (start > from && !isBreakBeforeWord(text.charCodeAt(start - 1))) start--
  const mayBeNumber = beginsNumber(text.charCodeAt(start))
  // Most words before a stop are neither: they are not cut out.
  if (at - start > LONGEST_ABBREVIATION && !mayBeNumber) return false
  const word = text.slice(start, at)
  if (word.length === 1) return isUpper(word.charCodeAt(0)) && word !== 'I'
  if (ABBREVIATIONS.has(word.toLowerCase())) return true
  // "Item 1A. Risk Factors", "Part I. Item 1C."
  if (mayBeNumber && /^(?:\d+[A-Z]?|[IVX]+)$/.test(word))
    return /(?:Items?|Parts?|Sections?|Notes?|No)\s+$/i.test(text.slice(Math.max(from, start - 12), start))
  return false
}

const isBreakBeforeWord = (unit: number): boolean =>
  unit === 32 ||
  unit === 10 ||
  unit === 40 ||
  unit === 91 ||
  unit === 34 ||
  unit === 0x201c ||
  unit === 0x2018 ||
  unit === 47

/** Characters of the longest sentence: what goes on without a stop is cut at a space, so that it takes bounded memory. */
const LONGEST = 20_000

/** Where a sentence may end, or a list item begin. */
const BORDER = new RegExp(`[.!?*${[...BULLETS].map(unit => String.fromCharCode(unit)).join('')}]`, 'g')

/** Finds borders in a text, each asked for from further on; a text without any is searched once, however many its units. */
const borderFinder = (text: string): ((from: number) => number) => {
  let since = 0
  let next = -1
  return from => {
    if (next >= from && from >= since) return next
    since = from
    BORDER.lastIndex = from
    next = BORDER.test(text) ? BORDER.lastIndex - 1 : text.length
    return next
  }
}

/** Splits one unit's text at [from, to) and calls `emit` with the offsets of each sentence and whether a bullet began it. */
const splitUnit = (
  text: string,
  from: number,
  to: number,
  borderFrom: (from: number) => number,
  emit: (start: number, end: number, bulleted: boolean) => void,
): void => {
  let start = from
  let bulleted = false
  const flush = (end: number): void => {
    let first = start
    let last = end
    while (first < last && text.charCodeAt(first) === 32) first++
    while (last > first && text.charCodeAt(last - 1) === 32) last--
    while (last - first > LONGEST) {
      const space = text.lastIndexOf(' ', first + LONGEST)
      const end = space > first ? space : first + LONGEST
      emit(first, end, bulleted)
      first = space > first ? space + 1 : end
    }
    if (last > first) emit(first, last, bulleted)
  }
  for (let i = borderFrom(from); i < to; i = borderFrom(i + 1)) {
    const unit = text.charCodeAt(i)
    if (unit > 127 || unit === ASTERISK) {
      if ((unit > 127 || text.charCodeAt(i + 1) === 32) && (i === from || text.charCodeAt(i - 1) === 32)) {
        flush(i)
        start = i + 1
        bulleted = true
      }
      continue
    }
    let after = i + 1
    while (after < to && CLOSERS.has(text.charCodeAt(after))) after++
    if (after < to && text.charCodeAt(after) !== 32) {
      // "…threats.Our board": words glued at a lost tag border. A lower-case word before and a capital after.
      if (
        !(
          unit === STOP &&
          after === i + 1 &&
          isLower(text.charCodeAt(i - 1)) &&
          isUpper(text.charCodeAt(after)) &&
          isLower(text.charCodeAt(after + 1))
        )
      )
        continue
    } else {
      let next = after
      while (next < to && (text.charCodeAt(next) === 32 || OPENERS.has(text.charCodeAt(next)))) next++
      const following = text.charCodeAt(next)
      if (next < to && isLower(following)) continue
      if (unit === STOP && next < to && stopIsInside(text, start, i)) continue
      if (
        unit === STOP &&
        isDigit(text.charCodeAt(i - 1)) &&
        next < to &&
        !isLetter(following) &&
        !BULLETS.has(following)
      )
        continue
    }
    flush(after)
    start = after
    bulleted = false
    i = after - 1
  }
  flush(to)
}

/**
 * The sentences of a prose, unit by unit, with exact offsets. Headings and cells are sentences of their own; a list
 * item is led in by the sentence that ends in a colon before the list.
 */
export const sentencesOf = (prose: Prose, into: LedSentence[] = []): LedSentence[] => {
  const { text, units } = prose
  /** Last sentence of each unit, for list items whose reader named their lead-in. */
  const lastOf: number[] = []
  const borderFrom = borderFinder(text)
  let colon = -1
  units.forEach((unit: Unit, index) => {
    const named = unit.leadIn === undefined ? -1 : (lastOf[unit.leadIn] ?? -1)
    if (unit.kind !== 'list-item') colon = -1
    splitUnit(text, unit.start, unit.end, borderFrom, (start, end, bulleted) => {
      const leadIn = unit.kind === 'list-item' ? (named >= 0 ? named : colon) : bulleted ? colon : -1
      into.push({ prose, start, end, text: text.slice(start, end), unit: index, leadIn })
      if (text.charCodeAt(end - 1) === COLON) colon = into.length - 1
      else if (!bulleted && unit.kind !== 'list-item') colon = -1
    })
    lastOf[index] = into.length - 1
  })
  return into
}
