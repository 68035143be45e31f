import { APOSTROPHE, letter } from './letters'
import { clear, get, moved, room, set } from './numbers'
import { bitOf, bothOf, childOf, onwardBits, root } from './trie'
import { character, characterAt, characterSize, secondUnit } from './utf8'

/**
 * Numbers words, whatever their case and with or without apostrophes, and keeps for each what it stands for: a word that
 * was met before is found without making a string of it. A fixed table of slots, probed in a row; the letters of all
 * words one behind the other.
 */

/** Distinct words kept: a document of random words must not fill the memory. */
const LIMIT: i32 = 200_000
/** Letters of a word that count: nothing in a lexicon is as long, and a page without a space is one word. */
const LETTERS: i32 = 64
const SLOTS: i32 = 1 << 16
/** Slots looked at for one word. Words that find no room near theirs, by chance or by design, are kept by the host. */
const PROBES: i32 = 16

/** Writes the atoms that a word stands for, and says how many; the letters are UTF-16. */
declare function atomsOf(letters: usize, length: i32, into: usize): i32
/** The number under which the host knows a word, which is `fresh` if it did not know it. */
declare function numberElsewhere(letters: usize, length: i32, fresh: i32): i32
declare function forgetElsewhere(): void

const slots: usize = room(SLOTS)
/** The folded letters of the word at hand. */
const current: usize = heap.alloc(2 * LETTERS)

let letters: usize = heap.alloc(2 << 13)
let lettersRoom: i32 = 1 << 13
/** Where the letters of each word begin; those of the next begin where they end. Word 0 is none. */
let offsets: usize = room(1 << 11)
/** Where each word's entry begins. */
let entries: usize = room(1 << 11)
let wordsRoom: i32 = 1 << 11
let count: i32 = 1

/**
 * Entries, one behind the other: bits of the atoms; the node with the classes of the word alone, or 0; bits of the atoms by which
 * phrases go on behind it; how many atoms and which; how many nodes phrases go on from and which.
 */
const ALONE: i32 = 1
const GO_ON: i32 = 2
const ATOMS: i32 = 3
let entryList: usize = room(1 << 13)
let entryRoom: i32 = 1 << 13
/** An entry without atoms; the first is that of word 0, which stands for nothing. */
const LEAST: i32 = ATOMS + 2
let entryEnd: i32 = LEAST

let scratch: usize = 0
let mostAtoms: i32 = 0

/** @param most atoms that one word may stand for */
export function prepareVocabulary(most: i32): void {
  mostAtoms = most
  for (let byte = 0; byte < 0x80; byte++)
    store<u8>(plain + (byte as usize), (letter(byte) > APOSTROPHE) as u8)
  scratch = room(most)
}

/** Starts anew if there are more words than are kept: between texts, since it makes older numbers void. */
export function trim(): void {
  if (count <= LIMIT) return
  count = 1
  entryEnd = LEAST
  clear(slots, SLOTS)
  clear(met, 8 << MET_BITS)
  forgetElsewhere()
}

function entryOf(word: i32): usize {
  return entryList + ((get(entries, word) as usize) << 2)
}

/** Bits of a word's atoms. */
export function bitsAt(word: i32): i32 {
  return get(entryOf(word), 0)
}

/** A node, or a record like one's, with the classes to which the word alone belongs; 0 where there are none. */
export function aloneAt(word: i32): usize {
  return get(entryOf(word), ALONE) as usize
}

/** Bits of the atoms by which phrases that begin with a word go on. */
export function goOnAt(word: i32): i32 {
  return get(entryOf(word), GO_ON)
}

/** Address of a word's atoms, led by their number. */
export function atomsAt(word: i32): usize {
  return entryOf(word) + 4 * (ATOMS as usize)
}

/** Address of the nodes from which phrases go on that begin with a word, led by their number. */
export function onwardAt(word: i32): usize {
  const atoms = atomsAt(word)
  return atoms + 4 + ((get(atoms, 0) as usize) << 2)
}

/** Where the word that was read last ends, and how many of its bytes are no UTF-16 units. */
export let wordEnd: usize = 0
export let wordShift: i32 = 0

/**
 * Words as they were met, in ASCII and of no more than 24 bytes: the bytes, the word's number and their length, in a slot
 * that the next word of the same hash takes. A word that is here needs no folding.
 */
const MET_BITS: i32 = 12
const MET_SIZE: usize = 32
const MET_LONGEST: usize = 24
const met: usize = room(8 << MET_BITS)
/** The golden ratio in 64 bits, after Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4). */
const MULTIPLIER: u64 = ((0x9e3779b9 as u64) << 32) | 0x7f4a7c15

/** For each byte, whether it is a letter or a digit in ASCII. */
const plain: usize = room(64)

export function isPlain(byte: i32): bool {
  return load<u8>(plain + (byte as usize)) != 0
}

/** The first `length` bytes at an address, as a number. */
function bytesAt(at: usize, length: usize): u64 {
  return length >= 8 ? load<u64>(at) : load<u64>(at) & (((1 as u64) << ((length as u64) << 3)) - 1)
}

