import type { ReaderNote } from '../../model/disclosure.js'
import type { Form } from '../../model/forms.js'
import type { Prose } from '../../model/prose.js'
import type { Source } from '../../model/span.js'
import { type ItemHeading, itemOpened, itemSection } from '../item-section.js'
import { layOut } from './lay-out.js'
import { isItemTitle } from './text-units.js'

/** The item in a plain text: its prose, and what was left out. */
export interface ItemProse {
  readonly prose: Prose
  readonly notes: readonly ReaderNote[]
}

const ITEM_LINE =
  /^[^\S\r\n]*(?:part\s+[IVX]+[^\S\r\n.,–—-]*[.,–—-]?[^\S\r\n]*)?items?\s*\d{1,2}(?:\.\d\d)?[^\S\r\n]?[A-Z]?\b[^\r\n]{0,120}$/gim

/** The next item glued to the end of the one before by whatever made the text: "…by reference.Item 2. Properties". */
const GLUED =
  /(?<=[a-z0-9.”")])Item\s*(?:2\.\s{0,8}(?:Description\s+of\s+)?Propert(?:y|ies)|1[78]\.\s{0,8}Financial\s+Statements)/

/** The foot of the page glued to the item's last sentence. */
const GLUED_FOOT = /(?<=[.”")])(?=[A-Z])[^.|\n]{0,60}\.?\s*\|\s*20\d\d Form (?:10-K|20-F)\s*\|\s*\d{1,3}\s*$/

/** End of a stretch without a page's foot. */
const footless = (text: string, start: number, length: number): number =>
  start + (GLUED_FOOT.exec(text.slice(start, start + length))?.index ?? length)

/** The end of a line whose sentence goes on with the name of an item. */
const REFERS = /(?:\b(?:see|in|and|or|to|of|under|with|also|our|the|by)|,|“|")[^\S\r\n]*(?:\r\n?|\n)$/i

const itemHeadings = (text: string): readonly ItemHeading[] => {
  const headings: ItemHeading[] = []
  for (const match of text.matchAll(ITEM_LINE)) {
    const item = itemOpened(match[0])
    if (item === undefined || !isItemTitle(match[0].trim())) continue
    if (!REFERS.test(text.slice(Math.max(0, match.index - 40), match.index)))
      headings.push({ item, start: match.index })
  }
  return headings
}

/**
 * Reads a plain text of an item: paragraphs, headings and lists are told by blank lines, bullets and short lines. Of a
 * larger text only the item on cybersecurity is read.
 */
export const itemProse = (source: Source, form: Form | undefined): ItemProse => {
  const { text } = source
  const [start, sectionEnd] = itemSection(itemHeadings(text), text.length, form) ?? [0, text.length]
  const end = footless(text, start, GLUED.exec(text.slice(start, sectionEnd))?.index ?? sectionEnd - start)
  const notes: ReaderNote[] =
    start > 0 || end < text.length
      ? [
          {
            message: 'The text holds more than the item on cybersecurity; only the item was read.',
            at: { source, start, end },
          },
        ]
      : []
  return { prose: layOut(source, start, end), notes }
}
