import type { Reading } from '../evidence/read.js'
import type { Sentence } from '../model/coverage.js'
import { shorten } from '../text/shorten.js'
import type { Check, Outcome, Words } from './check.js'
import { differingCounts } from './differing-counts.js'
import { distinctSentences } from './distinct-sentences.js'
import { OPPOSED, type OpposedStatements, QUALIFIED } from './opposed-statements.js'

const wordsOf = ({ prose, start, end }: Sentence): Words => ({ prose, start, end })

const outcomeOf = (outcome: string, subject: string, first: Sentence, second: Sentence): Outcome => ({
  outcome,
  requirement: null,
  element: null,
  words: wordsOf(second),
  place: null,
  data: { subject, first: shorten(first.text), second: shorten(second.text) },
  related: [{ message: 'The other statement', words: wordsOf(first) }],
})

/** Sentences other than headings, each once. */
const statementsOf = (reading: Reading): readonly Sentence[] =>
  distinctSentences(reading).filter(({ prose, unit }) => prose.units[unit]?.kind !== 'heading')

/** Characters behind a statement in which it may be taken back ("… policies, if any"). */
const AFTERWARDS = 25

/** A sentence that may deny something, in lower case beside it. */
interface Negative {
  readonly sentence: Sentence
  readonly lower: string
}

const DENIES = /\b(?:no|not|nor|never)\b/i
/** A quick look, before the patterns. */
const negativesOf = (statements: readonly Sentence[]): readonly Negative[] =>
  statements
    .filter(({ text }) => DENIES.test(text))
    .map(sentence => ({ sentence, lower: sentence.text.toLowerCase() }))

/** A denial: what it denies may well be in the statement's own words. */
const denying = (
  negatives: readonly Negative[],
  { marks, denies }: OpposedStatements,
): Sentence | undefined =>
  negatives.find(({ sentence: { text }, lower }) => {
    const mayDeny = marks.every(each => each.some(mark => lower.includes(mark)))
    const match = mayDeny ? denies.exec(text) : null
    return match !== null && !QUALIFIED.test(match[0])
  })?.sentence

/** A sentence that says it after all, and takes nothing back up to there. */
const saying = (
  statements: readonly Sentence[],
  { denies, states }: OpposedStatements,
): Sentence | undefined =>
  statements.find(({ text }) => {
    const match = states.exec(text)
    if (!match || denies.test(text)) return false
    return !QUALIFIED.test(text.slice(0, match.index + match[0].length + AFTERWARDS))
  })

/** Two sentences of one item that cannot both hold. */
export const contradiction: Check = {
  kind: 'contradiction',
  outcomes: { opposed: ['subject', 'first', 'second'], counts: ['subject', 'first', 'second'] },
  *run({ reading }) {
    const statements = statementsOf(reading)
    const negatives = negativesOf(statements)
    for (const pair of OPPOSED) {
      const denial = denying(negatives, pair)
      const statement = denial && saying(statements, pair)
      if (statement) yield outcomeOf('opposed', pair.subject, denial, statement)
    }
    for (const { subject, first, second } of differingCounts(statements))
      yield outcomeOf('counts', subject, first, second)
  },
}
