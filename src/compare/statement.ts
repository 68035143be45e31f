import type { Reading } from '../evidence/read.js'
import type { CoverageStatus, Sentence } from '../model/coverage.js'
import type { Block, Disclosure } from '../model/disclosure.js'
import { ELEMENTS } from '../model/elements.js'
import { REQUIREMENT_NAMES, type RequirementName } from '../model/requirements.js'
import { lettersAndDigits } from '../text/similarity.js'

/** A sentence as a comparison sees it: once, in however many tagged texts it stands. Headings are none. */
export interface Statement {
  readonly sentence: Sentence
  /** Letters and digits: two sentences that share them are the same words. */
  readonly letters: string
  /** Where it stands among the statements of its document, from 0. */
  readonly order: number
  /** Names of the text blocks that it stands in. */
  readonly blocks: readonly string[]
  /** Headings above it, outermost first. */
  readonly headings: readonly string[]
  /** What it shows by itself, by requirement. */
  readonly shows: ReadonlyMap<RequirementName, CoverageStatus>
}

/** A disclosure with what the evidence makes of it: one side of a comparison. */
export interface Side {
  readonly disclosure: Disclosure
  readonly reading: Reading
}

const RANK = new Map(ELEMENTS.map(({ element }, index) => [element, index]))

/** Tagged facts have no order of their own: that of the taxonomy is the same in every year. */
const byElement = (a: Block, b: Block): number =>
  (RANK.get(a.element.element) ?? 0) - (RANK.get(b.element.element) ?? 0)

/** Where a text block was cut by its source, the piece of a sentence at its end is no sentence. */
const wholeSentences = (block: Block, reading: Reading): readonly Sentence[] => {
  const sentences = reading.sentencesOf(block)
  return block.truncated ? sentences.slice(0, -1) : sentences
}

/** Sentences of tagged texts in the order of the taxonomy, or of the whole item in its own order. */
const sentencesInOrder = ({ disclosure, reading }: Side): readonly Sentence[] =>
  disclosure.view === 'item'
    ? reading.sentences
    : disclosure.blocks.toSorted(byElement).flatMap(block => wholeSentences(block, reading))

const blocksBySentence = ({ disclosure, reading }: Side): ReadonlyMap<string, ReadonlySet<string>> => {
  const blocks = new Map<string, Set<string>>()
  for (const block of disclosure.blocks)
    for (const { text } of reading.sentencesOf(block)) {
      const letters = lettersAndDigits(text)
      const names = blocks.get(letters)
      if (names) names.add(block.element.name)
      else blocks.set(letters, new Set([block.element.name]))
    }
  return blocks
}

const NONE: ReadonlyMap<RequirementName, CoverageStatus> = new Map()

const shownBySentence = ({
  reading,
}: Side): ReadonlyMap<string, ReadonlyMap<RequirementName, CoverageStatus>> => {
  const shown = new Map<string, Map<RequirementName, CoverageStatus>>()
  for (const requirement of REQUIREMENT_NAMES)
    for (const { sentence, status } of reading.candidates(requirement)) {
      const own = shown.get(sentence.text)
      if (own) own.set(requirement, status)
      else shown.set(sentence.text, new Map([[requirement, status]]))
    }
  return shown
}

/** Marks alone, or a number alone: what is printed between two pages. */
const isPageNumber = (letters: string): boolean => /^\d{0,4}$/.test(letters)

/** Every statement of a disclosure, each once, in order. */
export const statementsOf = (side: Side): readonly Statement[] => {
  const blocks = blocksBySentence(side)
  const shown = shownBySentence(side)
  const statements = new Map<string, Statement>()
  for (const sentence of sentencesInOrder(side)) {
    const unit = sentence.prose.units[sentence.unit]
    const letters = lettersAndDigits(sentence.text)
    if (isPageNumber(letters) || unit?.kind === 'heading' || statements.has(letters)) continue
    statements.set(letters, {
      sentence,
      letters,
      order: statements.size,
      blocks: [...(blocks.get(letters) ?? [])],
      headings: unit?.headings ?? [],
      shows: shown.get(sentence.text) ?? NONE,
    })
  }
  return [...statements.values()]
}
