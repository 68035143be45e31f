import { describe, expect, test } from 'vitest'
import type { EvidenceSection } from '../../src/evidence/requirement.js'
import { requirements } from '../../src/generated/requirements.js'
import type { CoverageStatus } from '../../src/model/coverage.js'
import { REQUIREMENT_NAMES, type RequirementName } from '../../src/model/requirements.js'
import { CHANGES, type Change, changed } from '../invariance.js'
import { coverageIn } from './status-in.js'

const statusOf = async (
  text: string,
  requirement: RequirementName,
  change: Change,
): Promise<string | undefined> => {
  const file = changed({ form: '10-K', text }, change)
  if (!file) throw new Error(`"${change.name}" makes no file of a text`)
  return (await coverageIn(file, { form: '10-K' })).get(requirement)?.status
}

test('the requirements are the 13 of the rule, in its order', () => {
  expect(requirements.map(({ name }) => name)).toEqual(REQUIREMENT_NAMES)
})

for (const { name, file, evidence, silent } of requirements) {
  describe(file, () => {
    for (const change of CHANGES) {
      for (const [status, section] of Object.entries(evidence) as [CoverageStatus, EvidenceSection][]) {
        test.each(section.examples)(`${status}, ${change.name}: %s`, async text => {
          expect(await statusOf(text, name, change)).toBe(status)
        })
      }
      test.each(silent)(`absent, ${change.name}: %s`, async text => {
        expect(await statusOf(text, name, change)).toBe('absent')
      })
    }
  })
}
