import type { Disclosure } from '../model/disclosure.js'
import type { RequirementName } from '../model/requirements.js'

const STRATEGY: readonly RequirementName[] = [
  'processes',
  'integrated',
  'third-party-engaged',
  'third-party-oversight',
  'material-effect',
]

const isStrategy = (requirement: RequirementName): boolean => STRATEGY.includes(requirement)

/**
 * Blocks whose source cut them short and whose lost end may speak of a requirement: a block of paragraph (b) of all
 * that (b) asks, a block of (c) of all that (c) asks, and the block on processes, which often stands round the whole
 * item, of everything.
 */
export const lostTextOn = ({ blocks }: Disclosure, requirement: RequirementName): readonly string[] =>
  blocks
    .filter(({ truncated, element }) => {
      if (!truncated || element.requirement === null) return false
      return (
        element.requirement === 'processes' || isStrategy(element.requirement) === isStrategy(requirement)
      )
    })
    .map(({ element }) => element.name)

/** Why an absence is not reported: the end of some blocks was not seen. */
export const lostTextReason = (names: readonly string[]): string =>
  `The source cut the text of ${[...new Set(names)].join(', ')} short: its lost end may hold the statement.`
