/** What {@link letterOf} gives for a character that is no part of a word. */
const NO_LETTER = 1
/** What it gives for an apostrophe, which is part of a word where a letter follows. */
const APOSTROPHE = 2

const APOSTROPHES = new Set([39, 0x2018, 0x2019, 0x2bc])

const isLetter = (unit: number): boolean =>
  unit < 0x250
    ? (unit >= 48 && unit <= 57) ||
      (unit >= 65 && unit <= 90) ||
      (unit >= 97 && unit <= 122) ||
      (unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7)
    : (unit >= 0x370 && unit < 0x2000) || unit >= 0x2c00

/** The lower-case form of a UTF-16 unit that is part of a word (a letter or a digit), or one of the marks above. */
export const letterOf = (unit: number): number => {
  if (APOSTROPHES.has(unit)) return APOSTROPHE
  return isLetter(unit) ? String.fromCharCode(unit).toLowerCase().charCodeAt(0) : NO_LETTER
}
