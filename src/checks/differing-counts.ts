import type { Sentence } from '../model/coverage.js'
import { once } from '../model/once.js'
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
  /** What it says besides. */
  readonly rest: Rest
}

/** A sentence without its count, of which most is asked only where another one is like it so far. */
interface Rest {
  /** Names and abbreviations: sentences about others differ in them. */
  readonly names: () => string
  /** Words without articles, prepositions and pronouns. */
  readonly words: () => ReadonlySet<string>
}

type Subject = 'how often' | 'how many years'

const OFTEN =
  'daily|weekly|monthly|quarterly|semi-?annual(?:ly)?|bi-?annual(?:ly)?|annual(?:ly)?|yearly|twice (?:a|per|each) year|once (?:a|per|each) year|(?:each|every) (?:day|week|month|quarter|year)|on an? (?:daily|weekly|monthly|quarterly|semi-?annual|annual) basis'
const YEARS =
  '(?:over |more than |approximately |nearly |almost |about )?(\\d{1,2}|ten|twelve|fifteen|eighteen|twenty(?:-five)?|thirty)\\+? years'
/** A count of either subject, looked for in one go: with how many years in a group of its own. */
const COUNT = new RegExp(`\\b(?:${OFTEN}|${YEARS})\\b`, 'gi')

const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/semi|bi-?ann|twice/i, 'half'],
  [/dail|day/i, 'day'],
  [/week/i, 'week'],
  [/month/i, 'month'],
  [/quarter/i, 'quarter'],
  [/ann|year/i, 'year'],
]
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

const namesIn = (text: string): string => {
  const names = [...text.matchAll(/\b[A-Z][\w&-]*/g)]
    .map(([name]) => name.toLowerCase())
    .filter(name => !FUNCTION_WORDS.has(name))
  return [...new Set(names)].sort().join(' ')
}

const subjectOf = (years: string | undefined): Subject =>
  years === undefined ? 'how often' : 'how many years'

const restOf = (sentence: string, subject: Subject): Rest => {
  const text = once(() =>
    sentence.replace(COUNT, (count, years?: string) => (subjectOf(years) === subject ? ' ' : count)),
  )
  return {
    names: once(() => namesIn(text())),
    words: once(() => new Set(wordsOf(text()).filter(word => !FUNCTION_WORDS.has(word)))),
  }
}

/** Sentences with one count of a subject, and no bound. */
const countedIn = (statements: readonly Sentence[]): readonly (Counted & { readonly subject: Subject })[] =>
  statements.flatMap(sentence => {
    const { text } = sentence
    // What counts nothing is most of a text.
    if (text.search(COUNT) < 0 || LOOSE.test(text)) return []
    const found = [...text.matchAll(COUNT)].map(([count, years]) => ({
      subject: subjectOf(years),
      count: years?.toLowerCase() ?? PERIODS.find(([told]) => told.test(count))?.[1] ?? '',
    }))
    return found.flatMap(({ subject, count }) =>
      found.filter(other => other.subject === subject).length === 1
        ? [{ sentence, subject, count, rest: restOf(text, subject) }]
        : [],
    )
  })

/** Whether what two sentences say besides their counts is the same. */
const isAlike = (a: Rest, b: Rest): boolean =>
  a.names() === b.names() &&
  Math.min(a.words().size, b.words().size) >= FEWEST_WORDS &&
  resemblance(a.words(), b.words()) >= ALIKE

export function* differingCounts(statements: readonly Sentence[]): Iterable<DifferingCounts> {
  const all = countedIn(statements)
  for (const subject of ['how often', 'how many years'] as const) {
    const counted = all.filter(each => each.subject === subject).slice(0, MOST)
    for (const [index, a] of counted.entries()) {
      const b = counted.slice(index + 1).find(each => each.count !== a.count && isAlike(a.rest, each.rest))
      if (b) yield { subject, first: a.sentence, second: b.sentence }
    }
  }
}
