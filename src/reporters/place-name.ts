import type { Span } from '../model/span.js'

/** A place in words: "line 12", "paragraph 4", "/blocks/boardInformed". */
export const placeName = (span: Span): string => {
  if ('paragraph' in span) return `paragraph ${span.paragraph}`
  return span.pointer ?? `line ${span.start.line}`
}
