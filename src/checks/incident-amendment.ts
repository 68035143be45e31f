import { type IncidentReading, readIncident } from '../evidence/incident.js'
import type { Evidence } from '../model/coverage.js'
import { elementNamed } from '../model/elements.js'
import { INCIDENT_ASPECTS, type IncidentAspect } from '../model/incident.js'
import { shorten } from '../text/shorten.js'
import type { Check } from './check.js'
import { whyNoIncident } from './incident-item.js'

const VALUES = ['aspect', 'left'] as const

const BLOCK: Readonly<Record<IncidentAspect, string>> = {
  nature: 'incidentNature',
  scope: 'incidentScope',
  timing: 'incidentTiming',
  impact: 'incidentImpact',
}

/** The statement that an aspect is not determined, or that information on it is not available. */
const leftOpen = (reading: IncidentReading, aspect: IncidentAspect): Evidence | undefined =>
  reading
    .answer('undetermined')
    .evidence.find(({ status, facets }) => status === 'addressed' && facets.includes(aspect))

/** Whether the report tells of an aspect; of the impact, whether it says that it is or is not material. */
const isTold = (reading: IncidentReading, aspect: IncidentAspect): boolean => {
  const { status, evidence } = reading.answer(aspect)
  return (
    status === 'addressed' &&
    (aspect !== 'impact' || evidence.some(({ facets }) => facets.includes('material')))
  )
}

/** What the report before left undetermined and its amendment does not tell, or leaves undetermined again. */
export const incidentAmendment: Check = {
  kind: 'incident-amendment',
  outcomes: { unanswered: VALUES, open: VALUES },
  *run({ disclosure, difference }) {
    if (!difference || disclosure.form !== '8-K/A') return
    const unchecked = whyNoIncident(disclosure) ?? whyNoIncident(difference.old.disclosure)
    if (unchecked !== null) {
      for (const outcome of ['unanswered', 'open']) yield { outcome, requirement: null, unchecked }
      return
    }
    const [before, now] = [readIncident(difference.old.disclosure), readIncident(disclosure)]
    for (const aspect of INCIDENT_ASPECTS) {
      const left = leftOpen(before, aspect)
      if (!left) continue
      const still = leftOpen(now, aspect)
      if (!still && isTold(now, aspect)) continue
      yield {
        outcome: still ? 'open' : 'unanswered',
        requirement: null,
        element: elementNamed(BLOCK[aspect], 'textBlock') ?? null,
        words: still?.sentence ?? null,
        place: null,
        data: { aspect, left: shorten(left.sentence.text) },
        related: [],
      }
    }
  },
}
