import { APOSTROPHE, letter } from './letters'
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
const PARTING: i32 = COMMA | SEMICOLON | COLON

const AMPERSAND: i32 = 38
const HYPHEN: i32 = 45
const SPACE: i32 = 32

/**
 * A word's record, four numbers: its number in the vocabulary, where it begins and ends in its text, in UTF-16 units, and
 * what stands before it: marks, and from the ninth bit on how many semicolons, so that a gap can be asked whether it crosses one.
 */
const RECORD: usize = 16
const START: usize = 4
const END: usize = 8
const BEFORE: usize = 12
const SEMICOLONS: i32 = 8

/** The text at hand as the host writes it, in UTF-8. */
export let encoded: usize = 0
export let wordCount: i32 = 0
/** The record of each word, one behind the other. */
export let words: usize = 0
/** Units of text, and words, that there is room for. */
let units: i32 = 0
/** Semicolons so far. */
let semicolons: i32 = 0

/** Makes room for texts of so many units together, and takes away the words of the sentence before. */
export function prepareWords(least: i32): void {
  wordCount = 0
  semicolons = 0
  if (least <= units) return
  units = max(least, 2 * units)
  // A word is looked at eight bytes at a time, past the end of the text.
  encoded = heap.alloc(3 * (units as usize) + 32)
  words = heap.alloc(RECORD * (units as usize))
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

/** Reads the character at an address. @returns whether it is part of a word */
function isLetterAt(at: usize): bool {
  characterAt(at)
  return letter(character) > APOSTROPHE
}

function recordOf(word: i32): usize {
  return words + (word as usize) * RECORD
}

export function numberOf(word: i32): i32 {
  return load<i32>(recordOf(word))
}

/** Whether a mark that no fixed phrase crosses stands before a word. */
export function isParted(word: i32): bool {
  return (load<i32>(recordOf(word), BEFORE) & PARTING) != 0
}

/** How many semicolons stand before a word. */
export function semicolonsBefore(word: i32): i32 {
  return load<i32>(recordOf(word), BEFORE) >> SEMICOLONS
}

function add(start: i32, end: i32, number: i32, marks: i32): void {
  if ((marks & SEMICOLON) != 0) semicolons++
  const record = recordOf(wordCount)
  store<i32>(record, number)
  store<i32>(record, start, START)
  store<i32>(record, end, END)
  store<i32>(record, marks | (semicolons << SEMICOLONS), BEFORE)
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
    if (!isPlain(byte) && !isLetterAt(at)) {
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
    const start = ((at - encoded) as i32) - shift
    const number = numberAt(at, end)
    shift += wordShift
    add(start, ((wordEnd - encoded) as i32) - shift, number, marks)
    marks = 0
    at = wordEnd
  }
}

/**
 * Reads a name, wherever it stands, as one other word, so that it is as near to its neighbours as that word would be. The text
 * at hand, of so many bytes, is the name and then that word.
 * @param lead how many words belong to the lead-in @returns how many then do
 */
export function renameWords(length: i32, lead: i32): i32 {
  const sentenceEnd = wordCount
  cutWords(length)
  const nameEnd = wordCount - 1
  wordCount = sentenceEnd
  const nameLength = nameEnd - sentenceEnd
  if (nameLength <= 0) return lead
  const as = numberOf(nameEnd)
  let kept = 0
  let keptOfLead = lead
  for (let word = 0; word < sentenceEnd; kept++) {
    if (isNameAt(word, sentenceEnd, nameLength)) {
      const last = load<i32>(recordOf(word + nameLength - 1), END)
      moveRecord(word, kept)
      store<i32>(recordOf(kept), as)
      store<i32>(recordOf(kept), last, END)
      word += nameLength
    } else moveRecord(word++, kept)
    if (word <= lead) keptOfLead = lead - word + kept + 1
  }
  wordCount = kept
  return keptOfLead
}

/** Whether the words of a name, which stand behind the sentence, stand at a word of it. */
function isNameAt(word: i32, sentenceEnd: i32, nameLength: i32): bool {
  if (word + nameLength > sentenceEnd) return false
  for (let i = 0; i < nameLength; i++) if (numberOf(word + i) != numberOf(sentenceEnd + i)) return false
  return true
}

function moveRecord(from: i32, to: i32): void {
  if (from != to) memory.copy(recordOf(to), recordOf(from), RECORD)
}
