import { lostTextOn } from '../evidence/lost-text.js'
import type { CoverageChange } from '../model/comparison.js'
import type { CoverageStatus, RequirementCoverage } from '../model/coverage.js'
import { isAnnual } from '../model/forms.js'
import { REQUIREMENT_NAMES, type RequirementName } from '../model/requirements.js'
import type { Side } from './statement.js'

/** The answer to one requirement on both sides. */
export interface CoverageDifference {
  readonly requirement: RequirementName
  readonly old: RequirementCoverage
  readonly new: RequirementCoverage
  readonly change: CoverageChange
}

const ANSWERS: readonly CoverageStatus[] = ['addressed', 'negated', 'affected', 'not-affected']

/** Whether a status answers the requirement, in whatever way. */
export const isAnswer = (status: CoverageStatus): boolean => ANSWERS.includes(status)

/** Whether an answer of one side may stand in the other, where it was not seen. */
const maybeUnseen = (side: Side, other: Side, requirement: RequirementName): boolean =>
  lostTextOn(side.disclosure, requirement).length > 0 ||
  (side.disclosure.view === 'tagged' && other.disclosure.view === 'item')

const changeOf = (old: Side, fresh: Side, requirement: RequirementName): CoverageDifference | undefined => {
  const before = old.reading.coverage.get(requirement)
  const after = fresh.reading.coverage.get(requirement)
  if (!before || !after) return undefined
  const both = { requirement, old: before, new: after }
  if (before.status === after.status) return { ...both, change: 'same' }
  const [was, is] = [isAnswer(before.status), isAnswer(after.status)]
  if (was === is) return { ...both, change: 'changed' }
  const isUnknown = was ? maybeUnseen(fresh, old, requirement) : maybeUnseen(old, fresh, requirement)
  return { ...both, change: isUnknown ? 'unknown' : was ? 'lost' : 'gained' }
}

/** What became of the answer to each requirement; none of current reports. */
export const coverageDifferences = (old: Side, fresh: Side): readonly CoverageDifference[] =>
  isAnnual(old.disclosure.form) && isAnnual(fresh.disclosure.form)
    ? REQUIREMENT_NAMES.flatMap(requirement => changeOf(old, fresh, requirement) ?? [])
    : []
