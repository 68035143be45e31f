import type { Check } from './check.js'
import { namesBoardOnly } from './named-body.js'
import { hasText, wordsOfBlock } from './own-text.js'

/** The block for the responsible positions of management, in which only the board or its committee is named. */
export const responsibleBody: Check = {
  kind: 'responsible-body',
  outcomes: { 'board-only': [] },
  *run({ disclosure, reading }) {
    for (const block of disclosure.blocks) {
      if (block.element.name !== 'positionsResponsible' || block.truncated || !hasText(block)) continue
      if (!namesBoardOnly(reading, block)) continue
      yield {
        outcome: 'board-only',
        requirement: 'positions',
        element: block.element,
        words: wordsOfBlock(block),
        place: block,
        data: {},
        related: [],
      }
    }
  },
}
