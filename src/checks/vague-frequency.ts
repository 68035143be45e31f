import type { Evidence } from '../model/coverage.js'
import { elementsFor } from '../model/elements.js'
import type { RequirementName } from '../model/requirements.js'
import { shorten } from '../text/shorten.js'
import type { Check, Words } from './check.js'

const INFORMING: readonly RequirementName[] = ['board-informed', 'management-informed']

const VAGUE =
  /\b(?:regularly|periodically|routinely|frequently|occasionally|from time to time|on an? (?:regular|periodic|ongoing|frequent|routine) basis|(?:regular|periodic) (?:reports?|updates?|briefings?))\b/i
/** A time, or an occasion. */
const TOLD =
  /\b(?:dail|week|month|quarter|annual|year|bi-?week|semi|twice|once)\w*|\b(?:at (?:each|every|its|their|the)[^.;]{0,30}meetings?|(?:each|every|scheduled|board|committee) meetings?|immediate\w*|prompt\w*|upon|when\w*|in the event|following|after|within \w+ (?:hours|days)|as (?:needed|necessary|appropriate|warranted|they arise)|material changes)\b/i

const wordsOf = ({ sentence: { prose, start, end } }: Evidence): Words => ({ prose, start, end })

/** An informing process of which every sentence says that it is regular, and none when. */
export const vagueFrequency: Check = {
  kind: 'vague-frequency',
  outcomes: { vague: ['words'] },
  *run({ reading }) {
    for (const requirement of INFORMING) {
      const coverage = reading.coverage.get(requirement)
      const [first, ...others] = coverage?.status === 'addressed' ? coverage.evidence : []
      const vague = first && VAGUE.exec(first.sentence.text)
      if (!vague) continue
      const all = [first, ...others]
      if (all.some(({ sentence: { text } }) => TOLD.test(text) || !VAGUE.test(text))) continue
      yield {
        outcome: 'vague',
        requirement,
        element: elementsFor(requirement).find(({ datatype }) => datatype === 'textBlock') ?? null,
        words: wordsOf(first),
        place: null,
        data: { words: shorten(vague[0]) },
        related: others.slice(0, 2).map(each => ({ message: 'Also', words: wordsOf(each) })),
      }
    }
  },
}
