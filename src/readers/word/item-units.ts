import type { Block, Flag, ReaderNote } from '../../model/disclosure.js'
import type { Form } from '../../model/forms.js'
import type { Prose } from '../../model/prose.js'
import { proseBuilder } from '../../text/prose-builder.js'
import { titleLevel } from '../bold-title.js'
import { readFlagRows } from '../flag-rows.js'
import { blockOfHeading, isUsualHeading } from '../heading-blocks.js'
import { headingPath } from '../heading-path.js'
import { type ItemHeading, isCybersecurityItem, itemOpened, itemSection } from '../item-section.js'
import { opensList } from '../lead-in.js'
import { openBlocks } from '../open-blocks.js'
import { isItemTitle, listMark, runInTitle } from '../plain/text-units.js'
import type { DocumentText, Entry, Row, TextParagraph } from './document-text.js'
import { tickedAnswer } from './ticked-answer.js'

/** The item in a Word document. */
export interface WordItem {
  readonly prose: Prose
  readonly blocks: readonly Block[]
  readonly flags: readonly Flag[]
  readonly notes: readonly ReaderNote[]
  readonly problems: readonly string[]
  /** The stretch of the source that was read. */
  readonly start: number
  readonly end: number
  /** Whether anything shows that this is a disclosure on cybersecurity. */
  readonly isDisclosure: boolean
}

const ITEM_LEVEL = 1
/** Level of a line that is a heading by its words alone, below those that are marked as headings. */
const USUAL_LEVEL = 6
/** Longest heading; templates of law firms give the styles of headings to whole paragraphs too. */
const HEADING_LENGTH = 200
const HEADING_WORDS = 20

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

