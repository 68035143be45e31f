import type { Reading } from '../evidence/read.js'
import { type Block, textOf } from '../model/disclosure.js'
import type { Words } from './check.js'
import { committeeNamedIn, namesBoardOnly, namesManagement } from './named-body.js'
import { isStub } from './stub-text.js'

/** A block's text as words to quote. */
export const wordsOfBlock = ({ prose, start, end }: Block): Words => ({ prose, start, end })

/** Whether a block holds a text that can be judged: not nothing, not a stub. */
export const hasText = (block: Block): boolean => {
  const text = textOf(block)
  return text.trim() !== '' && !isStub(text, block.element)
}

/** Blocks in which a name, a title or a date alone is an answer. */
export const HOLDS_NAMES: ReadonlySet<string> = new Set([
  'boardCommittee',
  'positionsResponsible',
  'incidentTiming',
])

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

/** Words on risk management at large, which may stand for the overall system that cybersecurity is integrated into. */
const OVERALL_RISK =
  /\b(?:enterprise(?:[- ]\w+)? risk|(?:overall|broader|general|corporate|company-wide|firm-wide|operational|business) (?:\w+ ){0,3}risks?\b|ERM\b|risk register|risk management across|integrat\w+ (?:in)?to (?:this|our overall)|(?:enterprise|corporate)[- ]?(?:wide)? risks?|risk appetite|risk committee|integrat\w+ (?:\w+ ){0,10}(?:risk management|risk framework)|(?:part|component|element|aspect) of (?:our|the|its) (?:\w+ ){0,4}risk)/i

/**
 * Whether words near the question of a block make it one that may speak of it. A sentence on the board's oversight is
 * near the one on how the board is informed, and tells nothing of it; one on how the board is informed speaks of
 * managers too.
 */
const mayTell = (reading: Reading, block: Block, isNear: boolean): boolean => {
  const text = textOf(block)
  if (block.element.name === 'boardInformed') return BOARD_IS_TOLD.test(text)
  if (block.element.name === 'processesIntegrated') return isNear && OVERALL_RISK.test(text)
  if (block.element.name !== 'managementInformed') return isNear
  return (
    MANAGEMENT_IS_TOLD.test(text) ||
    (isNear && reading.ofBlock(block, 'board-informed').status !== 'addressed')
  )
}

const speaks = (reading: Reading, block: Block): boolean => {
  const { requirement, name } = block.element
  if (requirement === null) return true
  if (name === 'boardCommittee') {
    const named = committeeNamedIn(reading, block)
    return named !== 'management' && named !== 'none'
  }
  if (name === 'positionsResponsible')
    return !namesBoardOnly(reading, block) && namesManagement(reading, textOf(block))
  const { status, nearest } = reading.ofBlock(block, requirement)
  return status !== 'absent' || mayTell(reading, block, nearest.length > 0)
}

/** What several checks ask of the same blocks. */
const known = new WeakMap<Reading, Map<Block, boolean>>()

/** Whether a block's own text speaks of its element, if only weakly. */
export const speaksOfItsElement = (reading: Reading, block: Block): boolean => {
  const answers = known.get(reading) ?? new Map<Block, boolean>()
  known.set(reading, answers)
  const answer = answers.get(block) ?? speaks(reading, block)
  answers.set(block, answer)
  return answer
}
