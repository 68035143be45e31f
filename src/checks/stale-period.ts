import { once } from '../model/once.js'
import { shorten } from '../text/shorten.js'
import type { Check, CheckInput, Outcome, Words } from './check.js'
import { DAY, type Day, dayFrom, dayOf, numberOf } from './day-in-words.js'
import { distinctSentences } from './distinct-sentences.js'
import { yearNamed } from './fiscal-year.js'

/** The report by its own name and period: "this Annual Report on Form 10-K for the year ended December 31, 2024". */
const OWN_REPORT = new RegExp(
  `\\bthis\\s+(?:annual|transition)\\s+report\\b[^.;()]{0,60}?\\b(?:fiscal\\s+)?(?:years?|period)\\s+(?:ended|ending)\\s+${DAY}`,
  'i',
)
/** A statement as of a day. */
const AS_OF_DAY = new RegExp(`\\bas\\s+of\\s+(?!the\\s)${DAY}`, 'i')
/** A statement about a year, or years. */
const IN_YEAR =
  /\b(?:in|during|for|throughout)\s+(?:the\s+)?(?:our\s+)?(?:(?:fiscal|calendar|financial)\s+)?(?:years?\s+)?(?:ended\s+(?:[A-Z][a-z]+\.?\s+\d{1,2},?\s+|\d{1,2}\s+[A-Z][a-z]+,?\s+))?(20\d\d)((?:\s*(?:,|and|or|,\s*and)\s*20\d\d)*)\b/gi

const DENIES = /\b(?:no|not|none|nor|never)\b/i
/** An incident of another year may well be set apart. */
const SETS_APART = /\b(?:other than|except|apart from|aside from)\b/i

/** A month and some days: statements are made as of the period's end or later. */
const EARLIER = 40
/** Ten months: by then the report is long filed. */
const LATER = 310

interface Reckoning {
  readonly period: Day
  /** The year that the period is named after. */
  readonly named: () => number
  readonly asOf: Day
}

type Found = readonly [outcome: 'stale' | 'future', match: RegExpExecArray]

const yearsOf = (match: RegExpExecArray): readonly number[] => (match[0].match(/20\d\d/g) ?? []).map(Number)

/** What of a sentence belongs to another time than the report's. */
const offTime = (
  sentence: string,
  { period, named, asOf }: Reckoning,
  isEffect: boolean,
): Found | undefined => {
  // Whatever is of another time names its year.
  if (!sentence.includes('20')) return undefined
  const end = numberOf(period)
  const own = /report/i.test(sentence) ? OWN_REPORT.exec(sentence) : null
  if (own && Math.abs(numberOf(dayFrom(own)) - end) > EARLIER) return ['stale', own]
  if (!isEffect) return undefined
  const stated = AS_OF_DAY.exec(sentence)
  const day = stated ? numberOf(dayFrom(stated)) : end
  if (stated && day < end - EARLIER) return ['stale', stated]
  if (stated && day > end + LATER && day > numberOf(asOf)) return ['future', stated]
  if (!DENIES.test(sentence) || SETS_APART.test(sentence)) return undefined
  const matches = [...sentence.matchAll(IN_YEAR)]
  const [first] = matches
  const latest = Math.max(0, ...matches.flatMap(yearsOf))
  if (!first || latest === 0) return undefined
  if (latest < named()) return ['stale', first]
  return latest > Math.max(named(), period.year) && latest > asOf.year ? ['future', first] : undefined
}

const sentencesOffTime = function* ({ disclosure, reading, asOf }: CheckInput): Generator<Outcome> {
  if (disclosure.periodOfReport === null) return
  const period = dayOf(disclosure.periodOfReport)
  const named = once(() =>
    yearNamed(
      disclosure.prose.map(({ text }) => text),
      period,
    ),
  )
  const reckoning: Reckoning = { period, named, asOf: dayOf(asOf) }
  const denials = new Set(
    reading
      .candidates('material-effect')
      .flatMap(({ sentence, status }) => (status === 'not-affected' ? [sentence.text] : [])),
  )
  for (const { text, prose, start } of distinctSentences(reading)) {
    const found = offTime(text, reckoning, denials.has(text))
    if (!found) continue
    const [outcome, { index, 0: said }] = found
    const words: Words = { prose, start: start + index, end: start + index + said.length }
    yield {
      outcome,
      requirement: null,
      element: null,
      words,
      place: null,
      data: { words: shorten(said), period: disclosure.periodOfReport },
      related: [],
    }
  }
}

/** A day or year that is not the report's, where the report's is meant: in its own name, or in its statement on material effect. */
export const stalePeriod: Check = {
  kind: 'stale-period',
  outcomes: { stale: ['words', 'period'], future: ['words', 'period'] },
  run: sentencesOffTime,
}
