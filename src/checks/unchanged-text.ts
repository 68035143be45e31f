import type { BlockDifference } from '../compare/blocks.js'
import type { Difference } from '../compare/compare.js'
import { textOf } from '../model/disclosure.js'
import { wordsOf } from '../text/similarity.js'
import type { Check, Outcome } from './check.js'
import { wordsOfBlock } from './own-text.js'

const VALUES = ['blocks', 'count', 'before'] as const

/** Names and titles stay from year to year. */
const LEAST_WORDS = 20
/** An item of fewer sentences says that there are no processes, or not much more. */
const LEAST_SENTENCES = 3

const isSamePeriod = ({ old, new: fresh }: Difference): boolean =>
  old.disclosure.periodOfReport !== null && old.disclosure.periodOfReport === fresh.disclosure.periodOfReport

/** Whether nothing differs in all that there is, and a source cut none of it. */
const isWholeSame = ({ passages, blocks, old, new: fresh }: Difference): boolean =>
  passages.length >= LEAST_SENTENCES &&
  passages.every(({ change }) => change === 'unchanged') &&
  blocks.every(({ change }) => change === 'unchanged') &&
  ![...old.disclosure.blocks, ...fresh.disclosure.blocks].some(({ truncated }) => truncated)

const isNarrative = ({ new: block }: BlockDifference): boolean =>
  block !== null && wordsOf(textOf(block)).length >= LEAST_WORDS

const outcome = (name: string, same: readonly BlockDifference[], difference: Difference): Outcome => {
  const block = same[0]?.new ?? null
  return {
    outcome: name,
    requirement: null,
    element: null,
    words: name === 'blocks' && block ? wordsOfBlock(block) : null,
    place: name === 'blocks' ? block : null,
    data: {
      blocks: same.map(({ element }) => element.name).join(', '),
      count: String(difference.passages.length),
      before: difference.old.disclosure.periodOfReport ?? 'the document before',
    },
    related: [],
  }
}

/** The item, or the text under some of its elements, that is the prior period's word for word. */
export const unchangedText: Check = {
  kind: 'unchanged-text',
  outcomes: { item: VALUES, blocks: VALUES },
  *run({ difference }) {
    if (!difference || isSamePeriod(difference)) return
    if (isWholeSame(difference)) {
      yield outcome('item', [], difference)
      return
    }
    const same = difference.blocks.filter(block => block.change === 'unchanged' && isNarrative(block))
    if (same.length > 0) yield outcome('blocks', same, difference)
  },
}
