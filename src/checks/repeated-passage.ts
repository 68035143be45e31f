import type { Sentence } from '../model/coverage.js'
import { sameLettersAndDigits } from '../text/similarity.js'
import type { Check, Words } from './check.js'
import { numberIn } from './parameters.js'

/** Characters from which a run of sentences is a passage, so that two short list items are none. */
const PASSAGE_LENGTH = 140

/** Sentences that make a passage at least. */
const PASSAGE_SENTENCES = 2

interface Passage {
  readonly first: Words
  readonly again: Words
  readonly text: string
}

const isProse = ({ prose, unit }: Sentence): boolean => prose.units[unit]?.kind !== 'heading'

/** How sentences that may be alike are found; whether they are is then asked of their letters and digits. */
const beginningOf = ({ text }: Sentence): string => text.slice(0, 40)

const isSame = (a: Sentence | undefined, b: Sentence | undefined): boolean =>
  a !== undefined && b !== undefined && sameLettersAndDigits(a.text, b.text)

/** The words of sentences [from, from + length). */
const runOf = (sentences: readonly Sentence[], from: number, length: number): Words | null => {
  const [first, last] = [sentences[from], sentences[from + length - 1]]
  return first && last ? { prose: first.prose, start: first.start, end: last.end } : null
}

/** What is a passage: sentences and characters that it has at least. */
interface PassageSize {
  readonly sentences: number
  readonly characters: number
}

/** Runs of sentences that stand twice among the sentences of one prose, from the left. */
function* passagesIn(sentences: readonly Sentence[], least: PassageSize): Iterable<Passage> {
  if (sentences.length < 2 * least.sentences) return
  const beginnings = sentences.map(beginningOf)
  const seenAt = new Map<string, number>()
  for (let at = 0; at < sentences.length; ) {
    const before = seenAt.get(beginnings[at] ?? '')
    let length = 0
    if (before !== undefined)
      while (before + length < at && isSame(sentences[before + length], sentences[at + length])) length++
    if (before !== undefined && length >= least.sentences) {
      const first = runOf(sentences, before, length)
      const again = runOf(sentences, at, length)
      const text = sentences
        .slice(at, at + length)
        .map(sentence => sentence.text)
        .join(' ')
      if (text.length >= least.characters && first && again) yield { first, again, text }
    }
    const next = at + Math.max(length, 1)
    for (; at < next; at++) if (!seenAt.has(beginnings[at] ?? '')) seenAt.set(beginnings[at] ?? '', at)
  }
}

/**
 * A passage of two sentences or more that stands twice in one text. Blocks that repeat each other are nesting, so that
 * each text is looked at by itself.
 */
export const repeatedPassage: Check = {
  kind: 'repeated-passage',
  parameters: { minimumSentences: PASSAGE_SENTENCES, minimumCharacters: PASSAGE_LENGTH },
  outcomes: { repeated: [] },
  *run({ reading, parameters }) {
    const least = {
      sentences: numberIn(parameters, 'minimumSentences', PASSAGE_SENTENCES),
      characters: numberIn(parameters, 'minimumCharacters', PASSAGE_LENGTH),
    }
    const told = new Set<string>()
    for (const sentences of byProse(reading.sentences)) {
      for (const { first, again, text } of passagesIn(sentences, least)) {
        if (told.has(text)) continue
        told.add(text)
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

/** Sentences other than headings, those of each prose together. */
const byProse = (sentences: readonly Sentence[]): Iterable<readonly Sentence[]> => {
  const groups = new Map<Sentence['prose'], Sentence[]>()
  for (const sentence of sentences) {
    if (!isProse(sentence)) continue
    const group = groups.get(sentence.prose)
    if (group) group.push(sentence)
    else groups.set(sentence.prose, [sentence])
  }
  return groups.values()
}
