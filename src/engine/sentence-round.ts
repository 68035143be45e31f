import type { Words } from '../checks/check.js'
import type { Reading } from '../evidence/read.js'

/**
 * The sentence or sentences that hold some words: what a fingerprint is made of, so that two placeholders that look
 * alike have each their own. The words themselves where no sentence holds them.
 */
export const sentenceRound = ({ sentencesAt }: Reading, { prose, start, end }: Words): string => {
  const around = sentencesAt(prose, start, end)
  const first = around[0]
  const last = around.at(-1)
  if (!first || !last) return prose.text.slice(start, end)
  return prose.text.slice(Math.min(start, first.start), Math.max(end, last.end))
}