/** The number of the word that begins at an address of a text, which ends with a byte that is no letter. */
export function numberAt(start: usize, end: usize): i32 {
  let at = start
  while (isPlain(load<u8>(at) as i32)) at++
  const length = at - start
  const next = load<u8>(at) as i32
  if (length > MET_LONGEST || next >= 0x80 || letter(next) == APOSTROPHE) return foldedNumberAt(start, end)
  const first = bytesAt(start, length)
  const second = length > 8 ? bytesAt(start + 8, length - 8) : 0
  const third = length > 16 ? bytesAt(start + 16, length - 16) : 0
  const mixed = (first ^ (second << 7) ^ (third << 13)) * MULTIPLIER
  const slot = met + ((mixed >>> (64 - MET_BITS)) as usize) * MET_SIZE
  if (
    load<u64>(slot) == first &&
    load<u64>(slot, 8) == second &&
    load<u64>(slot, 16) == third &&
    load<i32>(slot, 28) == (length as i32)
  ) {
    wordEnd = at
    wordShift = 0
    return load<i32>(slot, 24)
  }
  const word = foldedNumberAt(start, end)
  store<u64>(slot, first)
  store<u64>(slot, second, 8)
  store<u64>(slot, third, 16)
  store<i32>(slot, word, 24)
  store<i32>(slot, length as i32, 28)
  return word
}

/** The number of a word by its letters in lower case, without its apostrophes. */
function foldedNumberAt(start: usize, end: usize): i32 {
  let length = 0
  let hash = 0
  let at = start
  wordShift = 0
  while (at < end) {
    characterAt(at)
    const size = characterSize
    const units = secondUnit == 0 ? 1 : 2
    const each = letter(character)
    if (each > APOSTROPHE) {
      if (length < LETTERS) {
        store<u16>(current + ((length as usize) << 1), each as u16)
        length++
        hash = hash * 31 + each
      }
      if (units == 2 && length < LETTERS) {
        const other = letter(secondUnit)
        store<u16>(current + ((length as usize) << 1), other as u16)
        length++
        hash = hash * 31 + other
      }
    } else {
      if (each != APOSTROPHE || at + size >= end) break
      characterAt(at + size)
      if (letter(character) <= APOSTROPHE) break
    }
    at += size
    wordShift += (size as i32) - units
  }
  wordEnd = at
  return numberOf(length, hash)
}

/** The number of "and", which "&" is read as. */
export function numberOfAnd(): i32 {
  const A = 97
  const N = 110
  const D = 100
  store<u16>(current, A as u16)
  store<u16>(current, N as u16, 2)
  store<u16>(current, D as u16, 4)
  return numberOf(3, (A * 31 + N) * 31 + D)
}

/** The number of the word at hand. */
function numberOf(length: i32, sum: i32): i32 {
  const mixed = (sum ^ (sum >>> 16)) * 0x45d9f3b
  const first = mixed ^ (mixed >>> 16)
  for (let probe = 0; probe < PROBES; probe++) {
    const slot = (first + probe) & (SLOTS - 1)
    const word = get(slots, slot)
    if (word == 0) {
      set(slots, slot, count)
      return added(length)
    }
    if (isCurrent(word, length)) return word
  }
  const word = numberElsewhere(current, length, count)
  return word == count ? added(length) : word
}

function isCurrent(word: i32, length: i32): bool {
  const start = get(offsets, word)
  if (get(offsets, word + 1) - start != length) return false
  return memory.compare(letters + ((start as usize) << 1), current, (length as usize) << 1) == 0
}

/** Adds the word at hand. */
function added(length: i32): i32 {
  const word = count++
  if (word + 2 > wordsRoom) {
    offsets = moved(offsets, wordsRoom, 2 * wordsRoom)
    entries = moved(entries, wordsRoom, 2 * wordsRoom)
    wordsRoom *= 2
  }
  const start = get(offsets, word)
  if (start + length > lettersRoom) {
    const larger = heap.alloc((lettersRoom as usize) << 2)
    memory.copy(larger, letters, (lettersRoom as usize) << 1)
    letters = larger
    lettersRoom *= 2
  }
  memory.copy(letters + ((start as usize) << 1), current, (length as usize) << 1)
  set(offsets, word + 1, start + length)
  enter(word, length)
  return word
}

/** Writes the entry of a new word, which is the word at hand. */
function enter(word: i32, length: i32): void {
  const atoms = atomsOf(current, length, scratch)
  if (entryEnd + LEAST + 2 * mostAtoms > entryRoom) {
    const larger = 2 * entryRoom + 2 * mostAtoms
    entryList = moved(entryList, entryRoom, larger)
    entryRoom = larger
  }
  set(entries, word, entryEnd)
  const entry = entryOf(word)
  let bits = 0
  let alone: usize = 0
  let goOn = 0
  let end = ATOMS + 1 + atoms
  const onward = end++
  for (let i = 0; i < atoms; i++) {
    const atom = get(scratch, i)
    bits |= bitOf(atom)
    set(entry, ATOMS + 1 + i, atom)
    const node = childOf(root(), atom)
    if (node == 0) continue
    alone = bothOf(alone, node)
    if (onwardBits(node) == 0) continue
    goOn |= onwardBits(node)
    set(entry, end++, node as i32)
  }
  set(entry, 0, bits)
  set(entry, ALONE, alone as i32)
  set(entry, GO_ON, goOn)
  set(entry, ATOMS, atoms)
  set(entry, onward, end - onward - 1)
  entryEnd += end
}
