import type { Disclosure } from '../model/disclosure.js'
import { hasItem, itemListsFor, itemNumbered, itemTitled } from '../model/form-items.js'
import type { Form } from '../model/forms.js'
import type { Words } from './check.js'
import { occurrencesOf } from './occurrence.js'

/** An item of a regulation or of another kind of form is no item of the report: "as defined in Item 106(a) of Regulation S-K". */
const OF_REGULATION =
  /^[^.;]{0,40}\b(?:of|on|under|to) (?:(?:the|a|our|its) )?(?:Regulation|Rule|Schedule|Current Report|Form (?!10-K|20-F)\w)/

/** An item of a report that was named before: "see Item 1A of that report", "on Form 20-F, whose Item 16K …". */
const OF_THAT_REPORT =
  /^[^.;]{0,40}\b(?:of|in) (?:that|those|such) (?:annual )?(?:reports?|filings?|forms?)\b/i
const WHOSE = /\bwhose $/

/** Another registrant's report, or this one's of another year. */
const OF_ANOTHER =
  /\b(?:previous|previously|prior|former|formerly|earlier|last year|preceding|predecessor|parent|sponsor|subsidiar\w+|affiliate\w*|its|their|his|her)\b|\b(?:fiscal )?years? ended\b|\bfor (?:fiscal|the fiscal year|the year)\b|\bfiled (?:with|on|(?:our |its )?annual reports?)\b|\b(?:before|until|through|prior to) (?:19|20)\d\d\b|\bas amended\b/i

/** Whether what points to an item speaks of a document other than the report itself. */
export const speaksOfAnother = ({ prose: { text }, start, end }: Words): boolean => {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 110)
  if (OF_REGULATION.test(after) || OF_THAT_REPORT.test(after) || WHOSE.test(before)) return true
  const clause = `${before.slice(before.search(/[^.;]*$/))}${text.slice(start, end)}${after.slice(0, Math.max(0, after.search(/[.;](?:\s|$)/)))}`
  const form = /(?:Form )?(?:10-K|20-F)\b/.test(clause)
  return form && OF_ANOTHER.test(clause)
}

/**
 * "Part II, Item 7A", also glued as filings have it ("Part IItem 1A."). A letter that stands off from the number counts
 * only with a mark after it: "Item 1. A description" has none. Numbers of Form 8-K ("Item 1.05") and of regulations
 * ("Item 106") are no such items.
 */
const ITEM =
  /(?:\bP(?:art|ART)\s*(I{1,3}|IV)[\s,.:;“"(–—-]*)?I(?:tem|TEM)s?\s*(\d{1,2})(?!\d|\.\d)(?:\.?([A-Za-z])(?![A-Za-z])|[\s.-]{1,2}([A-K])(?=[.,:;)”"—–])|\s?\(([A-Ka-k])\))?/g

/** What opens and ends the title beside a number. */
const TITLE = /^[\s.,:;“"‘'(–—-]{1,6}([A-Z][^.;:”"“)\n]{3,80})/

/** Words that point a reader somewhere, right before an item. */
const POINTS =
  /\b(?:see|refer(?:red)?|describ\w+|discuss\w+|disclos\w+|set (?:out|forth)|includ\w+|contain\w+|appears?|in|under|to|and|entitled|captioned)\b[\s“"‘'(,]*(?:(?:also|to|our|the|section|sections|risk factors?|heading|caption|titled|entitled|in|under)[\s“"‘'(,]*){0,4}$/i
/** The report itself, right after one. */
const OF_THIS = /^[^.;]{0,40}\b(?:of|in) (?:this|our) (?:annual report|report|form)\b/i

/** Where an item that a text points to is not what the form has. */
export interface ItemFault {
  readonly fault: 'wrong-form' | 'no-such-item' | 'other-title' | 'other-part'
  readonly words: Words
  /** What is wrong, as a sentence without its full stop. */
  readonly says: string
}

interface Pointer {
  /** As the text has it: "Item 6.C". */
  readonly item: string
  readonly part: string | undefined
  readonly digits: string
  readonly letter: string
  readonly title: string
  readonly points: boolean
}

const pointerOf = (match: RegExpExecArray, { prose: { text }, start, end }: Words): Pointer => {
  const [whole, part, digits = '', beside, apart, bracketed] = match
  const after = text.slice(end, end + 120)
  return {
    item: whole.slice(whole.search(/item/i)),
    part,
    digits,
    letter: (beside ?? apart ?? bracketed ?? '').toUpperCase(),
    title: TITLE.exec(after)?.[1] ?? '',
    points: POINTS.test(text.slice(Math.max(0, start - 80), start)) || OF_THIS.test(after),
  }
}

const faultOf = (form: Form, pointer: Pointer, isBracketed: boolean): Omit<ItemFault, 'words'> | null => {
  const lists = itemListsFor(form)
  if (!lists) return null
  const { own, other } = lists
  // "Item 15(a)" is a paragraph of an item, where no item has the letter.
  const lettered = `${pointer.digits}${pointer.letter}`
  const number = isBracketed && !hasItem(own, lettered) ? pointer.digits : lettered
  if (!hasItem(own, number)) {
    if (!pointer.points) return null
    return itemNumbered(other, number)
      ? { fault: 'wrong-form', says: `Form ${own.form} has no ${pointer.item}, Form ${other.form} has` }
      : { fault: 'no-such-item', says: `Form ${own.form} has no ${pointer.item}` }
  }
  const item = itemNumbered(own, number)
  const named = itemTitled(own, pointer.title)
  const namedThere = itemTitled(other, pointer.title)
  if (namedThere?.number === number && named?.number !== number)
    return {
      fault: 'wrong-form',
      says: `${pointer.item} has this title on Form ${other.form}, not on Form ${own.form}`,
    }
  // "Item 3. Risk Factors" and "Item 3.D. Key Information" name an item and its part.
  const isWithin =
    own.form === '20-F' &&
    named?.number.replace(/\D/g, '') === pointer.digits &&
    [named?.number, number].includes(pointer.digits)
  if (item && named && named.number !== number && !isWithin)
    return {
      fault: 'other-title',
      says: `On Form ${own.form} “${named.title}” is Item ${named.number}, not ${pointer.item}`,
    }
  if (item && pointer.part !== undefined && pointer.part !== item.part)
    return {
      fault: 'other-part',
      says: `${pointer.item} of Form ${own.form} is in Part ${item.part}, not in Part ${pointer.part}`,
    }
  return null
}

/** Every pointer to an item that the form of the report does not have as the text has it. */
export function* itemFaults({ form, prose }: Pick<Disclosure, 'form' | 'prose'>): Iterable<ItemFault> {
  for (const { words, match } of occurrencesOf({ marks: ['Item', 'ITEM'], pattern: ITEM }, { prose })) {
    const found = faultOf(form, pointerOf(match, words), match[5] !== undefined)
    if (found && !speaksOfAnother(words)) yield { ...found, words }
  }
}
