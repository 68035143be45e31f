import {
  MAX_MARKDOWN_LINES,
  MAX_MARKDOWN_NESTING,
  MAX_MARKDOWN_SIGNS,
  MAX_NESTED_LINES,
  MAX_TABLE_BARS,
} from '../limits.js'

const isBlank = (unit: number): boolean => unit === 32 || unit === 9

/** Offset past a list marker at `at` and the white space it needs; 0 where there is none. */
const afterMarker = (text: string, at: number): number => {
  const unit = text.charCodeAt(at)
  let end = at
  if (unit === 45 || unit === 42 || unit === 43) end++
  else {
    while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++
    const mark = text.charCodeAt(end)
    if (end === at || end - at > 9 || (mark !== 46 && mark !== 41)) return 0
    end++
  }
  const next = text.charCodeAt(end)
  return isBlank(next) || next === 10 || next === 13 || end >= text.length ? end : 0
}

/** "- - - - -" is a rule across the page, however long. */
const isRule = (text: string, start: number): boolean => {
  const end = text.indexOf('\n', start)
  const line = text.slice(start, end < 0 ? text.length : end).trim()
  return /^(?:-[ \t]*)+$|^(?:\*[ \t]*)+$/.test(line)
}

/** What the start of a line opens. */
interface LineStart {
  /** Quotation marks on it. */
  readonly quotes: number
  /** Columns at which the content of its list items starts. */
  readonly items: readonly number[]
  /** Column of its first list marker, or of its words. */
  readonly column: number
  readonly isBlank: boolean
}

const lineStart = (text: string, start: number): LineStart => {
  const items: number[] = []
  let quotes = 0
  let column = -1
  let i = start
  for (;;) {
    while (isBlank(text.charCodeAt(i))) i++
    if (text.charCodeAt(i) === 62) {
      quotes++
      i++
      continue
    }
    if (column < 0) column = i - start
    const next = afterMarker(text, i)
    if (next === 0) break
    items.push(next - start + 1)
    i = next
  }
  const unit = text.charCodeAt(i)
  return {
    quotes,
    items,
    column,
    isBlank: items.length === 0 && quotes === 0 && (unit === 10 || unit === 13 || i >= text.length),
  }
}

/** Why the quotations and lists of a draft are not parsed; undefined where they are. */
const nestingProblem = (text: string): string | undefined => {
  /** Columns at which the content of the open list items starts. */
  let open: readonly number[] = []
  let afterBlank = true
  let nested = 0
  let start = 0
  for (let line = 1; ; line++) {
    const { quotes, items, column, isBlank: blank } = lineStart(text, start)
    // Words that go on without a blank line belong to the open item, however little they are indented.
    if (items.length > 0 || (afterBlank && !blank)) open = open.filter(content => content <= column)
    const depth = quotes + open.length + items.length
    if (depth > MAX_MARKDOWN_NESTING && !isRule(text, start))
      return `line ${line}: quotations or lists are nested more than ${MAX_MARKDOWN_NESTING} deep. Flatten them.`
    if (depth > 1 && (quotes > 0 || items.length > 0) && ++nested > MAX_NESTED_LINES)
      return `line ${line}: the draft has more than ${MAX_NESTED_LINES} nested list items and quotations. Check the item alone.`
    if (depth <= MAX_MARKDOWN_NESTING) open = [...open, ...items]
    afterBlank = blank
    const next = text.indexOf('\n', start)
    if (next < 0) return undefined
    start = next + 1
  }
}

/** A fence that opens or closes a block. */
const FENCE = /^[ \t>]*(:{3,})([^\r\n]*)$/gm

/** Offset at which blocks are nested deeper than is read; -1 where they are not. */
const tooDeepFence = (text: string): number => {
  if (!text.includes(':::')) return -1
  /** Number of colons of each open block, outermost first. */
  let open: readonly number[] = []
  for (const { 0: line, 1: colons = '', 2: rest = '', index } of text.matchAll(FENCE)) {
    if (rest.trim() !== '') open = [...open, colons.length]
    else {
      const closed = open.findIndex(size => size <= colons.length)
      if (closed >= 0) open = open.slice(0, closed)
    }
    if (open.length > MAX_MARKDOWN_NESTING) return index + line.indexOf(':')
  }
  return -1
}

/**
 * Signs that may open or close emphasis, links and code: the parser pairs them, each with all before it in the paragraph.
 * Asterisks in a row are one, brackets in a row are many.
 */
const SIGNS = /[*_`]+|[[\]]/g
/** Most signs times characters of one paragraph: about two seconds of pairing. Prose has some thousands. */
const MAX_PAIRING = 1e8
/** Shortest paragraph that could exceed it. */
const SUSPECT_LENGTH = 10_000

/** How many signs a text has, counted to one more than `limit`. */
const signsIn = (text: string, limit: number): number => {
  let signs = 0
  SIGNS.lastIndex = 0
  while (signs <= limit && SIGNS.test(text)) signs++
  return signs
}

/** Offset of a paragraph with more signs than are paired; -1 where there is none. */
const tooManySigns = (text: string): number => {
  let start = 0
  for (;;) {
    const end = blankLine(text, start)
    const length = end - start
    if (length > SUSPECT_LENGTH) {
      let signs = 0
      SIGNS.lastIndex = start
      for (let match = SIGNS.exec(text); match && match.index < end; match = SIGNS.exec(text)) {
        signs++
        if (signs * length > MAX_PAIRING) return start
      }
    }
    if (end === text.length) return -1
    start = end + 1
  }
}

/** Offset of the line end before the next blank line; the text's end where there is none. */
const blankLine = (text: string, from: number): number => {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    let next = at + 1
    while (isBlank(text.charCodeAt(next)) || text.charCodeAt(next) === 13) next++
    if (text.charCodeAt(next) === 10) return at
  }
  return text.length
}

/** How often a character stands in a text, counted to one more than `limit`. */
const countOf = (text: string, character: string, limit: number): number => {
  let count = 0
  for (let at = text.indexOf(character); at >= 0 && count <= limit; at = text.indexOf(character, at + 1))
    count++
  return count
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/**
 * Why a draft cannot be parsed in bounded time; undefined where it can. Looked for before the parser runs, whose time
 * grows with lines times depth and with the square of the signs in a paragraph. No real draft comes near.
 */
export const outOfBounds = (text: string): string | undefined => {
  if (countOf(text, '\n', MAX_MARKDOWN_LINES) > MAX_MARKDOWN_LINES)
    return `the draft has more than ${MAX_MARKDOWN_LINES} lines. Check the item alone.`
  if (countOf(text, '|', MAX_TABLE_BARS) > MAX_TABLE_BARS)
    return `the draft has more than ${MAX_TABLE_BARS} table cells. Check the item alone.`
  if (signsIn(text, MAX_MARKDOWN_SIGNS) > MAX_MARKDOWN_SIGNS)
    return `the draft has more than ${MAX_MARKDOWN_SIGNS} asterisks, underscores, brackets and backticks. Check the item alone, or save it as plain text.`
  const nesting = nestingProblem(text)
  if (nesting !== undefined) return nesting
  const fence = tooDeepFence(text)
  if (fence >= 0)
    return `line ${lineAt(text, fence)}: blocks are nested more than ${MAX_MARKDOWN_NESTING} deep. Close each with a line of as many colons as it opens with.`
  const signs = tooManySigns(text)
  return signs < 0
    ? undefined
    : `line ${lineAt(text, signs)}: this paragraph holds too many asterisks, underscores, brackets or backticks to be read as Markdown. Break it up, or save it as plain text.`
}
