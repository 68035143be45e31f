import { describe, expect, it } from 'vitest'
import { statusIn } from './status-in.js'

const OFFICER = 'Our Chief Information Security Officer is Jane Doe.'

describe('a pronoun for an officer', () => {
  it.each([
    ['management-role', 'She is responsible for managing these risks from cybersecurity threats.'],
    ['positions', 'She is responsible for managing these risks from cybersecurity threats.'],
    ['positions', 'Ms. Doe has 20 years of experience. She also oversees our cybersecurity program.'],
  ] as const)('stands for whom the sentence before names: %s, %s', async (requirement, text) => {
    expect(await statusIn(text, requirement)).not.toBe('addressed')
    expect(await statusIn(`${OFFICER} ${text}`, requirement)).toBe('addressed')
  })

  it.each([
    // At another company, before; of nobody named; of somebody named too far back.
    `${OFFICER} She was responsible for managing cybersecurity risks at a bank.`,
    'We assess risks. She is responsible for managing cybersecurity risks.',
    `${OFFICER} We assess risks. They are ranked each year. She is responsible for managing cybersecurity risks.`,
  ])('or for nobody: %s', async text => {
    expect(await statusIn(text, 'positions')).not.toBe('addressed')
  })
})

describe('a pronoun for a committee', () => {
  it.each([
    'It is informed through a written report before each meeting.',
    'It is informed by a memorandum each quarter.',
  ])('stands for the one that is told: %s', async told => {
    expect(
      await statusIn(
        `The Audit Committee oversees risks from cybersecurity threats. ${told}`,
        'board-informed',
      ),
    ).toBe('addressed')
    expect(await statusIn(told, 'board-informed')).not.toBe('addressed')
  })

  it('stands for the one named last', async () => {
    const oversees = 'The Audit Committee oversees risks from cybersecurity threats.'
    const reports = 'Our Chief Information Officer reports to it on these risks each quarter.'
    expect(await statusIn(reports, 'board-informed')).not.toBe('addressed')
    expect(await statusIn(`${oversees} ${reports}`, 'board-informed')).toBe('addressed')
    expect(await statusIn(`${oversees} ${reports}`, 'report-to-board')).toBe('addressed')
  })

  it('or for management’s', async () => {
    const text =
      'Our Information Security Steering Committee of executives meets each month. Our IT team reports to it on incidents.'
    expect(await statusIn(text, 'board-informed')).not.toBe('addressed')
  })

  it('or for what its own sentence names', async () => {
    const text =
      'The Audit Committee meets each quarter. Our team handles each incident that a vendor reports to it.'
    expect(await statusIn(text, 'board-informed')).not.toBe('addressed')
  })
})

describe('a pronoun for the board', () => {
  const oversees = 'Our Board of Directors oversees risks from cybersecurity threats itself.'

  it.each([
    ['board-informed', 'It is briefed on these risks twice a year by our Chief Financial Officer.'],
    ['report-to-board', 'It is briefed on these risks twice a year by our Chief Financial Officer.'],
    ['board-informed', 'Our Chief Information Officer reports to it on these risks each quarter.'],
  ] as const)('stands for the board that the sentence before is about: %s, %s', async (requirement, told) => {
    expect(await statusIn(told, requirement)).not.toBe('addressed')
    expect(await statusIn(`${oversees} ${told}`, requirement)).toBe('addressed')
    expect(await statusIn(`${oversees} We train our staff. ${told}`, requirement)).not.toBe('addressed')
  })

  it('is no committee', async () => {
    const text = `${oversees} It is briefed on these risks twice a year by our Chief Financial Officer.`
    expect(await statusIn(text, 'board-committee')).not.toBe('addressed')
  })
})
