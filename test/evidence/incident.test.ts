import { describe, expect, test } from 'vitest'
import { readIncident } from '../../src/evidence/incident.js'
import type { EvidenceSection } from '../../src/evidence/requirement.js'
import { incidentRequirements } from '../../src/generated/requirements.js'
import { elementNamed } from '../../src/model/elements.js'
import { INCIDENT_SUBJECTS, type IncidentSubject } from '../../src/model/incident.js'
import { readInput } from '../../src/readers/read.js'
import { CHANGES, type Change, changed } from '../invariance.js'

const statusOf = async (
  text: string,
  subject: IncidentSubject,
  change: Change,
): Promise<string | undefined> => {
  const file = changed({ form: '8-K', text }, change)
  if (!file) throw new Error(`"${change.name}" makes no file of a text`)
  const { documents } = await readInput(file, { form: '8-K' })
  return documents[0] && readIncident(documents[0]).answer(subject).status
}

test('there is a file for each thing that Item 1.05 asks, in its order, with its element', () => {
  expect(incidentRequirements.map(({ name }) => name)).toEqual(INCIDENT_SUBJECTS)
  for (const { block } of incidentRequirements)
    expect(elementNamed(block, 'textBlock')?.half, block).toBe('incident')
})

for (const { name, file, evidence, silent } of incidentRequirements) {
  describe(file, () => {
    for (const change of CHANGES) {
      for (const [status, section] of Object.entries(evidence) as [string, EvidenceSection][]) {
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
