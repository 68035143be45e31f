import type { CoverageStatus } from '../model/coverage.js'

/** How a status is shown: what it is called, its sign, and whether it is good news. */
interface StatusLook {
  readonly name: string
  readonly sign: string
  readonly tone: 'answered' | 'partly' | 'open' | 'none'
}

export const STATUS_LOOKS: Readonly<Record<CoverageStatus, StatusLook>> = {
  addressed: { name: 'Addressed', sign: '●', tone: 'answered' },
  affected: { name: 'Affected', sign: '●', tone: 'answered' },
  'not-affected': { name: 'Not affected', sign: '●', tone: 'answered' },
  negated: { name: 'Answered: no', sign: '⊖', tone: 'answered' },
  weak: { name: 'Weak', sign: '◐', tone: 'partly' },
  'cross-reference': { name: 'Cross-reference', sign: '◐', tone: 'partly' },
  absent: { name: 'Absent', sign: '○', tone: 'open' },
  'not-applicable': { name: 'Not applicable', sign: '–', tone: 'none' },
}
