import { type Block, type Disclosure, type Flag, textOf } from '../model/disclosure.js'
import { type CydElement, ELEMENTS } from '../model/elements.js'
import type { Check, CheckInput, Outcome } from './check.js'
import { flagMeaning } from './flag-meaning.js'
import { plainAnswers } from './plain-answer.js'
import { isStub } from './stub-text.js'

const VALUES = ['flag', 'value', 'meaning'] as const

const FLAGS = ELEMENTS.filter(({ datatype }) => datatype === 'boolean')

/**
 * Whether the document was tagged or gives facts: a draft of plain prose is tagged later, and lacks nothing yet. A
 * block that a heading opened is no tag.
 */
const isTagged = ({ view, blocks }: Disclosure): boolean =>
  view === 'tagged' || blocks.some(({ origin }) => origin !== 'heading')

/** Whether flags are to be expected: in tagged facts, and in a draft that gives some. */
const givesFlags = ({ view, flags, blocks }: Disclosure): boolean =>
  view === 'tagged' || flags.length > 0 || blocks.some(({ origin }) => origin === 'tag')

/** Whether a flag's tag is there and gives no value: that is told of as such, and the flag is not missing. */
const isTaggedInVain = ({ tagging }: Disclosure, element: CydElement): boolean =>
  tagging?.facts.some(fact => fact.element === element && fact.value === null) ?? false

/** The text block of the same name; three of the six flags have one. */
const blockOf = ({ blocks }: Disclosure, { name }: CydElement): Block | undefined =>
  blocks.find(({ element, origin }) => element.name === name && origin !== 'heading')

const HAS_BLOCK = new Set(['processesIntegrated', 'positionsResponsible', 'materiallyAffected'])

const pairing = (
  outcome: string,
  element: CydElement,
  value: boolean,
  at: { readonly block?: Block; readonly flag?: Flag },
): Outcome => ({
  outcome,
  requirement: element.requirement,
  element,
  words: at.block ? { prose: at.block.prose, start: at.block.start, end: at.block.end } : null,
  place: at.block ?? at.flag ?? null,
  data: { flag: element.name, value: String(value), meaning: flagMeaning(element.name, value) },
  related: [],
})

/** A block that says that there is none of something may well explain why the answer is no. */
const DENIES =
  /\b(?:do|does|did|has|have|is|are) (?:not|no)\b|\bnot yet\b|\bno (?:formal|separate|dedicated|employees|officers)\b|\bindependent of\b/i

/** Whether a block under a `false` flag may hold what it holds. */
const deniesOrMayDeny = ({ reading }: CheckInput, block: Block): boolean => {
  // "Have not materially affected" under `false` is the normal answer, a pointer under `false` agrees (evidence.md).
  if (block.element.name === 'materiallyAffected' || block.truncated) return true
  const { requirement } = block.element
  if (requirement === null || DENIES.test(textOf(block))) return true
  return reading.ofBlock(block, requirement).status === 'negated'
}

/** Whether the text answers the flag's question, yes or no. */
const isAnswered = ({ reading }: CheckInput, { requirement, name }: CydElement): Outcome['words'] => {
  const coverage = requirement && reading.coverage.get(requirement)
  if (!coverage || !['addressed', 'negated', 'affected', 'not-affected'].includes(coverage.status))
    return null
  return plainAnswers(name, coverage)[0]?.sentence ?? null
}

/** Flags and text blocks of one requirement that go together, and one of which is not there. */
export const flagPairing: Check = {
  kind: 'flag-pairing',
  outcomes: {
    'without-block': VALUES,
    'block-without-flag': VALUES,
    'false-with-block': VALUES,
    missing: VALUES,
  },
  *run(input) {
    const { disclosure } = input
    for (const element of FLAGS) {
      const flag = disclosure.flags.find(each => each.element === element)
      const block = HAS_BLOCK.has(element.name) ? blockOf(disclosure, element) : undefined
      const full =
        block && textOf(block).trim() !== '' && !isStub(textOf(block), block.element) ? block : undefined
      if (flag?.value && !block && HAS_BLOCK.has(element.name) && isTagged(disclosure))
        yield pairing('without-block', element, true, { flag })
      if (flag?.value === false && full && !deniesOrMayDeny(input, full))
        yield pairing('false-with-block', element, false, { block: full })
      if (flag || !givesFlags(disclosure) || isTaggedInVain(disclosure, element)) continue
      if (full) yield pairing('block-without-flag', element, true, { block: full })
      const words = isAnswered(input, element)
      if (words) yield { ...pairing('missing', element, true, {}), words }
    }
  },
}
