import { grown } from './grown.js'
import { APOSTROPHE, letterOf } from './letters.js'
import type { Vocabulary } from './vocabulary.js'

/**
 * Words as the lexicon sees them: lower case, without apostrophes ("Company's" and the "Companys" of a text that lost
 * them are one), British spelling folded to American. Hyphens part words.
 */

/** What stands between a word and the one before it, as bits. */
export const COMMA = 1
export const SEMICOLON = 2
export const COLON = 4
export const PAREN_OPEN = 8
export const PAREN_CLOSE = 16
export const DASH = 32
export const QUOTE = 64
export const STOP = 128

/** The words of a text. Arrays are longer than `count` and are reused. */
export interface Words {
  count: number
  /** Vocabulary number of each word. */
  ids: Int32Array<ArrayBuffer>
  /** Offsets of each word's characters in the text. */
  starts: Int32Array<ArrayBuffer>
  ends: Int32Array<ArrayBuffer>
  /** Marks before each word, as bits. */
  before: Uint8Array<ArrayBuffer>
}

export const newWords = (capacity = 512): Words => ({
  count: 0,
  ids: new Int32Array(capacity),
  starts: new Int32Array(capacity),
  ends: new Int32Array(capacity),
  before: new Uint8Array(capacity),
})

const grow = (words: Words): void => {
  words.ids = grown(words.ids)
  words.starts = grown(words.starts)
  words.ends = grown(words.ends)
  words.before = grown(words.before)
}

const MARKS = new Map<number, number>([
  [44, COMMA],
  [59, SEMICOLON],
  [58, COLON],
  [40, PAREN_OPEN],
  [41, PAREN_CLOSE],
  [0x2013, DASH],
  [0x2014, DASH],
  [34, QUOTE],
  [0x201c, QUOTE],
  [0x201d, QUOTE],
  [46, STOP],
  [33, STOP],
  [63, STOP],
])

/**
 * Cuts a text into words and appends them to `words`.
 * @param vocabulary gives words their numbers
 */
export const cutWords = (text: string, words: Words, vocabulary: Vocabulary): void => {
  const { length } = text
  const add = (start: number, end: number, number: number): void => {
    if (words.count === words.ids.length) grow(words)
    words.ids[words.count] = number
    words.starts[words.count] = start
    words.ends[words.count] = end
    words.before[words.count] = marks
    words.count++
    marks = 0
  }
  let marks = 0
  let i = 0
  while (i < length) {
    const unit = text.charCodeAt(i)
    if (letterOf(unit) > APOSTROPHE) {
      const number = vocabulary.numberAt(text, i)
      add(i, vocabulary.end, number)
      i = vocabulary.end
      continue
    }
    if (unit === AMPERSAND) {
      add(i, i + 1, vocabulary.numberAt('and', 0))
      // "&amp;" in a text that was escaped twice.
      if (text.startsWith('amp;', i + 1)) i += 4
    } else if (unit === 45 && text.charCodeAt(i - 1) === 32) marks |= DASH
    else if (unit !== 32) marks |= MARKS.get(unit) ?? 0
    i++
  }
}

const AMPERSAND = 38
