import { lastNotAfter } from './last-not-after.js'

/** A place in a text: line and column count from 1 in UTF-16 units, offset from 0. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A stretch of a text file; with `pointer` (RFC 6901), of the string at that place in a JSON or YAML file. */
export interface TextSpan {
  readonly start: Position
  readonly end: Position
  readonly pointer?: string
}

/** A stretch of a Word document, whose source is a zip: paragraph and run count from 1, offset and length in UTF-16 units. */
export interface WordSpan {
  readonly paragraph: number
  readonly run: number
  readonly offset: number
  readonly length: number
}

export type Span = TextSpan | WordSpan

/**
 * A text that spans point into: the file itself, or one string inside a JSON or YAML file.
 * Positions are worked out only for what is reported.
 */
export interface Source {
  readonly text: string
  readonly pointer?: string
  /** Place of a known offset range in this source. */
  readonly span: (start: number, end: number) => Span
}

/** A source whose places are lines and columns. */
export interface TextSource extends Source {
  readonly span: (start: number, end: number) => TextSpan
}

/** Offsets of the first character of each line; a line ends at LF, CR LF or CR. */
const lineStartsOf = (text: string): readonly number[] => {
  const starts = [0]
  // Plain search: a text may be a report of megabytes, and few have another end of line.
  if (!text.includes('\r'))
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  else for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  return starts
}

/** A source of plain characters. Line starts are found on the first question about a place. */
export const textSource = (text: string, pointer?: string): TextSource => {
  let lineStarts: readonly number[] | undefined
  const positionOf = (offset: number): Position => {
    lineStarts ??= lineStartsOf(text)
    const line = lastNotAfter(lineStarts, offset)
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1, offset }
  }
  const span = (start: number, end: number): TextSpan => ({
    start: positionOf(start),
    end: positionOf(end),
    ...(pointer === undefined ? {} : { pointer }),
  })
  return pointer === undefined ? { text, span } : { text, pointer, span }
}

/** What stands in a file before a part of it that starts with a line of its own. */
export interface Before {
  readonly lines: number
  /** UTF-16 units, line ends included. */
  readonly characters: number
}

/** A part of a file as a source of its own, whose places are places of the file. */
export const partSource = (text: string, { lines, characters }: Before): TextSource => {
  const own = textSource(text)
  const moved = ({ line, column, offset }: Position): Position => ({
    line: line + lines,
    column,
    offset: offset + characters,
  })
  return {
    text,
    span: (start, end) => {
      const span = own.span(start, end)
      return { start: moved(span.start), end: moved(span.end) }
    },
  }
}
