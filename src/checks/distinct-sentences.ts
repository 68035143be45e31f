import type { Reading } from '../evidence/read.js'
import type { Sentence } from '../model/coverage.js'

/** What several checks go through. */
const known = new WeakMap<Reading, readonly Sentence[]>()

/** The sentences of the texts in order, each once, though tags that nest repeat it. */
export const distinctSentences = (reading: Reading): readonly Sentence[] => {
  const before = known.get(reading)
  if (before) return before
  const seen = new Set<string>()
  const distinct = reading.sentences.filter(({ text }) => {
    const size = seen.size
    return seen.add(text).size > size
  })
  known.set(reading, distinct)
  return distinct
}
