/** What the letter table says of a UTF-16 unit: not looked up yet, no part of a word, an apostrophe; else its lower case. */
const UNKNOWN: i32 = 0
export const NO_LETTER: i32 = 1
export const APOSTROPHE: i32 = 2

/** The same as `letterOf` of src/text/letters.ts, which knows the letters of all scripts. */
declare function letterOf(unit: i32): i32

const UNITS: i32 = 65536
const table: usize = heap.alloc(2 * UNITS)

/** The lower case of a unit that is part of a word, or one of the marks above. */
export function letter(unit: i32): i32 {
  const known = load<u16>(table + ((unit as usize) << 1)) as i32
  return known != UNKNOWN ? known : lookedUp(unit)
}

function lookedUp(unit: i32): i32 {
  const found = letterOf(unit)
  store<u16>(table + ((unit as usize) << 1), found as u16)
  return found
}
