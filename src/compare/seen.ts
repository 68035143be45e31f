import type { Sentence } from '../model/coverage.js'
import type { Block } from '../model/disclosure.js'
import { lettersAndDigits } from '../text/similarity.js'
import type { Side, Statement } from './statement.js'

/** Letters of the piece of a sentence at which a source cut a text. A shorter piece could begin anything. */
const LEAST_PIECE = 8

/** A statement where it stands in one text block. */
interface Placed {
  readonly sentence: Sentence
  readonly statement: Statement
}

/** The statements of a block, in its order. */
const within = (block: Block, side: Side, statements: ReadonlyMap<string, Statement>): readonly Placed[] =>
  side.reading.sentencesOf(block).flatMap(sentence => {
    const statement = statements.get(lettersAndDigits(sentence.text))
    return statement ? [{ sentence, statement }] : []
  })

const byLetters = (statements: readonly Statement[]): ReadonlyMap<string, Statement> =>
  new Map(statements.map(statement => [statement.letters, statement]))

/**
 * Which statements of a side cannot be looked for on the other, whose source cut the texts that they stand in: whatever
 * comes after the last sentence that both texts share, less as much as was seen of the cut text after that sentence.
 * @param isPaired whether a statement, of either side, has its counterpart
 */
export const beyondCut = (
  side: Side,
  statements: readonly Statement[],
  other: Side,
  otherStatements: readonly Statement[],
  isPaired: (statement: Statement) => boolean,
): ReadonlySet<Statement> => {
  const beyond = new Set<Statement>()
  const cutBlocks = other.disclosure.blocks.filter(({ truncated }) => truncated)
  if (cutBlocks.length === 0) return beyond
  const [own, others] = [byLetters(statements), byLetters(otherStatements)]
  for (const cut of cutBlocks) {
    const lastSeen = within(cut, other, others).findLast(({ statement }) => isPaired(statement))
    const unshared = cut.end - (lastSeen ? Math.max(cut.start, lastSeen.sentence.end) : cut.start)
    const piece = lettersAndDigits(other.reading.sentencesOf(cut).at(-1)?.text ?? '')
    for (const block of side.disclosure.blocks) {
      if (block.element !== cut.element) continue
      const placed = within(block, side, own)
      const last = placed.findLastIndex(({ statement }) => isPaired(statement))
      const from = placed[last]?.sentence.end ?? block.start
      for (const { sentence, statement } of placed.slice(last + 1))
        if (
          sentence.start - from >= unshared ||
          (piece.length >= LEAST_PIECE && statement.letters.startsWith(piece))
        )
          beyond.add(statement)
    }
  }
  return beyond
}
