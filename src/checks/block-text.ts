import { type Block, type Disclosure, textOf } from '../model/disclosure.js'
import type { Check, Outcome } from './check.js'
import { cutOf } from './cut-sentence.js'
import { HOLDS_NAMES, wordsOfBlock } from './own-text.js'
import { isBlank, isStub } from './stub-text.js'

const VALUES = ['ending'] as const

/** The last words of a text, for a message. */
const lastWords = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length <= 100 ? flat : `…${flat.slice(flat.indexOf(' ', flat.length - 100))}`
}

const outcomeOf = (block: Block, disclosure: Disclosure): string | null => {
  const text = textOf(block)
  if (text.trim() === '') return 'empty'
  if (isBlank(text)) return null
  if (isStub(text, block.element)) return 'stub'
  if (block.truncated || block.origin === 'heading' || HOLDS_NAMES.has(block.element.name)) return null
  return cutOf(block, disclosure)
}

/** A text block that holds nothing, a value or a label in place of a text, or a piece of a sentence. */
export const blockText: Check = {
  kind: 'block-text',
  outcomes: {
    empty: VALUES,
    stub: VALUES,
    'starts-inside': VALUES,
    'ends-inside': VALUES,
    announces: VALUES,
    fragment: VALUES,
  },
  *run({ disclosure }) {
    for (const block of disclosure.blocks) {
      const outcome = outcomeOf(block, disclosure)
      if (outcome === null) continue
      const result: Outcome = {
        outcome,
        requirement: block.element.requirement,
        element: block.element,
        words: outcome === 'empty' ? null : wordsOfBlock(block),
        place: block,
        data: { ending: lastWords(textOf(block)) },
        related: [],
      }
      yield result
    }
  },
}
