import { type Form, type Item, itemOf } from '../model/forms.js'

/** A line that opens an item of a form, as it stands in a text or a heading. */
export interface ItemHeading {
  /** "1C", "16K", "2", "1.05". */
  readonly item: string
  readonly start: number
}

/** The number of the item that a heading opens: "Item 1C. Cybersecurity" → "1C". */
export const itemOpened = (heading: string): string | undefined => {
  const found = /^\W*(?:part\s+[IVX]+\W+)?items?\s*(\d{1,2}(?:\.\d\d)?(?:\s?\([A-Z]\)|\s?[A-Z]?\b))/i.exec(
    heading,
  )
  return found?.[1]?.replace(/[\s()]/g, '').toUpperCase()
}

const CYBERSECURITY_ITEMS: readonly Item[] = ['1C', '16K', '1.05']

/** Whether an item is one of those on cybersecurity. */
export const isCybersecurityItem = (item: string | undefined): item is Item =>
  CYBERSECURITY_ITEMS.some(known => known === item)

/**
 * The stretch of a larger text that is the item on cybersecurity.
 * @param headings every heading of an item, in order
 * @param end end of the text
 * @returns undefined where the text holds no other item, or not this one: all of it is read then. Of several headings
 *   of the item (a table of contents has one too) the one with the longest stretch counts.
 */
export const itemSection = (
  headings: readonly ItemHeading[],
  end: number,
  form: Form | undefined,
): readonly [start: number, end: number] | undefined => {
  const wanted = form === undefined ? null : itemOf(form)
  const present = headings.filter(({ item }) => isCybersecurityItem(item))
  const target = present.find(({ item }) => item === wanted)?.item ?? present[0]?.item
  if (target === undefined || headings.every(({ item }) => item === target)) return undefined
  let best: readonly [number, number] = [0, 0]
  /** Start of the stretch that is open: a running head that repeats the item's own title does not end it. */
  let from: number | undefined
  for (const { item, start } of [...headings, { item: '', start: end }]) {
    if (item === target) from ??= start
    else if (from !== undefined) {
      if (start - from > best[1] - best[0]) best = [from, start]
      from = undefined
    }
  }
  return best
}

/** Whether a text has a line that opens an item on cybersecurity. */
export const holdsItem = (text: string): boolean =>
  /^[ \t\u00a0#*]*(?:part\s+i\W{1,5})?item\s*(?:1\s?C|16\s?K|1\.05)\b/im.test(text)
