import { lostTextOn } from '../evidence/lost-text.js'
import type { ComparedFlag } from '../model/comparison.js'
import type { RequirementName } from '../model/requirements.js'
import type { Passage } from './passages.js'
import type { Side, Statement } from './statement.js'

/**
 * Whether the words that bear on something changed. `same-as-seen`: those that were seen did not, and a source cut texts
 * that may hold more of them. `unknown`: there are none.
 */
export type WordsChange = ComparedFlag['words']

const bears = (statement: Statement, requirement: RequirementName, block: string): boolean =>
  statement.shows.has(requirement) || statement.blocks.includes(block)

/**
 * Whether the words that bear on a flag changed: the sentences that speak of its requirement and those in its own text
 * block. Where no sentence does, all that was seen.
 */
export const bearingWords = (
  passages: readonly Passage[],
  old: Side,
  fresh: Side,
  requirement: RequirementName,
  block: string,
): WordsChange => {
  const seen = passages.filter(({ change }) => change !== 'unseen')
  const bearing = seen.filter(passage =>
    [...passage.old, ...passage.new].some(statement => bears(statement, requirement, block)),
  )
  const relevant = bearing.length > 0 ? bearing : seen
  if (relevant.some(({ change }) => change !== 'unchanged' && change !== 'moved')) return 'changed'
  if (relevant.length === 0) return 'unknown'
  const isCut = [old, fresh].some(({ disclosure }) => lostTextOn(disclosure, requirement).length > 0)
  return isCut ? 'same-as-seen' : 'unchanged'
}
