import type { Block, Disclosure, Place } from '../model/disclosure.js'
import type { CydElement, ElementHalf } from '../model/elements.js'
import { isAnnual } from '../model/forms.js'
import { elementName, listOf } from './about-facts.js'
import type { Check } from './check.js'
import { hasText, wordsOfBlock } from './own-text.js'

/** A fact of a filing or of a draft. */
interface GivenFact {
  readonly element: CydElement
  readonly block: Block | null
  readonly place: { readonly at: Place }
}

/** Facts of one half of the taxonomy, as the document gives them; a block that a heading opened is no fact. */
const factsOf = ({ tagging, flags, blocks }: Disclosure, half: ElementHalf): readonly GivenFact[] => {
  if (tagging)
    return tagging.facts.flatMap(fact =>
      fact.element?.half === half ? [{ element: fact.element, block: fact.block, place: fact }] : [],
    )
  const isOfHalf = ({ element }: { readonly element: CydElement }): boolean => element.half === half
  return [
    ...blocks
      .filter(block => block.origin !== 'heading' && isOfHalf(block))
      .map(block => ({ element: block.element, block, place: block })),
    ...flags.filter(isOfHalf).map(flag => ({ element: flag.element, block: null, place: flag })),
  ]
}

const OUTCOMES: Readonly<Record<ElementHalf, string>> = {
  incident: 'incident-in-annual',
  annual: 'annual-in-current',
}

/** Elements of the half of the taxonomy that is for the other kind of report. */
export const elementHalf: Check = {
  kind: 'element-half',
  outcomes: { 'incident-in-annual': ['facts'], 'annual-in-current': ['facts'] },
  *run({ disclosure }) {
    const wrong: ElementHalf = isAnnual(disclosure.form) ? 'incident' : 'annual'
    const facts = factsOf(disclosure, wrong)
    const [first] = facts
    if (!first) return
    const { element, block, place } = first
    yield {
      outcome: OUTCOMES[wrong],
      requirement: null,
      element,
      words: block && hasText(block) ? wordsOfBlock(block) : null,
      place,
      data: { facts: listOf(facts.map(fact => elementName(fact.element))) },
      related: [],
    }
  },
}