const readsAsHeading = (line: string): boolean =>
  line.length <= HEADING_LENGTH &&
  (!/[.!?;:]["”’']?$/.test(line) || line.split(' ').length <= HEADING_WORDS) &&
  !/[.!?] [A-Z].*[.!?]$/.test(line)

/** A sign or number alone in its cell, with the words of the list item in the next: how converted files set lists. */
const LIST_SIGN = /^(?:[•·●▪◦‣∙○■□⁃–—*o-]|\(?(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)])$/i

/** A list item's level, and the unit that leads its list in. */
interface OpenList {
  readonly level: number
  readonly lead: number | undefined
}

/** Reads the item on cybersecurity out of the words of a document; all of them where they hold no other item. */
export const readItem = ({ source, entries }: DocumentText, form: Form | undefined): WordItem => {
  const { text } = source
  const lineOf = ({ start, end }: TextParagraph): string => folded(text.slice(start, end))
  /** Words of the cells of a row that hold some, notes left aside. */
  const cellsOf = (row: Row): readonly (readonly TextParagraph[])[] =>
    row
      .map(cell => cell.filter(paragraph => !paragraph.isAside && lineOf(paragraph) !== ''))
      .filter(cell => cell.length > 0)
  const cellText = (cell: readonly TextParagraph[]): string => cell.map(lineOf).join(' ')

  /** Offset at which a paragraph's own words begin after a title of the item on the same line. */
  const titleEnd = ({ start, end }: TextParagraph): number => runInTitle(text, { start, end })

  const opensItem = (paragraph: TextParagraph): string | undefined => {
    if (paragraph.isAside) return undefined
    const line = folded(text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 400)))
    const item = itemOpened(line)
    if (item === undefined) return undefined
    const isTitle =
      isItemTitle(line) || ((paragraph.level !== null || paragraph.isStressed) && readsAsHeading(line))
    return isTitle || titleEnd(paragraph) > paragraph.start ? item : undefined
  }

  /** The title of an item that stands in the cells of a row ("Item 1C." and "Cybersecurity"). */
  const titleOfRow = (row: Row): string | undefined => {
    const cells = cellsOf(row)
    const [first] = cells
    if (!first || cells.length > 3 || itemOpened(cellText(first)) === undefined) return undefined
    const line = cells.map(cellText).join(' ')
    return isItemTitle(line) ? line : undefined
  }

  const itemHeadings: ItemHeading[] = []
  const note = (item: string | undefined, start: number): void => {
    if (item !== undefined) itemHeadings.push({ item, start })
  }
  for (const entry of entries)
    if (entry.type === 'paragraph') note(opensItem(entry.paragraph), entry.paragraph.start)
    else
      for (const row of entry.rows) {
        const title = titleOfRow(row)
        const [first] = cellsOf(row)[0] ?? []
        if (title !== undefined && first) note(itemOpened(title), first.start)
      }
  const [start, end] = itemSection(itemHeadings, text.length, form) ?? [0, text.length]
  const isWithin = (paragraph: TextParagraph): boolean => paragraph.start >= start && paragraph.start < end

  const builder = proseBuilder(source)
  const path = headingPath()
  const blocks = openBlocks(builder)
  const flags: Flag[] = []
  const notes: ReaderNote[] = []
  const problems: string[] = []
  let lists: readonly OpenList[] = []
  let previous:
    | { readonly kind: 'heading' | 'paragraph' | 'list-item'; readonly line: string; readonly unit: number }
    | undefined

  const passed = (kind: 'heading' | 'paragraph' | 'list-item', line: string): void => {
    previous = { kind, line, unit: builder.nextUnit - 1 }
  }

  const addHeading = (
    level: number,
    line: string,
    stretches: readonly (readonly [number, number])[],
  ): void => {
    blocks.close(block => block.level >= level)
    builder.open('heading', { headings: path.above(level), level })
    let last = stretches[0]?.[0] ?? 0
    for (const [from, to] of stretches) {
      builder.insert(' ', last, from)
      builder.copy(from, to)
      last = to
    }
    path.enter(level, line)
    passed('heading', line)
    const element = blockOfHeading(line)
    if (element) blocks.open(element, 'heading', [stretches[0]?.[0] ?? 0, last], level)
  }

  /** The unit that leads in the list of an item at this level. */
  const leadOf = (level: number): number | undefined => {
    if (previous?.kind !== 'list-item') {
      const lead = previous?.kind === 'paragraph' && opensList(previous.line) ? previous.unit : undefined
      lists = [{ level, lead }]
      return lead
    }
    const outermost = lists[0]?.lead
    lists = lists.filter(list => list.level <= level)
    const top = lists.at(-1)
    if (!top || top.level < level)
      lists = [
        ...lists,
        { level, lead: top && opensList(previous.line) ? previous.unit : (top?.lead ?? outermost) },
      ]
    return lists.at(-1)?.lead
  }

  const addListItem = (from: number, to: number, level: number): void => {
    const leadIn = leadOf(level)
    builder.open('list-item', { headings: path.current(), ...(leadIn === undefined ? {} : { leadIn }) })
    builder.copy(from, to)
    passed('list-item', folded(text.slice(from, to)))
  }

  const headingLevel = (paragraph: TextParagraph, line: string): number | undefined => {
    if (paragraph.isAside || !readsAsHeading(line)) return undefined
    if (paragraph.level !== null) return Math.min(USUAL_LEVEL, paragraph.level + 1)
    if (isItemTitle(line)) return ITEM_LEVEL
    if (isUsualHeading(line)) return USUAL_LEVEL
    return paragraph.isStressed && paragraph.list === null && listMark(line) === 0
      ? titleLevel(line)
      : undefined
  }

  const addParagraph = (paragraph: TextParagraph, isLast: boolean): void => {
    const line = lineOf(paragraph)
    if (line === '') return
    let from = paragraph.start
    const title = paragraph.isAside ? from : titleEnd(paragraph)
    if (title > from) {
      addHeading(ITEM_LEVEL, folded(text.slice(from, title)), [[from, title]])
      from = title
    } else {
      const level = headingLevel(paragraph, line)
      // The last line of a text is no heading by its looks.
      if (level !== undefined && (!isLast || paragraph.level !== null || level === ITEM_LEVEL)) {
        addHeading(level, line, [[from, paragraph.end]])
        return
      }
    }
    if (paragraph.isAside) {
      // A list goes on past a note.
      builder.open('paragraph', { headings: path.current() })
      builder.copy(from, paragraph.end)
      return
    }
    const mark = listMark(text.slice(from, Math.min(paragraph.end, from + 100)))
    if (paragraph.list !== null || mark > 0) {
      addListItem(from + mark, paragraph.end, paragraph.list?.level ?? 0)
      return
    }
    builder.open('paragraph', { headings: path.current() })
    builder.copy(from, paragraph.end)
    passed('paragraph', folded(text.slice(from, paragraph.end)))
  }

  const placeName = (offset: number): string => `paragraph ${source.span(offset, offset).paragraph}`

  /** Takes the flags of a table that gives some. */
  const addFlags = (rows: readonly Row[]): boolean => {
    const table = readFlagRows(
      rows.map(row => {
        const cells = row.map(cellText)
        while (cells.at(-1) === '') cells.pop()
        const value = row[1] ?? []
        const name = row[0]?.[0]
        return {
          name: cells[0] ?? '',
          value: tickedAnswer(cells[1] ?? ''),
          at: name?.start ?? 0,
          place: [value[0]?.start ?? name?.start ?? 0, value.at(-1)?.end ?? name?.end ?? 0],
          columns: cells.length,
        }
      }),
    )
    if (!table) return false
    for (const { element, value, start: from, end: to } of table.flags) {
      const before = flags.find(flag => flag.element === element)
      if (!before)
        flags.push({ element, value, origin: 'facts', given: 'table', at: { source, start: from, end: to } })
      else if (before.value !== value)
        problems.push(
          `${placeName(from)}: the flag "${element.name}" is ${value} here and ${before.value} in ${placeName(before.at.start)}. Keep one value.`,
        )
    }
    for (const { at, message } of table.problems)
      notes.push({
        message: `A row of the table of flags was left out: ${message}`,
        at: { source, start: at, end: at },
      })
    return true
  }

  const addRow = (row: Row): void => {
    const cells = cellsOf(row)
    const title = titleOfRow(row)
    const asides = row.flat().filter(({ isAside }) => isAside)
    const [first, second] = cells
    if (title !== undefined)
      addHeading(
        ITEM_LEVEL,
        title,
        cells.flat().map(paragraph => [paragraph.start, paragraph.end] as const),
      )
    else if (first && second && cells.length === 2 && LIST_SIGN.test(cellText(first))) {
      for (const paragraph of second) addListItem(paragraph.start, paragraph.end, 0)
    } else
      for (const paragraph of cells.flat()) {
        builder.open('cell', { headings: path.current() })
        builder.copy(paragraph.start, paragraph.end)
        previous = undefined
      }
    for (const aside of asides) addParagraph(aside, false)
  }

  const within: readonly Entry[] = entries
    .map(entry =>
      entry.type === 'paragraph'
        ? entry
        : {
            type: 'table' as const,
            rows: entry.rows
              .map(row => row.map(cell => cell.filter(isWithin)))
              .filter(row => row.some(cell => cell.length > 0)),
          },
    )
    .filter(entry => (entry.type === 'paragraph' ? isWithin(entry.paragraph) : entry.rows.length > 0))
  within.forEach((entry, index) => {
    if (entry.type === 'paragraph') addParagraph(entry.paragraph, index === within.length - 1)
    else if (!addFlags(entry.rows)) for (const row of entry.rows) addRow(row)
  })
  blocks.close(() => true)

  if (start > 0 || end < text.length)
    notes.unshift({
      message: `The document holds more than the item on cybersecurity; only the item was read (from ${placeName(start)}).`,
      at: { source, start, end },
    })
  const prose = builder.finish()
  const found = blocks.finish(prose)
  return {
    prose,
    blocks: found,
    flags,
    notes,
    problems,
    start,
    end,
    isDisclosure:
      itemHeadings.some(({ item }) => isCybersecurityItem(item)) || flags.length > 0 || found.length > 1,
  }
}
