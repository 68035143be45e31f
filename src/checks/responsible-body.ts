import { textOf } from '../model/disclosure.js'
import type { Check } from './check.js'
import { hasText, wordsOfBlock } from './own-text.js'

/** Words that name management, or leave open who is meant. */
const MANAGEMENT = ['position', 'management-committee', 'management', 'team', 'adviser', 'person'] as const

/** The block for the responsible positions of management, in which only the board or its committee is named. */
export const responsibleBody: Check = {
  kind: 'responsible-body',
  outcomes: { 'board-only': [] },
  *run({ disclosure, reading }) {
    for (const block of disclosure.blocks) {
      if (block.element.name !== 'positionsResponsible' || block.truncated || !hasText(block)) continue
      const text = textOf(block)
      const names = (className: string): boolean => reading.mentions(text, className)
      if (!names('board') && !names('board-committee')) continue
      if (MANAGEMENT.some(names)) continue
      yield {
        outcome: 'board-only',
        requirement: 'positions',
        element: block.element,
        words: wordsOfBlock(block),
        place: block.at,
        data: {},
        related: [],
      }
    }
  },
}
