import { lettersAndDigits } from '../text/similarity.js'

/**
 * A 64-bit hash of a text as 16 hexadecimal digits: two 32-bit multiply-and-mix streams with the finalizer of
 * MurmurHash3 (Appleby). Pure, so that a browser and Node agree; not for secrets.
 */
export const hash64 = (text: string): string => {
  let h1 = 0xdeadbeef
  let h2 = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    h1 = Math.imul(h1 ^ unit, 2654435761)
    h2 = Math.imul(h2 ^ unit, 1597334677)
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909)
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909)
  const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
  return hex(h2) + hex(h1)
}

/**
 * Gives fingerprints to the findings of one document: rule, requirement or element, letters and digits of the quoted
 * sentence, and an ordinal for equal ones. Lines, paths and headings are no part, so that a finding keeps its
 * fingerprint when the document is moved, rewrapped or reordered.
 */
export const fingerprinter = (): ((rule: string, subject: string, sentence: string) => string) => {
  const seen = new Map<string, number>()
  return (rule, subject, sentence) => {
    const identity = `${rule}\n${subject}\n${lettersAndDigits(sentence)}`
    const ordinal = seen.get(identity) ?? 0
    seen.set(identity, ordinal + 1)
    return hash64(ordinal === 0 ? identity : `${identity}\n${ordinal}`)
  }
}
