import type { Sentence } from '../model/coverage.js'
import { resemblance, wordsOf } from '../text/similarity.js'

/** Two sentences that say the same but for how often, or for how many years. */
export interface DifferingCounts {
  readonly subject: string
  readonly first: Sentence
  readonly second: Sentence
}

interface Counted {
  readonly sentence: Sentence
  /** "quarter", "year", "18 years". */
  readonly count: string
  /** What it says besides, without articles, prepositions and pronouns. */
  readonly words: ReadonlySet<string>
  /** Names and abbreviations: sentences about others differ in them. */
  readonly names: string
}

const OFTEN =
  /\b(?:daily|weekly|monthly|quarterly|semi-?annual(?:ly)?|bi-?annual(?:ly)?|annual(?:ly)?|yearly|twice (?:a|per|each) year|once (?:a|per|each) year|(?:each|every) (?:day|week|month|quarter|year)|on an? (?:daily|weekly|monthly|quarterly|semi-?annual|annual) basis)\b/gi
const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/semi|bi-?ann|twice/i, 'half'],
  [/dail|day/i, 'day'],
  [/week/i, 'week'],
  [/month/i, 'month'],
  [/quarter/i, 'quarter'],
  [/ann|year/i, 'year'],
]
const YEARS =
  /\b(?:over |more than |approximately |nearly |almost |about )?(\d{1,2}|ten|twelve|fifteen|eighteen|twenty(?:-five)?|thirty)\+? years\b/gi

const MAY_COUNT = /dai|week|month|quarter|ann|year/i

/** A bound, or a second occasion: who reports at least annually may well report each quarter. */
const LOOSE =
  /\b(?:at least|no less|not less|or more|minimum|more frequent\w*|as needed|as necessary|as appropriate|generally|typically|usually|also|addition\w*|separate\w*|if|when|formerly|previously|including)\b/i

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'a an the our its of to on in and or for with by is are as at that this which who from their we us regarding about basis be has have he she his her they company companys registrant s'.split(
    ' ',
  ),
)
/** How much of the words of both is said by both. */
const ALIKE = 0.75
const FEWEST_WORDS = 4
/** Sentences compared: items have a few; lists made to be long cost bounded time. */
const MOST = 60

const countedIn = (statements: readonly Sentence[], pattern: RegExp): readonly Counted[] =>
  statements.flatMap(sentence => {
    // What counts nothing is most of a text.
    if (!MAY_COUNT.test(sentence.text)) return []
    const found = [...sentence.text.matchAll(pattern)]
    const [only] = found
    if (!only || found.length > 1 || LOOSE.test(sentence.text)) return []
    const rest = sentence.text.replace(pattern, ' ')
    const words = new Set(wordsOf(rest).filter(word => !FUNCTION_WORDS.has(word)))
    if (words.size < FEWEST_WORDS) return []
    const names = [...rest.matchAll(/\b[A-Z][\w&-]*/g)]
      .map(([name]) => name.toLowerCase())
      .filter(name => !FUNCTION_WORDS.has(name))
    const count = only[1]?.toLowerCase() ?? PERIODS.find(([told]) => told.test(only[0]))?.[1] ?? ''
    return [{ sentence, count, words, names: [...new Set(names)].sort().join(' ') }]
  })

export function* differingCounts(statements: readonly Sentence[]): Iterable<DifferingCounts> {
  for (const [subject, pattern] of [
    ['how often', OFTEN],
    ['how many years', YEARS],
  ] as const) {
    const counted = countedIn(statements, pattern).slice(0, MOST)
    for (const [index, a] of counted.entries()) {
      const b = counted
        .slice(index + 1)
        .find(
          each =>
            each.count !== a.count && each.names === a.names && resemblance(a.words, each.words) >= ALIKE,
        )
      if (b) yield { subject, first: a.sentence, second: b.sentence }
    }
  }
}
