import { APOSTROPHE, letter } from './letters'
import { room } from './numbers'
import { numberAt, numberOfAnd, wordEnd } from './vocabulary'

/** The words of a sentence, and of what leads it in. */

/** What stands between a word and the one before it, as bits: those of src/text/marks.ts. */
const COMMA: i32 = 1
const SEMICOLON: i32 = 2
const COLON: i32 = 4
const PAREN_OPEN: i32 = 8
const PAREN_CLOSE: i32 = 16
const DASH: i32 = 32
const QUOTE: i32 = 64
const STOP: i32 = 128

/** Marks that no fixed phrase crosses: "in the event of an incident, management …" speaks of no incident management. */
export const PARTING: i32 = COMMA | SEMICOLON | COLON

const AMPERSAND: i32 = 38
const HYPHEN: i32 = 45
const SPACE: i32 = 32

/** The text at hand as the host writes it, in UTF-8. */
export let encoded: usize = 0
/** The text at hand, in UTF-16. */
export let text: usize = 0
export let wordCount: i32 = 0
/** Vocabulary number of each word. */
export let ids: usize = 0
/** Where each word begins and ends in its text. */
export let starts: usize = 0
export let ends: usize = 0
/** Marks before each word, one byte for each. */
export let before: usize = 0
/** How many semicolons stand before each word, so that a gap can be asked whether it crosses one. */
export let semicolons: usize = 0
/** Units of text, and words, that there is room for. */
let units: i32 = 0

/** Makes room for texts of so many units together, and takes away the words of the sentence before. */
export function prepareWords(least: i32): void {
  wordCount = 0
  if (least <= units) return
  units = max(least, 2 * units)
  encoded = heap.alloc(3 * (units as usize))
  text = room((units >> 1) + 1)
  ids = room(units)
  starts = room(units)
  ends = room(units)
  before = room((units >> 2) + 1)
  semicolons = room(units)
}

/**
 * Takes the text that the host wrote, of so many bytes, and gives its length in UTF-16 units. The host's own encoder made
 * it, so that it is sound.
 */
export function decode(length: i32): i32 {
  let at = encoded
  const end = encoded + (length as usize)
  let to = text
  while (at < end) {
    const first = load<u8>(at) as i32
    if (first < 0x80) {
      store<u16>(to, first as u16)
      at += 1
    } else if (first < 0xe0) {
      store<u16>(to, (((first & 0x1f) << 6) | continued(at, 1)) as u16)
      at += 2
    } else if (first < 0xf0) {
      store<u16>(to, (((first & 0x0f) << 12) | (continued(at, 1) << 6) | continued(at, 2)) as u16)
      at += 3
    } else {
      const point =
        ((first & 0x07) << 18) | (continued(at, 1) << 12) | (continued(at, 2) << 6) | continued(at, 3)
      store<u16>(to, (0xd7c0 + (point >> 10)) as u16)
      store<u16>(to, (0xdc00 | (point & 0x3ff)) as u16, 2)
      to += 2
      at += 4
    }
    to += 2
  }
  return ((to - text) >> 1) as i32
}

/** The six bits of a byte that continues a character. */
function continued(at: usize, index: i32): i32 {
  return (load<u8>(at + index) as i32) & 0x3f
}

function markOf(unit: i32): i32 {
  switch (unit) {
    case 0x2c:
      return COMMA
    case 0x3b:
      return SEMICOLON
    case 0x3a:
      return COLON
    case 0x28:
      return PAREN_OPEN
    case 0x29:
      return PAREN_CLOSE
    case 0x2013:
    case 0x2014:
      return DASH
    case 0x22:
    case 0x201c:
    case 0x201d:
      return QUOTE
    case 0x2e:
    case 0x21:
    case 0x3f:
      return STOP
    default:
      return 0
  }
}

function unitAt(index: i32): i32 {
  return load<u16>(text + ((index as usize) << 1)) as i32
}

/** Whether "amp;" follows: "&amp;" in a text that was escaped twice. */
function isEscaped(at: i32, length: i32): bool {
  return (
    at + 4 < length &&
    unitAt(at + 1) == 0x61 &&
    unitAt(at + 2) == 0x6d &&
    unitAt(at + 3) == 0x70 &&
    unitAt(at + 4) == 0x3b
  )
}

function add(start: i32, end: i32, number: i32, marks: i32): void {
  const offset = (wordCount as usize) << 2
  store<i32>(ids + offset, number)
  store<i32>(starts + offset, start)
  store<i32>(ends + offset, end)
  store<u8>(before + wordCount, marks as u8)
  wordCount++
}

/** Cuts the text at hand into words, which follow those that are there. */
export function cutWords(length: i32): void {
  let marks = 0
  let i = 0
  while (i < length) {
    const unit = unitAt(i)
    if (unit == SPACE) {
      i++
      continue
    }
    if (letter(unit) > APOSTROPHE) {
      const number = numberAt(text, i, length)
      add(i, wordEnd, number, marks)
      marks = 0
      i = wordEnd
      continue
    }
    if (unit == AMPERSAND) {
      add(i, i + 1, numberOfAnd(), marks)
      marks = 0
      if (isEscaped(i, length)) i += 4
    } else if (unit == HYPHEN) {
      if (i > 0 && unitAt(i - 1) == SPACE) marks |= DASH
    } else marks |= markOf(unit)
    i++
  }
}

/** Counts the semicolons, once all words are there. */
export function countSemicolons(): void {
  let sum = 0
  for (let i = 0; i < wordCount; i++) {
    if ((load<u8>(before + i) & SEMICOLON) != 0) sum++
    store<i32>(semicolons + ((i as usize) << 2), sum)
  }
}

/**
 * Reads a name, wherever it stands, as one other word. The text at hand is the name and then that word; the words of the
 * name before its last are read as nothing.
 */
export function rename(length: i32): void {
  const sentenceEnd = wordCount
  cutWords(length)
  const nameEnd = wordCount - 1
  wordCount = sentenceEnd
  const nameLength = nameEnd - sentenceEnd
  if (nameLength <= 0) return
  const name = ids + ((sentenceEnd as usize) << 2)
  const size = (nameLength as usize) << 2
  const as = load<i32>(ids + ((nameEnd as usize) << 2))
  for (let first = 0; first + nameLength <= sentenceEnd; first++) {
    const here = ids + ((first as usize) << 2)
    if (memory.compare(here, name, size) != 0) continue
    memory.fill(here, 0, size)
    store<i32>(here + size - 4, as)
  }
}
