import type { Reading } from '../evidence/read.js'
import { type Block, textOf } from '../model/disclosure.js'
import { once } from '../model/once.js'
import {
  lettersAndDigits,
  mayResemble,
  resemblance,
  sameLettersAndDigits,
  shinglesOf,
  wordsOf,
} from '../text/similarity.js'
import { wordDifference } from '../text/word-difference.js'
import type { Check, Outcome } from './check.js'
import { hasText, speaksOfItsElement, wordsOfBlock } from './own-text.js'
import { numberIn } from './parameters.js'

const VALUES = ['other', 'otherElement', 'difference'] as const

/** Share of four-word shingles in common from which it is worth looking how two texts differ. */
const NEAR = 0.5
/** Shorter texts are alike by chance. */
const NEAR_WORDS = 20

/** A block, its text, and what is worked out about it only where it comes to that. */
interface Candidate {
  readonly block: Block
  readonly text: string
  readonly letters: () => string
  readonly answers: () => boolean
}

const candidateOf = (reading: Reading, block: Block): Candidate => {
  const text = textOf(block)
  return {
    block,
    text,
    letters: once(() => lettersAndDigits(text)),
    answers: () => speaksOfItsElement(reading, block),
  }
}

const pair = (outcome: string, { block }: Candidate, other: Candidate, difference = ''): Outcome => ({
  outcome,
  requirement: block.element.requirement,
  element: block.element,
  words: wordsOfBlock(block),
  place: block,
  data: { other: other.block.element.name, otherElement: other.block.element.label, difference },
  related: [{ message: `The text under ${other.block.element.name}`, words: wordsOfBlock(other.block) }],
})

/** Punctuation aside, two texts that are the same words have nearly one length. */
const isSameText = (a: Candidate, b: Candidate): boolean =>
  Math.abs(a.text.length - b.text.length) * 5 <= a.text.length && sameLettersAndDigits(a.text, b.text)

/**
 * Of texts that stand under several elements, those that do not answer their own. Where the text answers every
 * element that it stands under, nothing is wrong.
 */
function* duplicatesIn(group: readonly Candidate[]): Iterable<Outcome> {
  const reference = group.find(({ answers }) => answers()) ?? group[0]
  for (const candidate of group)
    if (candidate !== reference && reference && !candidate.answers())
      yield pair('duplicate', candidate, reference)
}

/** Longer text round shorter text is nesting, which is how tags work. */
const isNested = (a: Candidate, b: Candidate): boolean =>
  a.text.includes(b.text) ||
  b.text.includes(a.text) ||
  a.letters().includes(b.letters()) ||
  b.letters().includes(a.letters())

function* nearDuplicate(
  first: Candidate,
  second: Candidate,
  near: number,
  leastWords: number,
): Iterable<Outcome> {
  if (first.answers() && second.answers()) return
  if (!mayResemble(first.text, second.text) || isNested(first, second)) return
  const [words, others] = [wordsOf(first.text), wordsOf(second.text)]
  if (Math.min(words.length, others.length) < leastWords) return
  if (resemblance(shinglesOf(words), shinglesOf(others)) < near) return
  const difference = wordDifference(first.text, second.text)
  if (difference === null) return
  const [odd, other] = second.answers() ? [first, second] : [second, first]
  yield pair('near-duplicate', odd, other, difference)
}

/** Elements that ask different things under which one text stands, word for word or nearly, that does not answer both. */
export const duplicateText: Check = {
  kind: 'duplicate-text',
  parameters: { similarity: NEAR, minimumWords: NEAR_WORDS },
  outcomes: { duplicate: VALUES, 'near-duplicate': VALUES },
  *run({ disclosure, reading, parameters }) {
    const near = numberIn(parameters, 'similarity', NEAR)
    const leastWords = numberIn(parameters, 'minimumWords', NEAR_WORDS)
    const groups: Candidate[][] = []
    for (const block of disclosure.blocks) {
      if (block.truncated || block.element.requirement === null || !hasText(block)) continue
      const candidate = candidateOf(reading, block)
      const group = groups.find(([first]) => first && isSameText(first, candidate))
      if (group) group.push(candidate)
      else groups.push([candidate])
    }
    for (const group of groups) if (group.length > 1) yield* duplicatesIn(group)
    const distinct = groups.flatMap(([first]) => (first ? [first] : []))
    for (const [index, first] of distinct.entries())
      for (const second of distinct.slice(index + 1)) yield* nearDuplicate(first, second, near, leastWords)
  },
}
