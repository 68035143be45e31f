import type { IncidentAnswer, IncidentReading } from '../evidence/incident.js'
import type { Evidence } from '../model/coverage.js'
import type { Block, Disclosure } from '../model/disclosure.js'
import { type CydElement, elementNamed } from '../model/elements.js'
import type { IncidentAspect, IncidentSubject } from '../model/incident.js'
import { shorten } from '../text/shorten.js'
import type { Outcome, Words } from './check.js'
import { hasText } from './own-text.js'

const BLOCK: Readonly<Record<IncidentSubject, string>> = {
  nature: 'incidentNature',
  scope: 'incidentScope',
  timing: 'incidentTiming',
  impact: 'incidentImpact',
  undetermined: 'incidentUndetermined',
}

const elementOf = (subject: IncidentSubject): CydElement | null =>
  elementNamed(BLOCK[subject], 'textBlock') ?? null

/** Blocks of the element for a subject. */
export const blocksFor = ({ blocks }: Disclosure, subject: IncidentSubject): readonly Block[] =>
  blocks.filter(({ element }) => element.name === BLOCK[subject])

export const incidentOutcome = (outcome: string, subject: IncidentSubject, words: Words | null): Outcome => ({
  outcome,
  requirement: null,
  element: elementOf(subject),
  words,
  place: null,
  data: { said: words ? shorten(words.prose.text.slice(words.start, words.end)) : '', aspect: subject },
  related: [],
})

const wordsOf = ({ sentence: { prose, start, end } }: Evidence): Words => ({ prose, start, end })

/** A sentence of an answer that speaks of an aspect. */
const speakingOf = (
  { evidence }: IncidentAnswer,
  aspect: IncidentAspect,
  status: IncidentAnswer['status'],
): Evidence | undefined => evidence.find(each => each.status === status && each.facets.includes(aspect))

/** Whether the words of a block leave its aspect open and tell nothing of it: "we continue to assess the impact". */
const isOpenBlock = (reading: IncidentReading, block: Block, aspect: IncidentAspect): boolean =>
  reading.ofBlock(block, aspect).status !== 'addressed' &&
  speakingOf(reading.ofBlock(block, 'undetermined'), aspect, 'weak') !== undefined

/** Whether an aspect is told. What stood still is not yet an impact on financial condition and results. */
const isTold = ({ status, evidence }: IncidentAnswer, aspect: IncidentAspect): boolean =>
  status === 'addressed' &&
  (aspect !== 'impact' || evidence.some(({ facets }) => facets.includes('material')))

/** What a text says of one subject: as it is judged, with the sentences that tell it or come nearest to it. */
export const answerIn = (reading: IncidentReading, subject: IncidentSubject): IncidentAnswer => {
  const answer = reading.answer(subject)
  if (subject === 'undetermined' || isTold(answer, subject)) return answer
  // That an aspect is not determined or not available is an answer, where it is said.
  const left = speakingOf(reading.answer('undetermined'), subject, 'addressed')
  if (left) return { status: 'addressed', evidence: [left] }
  return answer.status === 'absent' ? answer : { ...answer, status: 'weak' }
}

/** What the text leaves out of one aspect; null where that cannot be seen. */
export const gapIn = (
  disclosure: Disclosure,
  reading: IncidentReading,
  aspect: IncidentAspect,
): Outcome | null => {
  const own = blocksFor(disclosure, aspect)
  // A block that is empty or a stub is told of as that, and the lost end of a cut one may say anything.
  if (own.some(block => !hasText(block) || block.truncated)) return null
  const answer = reading.answer(aspect)
  const open = reading.answer('undetermined')
  if (isTold(answer, aspect) || speakingOf(open, aspect, 'addressed')) return null
  const [first] = answer.evidence
  // Words under the aspect's own tag or heading tell of it, in whatever words, unless they leave it open.
  if (!first && own.some(block => !isOpenBlock(reading, block, aspect))) return null
  const left = open.evidence.find(({ facets }) => facets.includes(aspect))
  if (left && (!first || aspect === 'impact')) return incidentOutcome('open', aspect, wordsOf(left))
  if (!first) return incidentOutcome(`${aspect}-absent`, aspect, null)
  if (aspect === 'impact')
    return incidentOutcome(answer.status === 'weak' ? 'open' : 'impact-in-part', aspect, wordsOf(first))
  // "May have been accessed" tells of the scope what is known.
  return aspect === 'scope' ? null : incidentOutcome(`${aspect}-weak`, aspect, wordsOf(first))
}
