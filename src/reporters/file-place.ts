import type { ReportFinding } from '../model/report.js'
import type { Span } from '../model/span.js'
import { placeName } from './place-name.js'

/** A stretch of a file that other programs can open: lines and columns count from 1. */
export interface FilePlace {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Where the span is a place in the file itself: not in a string of a JSON file, nor in a Word document. */
export const filePlace = (span: Span | null): FilePlace | null => {
  if (span === null || 'paragraph' in span || span.pointer !== undefined) return null
  const { start, end } = span
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

/** The first line of the file stands for places that have no line, where a format wants one. */
export const lineOf = (span: Span | null): number => filePlace(span)?.line ?? 1

/** Which record of the file, and which place in it, where lines and columns do not tell: "larkspur-2025, /flags". */
export const innerPlace = (id: string | null, { span }: Pick<ReportFinding, 'span'>): string =>
  [id, span === null || filePlace(span) !== null ? null : placeName(span)]
    .filter(part => part !== null)
    .join(', ')

/** The path as programs compare it with those of a repository: slashes, and no "./" before it. */
export const pathName = (path: string): string => path.replaceAll('\\', '/').replace(/^(?:\.\/+)+(?=.)/, '')
