import { shorten } from '../text/shorten.js'
import type { Check, CheckInput, Outcome, Words } from './check.js'

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const DAY = `(?:(${MONTHS})\\s+(\\d{1,2}),?\\s+(20\\d\\d)|(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTHS}),?\\s+(20\\d\\d))`

/** The report by its own name and period: "this Annual Report on Form 10-K for the year ended December 31, 2024". */
const OWN_REPORT = new RegExp(
  `\\bthis\\s+(?:annual|transition)\\s+report\\b[^.;()]{0,60}?\\b(?:fiscal\\s+)?(?:years?|period)\\s+(?:ended|ending)\\s+${DAY}`,
  'i',
)
/** A statement as of a day. */
const AS_OF_DAY = new RegExp(`\\bas\\s+of\\s+(?!the\\s)${DAY}`, 'i')
/** A statement about a year, or years. */
const IN_YEAR =
  /\b(?:in|during|for|throughout)\s+(?:the\s+)?(?:our\s+)?(?:(?:fiscal|calendar|financial)\s+)?(?:years?\s+)?(?:ended\s+(?:[A-Z][a-z]+\s+\d{1,2},?\s+))?(20\d\d)((?:\s*(?:,|and|or|,\s*and)\s*20\d\d)*)\b/gi

const DENIES = /\b(?:no|not|none|nor|never)\b/i
/** An incident of another year may well be set apart. */
const SETS_APART = /\b(?:other than|except|apart from|aside from)\b/i

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const monthOf = (name: string): number =>
  MONTHS.split('|').findIndex(each => each.toLowerCase() === name.toLowerCase()) + 1

const dayOf = (match: RegExpExecArray): Day => ({
  year: Number(match[3] ?? match[6]),
  month: monthOf(match[1] ?? match[5] ?? ''),
  day: Number(match[2] ?? match[4]),
})

/** Days of a calendar, near enough to compare. */
const numberOf = ({ year, month, day }: Day): number => (year * 12 + month) * 31 + day

const periodOf = (text: string): Day => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return { year, month, day }
}

/** A month and some days: statements are made as of the period's end or later. */
const EARLIER = 40

/** What of a sentence belongs to another year than the report's. */
const staleIn = (sentence: string, period: Day, isEffect: boolean): RegExpExecArray | undefined => {
  const own = OWN_REPORT.exec(sentence)
  if (own && Math.abs(numberOf(dayOf(own)) - numberOf(period)) > EARLIER) return own
  if (!isEffect) return undefined
  const asOf = AS_OF_DAY.exec(sentence)
  if (asOf && numberOf(dayOf(asOf)) < numberOf(period) - EARLIER) return asOf
  if (!DENIES.test(sentence) || SETS_APART.test(sentence)) return undefined
  const years = [...sentence.matchAll(IN_YEAR)]
  const latest = Math.max(0, ...years.flatMap(match => (match[0].match(/20\d\d/g) ?? []).map(Number)))
  // A fiscal year is named after the year in which it begins or ends.
  const named = period.month <= 6 ? period.year - 1 : period.year
  return latest > 0 && latest < named ? (years[0] as RegExpExecArray | undefined) : undefined
}

const staleSentences = function* ({ disclosure, reading }: CheckInput): Generator<Outcome> {
  if (disclosure.periodOfReport === null) return
  const period = periodOf(disclosure.periodOfReport)
  const denials = new Set(
    reading
      .candidates('material-effect')
      .flatMap(({ sentence, status }) => (status === 'not-affected' ? [sentence.text] : [])),
  )
  const seen = new Set<string>()
  for (const { text, prose, start } of reading.sentences) {
    if (seen.has(text)) continue
    seen.add(text)
    const stale = staleIn(text, period, denials.has(text))
    if (!stale) continue
    const words: Words = { prose, start: start + stale.index, end: start + stale.index + stale[0].length }
    yield {
      outcome: 'stale',
      requirement: null,
      element: null,
      words,
      place: null,
      data: { words: shorten(stale[0]), period: disclosure.periodOfReport },
      related: [],
    }
  }
}

/** A year that is not the report's, where the report's is meant: in its own name, or in its statement on material effect. */
export const stalePeriod: Check = {
  kind: 'stale-period',
  outcomes: { stale: ['words', 'period'] },
  run: staleSentences,
}
