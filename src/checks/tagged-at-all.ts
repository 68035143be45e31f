import { COMPLIANCE_DATES } from '../model/compliance-dates.js'
import type { Check, Unchecked } from './check.js'

const unchecked = (reason: string): Unchecked => ({ outcome: 'none', requirement: null, unchecked: reason })

/** A filed annual report without any fact of the cyd taxonomy. The rule says which forms and years it is asked of. */
export const taggedAtAll: Check = {
  kind: 'tagged-at-all',
  outcomes: { none: ['since'] },
  *run({ disclosure: { tagging, periodOfReport } }) {
    if (!tagging || tagging.facts.length > 0) return
    if (periodOfReport === null)
      yield unchecked(
        `The document gives no end of its fiscal year: tags are asked for in fiscal years ended on or after ${COMPLIANCE_DATES.tagging.from}.`,
      )
    else if (tagging.cover.isAmendment)
      yield unchecked('The cover page calls the document an amendment, which need not hold the item.')
    else
      yield {
        outcome: 'none',
        requirement: null,
        element: null,
        words: null,
        place: null,
        data: { since: COMPLIANCE_DATES.tagging.from },
        related: [],
      }
  },
}
