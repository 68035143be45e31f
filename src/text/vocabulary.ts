import { foldSpelling } from './words.js'

/** Distinct words kept: a document of random words must not fill the memory. */
const LIMIT = 200_000

const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2019 || unit === 0x2018 || unit === 0x2bc

/** Lower case of a UTF-16 unit, where it is one unit long. */
const lower = (unit: number): number => {
  if (unit < 128) return unit >= 65 && unit <= 90 ? unit + 32 : unit
  return String.fromCharCode(unit).toLowerCase().charCodeAt(0)
}

/**
 * Numbers words, whatever their case and with or without apostrophes. A word that was met before is found without
 * making a string of it.
 */
export class Vocabulary {
  private slots: Int32Array = new Int32Array(4096)
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
    this.slots = new Int32Array(4096)
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
    let { slots } = this
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1)
    for (;;) {
      const word = slots[slot] ?? 0
      if (word === 0) break
      if (this.isAt(word, text, start, end)) return word
      slot = (slot + 1) & (slots.length - 1)
    }
    const number = this.words.length
    this.words.push(text.slice(start, end).replace(/['’‘ʼ]/g, '').toLowerCase())
    if (number * 2 > slots.length) slots = this.grow()
    else slots[slot] = number
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

  private grow(): Int32Array {
    const slots = new Int32Array(this.slots.length * 2)
    for (let word = 1; word < this.words.length; word++) {
      const known = this.words[word] ?? ''
      let hash = 0
      for (let i = 0; i < known.length; i++) hash = (Math.imul(hash, 31) + known.charCodeAt(i)) | 0
      let slot = (hash ^ (hash >>> 15)) & (slots.length - 1)
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = word
    }
    this.slots = slots
    return slots
  }
}
