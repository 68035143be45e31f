import { aboutFacts, grouped } from './about-facts.js'
import type { Check } from './check.js'

/** Facts in `ix:hidden`, which no reader of the document sees. */
export const hiddenFact: Check = {
  kind: 'hidden-fact',
  outcomes: { hidden: ['facts'] },
  *run({ disclosure: { tagging } }) {
    const hidden = tagging?.facts.filter(fact => fact.hidden) ?? []
    for (const group of grouped(hidden, () => 'all')) yield aboutFacts('hidden', group)
  },
}
