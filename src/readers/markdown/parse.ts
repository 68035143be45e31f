import type { Root } from 'mdast'
import type {} from 'mdast-util-directive'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Construct, Extension } from 'micromark-util-types'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { abridged } from './plain-paragraphs.js'

/** A row of dashes and bars, without which there is no table. */
const DELIMITER_ROW = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\||$)[ \t|:-]*$/

/** Where a table could stand. */
interface TablePlaces {
  /** Numbers of the lines from above a delimiter row to the next blank line. */
  readonly lines: ReadonlySet<number>
  /** Characters that such a row could begin with, as numbers. */
  readonly openers: ReadonlySet<number>
}

/** Marks of the quotations and list items that a row may stand in, and its own first character. */
const ROW_START = /^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*[^ \t]?/

const tablePlaces = (text: string): TablePlaces => {
  const found = new Set<number>()
  const openers = new Set<number>()
  const lines = text.split(/\r\n?|\n/)
  const add = (at: number): void => {
    found.add(at + 1)
    const [start = ''] = ROW_START.exec(lines[at] ?? '') ?? []
    for (let i = 0; i < start.length; i++) openers.add(start.charCodeAt(i))
  }
  for (let at = 1; at < lines.length; at++) {
    if (!lines[at]?.includes('|') || !DELIMITER_ROW.test(lines[at] ?? '')) continue
    add(at - 1)
    for (; at < lines.length && /[^ \t>]/.test(lines[at] ?? ''); at++) add(at)
  }
  return { lines: found, openers }
}

/**
 * GitHub's tables alone: all of remark-gfm doubles the time of parsing. Even so the parser would try every line of the
 * draft as the head of a table, at half the price again; it is told with what such a line begins, and which it can be.
 */
const tablesAt = ({ lines, openers }: TablePlaces): Extension => {
  const { flow, ...rest } = gfmTable()
  const constructs = [flow?.['null'] ?? []].flat().map(
    (construct): Construct => ({
      ...construct,
      // What else begins with the character is tried first, as it is where a table may begin with any.
      add: 'after',
      tokenize(effects, ok, nok) {
        return lines.has(this.now().line) ? construct.tokenize.call(this, effects, ok, nok) : nok
      },
    }),
  )
  return { ...rest, flow: Object.fromEntries([...openers].map(opener => [opener, constructs])) }
}

/** Adds tables to a parser. */
function tables(this: Processor, places: TablePlaces): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), tablesAt(places)]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()]
}

const plain = unified().use(remarkParse).use(remarkFrontmatter)
const withDirectives = unified().use(remarkParse).use(remarkFrontmatter).use(remarkDirective)

/** A colon with a name after it: without one there is no directive. */
const COLON_NAME = /:[^\s\d:/]/

/**
 * Element names with the taxonomy's prefix in a directive: `:::cyd:Name`. A directive's name has no colon, so the
 * parser is shown an underscore in its place; offsets stay what they are.
 */
const PREFIXED = /(?<=:)cyd:(?=[A-Za-z])/g

/** Stands for each character of such a comment: a character that is no white space to Markdown and nothing to a reader. */
export const MASK = '\u2060'

/** What may stand on a line before a comment that opens it. */
const LINE_PREFIX = /(?:^|[\r\n])[ \t>]*(?:[-*+][ \t]+)?$/
const PREFIX_LENGTH = 200

/**
 * A text without the comments that open a line of words. Markdown would take such a line for HTML, and what it holds of
 * directives and emphasis for plain characters.
 */
const masked = (text: string): string => {
  const pieces: string[] = []
  let copied = 0
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const close = text.indexOf('-->', start + 4)
    if (close < 0) break
    const end = close + 3
    const opensLine = LINE_PREFIX.test(text.slice(Math.max(0, start - PREFIX_LENGTH), start))
    if (opensLine && /^[ \t]*\S/.test(text.slice(end, end + PREFIX_LENGTH))) {
      pieces.push(text.slice(copied, start), text.slice(start, end).replace(/[^\r\n]/g, MASK))
      copied = end
    }
    start = text.indexOf('<!--', end)
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(copied)
}

/** The tree of a text of which the parser is shown each character. */
export const parseWhole = (text: string): Root => {
  const places = text.includes('|') ? tablePlaces(text) : undefined
  const parser = COLON_NAME.test(text) ? withDirectives : plain
  return (places && places.lines.size > 0 ? parser().use(tables, places) : parser).parse(text)
}

/** The tree of a Markdown text, with offsets into that text. */
export const parseMarkdown = (text: string): Root => {
  const unmarked = masked(text)
  const shown = unmarked.includes('cyd:') ? unmarked.replace(PREFIXED, 'cyd_') : unmarked
  const { text: short, restore } = abridged(shown)
  const root = parseWhole(short)
  return restore(root) ? root : parseWhole(shown)
}

/** A directive's name as its author wrote it, without the taxonomy's prefix. */
export const directiveName = (name: string): string => (name.startsWith('cyd_') ? name.slice(4) : name)
