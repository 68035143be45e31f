/**
 * Transformations that give true or false whatever the words: `fixed-true` and `fixed-false` of the registries of 2020
 * and 2022, `booleantrue` and `booleanfalse` of those before.
 */
const FIXED: Readonly<Record<string, boolean>> = {
  'fixed-true': true,
  'fixed-false': false,
  booleantrue: true,
  booleanfalse: false,
  'boolean-true': true,
  'boolean-false': false,
}

/** Literals of `xs:boolean`. */
const LITERAL: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false }

/**
 * What a flag says.
 * @param format local name of its transformation, null for none
 * @param text what a reader sees in it
 * @returns null where it is neither true nor false
 */
export const flagValueOf = (format: string | null, text: string): boolean | null => {
  if (format === null) return Object.hasOwn(LITERAL, text) ? (LITERAL[text] ?? null) : null
  // The SEC's own: an empty ballot box, or one that is marked.
  if (format === 'boolballotbox') return text === '☐' ? false : text === '☑' || text === '☒' ? true : null
  return Object.hasOwn(FIXED, format) ? (FIXED[format] ?? null) : null
}
