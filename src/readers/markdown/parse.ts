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

/** The tree of a Markdown text, with offsets into that text. */
export const parseMarkdown = (text: string): Root => {
  const shown = text.includes('cyd:') ? text.replace(PREFIXED, 'cyd_') : text
  const hasTable = shown.includes('|') && DELIMITER_ROW.test(shown)
  return (hasTable ? withTables : plain).parse(shown)
}

/** A directive's name as its author wrote it, without the taxonomy's prefix. */
export const directiveName = (name: string): string => (name.startsWith('cyd_') ? name.slice(4) : name)
