/** What stands between a word and the one before it, as bits: those of src/evidence/matcher/words.ts. */
export const COMMA = 1
export const SEMICOLON = 2
export const COLON = 4
export const DASH = 32
