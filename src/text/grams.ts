/** UTF-16 units of a gram, of each of which five bits are kept. */
const SIZE = 4
const LOW = 31
const GRAM = 2 ** (5 * SIZE) - 1
/** Grams are spread over a table by the golden ratio (Knuth, The Art of Computer Programming, 6.4). */
const GOLDEN = 0x9e3779b1
const TABLE_BITS = 15

/**
 * Tells whether some texts may hold a string: false is certain, true is to be looked at. Texts are gone over once, and
 * most strings of four characters and more are ruled out by a few looks at a table of the runs of four characters met
 * (after Cox, "Regular Expression Matching with a Trigram Index", 2012).
 */
export const gramsOf = (texts: readonly string[]): ((sought: string) => boolean) => {
  const grams = new Uint8Array(2 ** TABLE_BITS)
  for (const text of texts) {
    let gram = 0
    for (let at = 0; at < text.length; at++) {
      gram = ((gram << 5) | (text.charCodeAt(at) & LOW)) & GRAM
      grams[Math.imul(gram, GOLDEN) >>> (32 - TABLE_BITS)] = 1
    }
  }
  return sought => {
    let gram = 0
    for (let at = 0; at < sought.length; at++) {
      gram = ((gram << 5) | (sought.charCodeAt(at) & LOW)) & GRAM
      if (at >= SIZE - 1 && grams[Math.imul(gram, GOLDEN) >>> (32 - TABLE_BITS)] === 0) return false
    }
    return true
  }
}
