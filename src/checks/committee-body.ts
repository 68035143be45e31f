import type { Reading } from '../evidence/read.js'
import { type Block, textOf } from '../model/disclosure.js'
import { wordsOf } from '../text/similarity.js'
import type { Check } from './check.js'
import { hasText, wordsOfBlock } from './own-text.js'

/** A name alone, without a sentence round it. */
const NAME_WORDS = 8

const isName = (text: string): boolean => wordsOf(text).length <= NAME_WORDS

/** Whether the block says that the board itself oversees, or that no committee does. */
const saysBoardOversees = (reading: Reading, block: Block): boolean =>
  reading.ofBlock(block, 'board-committee').status !== 'absent' ||
  reading.ofBlock(block, 'board-oversight').status !== 'absent'

const outcomeOf = (reading: Reading, block: Block): string | null => {
  const text = textOf(block)
  const names = (className: string): boolean => reading.mentions(text, className)
  if (names('board-committee') || names('unnamed-committee')) return null
  if (names('board') && (isName(text) || saysBoardOversees(reading, block))) return null
  if (names('management-committee')) return 'management-body'
  // A committee whose name tells nothing of whose it is: the benefit of the doubt.
  if (names('committee-word') || saysBoardOversees(reading, block)) return null
  return 'no-committee'
}

/**
 * The block for the responsible committee of the board, with no such committee in it: Item 106(c)(1) asks to identify a
 * committee or subcommittee of the board, so that a body of management is no answer, and the full board is one.
 */
export const committeeBody: Check = {
  kind: 'committee-body',
  outcomes: { 'no-committee': [], 'management-body': [] },
  *run({ disclosure, reading }) {
    for (const block of disclosure.blocks) {
      if (block.element.name !== 'boardCommittee' || block.truncated || !hasText(block)) continue
      const outcome = outcomeOf(reading, block)
      if (outcome === null) continue
      yield {
        outcome,
        requirement: 'board-committee',
        element: block.element,
        words: wordsOfBlock(block),
        place: block.at,
        data: {},
        related: [],
      }
    }
  },
}
