import type { Reading } from '../evidence/read.js'
import { type Block, textOf } from '../model/disclosure.js'
import { wordsOf } from '../text/similarity.js'

/** A name alone, without a sentence round it. */
const NAME_WORDS = 8

/** Who oversees a registrant that has no board of its own. */
const STAND_IN =
  /\b(?:sponsor|trustee|general partner|managing owner|managing member)\b.{0,80}\b(?:overs|responsib)/i

export type CommitteeNamed = 'committee' | 'board' | 'management' | 'unclear' | 'none'

/** Usual names, by which most blocks are told at once: to ask the lexicon costs a scan of the text. */
const USUAL_COMMITTEE =
  /\b(?:audit|nominating|nominating and corporate governance|corporate governance) committee\b|\bcommittee of (?:the|our) board\b/i
const USUAL_MANAGEMENT =
  /\b(?:officers?|chief|president|managers?|team|executives?|C[A-Z]{1,2}O|head of|department|vendors?|providers?)\b/
const USUAL_BOARD = /board|committee|director|trustee|auditor/i

/** Whom the block for the board's committee names. */
export const committeeNamedIn = (reading: Reading, block: Block): CommitteeNamed => {
  const text = textOf(block)
  if (USUAL_COMMITTEE.test(text)) return 'committee'
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

/** Whether a text names somebody in management. */
export const namesManagement = (reading: Reading, text: string): boolean =>
  USUAL_MANAGEMENT.test(text) || MANAGEMENT.some(className => reading.mentions(text, className))

/** Whether the block for the responsible positions names the board or its committee and nobody in management. */
export const namesBoardOnly = (reading: Reading, block: Block): boolean => {
  const text = textOf(block)
  const names = (className: string): boolean => reading.mentions(text, className)
  if (USUAL_MANAGEMENT.test(text) || !USUAL_BOARD.test(text)) return false
  if (!names('board') && !names('board-committee')) return false
  return !namesManagement(reading, text) && !(names('committee-word') && MAY_BE_MANAGEMENT.test(text))
}
