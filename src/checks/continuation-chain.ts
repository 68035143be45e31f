import { aboutFacts } from './about-facts.js'
import type { Check } from './check.js'

const VALUES = ['facts', 'target'] as const

/** Chains of `ix:continuation` that do not hold: words that were to be tagged are not, or are twice. */
export const continuationChain: Check = {
  kind: 'continuation-chain',
  outcomes: { missing: VALUES, circle: VALUES, shared: VALUES },
  *run({ disclosure: { tagging } }) {
    for (const { what, target, fact: number, at } of tagging?.brokenChains ?? []) {
      const fact = tagging?.facts[number]
      if (fact) yield aboutFacts(what, [fact], { target }, at)
    }
  },
}
