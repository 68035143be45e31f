import type { Root } from 'mdast'
import type {} from 'mdast-util-directive'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** Adds the tables of GitHub's Markdown alone: all of remark-gfm doubles the time of parsing. */
function tables(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfmTable()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmTableFromMarkdown()]
}

const plain = unified().use(remarkParse).use(remarkFrontmatter).use(remarkDirective).freeze()
const withTables = unified().use(remarkParse).use(remarkFrontmatter).use(remarkDirective).use(tables).freeze()

/** A row of dashes and bars, without which there is no table. */
const DELIMITER_ROW = /^[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\||$)[ \t|:-]*$/m

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

/** The tree of a Markdown text, with offsets into that text. */
export const parseMarkdown = (text: string): Root => {
  const unmarked = masked(text)
  const shown = unmarked.includes('cyd:') ? unmarked.replace(PREFIXED, 'cyd_') : unmarked
  const hasTable = shown.includes('|') && DELIMITER_ROW.test(shown)
  return (hasTable ? withTables : plain).parse(shown)
}

/** A directive's name as its author wrote it, without the taxonomy's prefix. */
export const directiveName = (name: string): string => (name.startsWith('cyd_') ? name.slice(4) : name)
