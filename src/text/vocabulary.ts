import { foldSpelling } from './words.js'

/** Distinct words kept: a document of random words must not fill the memory. */
const LIMIT = 200_000
/** Slots looked at for one word. Words that find no room near theirs, by chance or by design, go to a Map. */
const PROBES = 16

const isApostrophe = (unit: number): boolean =>
  unit === 39 || unit === 0x2019 || unit === 0x2018 || unit === 0x2bc

/** Lower case of a UTF-16 unit, where it is one unit long. */
const lower = (unit: number): number => {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit
  return String.fromCharCode(unit).toLowerCase().charCodeAt(0)
}

/**
 * Numbers words, whatever their case and with or without apostrophes. A word that was met before is found without
 * making a string of it: a fixed table of slots, probed in a row.
 */
export class Vocabulary {
  private readonly slots = new Int32Array(1 << 16)
  private readonly overflow = new Map<string, number>()
  private words: string[] = ['']
  private reset: () => void = () => {}

  /** Calls `forget` whenever the numbers start anew. */
  onReset(forget: () => void): void {
    this.reset = forget
  }

  /** Starts anew if the vocabulary has grown past its limit: between texts, since it makes older numbers void. */
  trim(): void {
    if (this.words.length <= LIMIT) return
    this.words = ['']
    this.slots.fill(0)
    this.overflow.clear()
    this.reset()
  }

  /** The word of a number, its spelling folded. */
  folded(word: number): string {
    return foldSpelling(this.words[word] ?? '')
  }

  /** The number of the word at [start, end) of a text. */
  numberOf(text: string, start: number, end: number): number {
    let hash = 0
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i)
      if (!isApostrophe(unit)) hash = (Math.imul(hash, 31) + lower(unit)) | 0
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
    const { slots } = this
    const first = hash ^ (hash >>> 16)
    for (let probe = 0; probe < PROBES; probe++) {
      const slot = (first + probe) & (slots.length - 1)
      const word = slots[slot] ?? 0
      if (word === 0) {
        const number = this.words.length
        this.words.push(plain(text, start, end))
        slots[slot] = number
        return number
      }
      if (this.isAt(word, text, start, end)) return word
    }
    return this.overflowNumber(plain(text, start, end))
  }

  private overflowNumber(word: string): number {
    const known = this.overflow.get(word)
    if (known !== undefined) return known
    const number = this.words.length
    this.words.push(word)
    this.overflow.set(word, number)
    return number
  }

  private isAt(word: number, text: string, start: number, end: number): boolean {
    const known = this.words[word] ?? ''
    let at = 0
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i)
      if (isApostrophe(unit)) continue
      if (lower(unit) !== known.charCodeAt(at)) return false
      at++
    }
    return at === known.length
  }
}

const plain = (text: string, start: number, end: number): string =>
  text
    .slice(start, end)
    .replace(/['’‘ʼ]/g, '')
    .toLowerCase()
