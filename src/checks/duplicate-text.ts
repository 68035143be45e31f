import { type Block, textOf } from '../model/disclosure.js'
import { lettersAndDigits, resemblance, shinglesOf, wordsOf } from '../text/similarity.js'
import { wordDifference } from '../text/word-difference.js'
import type { Check, CheckInput, Outcome } from './check.js'
import { hasText, speaksOfItsElement, wordsOfBlock } from './own-text.js'

const VALUES = ['other', 'otherElement', 'difference'] as const

/** Share of four-word shingles in common from which it is worth looking how two texts differ. */
const NEAR = 0.5
/** Shorter texts are alike by chance. */
const NEAR_WORDS = 20

interface Candidate {
  readonly block: Block
  readonly letters: string
  readonly answers: boolean
  readonly words: readonly string[]
}

const candidatesOf = ({ disclosure, reading }: CheckInput): readonly Candidate[] =>
  disclosure.blocks
    .filter(block => !block.truncated && block.element.requirement !== null && hasText(block))
    .map(block => {
      const text = textOf(block)
      return {
        block,
        letters: lettersAndDigits(text),
        answers: speaksOfItsElement(reading, block),
        words: wordsOf(text),
      }
    })

const pair = (outcome: string, { block }: Candidate, other: Candidate, difference: string): Outcome => ({
  outcome,
  requirement: block.element.requirement,
  element: block.element,
  words: wordsOfBlock(block),
  place: block.at,
  data: { other: other.block.element.name, otherElement: other.block.element.label, difference },
  related: [{ message: `The text under ${other.block.element.name}`, words: wordsOfBlock(other.block) }],
})

/**
 * Of texts that stand under several elements, those that do not answer their own. Where the text answers every
 * element that it stands under, nothing is wrong.
 */
function* duplicatesIn(group: readonly Candidate[]): Iterable<Outcome> {
  const answering = group.find(({ answers }) => answers)
  const reference = answering ?? group[0]
  for (const candidate of group)
    if (!candidate.answers && candidate !== reference && reference)
      yield pair('duplicate', candidate, reference, '')
}

/** Longer text round shorter text is nesting, which is how tags work. */
const isNested = (a: Candidate, b: Candidate): boolean =>
  a.letters.includes(b.letters) || b.letters.includes(a.letters)

function* nearDuplicatesAmong(candidates: readonly Candidate[]): Iterable<Outcome> {
  const long = candidates.filter(({ words }) => words.length >= NEAR_WORDS)
  const shingles = new Map(long.map(candidate => [candidate, shinglesOf(candidate.words)]))
  for (const [index, first] of long.entries()) {
    for (const second of long.slice(index + 1)) {
      if (first.answers && second.answers) continue
      const [a, b] = [shingles.get(first), shingles.get(second)]
      if (isNested(first, second) || !a || !b || resemblance(a, b) < NEAR) continue
      const difference = wordDifference(textOf(first.block), textOf(second.block))
      if (difference === null) continue
      const [odd, other] = second.answers ? [first, second] : [second, first]
      yield pair('near-duplicate', odd, other, difference)
    }
  }
}

/** Elements that ask different things under which one text stands, word for word or nearly, that does not answer both. */
export const duplicateText: Check = {
  kind: 'duplicate-text',
  outcomes: { duplicate: VALUES, 'near-duplicate': VALUES },
  *run(input) {
    const candidates = candidatesOf(input)
    const groups = new Map<string, Candidate[]>()
    for (const candidate of candidates) {
      const group = groups.get(candidate.letters)
      if (group) group.push(candidate)
      else groups.set(candidate.letters, [candidate])
    }
    for (const group of groups.values()) if (group.length > 1) yield* duplicatesIn(group)
    yield* nearDuplicatesAmong([...groups.values()].flatMap(([first]) => (first ? [first] : [])))
  },
}
