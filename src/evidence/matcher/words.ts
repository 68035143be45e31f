import { APOSTROPHE, letter } from './letters'
import { room } from './numbers'
import { character, characterAt, characterSize } from './utf8'
import { isPlain, numberAt, numberOfAnd, wordEnd, wordShift } from './vocabulary'

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
export let wordCount: i32 = 0
/** Vocabulary number of each word. */
export let ids: usize = 0
/** Where each word begins and ends in its text, in UTF-16 units. */
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
  // A word is looked at eight bytes at a time, past the end of the text.
  encoded = heap.alloc(3 * (units as usize) + 32)
  ids = room(units)
  starts = room(units)
  ends = room(units)
  before = room((units >> 2) + 1)
  semicolons = room(units)
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

/** Whether "amp;" follows: "&amp;" in a text that was escaped twice. */
function isEscaped(at: usize, end: usize): bool {
  return at + 4 < end && load<u32>(at, 1) == 0x3b706d61
}

function add(start: i32, end: i32, number: i32, marks: i32): void {
  const offset = (wordCount as usize) << 2
  store<i32>(ids + offset, number)
  store<i32>(starts + offset, start)
  store<i32>(ends + offset, end)
  store<u8>(before + wordCount, marks as u8)
  wordCount++
}

/** Cuts the text at hand, of so many bytes, into words, which follow those that are there. */
export function cutWords(length: i32): void {
  const end = encoded + (length as usize)
  // No letter: a word ends here at the latest.
  store<u8>(end, 0)
  /** Bytes before `at` that are no UTF-16 units. */
  let shift = 0
  let marks = 0
  let at = encoded
  while (at < end) {
    const byte = load<u8>(at) as i32
    if (byte == SPACE) {
      at++
      continue
    }
    if (!isPlain(byte)) {
      characterAt(at)
      if (letter(character) <= APOSTROPHE) {
        if (byte == AMPERSAND) {
          const start = ((at - encoded) as i32) - shift
          add(start, start + 1, numberOfAnd(), marks)
          marks = 0
          if (isEscaped(at, end)) at += 4
        } else if (byte == HYPHEN) {
          if (at > encoded && load<u8>(at - 1) == SPACE) marks |= DASH
        } else marks |= markOf(character)
        at += characterSize
        shift += (characterSize as i32) - 1
        continue
      }
    }
    const start = ((at - encoded) as i32) - shift
    const number = numberAt(at, end)
    shift += wordShift
    add(start, ((wordEnd - encoded) as i32) - shift, number, marks)
    marks = 0
    at = wordEnd
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
 * Reads a name, wherever it stands, as one other word. The text at hand, of so many bytes, is the name and then that word;
 * the words of the name before its last are read as nothing.
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
