import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/evidence/engine.js'
import { namesDefinedIn } from '../../src/evidence/names.js'
import { evidence } from '../../src/generated/evidence.js'
import { statusIn } from './status-in.js'

const engine = createEngine(evidence)
const defined = (text: string) =>
  Object.fromEntries(namesDefinedIn([text], engine).map(({ text: name, kind }) => [name, kind]))

describe('short forms that a text defines', () => {
  it.each([
    ['The Regulatory Compliance & Safety Committee (RCSC) of the board meets.', { RCSC: 'board-committee' }],
    ['The Finance and Audit Committee (the “FAC”) of our Board oversees it.', { FAC: 'board-committee' }],
    ['The Information Security Steering Committee ("ISSC") meets monthly.', { ISSC: 'management-committee' }],
    ['An ERM Steering Committee (ERMSC) of executives', { ERMSC: 'management-committee' }],
    ['Our Global Chief Security Officer (GCSO) leads it.', { GCSO: 'position' }],
    [
      'The Nominating and Corporate Governance Committee (the N&amp;CG Committee) of the Board meets.',
      { 'N&amp;CG Committee': 'board-committee' },
    ],
    [
      'Our Information Security Steering Committee (the “Shield Committee”) meets monthly.',
      { 'Shield Committee': 'management-committee' },
    ],
    ['The Audit and Risk Committee (the "Audit Committee") of the Board meets.', {}],
    // What the lexicon knows, what has other initials, what is no body, what is a word.
    ['Our Chief Information Security Officer (CISO) leads it.', {}],
    ['The Vice President of Information Technology (IT) leads it.', {}],
    ['A Security Information and Event Management (SIEM) system', {}],
    ['The Audit Committee (the “Committee”) oversees it.', {}],
    ['We use NIST (CSF) and (ISO).', {}],
  ])('%s', (text, names) => {
    expect(defined(text)).toEqual(names)
  })

  it('are found in bounded time', () => {
    const started = performance.now()
    namesDefinedIn(
      [
        'Audit Committee (AC) '.repeat(50_000),
        '('.repeat(500_000),
        'A '.repeat(500_000),
        `Committee ${"A'".repeat(500_000)}`,
        `Committee ${'board to its '.repeat(50_000)}`,
        'The A Committee of our Board. '.repeat(50_000),
        'A Harbor Committee '.repeat(50_000),
      ],
      engine,
    )
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('committees that an officer leads', () => {
  it.each([
    [
      'Our Data and Safety Committee, chaired by our Chief Information Officer, meets.',
      { 'Data and Safety Committee': 'management-committee' },
    ],
    [
      'The Technology Council is led by our Chief Technology Officer.',
      { 'Technology Council': 'management-committee' },
    ],
    ['The Audit Committee, chaired by our Chief Financial Officer until May, meets.', {}],
    ['The Technology Committee, which is chaired by our lead independent director, meets.', {}],
  ])('%s', (text, names) => {
    expect(defined(text)).toEqual(names)
  })
})

describe('committees that are said to be the board’s', () => {
  it.each([
    [
      'The Operations and Reliability Committee of our Board oversees it.',
      { 'Operations and Reliability Committee': 'board-committee' },
    ],
    [
      'Our Board has assigned this to its Quality and Safety Committee.',
      { 'Quality and Safety Committee': 'board-committee' },
    ],
    ['The Board’s Harbor Committee meets.', { 'Harbor Committee': 'board-committee' }],
    // By what it is called management's, by what is said the board's.
    ['The Enterprise Risk Committee of the Board meets.', { 'Enterprise Risk Committee': 'board-committee' }],
    [
      'Our Harbor Panel Committee (“HP7”) of the board meets.',
      { 'Harbor Panel Committee': 'board-committee', HP7: 'board-committee' },
    ],
    // The lexicon knows it; a longer name ends with it; a heading stands before it.
    ['The Audit Committee of our Board oversees it.', {}],
    ['The Harbor Committee of our Board meets. The Dredging Harbor Committee digs.', {}],
    ['Governance\nThe Harbor Committee of our Board meets.', { 'Harbor Committee': 'board-committee' }],
  ])('%s', (text, names) => {
    expect(defined(text)).toEqual(names)
  })
})

describe('the evidence', () => {
  const DEFINED =
    'The Sustainability and Safety Committee (SSC) of our board oversees risks from cybersecurity threats.'
  const REPORTED = 'Our Chief Information Security Officer reports to the SSC on cybersecurity each quarter.'

  it('reads a short form as what it stands for', async () => {
    expect(await statusIn(`${DEFINED} ${REPORTED}`, 'report-to-board')).toBe('addressed')
    expect(await statusIn(REPORTED, 'report-to-board')).not.toBe('addressed')
  })

  it('takes no other document’s word for it', async () => {
    await statusIn(`${DEFINED} ${REPORTED}`, 'report-to-board')
    expect(await statusIn(REPORTED, 'report-to-board')).not.toBe('addressed')
  })

  it('reads a term of the glossary', async () => {
    const text =
      'Our Chief Information Security Officer reports to the Trust and Care Circle on cybersecurity each quarter.'
    expect(await statusIn(text, 'report-to-board')).not.toBe('addressed')
    const glossary = { boardCommittees: ['Trust and Care Circle'], managementCommittees: [], positions: [] }
    expect(await statusIn(text, 'report-to-board', glossary)).toBe('addressed')
  })
})
