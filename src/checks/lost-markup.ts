import { aboutFacts, grouped } from './about-facts.js'
import type { Check } from './check.js'

/** Text blocks with markup that does not get into the value of the fact. */
export const lostMarkup: Check = {
  kind: 'lost-markup',
  outcomes: { unescaped: ['facts'] },
  *run({ disclosure: { tagging } }) {
    const lost =
      tagging?.facts.filter(
        ({ element, hasMarkup, escaped }) => element?.datatype === 'textBlock' && hasMarkup && !escaped,
      ) ?? []
    for (const group of grouped(lost, () => 'all')) yield aboutFacts('unescaped', group)
  },
}
