import { eastAsianWidth } from 'get-east-asian-width'

/** Columns that a code point takes: 2 for wide East Asian characters, 0 for combining marks and invisible ones. */
const columnsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x300) return 1
  // General punctuation and arrows: quotation marks, dashes, bullets, as drafts are full of them.
  if (code >= 0x2010 && code <= 0x2027) return 1
  return /^[\p{M}\p{Cf}]$/u.test(character) ? 0 : eastAsianWidth(code)
}

/** Columns that a text takes in a terminal. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const character of text) width += columnsOf(character)
  return width
}

/** A line of a wrapped text, as offsets of [start, end) into it. */
export interface Line {
  readonly start: number
  readonly end: number
}

/**
 * Wraps a text at spaces, and anywhere in a word that is longer than a line.
 * @param width columns of a line, at least 2
 */
export const wrap = (text: string, width: number): readonly Line[] => {
  const lines: Line[] = []
  let start = 0
  let column = 0
  /** The last place where this line may end, and where the next would begin. */
  let breakEnd = -1
  let breakNext = -1
  let columnAtBreak = 0
  let at = 0
  for (const character of text) {
    const next = at + character.length
    if (character === '\n') {
      lines.push({ start, end: at })
      start = next
      column = 0
      breakEnd = -1
    } else if (character === ' ') {
      breakEnd = at
      breakNext = next
      column++
      columnAtBreak = column
    } else {
      const columns = columnsOf(character)
      if (column + columns > width && at > start) {
        const atSpace = breakEnd > start
        lines.push({ start, end: atSpace ? breakEnd : at })
        column = atSpace ? column - columnAtBreak : 0
        start = atSpace ? breakNext : at
        breakEnd = -1
      }
      column += columns
      if (columns === 2) {
        breakEnd = next
        breakNext = next
        columnAtBreak = column
      }
    }
    at = next
  }
  lines.push({ start, end: text.length })
  return lines
}

/** Wraps a text and indents each of its lines. */
export const paragraph = (text: string, width: number, indent: string, first = indent): string[] =>
  wrap(text, Math.max(2, width - indent.length)).map(
    ({ start, end }, index) => `${index === 0 ? first : indent}${text.slice(start, end).trimEnd()}`,
  )

/** A text cut to a number of columns, with an ellipsis where something was cut. */
export const shortened = (text: string, width: number): string => {
  if (widthOf(text) <= width) return text
  let kept = ''
  let column = 0
  for (const character of text) {
    column += columnsOf(character)
    if (column > width - 1) break
    kept += character
  }
  const space = kept.lastIndexOf(' ')
  return `${(space > kept.length / 2 ? kept.slice(0, space) : kept).trimEnd().replace(/[,;:]$/, '')}…`
}
