import type {
  Heading,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
} from 'mdast'
import type { Block, Place, ReaderNote } from '../../model/disclosure.js'
import { type CydElement, ELEMENTS, elementNamed } from '../../model/elements.js'
import type { Form } from '../../model/forms.js'
import type { Prose } from '../../model/prose.js'
import type { TextSource } from '../../model/span.js'
import { nearestName } from '../../text/nearest-name.js'
import { type ProseBuilder, proseBuilder } from '../../text/prose-builder.js'
import { titleLevel } from '../bold-title.js'
import type { TableFlag } from '../flag-rows.js'
import { blockOfHeading } from '../heading-blocks.js'
import { headingPath } from '../heading-path.js'
import { type ItemHeading, itemOpened, itemSection } from '../item-section.js'
import { opensList } from '../lead-in.js'
import { MAX_MARKDOWN_NESTING } from '../limits.js'
import { openBlocks } from '../open-blocks.js'
import { readFlagTable } from './flag-table.js'
import { offsetsOf } from './offsets.js'
import { directiveName } from './parse.js'
import { placeText } from './place-text.js'

/** Adds a stretch of HTML to a prose; loaded only where a draft has markup. */
export type AddHtml = (
  builder: ProseBuilder,
  source: string,
  html: string,
  start: number,
  headings: readonly string[],
) => void

/** What a draft holds. */
export interface Draft {
  readonly prose: Prose
  readonly blocks: readonly Block[]
  /** Flags of its tables. */
  readonly flags: readonly TableFlag[]
  /** Words that a directive marks as bearing on a flag. */
  readonly marks: ReadonlyMap<CydElement, Place>
  readonly notes: readonly ReaderNote[]
  readonly problems: readonly { readonly at: number; readonly message: string }[]
  /** Whether anything shows that this is a disclosure on cybersecurity. */
  readonly isDisclosure: boolean
}

type Context = { readonly quotes: number; readonly depth: number; readonly leadIn: number | undefined }

const SHORT_NAMES = [...new Set(ELEMENTS.map(({ name }) => name))]

/** Whether the directive's label is written: `:name[…]`. */
const hasLabel = (text: string, start: number, name: string): boolean => text[start + 1 + name.length] === '['

/** Elements that a directive in the tree opens a block for: their headings open none. */
const directed = (root: Root, text: string): ReadonlySet<CydElement> => {
  const found = new Set<CydElement>()
  const rest: Nodes[] = [root]
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (
      node.type === 'containerDirective' ||
      (node.type === 'textDirective' && hasLabel(text, offsetsOf(node)[0], node.name))
    ) {
      const element = elementNamed(directiveName(node.name), 'textBlock')
      if (element) found.add(element)
    }
    if ('children' in node) rest.push(...node.children)
  }
  return found
}

