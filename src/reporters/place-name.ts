import type { Span } from '../model/span.js'

/** A line this long is a program's, not a person's: its number alone leads nobody to the place. */
const LONG_LINE = 1000

/** A place in words: "line 12", "line 8, column 120345", "paragraph 4", "/blocks/boardInformed". */
export const placeName = (span: Span): string => {
  if ('paragraph' in span) return `paragraph ${span.paragraph}`
  if (span.pointer !== undefined) return span.pointer
  const { line, column } = span.start
  return column > LONG_LINE ? `line ${line}, column ${column}` : `line ${line}`
}
