import type { Reading } from '../evidence/read.js'
import { type Block, textOf } from '../model/disclosure.js'
import { wordsOf } from '../text/similarity.js'
import type { Words } from './check.js'
import { isStub } from './stub-text.js'

/** A block's text as words to quote. */
export const wordsOfBlock = ({ prose, start, end }: Block): Words => ({ prose, start, end })

/** Whether a block holds a text that can be judged: not nothing, not a stub. */
export const hasText = (block: Block): boolean => {
  const text = textOf(block)
  return text.trim() !== '' && !isStub(text, block.element)
}

/** Blocks in which a name or a title alone is an answer. */
export const HOLDS_NAMES: ReadonlySet<string> = new Set(['boardCommittee', 'positionsResponsible'])

/** A name alone, without a sentence round it. */
const NAME_WORDS = 8

/** Who oversees a registrant that has no board of its own. */
const STAND_IN =
  /\b(?:sponsor|trustee|general partner|managing owner|managing member)\b.{0,80}\b(?:overs|responsib)/i

export type CommitteeNamed = 'committee' | 'board' | 'management' | 'unclear' | 'none'

/** Whom the block for the board's committee names. */
export const committeeNamedIn = (reading: Reading, block: Block): CommitteeNamed => {
  const text = textOf(block)
  const names = (className: string): boolean => reading.mentions(text, className)
  if (names('board-committee') || names('unnamed-committee')) return 'committee'
  const says = (requirement: 'board-committee' | 'board-oversight'): boolean =>
    reading.ofBlock(block, requirement).status !== 'absent'
  const boardOversees = says('board-committee') || says('board-oversight')
  if (names('board') && (boardOversees || wordsOf(text).length <= NAME_WORDS)) return 'board'
  if (STAND_IN.test(text)) return 'unclear'
  if (names('management-committee')) return 'management'
  // A committee whose name tells nothing of whose it is.
  if (names('committee-word') || boardOversees) return 'unclear'
  return 'none'
}

/** Words that name management, or leave open who is meant. */
const MANAGEMENT = ['position', 'management-committee', 'management', 'team', 'adviser', 'person'] as const

/** A committee that may be one of management, by what stands beside its name. */
const MAY_BE_MANAGEMENT =
  /\b(?:enterprise|operational|management|internal|steering|working|disclosure|sub-?committees)\b/i

/** Whether the block for the responsible positions names the board or its committee and nobody in management. */
export const namesBoardOnly = (reading: Reading, block: Block): boolean => {
  const text = textOf(block)
  const names = (className: string): boolean => reading.mentions(text, className)
  if (!names('board') && !names('board-committee')) return false
  if (/\b(?:officers?|vendors?|providers?)\b/i.test(text)) return false
  return !MANAGEMENT.some(names) && !(names('committee-word') && MAY_BE_MANAGEMENT.test(text))
}

const TELLS = '\\b(?:report|brief|updat|present|inform|notif|escalat|communicat|meet)\\w*\\b'
/** Somebody is told, and that somebody is the board's, or management. */
const BOARD_IS_TOLD = new RegExp(
  `${TELLS}.{0,260}\\b(?:board|(?:audit|risk|compliance|governance|technology|cybersecurity) committee)\\b`,
  'i',
)
const MANAGEMENT_IS_TOLD = new RegExp(
  `${TELLS} (?:\\w+ ){0,3}?(?:to|with) (?:our |the |its )?(?:senior |executive )?(?:management|leadership|executives?|officers|chief|president|C[A-Z]O)\\b`,
  'i',
)

/**
 * Whether words near the question of a block make it one that may speak of it. A sentence on the board's oversight is
 * near the one on how the board is informed, and tells nothing of it; one on how the board is informed speaks of
 * managers too.
 */
const mayTell = (reading: Reading, block: Block, isNear: boolean): boolean => {
  const text = textOf(block)
  if (block.element.name === 'boardInformed') return BOARD_IS_TOLD.test(text)
  if (block.element.name !== 'managementInformed') return isNear
  return (
    MANAGEMENT_IS_TOLD.test(text) ||
    (isNear && reading.ofBlock(block, 'board-informed').status !== 'addressed')
  )
}

/** Whether a block's own text speaks of its element, if only weakly. */
export const speaksOfItsElement = (reading: Reading, block: Block): boolean => {
  const { requirement, name } = block.element
  if (requirement === null) return true
  if (name === 'boardCommittee') {
    const named = committeeNamedIn(reading, block)
    return named !== 'management' && named !== 'none'
  }
  if (name === 'positionsResponsible')
    return !namesBoardOnly(reading, block) && MANAGEMENT.some(each => reading.mentions(textOf(block), each))
  const { status, nearest } = reading.ofBlock(block, requirement)
  return status !== 'absent' || mayTell(reading, block, nearest.length > 0)
}
