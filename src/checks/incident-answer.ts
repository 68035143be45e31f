import { type IncidentReading, readIncident } from '../evidence/incident.js'
import type { Block } from '../model/disclosure.js'
import { isAmendment, isAnnual } from '../model/forms.js'
import { INCIDENT_ASPECTS, type IncidentAspect } from '../model/incident.js'
import { listOf } from './about-facts.js'
import type { Check, Outcome, Unchecked } from './check.js'
import { blocksFor, gapIn, incidentOutcome } from './incident-gap.js'
import { whyNoIncident } from './incident-item.js'
import { hasText, wordsOfBlock } from './own-text.js'

const VALUES = ['said', 'aspect'] as const
const OUTCOMES = [
  ...INCIDENT_ASPECTS.flatMap(aspect => [`${aspect}-absent`, `${aspect}-untold`]),
  'nature-weak',
  'timing-weak',
  'impact-in-part',
  'open',
  'statement-unsaid',
]

interface Gap {
  readonly aspect: IncidentAspect
  readonly outcome: Outcome
}

/** One sentence may leave several aspects open: it is told of once. */
function* merged(gaps: readonly Gap[]): Iterable<Outcome> {
  const isSame = (one: Outcome, other: Outcome): boolean =>
    one.outcome === 'open' &&
    other.outcome === 'open' &&
    one.words?.prose === other.words?.prose &&
    one.words?.start === other.words?.start
  for (const [index, { outcome }] of gaps.entries()) {
    if (gaps.slice(0, index).some(before => isSame(before.outcome, outcome))) continue
    const aspects = gaps.filter((gap, at) => at === index || isSame(gap.outcome, outcome))
    yield { ...outcome, data: { ...outcome.data, aspect: listOf(aspects.map(({ aspect }) => aspect)) } }
  }
}

/** An element for what is not determined, on words that leave nothing open. */
const unsaidStatement = (reading: IncidentReading, block: Block): Outcome | null =>
  hasText(block) && reading.ofBlock(block, 'undetermined').status === 'absent'
    ? incidentOutcome('statement-unsaid', 'undetermined', wordsOfBlock(block))
    : null

/**
 * What a current report leaves out of what Item 1.05 of Form 8-K asks. A report on Form 6-K is asked nothing by that
 * item: what it leaves out of the elements that it uses is an outcome of its own.
 */
export const incidentAnswer: Check = {
  kind: 'incident-answer',
  outcomes: Object.fromEntries(OUTCOMES.map(outcome => [outcome, VALUES])),
  *run({ disclosure }): Iterable<Outcome | Unchecked> {
    const { form } = disclosure
    if (isAnnual(form)) return
    const unchecked = whyNoIncident(disclosure)
    if (unchecked !== null) {
      for (const outcome of OUTCOMES) yield { outcome, requirement: null, unchecked }
      return
    }
    const reading = readIncident(disclosure)
    for (const block of blocksFor(disclosure, 'undetermined')) {
      const unsaid = unsaidStatement(reading, block)
      if (unsaid) yield unsaid
    }
    // An amendment gives what was not determined before, and need not repeat the rest.
    if (isAmendment(form)) return
    const gaps = INCIDENT_ASPECTS.flatMap(aspect => {
      const outcome = gapIn(disclosure, reading, aspect)
      return outcome ? [{ aspect, outcome }] : []
    })
    if (form === '8-K') yield* merged(gaps)
    else
      for (const { aspect, outcome } of gaps)
        if (outcome.outcome === `${aspect}-absent`) yield { ...outcome, outcome: `${aspect}-untold` }
  },
}
