import { describe, expect, it } from 'vitest'
import { check } from '../../src/index.js'

const HEAD = `---
form: 10-K
registrant: Marrowstone Ferries, Inc.
periodOfReport: 2025-12-31
---

# Item 1C. Cybersecurity
`

/** A complete item in plain English, statement by statement, with the rules that tell of each when it is cut. */
const STATEMENTS: readonly (readonly [string, ...string[]])[] = [
  [
    'Twice a year our information technology staff go terminal by terminal and list what could be attacked, how likely that is and what it would cost us, and the list drives the work of the next six months. Navigation and engine controls on the vessels are kept off the public internet. We back up reservation data every night and practice restoring it.',
    // Tests by outsiders and patches, told of below, are processes too.
  ],
  [
    'The list is a chapter of the company risk book that our general counsel keeps, and cyber items are ranked there with storm, fuel and labor risks by the same scale.',
    'missing/integrated',
  ],
  [
    'We hire a marine electronics firm to test two vessels a year and an accounting firm to test the reservation site.',
    'missing/third-party-engaged',
  ],
  [
    'Before a vendor may connect to our network, our Director of Technology has its security reviewed; vendors that hold passenger data go through that review every year.',
    'missing/third-party-oversight',
  ],
  [
    'No cybersecurity threat, including any earlier incident, has materially affected our strategy, results of operations or financial condition, and we do not think it reasonably likely that one will.',
    'missing/material-effect',
  ],
  ['The Board looks to its Safety and Systems Committee to oversee these risks.', 'missing/board-oversight'],
  [
    'The Director of Technology walks the committee through the list each quarter, and its chair tells the Board what was decided.',
    'missing/board-informed',
    'missing/report-to-board',
  ],
  [
    'Our Director of Technology is responsible for assessing and managing these risks.',
    // The position is named below, as the one that reports.
    'missing/management-role',
  ],
  ['She spent fourteen years in Coast Guard cyber command and holds a CISSP.', 'missing/expertise'],
  [
    'Alerts from the terminals and vessels come to her phone. Each Monday she goes over open incidents, repairs and patches with our chief operating officer.',
    'missing/management-informed',
  ],
]

const rulesFor = async (statements: readonly string[]): Promise<readonly string[]> => {
  const { documents } = await check([HEAD, ...statements].join('\n'), { asOf: '2026-11-23' })
  return (documents[0]?.findings ?? []).map(({ rule }) => rule).sort()
}

describe('an item in plain English', () => {
  const all = STATEMENTS.map(([statement]) => statement)

  it('has nothing wrong as it is', async () => {
    expect(await rulesFor(all)).toEqual([])
  })

  it.for(STATEMENTS)('is told of what is cut, and of nothing else: %s', async ([cut, ...rules]) => {
    expect(await rulesFor(all.filter(statement => statement !== cut))).toEqual(rules.sort())
  })
})
