import { ELEMENTS, TAXONOMY_YEARS } from '../model/elements.js'
import type { TaggedFact } from '../model/tagging.js'
import { nearestName } from '../text/nearest-name.js'
import { aboutFacts, grouped } from './about-facts.js'
import type { Check } from './check.js'

const NAMES = ELEMENTS.map(({ element }) => element)
/** Names are long, and a longer one that is no element at all is not worth the time. */
const LONGEST_NAME = 200

/** "2025q1" is of the year 2025. */
const isLater = ({ taxonomy }: TaggedFact): boolean =>
  taxonomy !== null && taxonomy.slice(0, 4) > (TAXONOMY_YEARS.at(-1) ?? '')

/** Facts whose name the taxonomy has not, or whose prefix stands for no taxonomy. */
export const elementInTaxonomy: Check = {
  kind: 'element-in-taxonomy',
  outcomes: { unknown: ['facts', 'name', 'taxonomy', 'nearest'], 'no-namespace': ['facts'] },
  *run({ disclosure: { tagging } }) {
    const facts = tagging?.facts ?? []
    for (const group of grouped(
      facts.filter(({ taxonomy }) => taxonomy === null),
      () => 'all',
    ))
      yield aboutFacts('no-namespace', group)
    const unknown = facts.filter(({ taxonomy, element }) => taxonomy !== null && element === null)
    for (const group of grouped(unknown, ({ taxonomy, name }) => `${taxonomy} ${name}`)) {
      const [fact] = group
      const { name, taxonomy } = fact
      if (isLater(fact))
        yield {
          outcome: 'unknown',
          requirement: null,
          unchecked: `The taxonomy cyd/${taxonomy} is later than those that this version knows (${TAXONOMY_YEARS.join(', ')}): whether it has cyd:${name} was not checked.`,
        }
      else {
        const nearest = nearestName(name.slice(0, LONGEST_NAME), NAMES)
        yield aboutFacts('unknown', group, { name, taxonomy: taxonomy ?? '', nearest: nearest ?? '' })
      }
    }
  },
}
