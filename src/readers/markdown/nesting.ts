import { MAX_NESTING } from '../limits.js'

/** Deepest nesting that the start of a line can open: quotation marks and list markers, one after the other. */
const openedBy = (text: string, start: number): number => {
  let depth = 0
  let i = start
  for (;;) {
    while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i++
    const unit = text.charCodeAt(i)
    if (unit === 62) i++
    else if (unit === 45 || unit === 42 || unit === 43) {
      const next = text.charCodeAt(i + 1)
      if (next !== 32 && next !== 9) return depth
      i++
    } else if (unit >= 48 && unit <= 57) {
      let digits = i
      while (text.charCodeAt(digits) >= 48 && text.charCodeAt(digits) <= 57) digits++
      const mark = text.charCodeAt(digits)
      if (digits - i > 9 || (mark !== 46 && mark !== 41)) return depth
      i = digits + 1
    } else return depth
    depth++
  }
}

/** Columns of indentation at which a list marker is taken for a list nested too deep. */
const DEEPEST_COLUMN = MAX_NESTING * 4

/**
 * Line on which quotations or lists are nested deeper than is read; 0 where none is. Looked for before the parser runs,
 * whose time grows with lines times depth.
 */
export const tooDeepLine = (text: string): number => {
  let line = 1
  let start = 0
  for (;;) {
    if (openedBy(text, start) > MAX_NESTING && !isRule(text, start)) return line
    let column = 0
    while (text.charCodeAt(start + column) === 32 || text.charCodeAt(start + column) === 9) column++
    if (column > DEEPEST_COLUMN && openedBy(text, start) > 0) return line
    const next = text.indexOf('\n', start)
    if (next < 0) return 0
    start = next + 1
    line++
  }
}

/** "- - - - -" is a rule across the page, however long. */
const isRule = (text: string, start: number): boolean => {
  const end = text.indexOf('\n', start)
  return /^\s*(?:(?:-\s*)+|(?:\*\s*)+)$/.test(text.slice(start, end < 0 ? text.length : end))
}
