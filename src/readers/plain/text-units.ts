import { isUsualHeading } from '../heading-blocks.js'
import { itemOpened } from '../item-section.js'

/** A heading, paragraph or list item of a plain text: offsets of its words, without bullet. */
export type TextUnit =
  | { readonly kind: 'heading'; readonly start: number; readonly end: number; readonly level: number }
  | { readonly kind: 'paragraph' | 'list-item'; readonly start: number; readonly end: number }

interface Line {
  readonly start: number
  readonly end: number
}

/** Sign that opens a list item and is no word of it. */
const BULLET = /^[^\S\r\n]*(?:[•·●▪◦‣∙○■□⁃\uf0b7][^\S\r\n]*|(?:[-–—*]|o)[^\S\r\n]+(?=\S))/
/** Number that opens a list item; a letter or roman numeral in brackets is read as words, since sentences refer to it. */
const NUMBER = /^[^\S\r\n]*\d{1,2}[.)][^\S\r\n]+(?=\S)/
const ENUMERATOR = /^[^\S\r\n]*\(?(?:[ivx]{1,5}|[a-z]|\d{1,2})\)[^\S\r\n]+\S/i

/** Length of the bullet or number that opens a list item and is no word of it; 0 where a line opens with none. */
export const listMark = (line: string): number => (BULLET.exec(line) ?? NUMBER.exec(line))?.[0].length ?? 0

/** Words that filing programs print on each page: links, page numbers, running heads. */
const FURNITURE =
  /^(?:table of contents|index to (?:consolidated )?financial statements|\d{1,3}|page \d{1,3}|[-–—]\s?\d{1,3}\s?[-–—]|.{0,60}\b20\d\d (?:form (?:10-K|20-F)|annual report)(?:\s*\|?\s*\d{1,3})?|.{0,60}\|\s*form (?:10-K|20-F)(?:\s*\|?\s*\d{1,3})?)$/i
