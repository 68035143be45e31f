import { grown } from './grown.js'
import { APOSTROPHE, letterOf } from './letters.js'
import { foldSpelling } from './spelling.js'

/** Distinct words kept: a document of random words must not fill the memory. */
const LIMIT = 200_000
/** Letters of a word that count: nothing in a lexicon is as long, and a page without a space is one word. */
const LETTERS = 64
/** Slots looked at for one word. Words that find no room near theirs, by chance or by design, go to a Map. */
const PROBES = 16

/**
 * Numbers words, whatever their case and with or without apostrophes. A word that was met before is found without
 * making a string of it: a fixed table of slots, probed in a row, and the letters of all words one behind the other.
 */
export class Vocabulary {
  private readonly slots = new Int32Array(1 << 16)
  private readonly overflow = new Map<string, number>()
  private letters = new Uint16Array(1 << 14)
  /** Where the letters of each word begin; those of the next word begin where they end. Word 0 is none. */
  private offsets = new Int32Array(1 << 11)
  private count = 1
  /** The folded letters of the word at hand. */
  private readonly current = new Uint16Array(LETTERS)
  private reset: () => void = () => {}

  /** Calls `forget` whenever the numbers start anew. */
  onReset(forget: () => void): void {
    this.reset = forget
  }

  /** Starts anew if the vocabulary has grown past its limit: between texts, since it makes older numbers void. */
  trim(): void {
    if (this.count <= LIMIT) return
    this.count = 1
    this.slots.fill(0)
    this.overflow.clear()
    this.reset()
  }

  /** The word of a number, its spelling folded. */
  folded(word: number): string {
    return foldSpelling(this.stringOf(this.letters.subarray(this.offsets[word], this.offsets[word + 1])))
  }

  /** Where the word that was read last ends. */
  end = 0

  /** The number of the word that begins at `start` of a text. */
  numberAt(text: string, start: number): number {
    const { current, slots } = this
    let length = 0
    let hash = 0
    let i = start
    for (; i < text.length; i++) {
      const letter = letterOf(text.charCodeAt(i))
      if (letter > APOSTROPHE) {
        if (length === LETTERS) continue
        current[length++] = letter
        hash = (Math.imul(hash, 31) + letter) | 0
      } else if (letter !== APOSTROPHE || !(letterOf(text.charCodeAt(i + 1)) > APOSTROPHE)) break
    }
    this.end = i
    hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
    const first = hash ^ (hash >>> 16)
    for (let probe = 0; probe < PROBES; probe++) {
      const slot = (first + probe) & (slots.length - 1)
      const word = slots[slot] ?? 0
      if (word === 0) {
        const number = this.add(length)
        slots[slot] = number
        return number
      }
      if (this.isCurrent(word, length)) return word
    }
    return this.overflowNumber(length)
  }

  private overflowNumber(length: number): number {
    const word = this.stringOf(this.current.subarray(0, length))
    const number = this.overflow.get(word) ?? this.add(length)
    this.overflow.set(word, number)
    return number
  }

  /** Adds the word at hand. */
  private add(length: number): number {
    const start = this.offsets[this.count] ?? 0
    if (start + length > this.letters.length) this.letters = grown(this.letters, start + length)
    if (this.count + 1 >= this.offsets.length) this.offsets = grown(this.offsets, this.count + 2)
    this.letters.set(this.current.subarray(0, length), start)
    this.offsets[this.count + 1] = start + length
    return this.count++
  }

  private isCurrent(word: number, length: number): boolean {
    const { offsets, letters, current } = this
    const start = offsets[word] ?? 0
    if ((offsets[word + 1] ?? 0) - start !== length) return false
    for (let i = 0; i < length; i++) if (letters[start + i] !== current[i]) return false
    return true
  }

  private stringOf(units: Uint16Array): string {
    let word = ''
    for (const unit of units) word += String.fromCharCode(unit)
    return word
  }
}
