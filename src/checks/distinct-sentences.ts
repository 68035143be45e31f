import type { Reading } from '../evidence/read.js'
import type { Sentence } from '../model/coverage.js'
import { onceFor } from '../model/once.js'

/** The sentences of the texts in order, each once, though tags that nest repeat it. Several checks go through them. */
export const distinctSentences = onceFor(({ sentences }: Reading): readonly Sentence[] => {
  const seen = new Set<string>()
  return sentences.filter(({ text }) => {
    const size = seen.size
    return seen.add(text).size > size
  })
})
