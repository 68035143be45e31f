import type { Reading } from '../evidence/read.js'
import type { Check } from './check.js'
import { itemFaults } from './item-reference.js'
import { lostHeadings } from './lost-headings.js'
import { aboutWords, type Occurrence, occurrencesOf, type Pattern } from './occurrence.js'

/** A pointer up or down the text that names no place: "as described above". */
const BARE: Pattern = {
  marks: ['above', 'below'],
  pattern:
    /\b(?:described|discussed|noted|mentioned|set forth|set out|outlined|detailed|explained|listed|summari[sz]ed|stated|referred to|referenced|addressed)(?:\s+(?:(?:in|further|more|greater|fully|detail)\b\s*){1,4})?\s*\b(above|below)\b/g,
}
/** A place that it names after all, in the same clause. */
const PLACE = /[“"‘]|\b(?:Items?|ITEMS?|Parts?|Sections?|Notes?|heading|caption|under|page|tables?|chart)\b/

/** Words of the sentence itself on which a pointer may rest. */
const OWN_WORDS = 10

const wordCount = (text: string): number => text.match(/\S+/g)?.length ?? 0

/** Whether a pointer up stands before, or a pointer down behind, every other statement of its text. */
const leadsNowhere = ({ words, match }: Occurrence, reading: Reading): boolean => {
  const { prose, start, end } = words
  const [own] = reading.sentencesAt(prose, start, end)
  if (!own || PLACE.test(prose.text.slice(own.start, own.end))) return false
  const isStatement = (sentence: typeof own): boolean =>
    sentence.prose === prose && prose.units[sentence.unit]?.kind !== 'heading'
  const isAbove = match[1] === 'above'
  const others = reading.sentences.filter(
    each => isStatement(each) && (isAbove ? each.end <= own.start : each.start >= own.end),
  )
  const rest = isAbove ? prose.text.slice(own.start, start) : prose.text.slice(end, own.end)
  return others.length === 0 && wordCount(rest) < OWN_WORDS
}

/**
 * A pointer that leads nowhere: to an item that the form does not have, to an item under another's title, to a
 * heading that the draft does not have, or to words above the first sentence.
 */
export const danglingReference: Check = {
  kind: 'dangling-reference',
  outcomes: {
    'no-such-item': ['context', 'says'],
    'other-title': ['context', 'says'],
    'other-part': ['context', 'says'],
    'no-such-heading': ['context', 'heading'],
    'nothing-there': ['context', 'where'],
  },
  *run({ disclosure, reading }) {
    for (const { fault, words, says } of itemFaults(disclosure))
      if (fault !== 'wrong-form') yield aboutWords(fault, words, { says })
    // Of tagged facts alone the texts between them, and their headings, were not seen.
    if (disclosure.view !== 'item') return
    for (const { words, heading } of lostHeadings(disclosure))
      yield aboutWords('no-such-heading', words, { heading })
    for (const occurrence of occurrencesOf(BARE, disclosure))
      if (leadsNowhere(occurrence, reading))
        yield aboutWords('nothing-there', occurrence.words, {
          where: occurrence.match[1] === 'above' ? 'before' : 'after',
        })
  },
}
