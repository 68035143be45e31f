import { incidentEvidence } from '../generated/incident-evidence.js'
import type { CoverageStatus, Evidence } from '../model/coverage.js'
import { type Block, type Disclosure, textOf } from '../model/disclosure.js'
import { INCIDENT_SUBJECTS, type IncidentSubject } from '../model/incident.js'
import { onceFor } from '../model/once.js'
import type { Prose } from '../model/prose.js'
import { isInDraftingNote, mayHoldDraftingNote } from '../text/drafting-note.js'
import { sentencesOf } from '../text/sentences.js'
import { createEngine, type EvidenceEngine } from './engine.js'

/** What a current report says of one subject, in document order: sentences that tell it, and those that only hint. */
export interface IncidentAnswer {
  readonly status: Extract<CoverageStatus, 'addressed' | 'weak' | 'absent'>
  readonly evidence: readonly Evidence[]
}

/** What a current report says of a material incident. */
export interface IncidentReading {
  readonly answer: (subject: IncidentSubject) => IncidentAnswer
  /** What one block's own text says. */
  readonly ofBlock: (block: Block, subject: IncidentSubject) => IncidentAnswer
}

type Found = ReadonlyMap<IncidentSubject, readonly Evidence[]>

let engine: EvidenceEngine<IncidentSubject> | undefined

/** What the sentences of a prose show, by subject. */
const evidenceIn = (prose: Prose): Found => {
  engine ??= createEngine(incidentEvidence())
  const sentences = sentencesOf(prose)
  const noted = mayHoldDraftingNote(prose.text)
  const found = new Map<IncidentSubject, Evidence[]>(INCIDENT_SUBJECTS.map(subject => [subject, []]))
  for (const sentence of sentences) {
    // A heading names a subject and states nothing.
    if (prose.units[sentence.unit]?.kind === 'heading') continue
    const lead = sentences[sentence.leadIn]?.text ?? ''
    for (const { requirement, rank: _, decisive: __, ...hit } of engine.read(sentence.text, lead).hits) {
      if (hit.status === 'absent' || (noted && isInDraftingNote(prose.text, sentence.start + hit.start)))
        continue
      found.get(requirement)?.push({ ...hit, sentence })
    }
  }
  return found
}

const answerOf = (evidence: readonly Evidence[]): IncidentAnswer => {
  const telling = evidence.filter(({ status }) => status === 'addressed')
  if (telling.length > 0) return { status: 'addressed', evidence: telling }
  return evidence.length > 0 ? { status: 'weak', evidence } : { status: 'absent', evidence: [] }
}

/**
 * Reads a current report, once: the checks and the report ask the same. An annual report is never read so: its patterns are
 * others.
 */
export const readIncident = onceFor(({ prose }: Disclosure): IncidentReading => {
  const found = new Map(prose.map(each => [each, evidenceIn(each)]))
  const within = (block: Block, subject: IncidentSubject): readonly Evidence[] =>
    (found.get(block.prose)?.get(subject) ?? []).filter(
      ({ sentence }) => sentence.start < block.end && sentence.end > block.start,
    )
  return {
    answer: subject => answerOf([...found.values()].flatMap(each => each.get(subject) ?? [])),
    ofBlock: (block, subject) => (textOf(block) === '' ? answerOf([]) : answerOf(within(block, subject))),
  }
})
