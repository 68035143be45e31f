import type { CydElement } from '../model/elements.js'
import type { TaggedFact } from '../model/tagging.js'
import { lettersAndDigits } from '../text/similarity.js'
import { aboutFacts } from './about-facts.js'
import type { Check } from './check.js'
import { wordsOfBlock } from './own-text.js'

/**
 * The element of the paragraph that another's stands under: Item 106(b)(1) asks for the processes and (b)(1)(i) for one
 * side of them; (c)(1) and (c)(2) are built alike.
 */
const WIDER: Readonly<Record<string, string>> = {
  processesIntegrated: 'processes',
  boardCommittee: 'boardOversight',
  boardInformed: 'boardOversight',
  positionsResponsible: 'managementRole',
  managementExpertise: 'managementRole',
  managementInformed: 'managementRole',
}

const SECTIONS = ['processes', 'boardOversight', 'managementRole']

/** Elements for one point, in whose text another section has no place. How the board is informed may well tell of managers. */
const ONE_POINT = new Set(['processesIntegrated', 'materiallyAffected', 'managementExpertise'])

/** Letters and digits that a text has to hold to be more than a phrase, and to be more than another by more than a word. */
const LEAST = 40
/** … and to be a section, of which a sentence may well stand under another point. */
const LEAST_SECTION = 200

interface Tagged {
  readonly fact: TaggedFact
  readonly element: CydElement
  readonly letters: string
}

const holds = (outer: Tagged, inner: Tagged, least: number): boolean =>
  inner.letters.length >= least &&
  outer.letters.length >= inner.letters.length + LEAST &&
  outer.letters.includes(inner.letters)

const relationOf = ({ name }: CydElement, section: string): string | null => {
  if (WIDER[name] === section) return 'wraps-wider'
  return ONE_POINT.has(name) ? 'wraps-section' : null
}

/**
 * A text block for one point that holds more than the block of the section that the point belongs to, or another
 * section's whole block. Only this: that a narrower block stands beside the wider one is as common as that it stands in
 * it, and blocks of one extent are nested either way.
 */
export const blockNesting: Check = {
  kind: 'block-nesting',
  outcomes: { 'wraps-wider': ['facts', 'other'], 'wraps-section': ['facts', 'other'] },
  *run({ disclosure: { tagging } }) {
    const blocks = (tagging?.facts ?? []).flatMap(fact =>
      fact.element?.datatype === 'textBlock' && !fact.block?.truncated
        ? [{ fact, element: fact.element, letters: lettersAndDigits(fact.text) }]
        : [],
    )
    const sections = blocks.filter(({ element }) => SECTIONS.includes(element.name))
    for (const block of blocks)
      for (const section of sections) {
        const outcome = relationOf(block.element, section.element.name)
        const least = outcome === 'wraps-wider' ? LEAST : LEAST_SECTION
        if (outcome === null || !holds(block, section, least)) continue
        const { fact, element } = section
        yield {
          ...aboutFacts(outcome, [block.fact], { other: element.name }),
          related: fact.block
            ? [{ message: `The text block ${element.name}`, words: wordsOfBlock(fact.block) }]
            : [],
        }
      }
  },
}
