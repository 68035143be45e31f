import type { Place } from '../model/disclosure.js'
import type { CydElement } from '../model/elements.js'
import type { TaggedFact } from '../model/tagging.js'
import type { Outcome } from './check.js'
import { wordsOfBlock } from './own-text.js'

/** Names that a message lists; the others are counted. */
const LISTED = 4

/** An element as messages name it: a flag and a text block may share their short name. */
export const elementName = ({ name, datatype }: CydElement): string =>
  `the ${datatype === 'boolean' ? 'flag' : 'text block'} ${name}`

export const factName = ({ element, name }: TaggedFact): string =>
  element ? elementName(element) : `cyd:${name}`

/** "the flag a, the text block b and 3 more": each name once. */
export const listOf = (names: readonly string[]): string => {
  const distinct = [...new Set(names)]
  const shown = distinct.length > LISTED + 1 ? distinct.slice(0, LISTED) : distinct
  const more = distinct.length - shown.length
  const last = more > 0 ? `${more} more` : (shown.pop() ?? '')
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
}

/** Facts that share a defect, at least one. */
export type FactGroup = readonly [TaggedFact, ...TaggedFact[]]

/** Gathers facts by what they share, in the order of the document. */
export const grouped = (
  facts: Iterable<TaggedFact>,
  keyOf: (fact: TaggedFact) => string,
): readonly FactGroup[] => {
  const groups = new Map<string, [TaggedFact, ...TaggedFact[]]>()
  for (const fact of facts) {
    const key = keyOf(fact)
    const group = groups.get(key)
    if (group) group.push(fact)
    else groups.set(key, [fact])
  }
  return [...groups.values()]
}

/**
 * One finding about facts that share a defect: it quotes the first of them and names all. Its citation is the rule's
 * own, so no requirement is given: the defect is in the tag, whatever the item asks.
 */
export const aboutFacts = (
  outcome: string,
  facts: FactGroup,
  data: Readonly<Record<string, string>> = {},
  at: Place = facts[0].at,
): Outcome => {
  const [{ element, block, text }] = facts
  return {
    outcome,
    requirement: null,
    element,
    words: block && text !== '' && at === facts[0].at ? wordsOfBlock(block) : null,
    place: { at },
    data: { facts: listOf(facts.map(factName)), ...data },
    related: [],
  }
}
