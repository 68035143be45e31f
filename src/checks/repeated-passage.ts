import type { Sentence } from '../model/coverage.js'
import type { Prose } from '../model/prose.js'
import { lettersAndDigits } from '../text/similarity.js'
import type { Check, Words } from './check.js'

/** Letters and digits from which a run of sentences is a passage, so that two short list items are none. */
const PASSAGE_LETTERS = 120

interface Passage {
  readonly first: Words
  readonly again: Words
  readonly letters: string
}

const isProse = ({ prose, unit }: Sentence): boolean => prose.units[unit]?.kind !== 'heading'

/** Runs of two sentences or more that stand twice in one prose, longest first from the left. */
function* passagesIn(prose: Prose, sentences: readonly Sentence[]): Iterable<Passage> {
  const letters = sentences.map(({ text }) => lettersAndDigits(text))
  const seenAt = new Map<string, number>()
  let at = 0
  while (at < sentences.length) {
    const key = letters[at] ?? ''
    const before = seenAt.get(key)
    let length = 0
    if (before !== undefined && key !== '')
      while (
        before + length < at &&
        at + length < sentences.length &&
        letters[before + length] === letters[at + length]
      )
        length++
    const [from, again] = [sentences[before ?? 0], sentences[at]]
    const [fromEnd, againEnd] = [sentences[(before ?? 0) + length - 1], sentences[at + length - 1]]
    const all = letters.slice(at, at + length).join('')
    if (length >= 2 && all.length >= PASSAGE_LETTERS && from && again && fromEnd && againEnd)
      yield {
        first: { prose, start: from.start, end: fromEnd.end },
        again: { prose, start: again.start, end: againEnd.end },
        letters: all,
      }
    for (let i = at; i < at + Math.max(length, 1); i++)
      if (!seenAt.has(letters[i] ?? '')) seenAt.set(letters[i] ?? '', i)
    at += Math.max(length, 1)
  }
}

/**
 * A passage of two sentences or more that stands twice in one text. Blocks that repeat each other are nesting, so that
 * each text is looked at by itself.
 */
export const repeatedPassage: Check = {
  kind: 'repeated-passage',
  outcomes: { repeated: [] },
  *run({ disclosure, reading }) {
    const told = new Set<string>()
    for (const prose of disclosure.prose) {
      const sentences = reading.sentences.filter(sentence => sentence.prose === prose && isProse(sentence))
      for (const { first, again, letters } of passagesIn(prose, sentences)) {
        if (told.has(letters)) continue
        told.add(letters)
        yield {
          outcome: 'repeated',
          requirement: null,
          element: null,
          words: again,
          place: null,
          data: {},
          related: [{ message: 'It stands here too', words: first }],
        }
      }
    }
  },
}
