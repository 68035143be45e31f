import type { Disclosure, Place } from '../model/disclosure.js'
import type { CydElement, ElementHalf } from '../model/elements.js'
import { isAnnual } from '../model/forms.js'
import { elementName, listOf } from './about-facts.js'
import type { Check, Words } from './check.js'
import { hasText, wordsOfBlock } from './own-text.js'

/** A fact of a filing or of a draft. */
interface GivenFact {
  readonly element: CydElement
  readonly words: Words | null
  readonly at: Place
}

/** Facts as the document gives them; a block that a heading opened is no fact. */
const factsOf = ({ tagging, flags, blocks }: Disclosure): readonly GivenFact[] => {
  if (tagging)
    return tagging.facts.flatMap(({ element, block, at }) =>
      element ? [{ element, words: block && hasText(block) ? wordsOfBlock(block) : null, at }] : [],
    )
  return [
    ...blocks
      .filter(({ origin }) => origin !== 'heading')
      .map(block => ({
        element: block.element,
        words: hasText(block) ? wordsOfBlock(block) : null,
        at: block.at,
      })),
    ...flags.map(({ element, at }) => ({ element, words: null, at })),
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
    const facts = factsOf(disclosure).filter(({ element }) => element.half === wrong)
    const [first] = facts
    if (!first) return
    yield {
      outcome: OUTCOMES[wrong],
      requirement: null,
      element: first.element,
      words: first.words,
      place: first,
      data: { facts: listOf(facts.map(({ element }) => elementName(element))) },
      related: [],
    }
  },
}