/** A registrant's name alone, as a running head. */
const NAME_ALONE =
  /^[A-Z][\w&.,'’ -]{1,60}\b(?:corporation|incorporated|inc|corp|company|co|ltd|limited|plc|llc|l\.p|n\.v|s\.a)\.?$/i

/** Whether a line is what filing programs print on each page: a link, a page number, a running head. */
export const isFurniture = (line: string): boolean =>
  itemOpened(line) === undefined &&
  (FURNITURE.test(line) || (NAME_ALONE.test(line) && !/^(?:our|the|we)\b/i.test(line)))

/** Title of the item with its text on the same line: "Item 1C. Cybersecurity. We maintain …". */
const RUN_IN_TITLE =
  /^\s*item\s*(?:1\s?C|16\s?K|1\.05)\s*[.:–—-]*\s*(?:material\s+)?cybersecurity(?:\s+(?:incidents?|disclosures?))?(?:[.:]+\s*|\s{2,}|\s*[–—-]\s+|(?=[A-Z][a-z])|\s+(?=(?:we|our|the|not)\s))/i

/** Longest line that a program or a person wraps; where lines are longer, each is a paragraph of its own. */
const WRAPPED = 160
const HEADING_LENGTH = 120
const HEADING_WORDS = 14

const ITEM_LEVEL = 1
const CAPITALS_LEVEL = 2
const TITLE_LEVEL = 3

/** Whether a line is an item's title, and no sentence that happens to open with a reference to the item. */
export const isItemTitle = (line: string): boolean =>
  line.length <= HEADING_LENGTH &&
  itemOpened(line) !== undefined &&
  !/[a-z].*\b(?:is|are|was|of this|has|have|we|our|see)\b/i.test(line)

/**
 * Level of a line that reads as a heading: an item's title; else short, opening with a capital or a number and without
 * a sentence's end.
 */
const headingLevel = (line: string): number | undefined => {
  const text = line.trim()
  if (text.length > HEADING_LENGTH) return undefined
  if (isItemTitle(text)) return ITEM_LEVEL
  if (!/^(?:[A-Z\d“"']|\([a-z\d]{1,3}\)\s+[A-Z])/.test(text) || /[.!?;:,|]["”’']?$/.test(text))
    return undefined
  if (!/[A-Za-z]{2}/.test(text) || text.split(/\s+/).length > HEADING_WORDS) return undefined
  return text === text.toUpperCase() ? CAPITALS_LEVEL : TITLE_LEVEL
}

/** Lines of [from, to) in groups that blank lines set apart. */
function* paragraphs(text: string, from: number, to: number): Generator<readonly Line[]> {
  const lineEnd = /\r\n?|\n/g
  let group: Line[] = []
  let start = from
  while (start < to) {
    lineEnd.lastIndex = start
    const found = lineEnd.exec(text)
    const end = Math.min(found?.index ?? to, to)
    if (isBlank(text, start, end)) {
      if (group.length > 0) yield group
      group = []
    } else group.push({ start, end })
    start = found ? found.index + found[0].length : to
  }
  if (group.length > 0) yield group
}

const isBlank = (text: string, start: number, end: number): boolean => {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) > 32 && text.charCodeAt(i) !== 0xa0) return false
  return true
}

/** Whether an enumerator at the start of a line opens an item there, and is no reference within a wrapped sentence. */
const mayOpenItem = (before: string): boolean => before === '' || /(?:[:;,.]|\b(?:and|or))\s*$/.test(before)

/**
 * Units of a plain text, in order. Page numbers and running heads are left out. Guesses are careful: a line is a heading
 * only where something follows it.
 */
export function* textUnits(text: string, from = 0, to = text.length): Generator<TextUnit> {
  /** A heading waits until something follows: the last line of a text is none. */
  let held: TextUnit | undefined
  for (const unit of rawUnits(text, from, to)) {
    if (held) yield held
    held = unit
  }
  if (held)
    yield held.kind === 'heading' && held.level !== ITEM_LEVEL
      ? { kind: 'paragraph', start: held.start, end: held.end }
      : held
}

function* rawUnits(text: string, from: number, to: number): Generator<TextUnit> {
  for (const lines of paragraphs(text, from, to)) {
    const [first] = lines
    if (!first) continue
    const last = lines.at(-1) ?? first
    const title = runInTitle(text, first)
    if (title > first.start) {
      yield { kind: 'heading', start: first.start, end: title, level: ITEM_LEVEL }
      yield* unitsOfGroup(text, [{ start: title, end: first.end }, ...lines.slice(1)])
      continue
    }
    if (lines.length <= 2 && last.end - first.start <= HEADING_LENGTH) {
      const whole = text.slice(first.start, last.end)
      const folded = whole.replace(/\s+/g, ' ').trim()
      if (isFurniture(folded)) continue
      const level = BULLET.test(whole) ? undefined : headingLevel(folded)
      if (level !== undefined) {
        yield { kind: 'heading', start: first.start, end: last.end, level }
        continue
      }
    }
    yield* unitsOfGroup(text, lines)
  }
}

/** Offset at which the text starts on a line that opens with the item's title; the line's start where it has none. */
export const runInTitle = (text: string, { start, end }: Line): number => {
  const line = text.slice(start, Math.min(end, start + 400))
  const title = RUN_IN_TITLE.exec(line)?.[0].length ?? 0
  const rest = line.slice(title).trim()
  return title > 0 && (/[.!?]/.test(rest) || rest.length > 60) ? start + title : start
}

function* unitsOfGroup(text: string, lines: readonly Line[]): Generator<TextUnit> {
  const unwrapped = lines.some(({ start, end }) => end - start > WRAPPED)
  let open: { kind: 'paragraph' | 'list-item'; start: number; end: number } | undefined
  let before = ''
  for (const [index, { start, end }] of lines.entries()) {
    const line = text.slice(start, Math.min(end, start + WRAPPED * 2))
    const bullet = BULLET.exec(line) ?? (mayOpenItem(before) ? NUMBER.exec(line) : null)
    const isHeading =
      !bullet &&
      end - start <= HEADING_LENGTH &&
      index < lines.length - 1 &&
      (before === '' || unwrapped) &&
      opensGroup(line, unwrapped)
    if (bullet || isHeading || unwrapped || !open || (mayOpenItem(before) && ENUMERATOR.test(line))) {
      if (open) yield open
      open = undefined
      if (isHeading) yield { kind: 'heading', start, end, level: headingLevel(line) ?? TITLE_LEVEL }
      else {
        const kind = bullet || (mayOpenItem(before) && ENUMERATOR.test(line)) ? 'list-item' : 'paragraph'
        open = { kind, start: start + (bullet?.[0].length ?? 0), end }
      }
    } else open.end = end
    before = isHeading ? '' : line.slice(-40)
  }
  if (open) yield open
}

/** A heading with its text right below: an item's title, capitals, a usual heading, or (where lines are paragraphs) any short line. */
const opensGroup = (line: string, unwrapped: boolean): boolean => {
  const level = headingLevel(line)
  return level !== undefined && (unwrapped || level < TITLE_LEVEL || isUsualHeading(line))
}
