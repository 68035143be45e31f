import type { Form } from '../../model/forms.js'
import { type ItemHeading, itemOpened, itemSection } from '../item-section.js'
import { isItemTitle } from '../plain/text-units.js'
import type { Stretch } from './document.js'
import { visibleText } from './visible-text.js'

/** Characters of markup looked through for the words of a heading: styles are long. */
const LOOK_AHEAD = 3000
const LOOK_BACK = 1500
/** Mentions of items past which a file is no report; the rest are not looked at. */
const MOST_MENTIONS = 20_000

const BLOCK_TAG = /<\/?(?:[\w-]+:)?(?:p|div|td|th|tr|table|h[1-6]|li|body|hr|center|blockquote)\b[^<>]*>/gi

/** What stands on the line before an offset: text since the last tag that begins a line. */
const lineBefore = (text: string, at: number): string => {
  const from = Math.max(0, at - LOOK_BACK)
  const before = text.slice(from, at)
  let start = 0
  for (const match of before.matchAll(BLOCK_TAG)) start = match.index + match[0].length
  return visibleText(before.slice(start)).trim()
}

/** The line that begins at an offset: text up to the next tag that begins a line; the next cell of a row belongs to it. */
const lineFrom = (text: string, at: number): string => {
  const markup = text.slice(at, at + LOOK_AHEAD)
  let line = ''
  let start = 0
  for (const match of markup.matchAll(BLOCK_TAG)) {
    line += ` ${visibleText(markup.slice(start, match.index))}`
    start = match.index + match[0].length
    if (line.trim() !== '' && !/^<\/?(?:[\w-]+:)?t[dh]/i.test(match[0])) break
    if (line.length > 200) break
  }
  if (start === 0) line = visibleText(markup)
  return line.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

/** The word "item", also where tags part its letters: small capitals, a style that changes. */
const MENTION = /item|(?:i|it|ite)<[^<>]{0,400}>(?:<[^<>]{0,400}>)*(?:tem|em|m)\b/gi

/** A number after white space of any kind: most of it is written as an entity. */
const NUMBER_AFTER = /^s?(?:[\s\u200b-\u200d\u2060\ufeff]|&#?\w{1,8};|<[^<>]*>)+\d/i

/** Characters that show nothing and are no white space either. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** Headings of items, in order, where their first words stand. */
const itemHeadings = (text: string): readonly ItemHeading[] => {
  const headings: ItemHeading[] = []
  let mentions = 0
  for (const { 0: word, index } of text.matchAll(MENTION)) {
    if (++mentions > MOST_MENTIONS) break
    const end = index + word.length
    // No word of an attribute or a longer word, and a number after it.
    if (/[\w"'=:/-]/.test(text.charAt(index - 1)) || !NUMBER_AFTER.test(text.slice(end, end + 1000))) continue
    const line = lineFrom(text, index)
    const item = itemOpened(line)
    if (item === undefined || !isItemTitle(line.slice(0, 110))) continue
    if (/^(?:part\s+[ivx]+\b[\s.,:–—-]*|[\s•\d.]*)$/i.test(lineBefore(text, index)))
      headings.push({ item, start: index })
  }
  return headings
}

/** Words of an item from which on it says something of its own, whatever it points to. */
const ENOUGH_WORDS = 60

/** A sentence, which a row of a table of contents has not: six words or more up to a full stop. */
const SENTENCE = /(?:[\p{L}\p{N}’'-]+[,;]?\s+){5,}[\p{L}\p{N}’'-]+["”)]*[.!]/u

const POINTS_ELSEWHERE =
  /\bincorporated\b.{0,80}\breference\b|\bsee\b|\brefer(?:ence is made)? to\b|\b(?:set forth|(?:is|are|be|as) (?:included|contained|presented|provided|discussed|described|found|disclosed)|appears?)\s+(?:in|under|at|on|elsewhere|above|below)\b/is

/** Characters of markup in which those words stand, however much of it is styles; a long item is not gone through for that. */
const MARKUP_OF_WORDS = 60_000

/** Whether an item has nothing to say of its own: a row of a table of contents, or words that only point elsewhere. */
const isPointer = (text: string): boolean =>
  text.split(/\s+/).length < ENOUGH_WORDS && (!SENTENCE.test(text) || POINTS_ELSEWHERE.test(text))

/**
 * Where the item on cybersecurity stands in an HTML document: from its heading to the next item's, the table of
 * contents and references left aside.
 * @returns undefined where there is none, or where it says no more than where else to look
 */
export const itemRange = (text: string, form: Form): Stretch | undefined => {
  const range = itemSection(itemHeadings(text), text.length, form)
  if (!range) return undefined
  const [start, end] = range
  const opening = visibleText(text.slice(start, Math.min(end, start + MARKUP_OF_WORDS)))
  return isPointer(opening) ? undefined : { start, end }
}
