import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/evidence/engine.js'
import { evidence } from '../../src/generated/evidence.js'
import type { RequirementName } from '../../src/model/requirements.js'

const engine = createEngine(evidence)

/** How a sentence is asserted by the strongest of a requirement's patterns of the section "addressed". */
const assertionIn = (requirement: RequirementName, text: string): readonly string[] => [
  ...new Set(
    engine
      .read(text, '')
      .hits.filter(hit => hit.requirement === requirement && hit.status !== 'weak')
      .map(({ assertion, status }) => `${assertion} ${status}`),
  ),
]
const weakIn = (requirement: RequirementName, text: string): boolean =>
  engine.read(text, '').hits.some(hit => hit.requirement === requirement && hit.status === 'weak')

describe('a statement is taken as it is asserted', () => {
  test.each([
    ['We engage consultants to test our systems.', 'third-party-engaged', ['affirmed addressed']],
    [
      'From time to time we may engage consultants to test our systems.',
      'third-party-engaged',
      ['affirmed addressed'],
    ],
    [
      'We not only engage consultants but also train our staff.',
      'third-party-engaged',
      ['affirmed addressed'],
    ],
    [
      'We do not have an in-house team but engage consultants to test our systems.',
      'third-party-engaged',
      ['affirmed addressed'],
    ],
    ['Management reports cybersecurity risks to the Board.', 'report-to-board', ['affirmed addressed']],
    [
      'Our Board of Directors, which has no standing committees, oversees risks from cybersecurity threats.',
      'board-oversight',
      ['affirmed addressed'],
    ],
    [
      'No vendor may be given access until we have assessed the security of that vendor.',
      'third-party-oversight',
      ['affirmed addressed'],
    ],
    [
      'If a vendor does not furnish a SOC 2 report, we assess its security by other means.',
      'third-party-oversight',
      ['conditional addressed'],
    ],
    [
      'Our program includes: tests by outside firms; oversight of vendors that engage assessors; and training.',
      'third-party-engaged',
      ['affirmed addressed'],
    ],
    [
      'In the event of an incident, management reports to the Board.',
      'board-informed',
      ['conditional addressed'],
    ],
  ] as const)('%s', (text, requirement, expected) => {
    expect(assertionIn(requirement, text)).toEqual(expected)
  })

  test.each([
    ['We do not engage assessors, consultants or auditors.', 'third-party-engaged'],
    ['We have not, as of the date of this report, engaged any assessors.', 'third-party-engaged'],
    [
      'We have not yet adopted a cybersecurity program, an incident response plan or a training program for it.',
      'processes',
    ],
  ] as const)('as denied: %s', (text, requirement) => {
    const statuses = engine
      .read(text, '')
      .hits.filter(hit => hit.requirement === requirement)
      .map(({ status }) => status)
    expect(statuses).toContain('negated')
    expect(statuses).not.toContain('addressed')
  })

  test.each([
    ['We may engage consultants to test our systems.', 'third-party-engaged'],
    ['We intend to engage consultants to test our systems.', 'third-party-engaged'],
    ['In the event of an incident, management reports to the Board.', 'report-to-board'],
    [
      'We plan to do the following: encrypt our data; hire consultants to test our systems; and train our staff.',
      'third-party-engaged',
    ],
    ['We expect that our Board will oversee cybersecurity risks.', 'board-oversight'],
  ] as const)('as weak: %s', (text, requirement) => {
    expect(weakIn(requirement, text)).toBe(true)
    expect(assertionIn(requirement, text)).toEqual([])
  })
})

test('what the rules ask of companies is no statement of the registrant', () => {
  const text = 'The SEC rules require disclosure of the board of directors’ oversight of cybersecurity risks.'
  expect(engine.read(text, '').hits).toEqual([])
})

test('words of a lead-in count only with words of the item that it leads in', () => {
  expect(engine.read('the color of the walls', 'We engage independent auditors to examine:').hits).toEqual([])
  const item = engine.read('test our security controls', 'We engage independent auditors to:')
  expect(item.hits.some(hit => hit.requirement === 'third-party-engaged' && hit.status === 'addressed')).toBe(
    true,
  )
})
