import type { TaggedFact } from '../model/tagging.js'
import { wordDifference } from '../text/word-difference.js'
import { aboutFacts, type FactGroup, grouped } from './about-facts.js'
import type { Check, Outcome } from './check.js'
import { wordsOfBlock } from './own-text.js'

/**
 * What makes two facts speak of one thing: the element, and an equivalent context (same period, same dimensions).
 * Members of dimensions are not known here, so a context with dimensions is equivalent to itself alone.
 */
const subjectOf = ({ name, context, contextRef }: TaggedFact): string => {
  const { start, end, dimensions } = context ?? { start: null, end: '', dimensions: [contextRef] }
  return [name, ...(dimensions.length > 0 ? [contextRef] : [start, end])].join(' ')
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A fact's value, to be compared; null where it has none that counts. */
const comparable = ({ element, value, nil, text }: TaggedFact): string | null => {
  if (!element || nil) return null
  if (element.datatype === 'boolean') return value === null ? null : String(value)
  return folded(text)
}

const conflictIn = (facts: FactGroup): Outcome | null => {
  const [first] = facts
  const other = facts.find(fact => comparable(fact) !== comparable(first))
  if (!other || !first.element) return null
  const { datatype, name } = first.element
  if (datatype === 'boolean') return aboutFacts('flags', [other], { flag: name })
  const count = new Set(facts.map(comparable)).size
  const difference = wordDifference(folded(first.text), folded(other.text)) ?? ''
  return {
    ...aboutFacts('blocks', [other], { times: String(count), difference }),
    related: first.block ? [{ message: 'The other text', words: wordsOfBlock(first.block) }] : [],
  }
}

/** One element with two values in equivalent contexts. Equal values may be repeated. */
export const factValues: Check = {
  kind: 'fact-values',
  outcomes: { flags: ['facts', 'flag'], blocks: ['facts', 'times', 'difference'] },
  *run({ disclosure: { tagging } }) {
    const valued = tagging?.facts.filter(fact => comparable(fact) !== null) ?? []
    for (const group of grouped(valued, subjectOf)) {
      const conflict = conflictIn(group)
      if (conflict) yield conflict
    }
  },
}
