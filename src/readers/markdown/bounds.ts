import { MAX_MARKDOWN_NESTING } from '../limits.js'

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

/** Line on which quotations or lists are nested deeper than is read; 0 where none is. */
const tooDeepLine = (text: string): number => {
  /** Columns at which the content of the open list items starts. */
  let open: number[] = []
  let afterBlankLine = true
  let start = 0
  for (let line = 1; ; line++) {
    let i = start
    let quotes = 0
    let column = 0
    const opened: number[] = []
    for (;;) {
      while (isBlank(text.charCodeAt(i))) i++
      column = i - start
      if (text.charCodeAt(i) === 62) {
        quotes++
        i++
        continue
      }
      const next = afterMarker(text, i)
      if (next === 0) break
      if (opened.length === 0) open = open.filter(content => content <= column)
      opened.push(next - start + 1)
      i = next
    }
    const unit = text.charCodeAt(i)
    const isEmpty = opened.length === 0 && quotes === 0 && (unit === 10 || unit === 13 || i >= text.length)
    if (opened.length === 0 && afterBlankLine && !isEmpty) open = open.filter(content => content <= column)
    if (!isEmpty) afterBlankLine = false
    else afterBlankLine = true
    if (opened.length > 0) open.push(...opened)
    if (quotes + open.length > MAX_MARKDOWN_NESTING && !isRule(text, start)) return line
    if (open.length > MAX_MARKDOWN_NESTING) open = open.slice(0, -opened.length)
    const next = text.indexOf('\n', start)
    if (next < 0) return 0
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

/** Signs that may open or close emphasis, links and code: the parser pairs them, each with all before it in the paragraph. */
const SIGNS = /[*_`[\]]+/g
/** Most signs times characters of one paragraph: about two seconds of pairing. Prose has some thousands. */
const MAX_PAIRING = 1e8
/** Shortest paragraph that could exceed it. */
const SUSPECT_LENGTH = 10_000

/** Offset of a paragraph with more signs than are paired; -1 where there is none. */
const tooManySigns = (text: string): number => {
  let start = 0
  for (;;) {
    const found = text.indexOf('\n\n', start)
    const end = found < 0 ? text.length : found
    const length = end - start
    if (length > SUSPECT_LENGTH) {
      let signs = 0
      SIGNS.lastIndex = start
      for (let match = SIGNS.exec(text); match && match.index < end; match = SIGNS.exec(text)) {
        signs++
        if (signs * length > MAX_PAIRING) return start
      }
    }
    if (found < 0) return -1
    start = end + 2
  }
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/**
 * Why a draft cannot be parsed in bounded time; undefined where it can. Looked for before the parser runs, whose time
 * grows with lines times depth and with the square of the signs in a paragraph. No real draft comes near.
 */
export const outOfBounds = (text: string): string | undefined => {
  const line = tooDeepLine(text)
  if (line > 0)
    return `line ${line}: quotations or lists are nested more than ${MAX_MARKDOWN_NESTING} deep. Flatten them.`
  const fence = tooDeepFence(text)
  if (fence >= 0)
    return `line ${lineAt(text, fence)}: blocks are nested more than ${MAX_MARKDOWN_NESTING} deep. Close each with a line of as many colons as it opens with.`
  const signs = tooManySigns(text)
  return signs < 0
    ? undefined
    : `line ${lineAt(text, signs)}: this paragraph holds too many asterisks, underscores, brackets or backticks to be read as Markdown. Break it up, or save it as plain text.`
}
