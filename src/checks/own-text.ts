import type { Reading } from '../evidence/read.js'
import { type Block, textOf } from '../model/disclosure.js'
import type { Words } from './check.js'
import { isStub } from './stub-text.js'

/** A block's text as words to quote. */
export const wordsOfBlock = ({ prose, start, end }: Block): Words => ({ prose, start, end })

/** Whether a block holds a text that can be judged: not nothing, not a stub. */
export const hasText = (block: Block): boolean => {
  const text = textOf(block)
  return text.trim() !== '' && !isStub(text, block.element)
}

/** Whether a block's own text touches the question of its element, if only weakly. */
export const touchesOwnElement = (reading: Reading, block: Block): boolean => {
  const { requirement } = block.element
  return requirement === null || reading.ofBlock(block, requirement).status !== 'absent'
}
