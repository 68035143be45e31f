import type { Sentence } from '../model/coverage.js'
import type { Finding } from '../model/finding.js'
import type { Passage } from '../model/report.js'

interface Placed {
  readonly sentence: Sentence
  readonly start: number
  readonly end: number
}

/** Sentences by the source that they stand in (one string of a JSON file is a source of its own), in order of place. */
const placeAll = (sentences: readonly Sentence[]): ReadonlyMap<string, readonly Placed[]> => {
  const bySource = new Map<string, Placed[]>()
  for (const sentence of sentences) {
    const { prose } = sentence
    const [start, end] = prose.toSource(sentence.start, sentence.end)
    const key = prose.source.pointer ?? ''
    const placed = bySource.get(key)
    if (placed) placed.push({ sentence, start, end })
    else bySource.set(key, [{ sentence, start, end }])
  }
  for (const placed of bySource.values()) placed.sort((a, b) => a.start - b.start)
  return bySource
}

/** The last of the sentences that begins at or before an offset. */
const lastFrom = (placed: readonly Placed[], offset: number): number => {
  let low = 0
  let high = placed.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((placed[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * Finds, for a finding, the sentence that its quote stands in, so that a reader sees the words in their sentence. The
 * quote itself where it is longer than a sentence, or where the source has no offsets.
 */
export const passageFinder = (
  sentences: readonly Sentence[],
): ((finding: Pick<Finding, 'quote' | 'span'>) => Passage | null) => {
  let bySource: ReadonlyMap<string, readonly Placed[]> | undefined
  return ({ quote, span }) => {
    if (quote === null) return null
    const alone = { text: quote, start: 0, end: quote.length }
    if (span === null || 'paragraph' in span) return alone
    bySource ??= placeAll(sentences)
    const placed = bySource.get(span.pointer ?? '') ?? []
    const found = placed[lastFrom(placed, span.start.offset)]
    if (!found || found.start > span.start.offset || found.end < span.end.offset) return alone
    const { text } = found.sentence
    const at = nearestOccurrence(text, quote, span.start.offset - found.start)
    return at < 0 ? alone : { text, start: at, end: at + quote.length }
  }
}

/** Where `quote` stands in `text`, the occurrence nearest to `expected`; -1 where it does not. */
const nearestOccurrence = (text: string, quote: string, expected: number): number => {
  let best = -1
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (best < 0 || Math.abs(at - expected) < Math.abs(best - expected)) best = at
    if (at > expected) break
  }
  return best
}
