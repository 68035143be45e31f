import type { Reading } from '../evidence/read.js'
import type { Evidence } from '../model/coverage.js'
import type { Block } from '../model/disclosure.js'
import type { RequirementName } from '../model/requirements.js'
import { shorten } from '../text/shorten.js'
import type { Check, Outcome } from './check.js'
import { HOLDS_NAMES, hasText, speaksOfItsElement, wordsOfBlock } from './own-text.js'

const VALUES = ['elsewhere'] as const

/** The strongest sentence outside a block that answers the block's question. */
const answerElsewhere = (
  reading: Reading,
  block: Block,
  requirement: RequirementName,
): Evidence | undefined => {
  const coverage = reading.coverage.get(requirement)
  if (!coverage || coverage.status === 'absent' || coverage.status === 'weak') return undefined
  return coverage.evidence.find(
    ({ sentence }) =>
      sentence.prose !== block.prose || sentence.start >= block.end || sentence.end <= block.start,
  )
}

/** A text block whose words do not speak of what its element is for. */
export const blockTopic: Check = {
  kind: 'block-topic',
  outcomes: { elsewhere: VALUES, nowhere: VALUES },
  *run({ disclosure, reading }) {
    for (const block of disclosure.blocks) {
      const { element, truncated } = block
      const { requirement } = element
      if (requirement === null || truncated || HOLDS_NAMES.has(element.name) || block.origin === 'heading')
        continue
      if (!hasText(block) || speaksOfItsElement(reading, block)) continue
      const answer = answerElsewhere(reading, block, requirement)
      const outcome: Outcome = {
        outcome: answer ? 'elsewhere' : 'nowhere',
        requirement,
        element,
        words: wordsOfBlock(block),
        place: block,
        data: { elsewhere: answer ? shorten(answer.sentence.text) : '' },
        related: answer ? [{ message: 'The text that speaks of it', words: answer.sentence }] : [],
      }
      yield outcome
    }
  },
}
