import { lostTextOn, lostTextReason } from '../evidence/lost-text.js'
import type { Evidence } from '../model/coverage.js'
import { elementNamed } from '../model/elements.js'
import { shorten } from '../text/shorten.js'
import type { Check, CheckInput, Outcome, Unchecked, Words } from './check.js'
import { type EffectLimbs, limbsOf } from './effect-limbs.js'

const REQUIREMENT = 'material-effect'
const VALUES = ['statement'] as const

interface Statement extends EffectLimbs {
  readonly evidence: Evidence
}

const wordsOf = ({ sentence: { prose, start, end } }: Evidence): Words => ({ prose, start, end })

/** How an effect shows: what it cost, what stopped, what was lost, what was done about it. */
const HOW =
  /[$€£¥]\s?\d|\b\d[\d.,]* (?:million|billion|thousand)|\b(?:costs?|expenses?|revenues?|sales|earnings|margins?|cash|ransom|fines?|settlement|insurance|production|operations|plants?|shipments?|deliver\w+|orders?|customers?|patients?|outages?|downtime|delays?|offline|interrupt\w+|disrupt\w+|shut ?down|suspend\w+|encrypt\w+|exfiltrat\w+|stole\w*|remediat\w+|restor\w+|litigation|lawsuits?|reputation\w*|strategy)\b/i
const EVENT = /\b(?:incident|attack|breach|cyberattack|ransomware|event|intrusion|outage|unauthori[sz]ed)/i

const outcomeOf = (
  outcome: string,
  first: Evidence | undefined,
  others: readonly Evidence[],
  { disclosure }: CheckInput,
): Outcome => ({
  outcome,
  requirement: REQUIREMENT,
  element: elementNamed('materiallyAffected', 'textBlock') ?? null,
  words: first ? wordsOf(first) : null,
  place: disclosure.flags.find(({ element }) => element.requirement === REQUIREMENT) ?? null,
  data: { statement: shorten(first?.sentence.text ?? '') },
  related: others.slice(0, 2).map(each => ({ message: 'Also', words: wordsOf(each) })),
})

/** The sentences that answer no, each once. */
const denials = ({ reading }: CheckInput): readonly Statement[] => {
  const seen = new Set<string>()
  return reading.candidates(REQUIREMENT).flatMap(evidence => {
    const { text } = evidence.sentence
    if (evidence.status !== 'not-affected' || seen.has(text)) return []
    seen.add(text)
    return [{ evidence, ...limbsOf(text) }]
  })
}

/** What an answer of no leaves open. */
const gapsOf = (statements: readonly Statement[]): readonly string[] => {
  const gaps: string[] = []
  const some = (limb: keyof EffectLimbs): boolean => statements.some(each => each[limb])
  if (!some('likely')) gaps.push('past-only')
  else if (!some('past')) gaps.push('future-only')
  if (!some('risks')) gaps.push('incidents-only')
  const past = statements.filter(each => each.past)
  if (past.length > 0 && past.every(({ bounded }) => bounded)) gaps.push('time-limited')
  return gaps
}

/** Whether the sentence of the effect, or one that speaks of the event, says what the effect was. */
const saysHow = ({ reading }: CheckInput, affected: readonly Evidence[]): boolean => {
  const told = affected.map(({ sentence }) =>
    sentence.text.replace(/\b(?:business strategy|results of operations)\b/gi, ''),
  )
  const events = reading.sentences.filter(
    ({ text }) => EVENT.test(text) && !/\b(?:could|may|might|would)\b/.test(text),
  )
  return [...told, ...events.map(({ text }) => text)].some(text => HOW.test(text))
}

/**
 * The statement on material effect, where there is one: what of the two questions it leaves open, and whether a yes
 * says how.
 */
export const effectStatement: Check = {
  kind: 'effect-statement',
  outcomes: {
    'past-only': VALUES,
    'future-only': VALUES,
    'incidents-only': VALUES,
    'time-limited': VALUES,
    'without-how': VALUES,
  },
  *run(input): Generator<Outcome | Unchecked> {
    const coverage = input.reading.coverage.get(REQUIREMENT)
    if (!coverage || (coverage.status !== 'not-affected' && coverage.status !== 'affected')) return
    const lost = lostTextOn(input.disclosure, REQUIREMENT)
    const found: Outcome[] = []
    if (coverage.status === 'affected') {
      const [first, ...others] = coverage.evidence
      if (!saysHow(input, coverage.evidence)) found.push(outcomeOf('without-how', first, others, input))
    } else {
      const statements = denials(input)
      const [first, ...others] = statements.map(({ evidence }) => evidence)
      if (first) for (const gap of gapsOf(statements)) found.push(outcomeOf(gap, first, others, input))
    }
    for (const each of found)
      yield lost.length > 0
        ? { outcome: each.outcome, requirement: REQUIREMENT, unchecked: lostTextReason(lost) }
        : each
  },
}
