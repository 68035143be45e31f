import { COLON } from '../text/marks.js'
import type { Match, Scan } from './match.js'

/**
 * Whether words that rule a pattern out speak of what it matched. In an enumeration ("the program includes: tests by
 * outside firms; oversight of vendors; …") each item is read for itself, as it would be in a list, with what leads all
 * of them in.
 */
export const speaksOf = (scan: Scan, ruledOutBy: Match, match: Match): boolean => {
  const part = scan.partOf(ruledOutBy.start)
  if (part > scan.partOf(match.end - 1)) return false
  if (scan.partOf(ruledOutBy.end - 1) >= scan.partOf(match.start)) return true
  return part === 0 && leadsIn(scan, ruledOutBy.start, match.start)
}

/** Whether a colon, before the first semicolon, parts a word from a later one: "we plan to do the following: …". */
export const leadsIn = (scan: Scan, from: number, to: number): boolean => {
  for (let i = from + 1; i <= to && scan.partOf(i) === 0; i++)
    if ((scan.marksBefore(i) & COLON) !== 0) return true
  return false
}
