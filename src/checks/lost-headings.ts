import type { Disclosure } from '../model/disclosure.js'
import { lettersAndDigits } from '../text/similarity.js'
import type { Words } from './check.js'
import { occurrencesOf, type Pattern } from './occurrence.js'

const HERE = '(?:in|of|within) this (?:item|section|item (?:1C|16K))\\b'
const QUOTED = '(?:“([^”\\n]{3,90})”|"([^"\\n]{3,90})"|‘([^’\\n]{3,90})’)'

/**
 * Headings of the item itself, quoted: "see “Governance” in this section", "in this Item under “Governance”". A
 * heading of another part of the report cannot be looked up in a draft of the item.
 */
const QUOTED_HEADINGS: readonly Pattern[] = [
  {
    marks: ['this'],
    pattern: new RegExp(`${QUOTED},?\\s+(?:(?:above|below|elsewhere),?\\s+)?${HERE}`, 'gi'),
  },
  {
    marks: ['this'],
    pattern: new RegExp(
      `${HERE}[^.;“”"‘’]{0,40}\\b(?:under|heading|headed|entitled|titled|captioned)\\b[^.;“”"‘’]{0,30}${QUOTED}`,
      'gi',
    ),
  },
]

/** Whether words of a heading stand anywhere in the texts but where they are pointed to. */
const standsElsewhere = (
  heading: string,
  { prose }: Disclosure,
  { prose: own, start, end }: Words,
): boolean =>
  prose.some(({ text }) =>
    lettersAndDigits(text === own.text ? `${text.slice(0, start)}\n${text.slice(end)}` : text).includes(
      lettersAndDigits(heading),
    ),
  )

/** Pointers to headings of the item that it does not have. */
export function* lostHeadings(
  disclosure: Disclosure,
): Iterable<{ readonly words: Words; readonly heading: string }> {
  for (const pattern of QUOTED_HEADINGS)
    for (const occurrence of occurrencesOf(pattern, disclosure)) {
      const heading = occurrence.match.slice(1).find(each => each !== undefined) ?? ''
      const levels = heading.split(/\s*[—–:]\s*|\s-\s/).filter(level => lettersAndDigits(level) !== '')
      if (!levels.some(level => standsElsewhere(level, disclosure, occurrence.words)))
        yield { words: occurrence.words, heading }
    }
}
