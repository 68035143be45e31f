/** What may be a letter beyond ASCII: not the quotation marks and dashes of most texts. */
const BEYOND_ASCII = /[^\0-\x7f\u2000-\u206f]/

/**
 * Letters and digits alone, lower case: what two texts have to share to be the same words. Quotation marks, hyphens
 * and layout differ between a filing and its facts.
 */
export const lettersAndDigits = (text: string): string => {
  const lower = text.toLowerCase()
  // Property classes cost ten times as much as plain ones, and most filings are plain.
  return BEYOND_ASCII.test(lower) ? lower.replace(/[^\p{L}\p{N}]+/gu, '') : lower.replace(/[^a-z0-9]+/g, '')
}

/** Lower case of an ASCII letter or a digit; 0 for what does not count; -1 for what takes a closer look. */
const counted = (unit: number): number => {
  // The block of quotation marks and dashes holds no letter.
  if (unit >= 128) return unit >= 0x2000 && unit < 0x2070 ? 0 : -1
  if ((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)) return unit
  return unit >= 65 && unit <= 90 ? unit + 32 : 0
}

/** Whether two texts have the same letters and digits. Most that differ do so early, and cost no more than that. */
export const sameLettersAndDigits = (a: string, b: string): boolean => {
  let i = 0
  let j = 0
  for (;;) {
    let one = 0
    let other = 0
    while (one === 0 && i < a.length) one = counted(a.charCodeAt(i++))
    while (other === 0 && j < b.length) other = counted(b.charCodeAt(j++))
    if (one < 0 || other < 0) return lettersAndDigits(a) === lettersAndDigits(b)
    if (one !== other) return false
    if (one === 0) return true
  }
}

/** Words as similarity counts them: runs of letters and digits, apostrophes dropped. */
export const wordsOf = (text: string): readonly string[] => {
  const lower = text.toLowerCase().replace(/['’‘]/g, '')
  return lower.match(BEYOND_ASCII.test(lower) ? /[\p{L}\p{N}]+/gu : /[a-z0-9]+/g) ?? []
}

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

/** How many samples are taken of a text, how long each is, in characters. */
const SAMPLES = 8
const SAMPLE_LENGTH = 24

/**
 * Whether two texts may resemble each other: a quarter of the samples of the shorter one stand in the longer one. A
 * hundred times cheaper than shingles, and enough to pass over texts that have nothing in common.
 */
export const mayResemble = (first: string, second: string): boolean => {
  const [short, long] = first.length < second.length ? [first, second] : [second, first]
  if (short.length * 3 < long.length) return false
  const step = Math.max(1, Math.floor((short.length - SAMPLE_LENGTH) / SAMPLES))
  let found = 0
  for (let at = 0, taken = 0; taken < SAMPLES && at + SAMPLE_LENGTH <= short.length; at += step, taken++)
    if (long.includes(short.slice(at, at + SAMPLE_LENGTH))) found++
  return found * 4 >= SAMPLES
}
