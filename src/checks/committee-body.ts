import type { Check } from './check.js'
import { committeeNamedIn } from './named-body.js'
import { hasText, wordsOfBlock } from './own-text.js'

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
      const named = committeeNamedIn(reading, block)
      if (named !== 'management' && named !== 'none') continue
      yield {
        outcome: named === 'management' ? 'management-body' : 'no-committee',
        requirement: 'board-committee',
        element: block.element,
        words: wordsOfBlock(block),
        place: block,
        data: {},
        related: [],
      }
    }
  },
}
