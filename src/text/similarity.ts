/**
 * Letters and digits alone, lower case: what two texts have to share to be the same words. Quotation marks, hyphens
 * and layout differ between a filing and its facts.
 */
export const lettersAndDigits = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Words as similarity counts them: runs of letters and digits, apostrophes dropped. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Every run of `size` words (Broder 1997), as a set; shorter texts have one shingle. */
export const shinglesOf = (words: readonly string[], size = 4): ReadonlySet<string> => {
  const shingles = new Set<string>()
  for (let i = 0; i + size <= Math.max(words.length, size); i++)
    shingles.add(words.slice(i, i + size).join(' '))
  return shingles
}

/** Shared shingles over all shingles: 1 for the same words, 0 for none in common (Jaccard's coefficient). */
export const resemblance = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}