/** Reads the tree of a draft: its prose in order, and what directives, headings and tables say of it. */
export const readDraft = (
  root: Root,
  source: TextSource,
  form: Form | undefined,
  addHtml: AddHtml | undefined,
): Draft => {
  const { text } = source
  const builder = proseBuilder(source)
  const blocks = openBlocks(builder)
  const path = headingPath()
  const explicit = directed(root, text)
  const flags: TableFlag[] = []
  const marks = new Map<CydElement, Place>()
  const notes: ReaderNote[] = []
  const problems: { at: number; message: string }[] = []
  let itemHeadings = 0

  /** Adds words; `target` is a builder of its own where only the words are asked for. */
  const addPhrases = (
    nodes: readonly PhrasingContent[],
    quotes: number,
    target: ProseBuilder,
    depth: number,
  ): void => {
    if (depth > MAX_DEPTH) return
    for (const node of nodes) {
      const [start, end] = offsetsOf(node)
      switch (node.type) {
        case 'text':
          placeText(target, text, start, end, node.value, quotes)
          break
        case 'break':
          target.insert(' ', start, end)
          break
        case 'inlineCode': {
          const at = text.indexOf(node.value, start)
          if (at >= start && at + node.value.length <= end) target.copy(at, at + node.value.length)
          else target.insert(node.value, start, end)
          break
        }
        case 'html':
          if (/^<br\b/i.test(node.value)) target.insert(' ', start, end)
          else if (isTemplateField(text, start, end)) target.copy(start, end)
          break
        case 'textDirective':
          addDirective(node, quotes, target, depth)
          break
        default:
          if ('children' in node) addPhrases(node.children, quotes, target, depth + 1)
      }
    }
  }

  /** Source that stands for itself, between the words of a directive that is none. */
  const addVerbatim = (start: number, end: number, target: ProseBuilder): void => {
    if (end > start) target.copy(start, end)
  }

  const addDirective = (
    node: Extract<Nodes, { type: 'textDirective' | 'leafDirective' }>,
    quotes: number,
    target: ProseBuilder,
    depth: number,
  ): void => {
    const [start, end] = offsetsOf(node)
    const name = directiveName(node.name)
    const block = elementNamed(name, 'textBlock')
    const flag = elementNamed(name, 'boolean')
    const labeled = node.type === 'textDirective' && hasLabel(text, start, node.name)
    if (labeled && (block || flag) && end <= start + 1 + node.name.length) {
      if (target === builder)
        problems.push({
          at: start,
          message: `the bracket of ":${name}[" is not closed. Close it with "]" after the words that it marks.`,
        })
      addVerbatim(start, end, target)
      return
    }
    if (labeled && (block || flag)) {
      if (target === builder && block) blocks.open(block, 'directive', [start, end], 0)
      else if (target === builder && flag)
        mark(flag, start + node.name.length + 2, text.lastIndexOf(']', end - 1))
      addPhrases(node.children, quotes, target, depth + 1)
      if (target === builder && block) {
        const opened = blocks.top()
        blocks.close(top => top === opened)
      }
      return
    }
    if (target === builder) noteMistake(node.type, name, start, end, labeled)
    // A name that is none, or without its brackets, is a colon and a word: "Item 16K:Governance".
    const first = node.children[0]
    const last = node.children.at(-1)
    if (!first || !last) addVerbatim(start, end, target)
    else {
      addVerbatim(start, offsetsOf(first)[0], target)
      addPhrases(node.children, quotes, target, depth + 1)
      addVerbatim(offsetsOf(last)[1], end, target)
    }
  }

  const noteMistake = (type: string, name: string, start: number, end: number, labeled: boolean): void => {
    const at = { source, start, end }
    const known = elementNamed(name, 'textBlock') ?? elementNamed(name, 'boolean')
    if (known && type === 'leafDirective')
      notes.push({
        message: `"::${name}" opens no block: a block opens with three colons. It was read as words.`,
        at,
      })
    else if (known)
      notes.push({
        message: `":${name}" marks no words: they go in brackets, ":${name}[…]". It was read as a word.`,
        at,
      })
    else if (labeled) {
      const nearest = nearestName(name, SHORT_NAMES)
      if (nearest)
        notes.push({ message: `":${name}[…]" was read as words. Did you mean ":${nearest}[…]"?`, at })
    }
  }

  const mark = (flag: CydElement, start: number, end: number): void => {
    if (!marks.has(flag)) marks.set(flag, { source, start, end })
  }

  /** Text of some words, without adding them. */
  const wordsOf = (nodes: readonly PhrasingContent[], quotes: number): string => {
    const scratch = proseBuilder(source)
    addPhrases(nodes, quotes, scratch, 0)
    return scratch.finish().text
  }

  const addHeading = (node: Heading | Paragraph, level: number, heading: string, context: Context): void => {
    blocks.close(block => block.level >= level)
    builder.open('heading', { headings: path.above(level), level })
    addPhrases(node.children, context.quotes, builder, 0)
    path.enter(level, heading)
    const element = blockOfHeading(heading)
    if (element && !explicit.has(element)) blocks.open(element, 'heading', offsetsOf(node), level)
  }

  const addItem = (item: ListItem, context: Context): void => {
    let own = context.leadIn
    item.children.forEach((child, index) => {
      const before = item.children[index - 1]
      if (child.type === 'paragraph' && index === 0) {
        builder.open('list-item', { headings: path.current(), ...(own === undefined ? {} : { leadIn: own }) })
        addPhrases(child.children, context.quotes, builder, 0)
      } else {
        if (child.type === 'list' && before?.type === 'paragraph' && leads(before)) own = builder.nextUnit - 1
        addNode(child, { ...context, depth: context.depth + 1, leadIn: own })
      }
    })
  }

  /** Whether a paragraph leads in the list after it; marks of emphasis at its end do not count. */
  const leads = (node: Nodes): boolean => {
    const [start, end] = offsetsOf(node)
    return opensList(text.slice(Math.max(start, end - 40), end).replace(/[*_~`\s]+$/, ''))
  }

  const addChildren = (node: Parents, context: Context): void => {
    let before: Nodes | undefined
    let leadIn: number | undefined
    let afterComment = false
    for (const child of node.children) {
      if (isComment(child)) {
        afterComment = true
        continue
      }
      // A comment on a line of its own parts paragraphs and lists for the parser, not for a reader.
      if (afterComment && before && child.type === 'paragraph' && goesOn(before, child)) {
        builder.insert(' ', offsetsOf(before)[1], offsetsOf(child)[0])
        addPhrases(child.children, context.quotes, builder, 0)
      } else {
        if (child.type !== 'list' || before?.type !== 'list' || !afterComment)
          leadIn =
            child.type === 'list' && before?.type === 'paragraph' && leads(before)
              ? builder.nextUnit - 1
              : undefined
        addNode(child, { ...context, depth: context.depth + 1, leadIn })
      }
      before = child
      afterComment = false
    }
  }

  /** Whether a paragraph is parted from the words before it by comments alone, without a blank line. */
  const goesOn = (before: Nodes, paragraph: Paragraph): boolean => {
    if (before.type !== 'paragraph' || isBold(before) || isBold(paragraph)) return false
    return !/(?:\r\n?|\n)[ \t>]*(?:\r\n?|\n)/.test(text.slice(offsetsOf(before)[1], offsetsOf(paragraph)[0]))
  }

  const addContainer = (node: Extract<Nodes, { type: 'containerDirective' }>, context: Context): void => {
    const [start, end] = offsetsOf(node)
    const name = directiveName(node.name)
    const block = elementNamed(name, 'textBlock')
    const flag = elementNamed(name, 'boolean')
    const lineEnd = text.slice(start, end).search(/[\r\n]|$/)
    if (block) blocks.open(block, 'directive', [start, start + lineEnd], 0)
    else if (flag) mark(flag, start, end)
    const depth = blocks.depth()
    addChildren(node, context)
    // Headings within end with the container, and the container's own block after them.
    blocks.close(() => blocks.depth() > depth || (block !== undefined && blocks.depth() === depth))
  }

  const addTable = (node: Extract<Nodes, { type: 'table' }>, context: Context): void => {
    const table = readFlagTable(node, text, (cell: TableCell) => wordsOf(cell.children, context.quotes))
    if (table) {
      flags.push(...table.flags)
      problems.push(...table.problems)
      return
    }
    for (const row of node.children)
      for (const cell of row.children) {
        builder.open('cell', { headings: path.current() })
        addPhrases(cell.children, context.quotes, builder, 0)
      }
  }

  /** HTML with the `>` of quotations blanked out, so that offsets hold. */
  const addMarkup = (node: Extract<Nodes, { type: 'html' }>, context: Context): void => {
    const [start, end] = offsetsOf(node)
    const slice = text.slice(start, end)
    const html =
      context.quotes === 0
        ? slice
        : slice.replace(
            /(\r\n?|\n)([ \t>]+)/g,
            (_, eol: string, prefix: string) => eol + ' '.repeat(prefix.length),
          )
    addHtml?.(builder, text, html, start, path.current())
  }

  /** A code block: in a draft, words that were indented. */
  const addVerbatimLines = (node: Extract<Nodes, { type: 'code' }>): void => {
    const [start, end] = offsetsOf(node)
    builder.open('paragraph', { headings: path.current() })
    const slice = text.slice(start, end)
    const fence = /^[`~]{3,}[^\r\n]*/.exec(slice)
    const closing = fence ? /[\r\n][ \t>]*[`~]{3,}[ \t]*$/.exec(slice) : null
    const from = start + (fence?.[0].length ?? 0)
    builder.copy(from, Math.max(from, closing ? start + closing.index : end))
  }

  const addNode = (node: Nodes, context: Context): void => {
    if (context.depth > MAX_DEPTH) {
      const at = offsetsOf(node)[0]
      if (!problems.some(({ message }) => message === TOO_DEEP)) problems.push({ at, message: TOO_DEEP })
      return
    }
    switch (node.type) {
      case 'heading':
        addHeading(node, node.depth, wordsOf(node.children, context.quotes), context)
        break
      case 'paragraph': {
        const title = isBold(node) ? wordsOf(node.children, context.quotes) : ''
        const level = titleLevel(title)
        if (level !== undefined) {
          addHeading(node, level, title, context)
          break
        }
        builder.open('paragraph', { headings: path.current() })
        addPhrases(node.children, context.quotes, builder, 0)
        break
      }
      case 'list':
        for (const item of node.children) addItem(item, { ...context, depth: context.depth + 1 })
        break
      case 'blockquote':
        addChildren(node, { ...context, quotes: context.quotes + 1 })
        break
      case 'containerDirective':
        addContainer(node, context)
        break
      case 'leafDirective':
        builder.open('paragraph', { headings: path.current() })
        addDirective(node, context.quotes, builder, 0)
        break
      case 'table':
        addTable(node, context)
        break
      case 'html':
        addMarkup(node, context)
        break
      case 'code':
        addVerbatimLines(node)
        break
      default:
        // Rules, definitions, front matter: no words of the draft.
        break
    }
  }

  const items: ItemHeading[] = []
  for (const node of root.children) {
    const item = itemOf(node, nodes => wordsOf(nodes, 0))
    if (item === undefined) continue
    items.push({ item, start: offsetsOf(node)[0] })
    if (/^(?:1C|16K|1\.05)$/.test(item)) itemHeadings++
  }
  const [sectionStart, sectionEnd] = itemSection(items, text.length, form) ?? [0, text.length]
  const within = (node: RootContent): boolean => {
    const [start] = offsetsOf(node)
    return start >= sectionStart && start < sectionEnd
  }
  const read = root.children.filter(within)
  if (read.length < root.children.filter(({ type }) => type !== 'yaml').length)
    notes.push({
      message: `The draft holds more than the item on cybersecurity; only the item was read (from line ${source.span(sectionStart, sectionEnd).start.line}).`,
      at: { source, start: sectionStart, end: sectionEnd },
    })
  addChildren({ type: 'root', children: read }, { quotes: 0, depth: 0, leadIn: undefined })
  blocks.close(() => true)

  const prose = builder.finish()
  const found = blocks.finish(prose)
  return {
    prose,
    blocks: found,
    flags,
    marks,
    notes,
    problems,
    isDisclosure:
      itemHeadings > 0 ||
      explicit.size > 0 ||
      marks.size > 0 ||
      flags.length > 0 ||
      found.filter(({ origin }) => origin === 'heading').length > 1,
  }
}

/** "<<Name of CISO>>": Markdown takes the inner angles for a tag, which no tag stands in. */
const isTemplateField = (text: string, start: number, end: number): boolean =>
  text[start - 1] === '<' && text[end] === '>'

/** HTML that is one comment and nothing else. */
const isComment = (node: Nodes): boolean =>
  node.type === 'html' && /^<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value)

/** A level of lists is two nodes of the tree, the list and its item. */
const MAX_DEPTH = 3 * MAX_MARKDOWN_NESTING

const TOO_DEEP = `quotations, lists or blocks are nested more than ${MAX_MARKDOWN_NESTING} deep.`

const isBold = ({ children }: Paragraph): boolean =>
  children.length === 1 && (children[0]?.type === 'strong' || children[0]?.type === 'emphasis')

/** The item that a top-level node opens: a heading, or a short paragraph in its place (bold, in converted files). */
const itemOf = (
  node: RootContent,
  textOf: (nodes: readonly PhrasingContent[]) => string,
): string | undefined => {
  if (node.type === 'heading') return itemOpened(textOf(node.children))
  if (node.type !== 'paragraph') return undefined
  const [start, end] = offsetsOf(node)
  return end - start <= 140 && isBold(node) ? itemOpened(textOf(node.children)) : undefined
}
