import { expect, test } from 'vitest'
import { readDisclosure } from '../../src/evidence/read.js'
import { elementNamed } from '../../src/model/elements.js'
import type { RequirementName } from '../../src/model/requirements.js'
import { readInput } from '../../src/readers/read.js'

const reading = async (text: string, path = 'draft.md') => {
  const { documents } = await readInput({ path, text }, { form: '10-K' })
  const [document] = documents
  if (!document) throw new Error('the draft was not read')
  return { document, reading: readDisclosure(document) }
}
const statusIn = async (text: string, requirement: RequirementName): Promise<string | undefined> =>
  (await reading(text)).reading.coverage.get(requirement)?.status

test('a heading states nothing', async () => {
  expect(
    await statusIn(
      '# Item 1C. Cybersecurity\n\n## Board oversight of cybersecurity risk\n\nTo follow.',
      'board-oversight',
    ),
  ).toBe('absent')
})

test('there is one row for each of the 13 requirements, also where nothing is said', async () => {
  const { reading: read } = await reading('# Item 1C. Cybersecurity\n\nWe sell tents.')
  expect(read.coverage.size).toBe(13)
  expect([...read.coverage.values()].every(({ status }) => status === 'absent')).toBe(true)
})

test('evidence points at the words, and the words at the source', async () => {
  const text =
    '# Item 1C. Cybersecurity\n\nThe **Audit\nCommittee** oversees risks from cybersecurity threats.'
  const { document, reading: read } = await reading(text)
  const [evidence] = read.coverage.get('board-oversight')?.evidence ?? []
  if (!evidence) throw new Error('nothing was found')
  const { sentence, start, end } = evidence
  expect(sentence.text.slice(start, end)).toContain('Audit Committee oversees')
  const [from, to] = sentence.prose.toSource(sentence.start + start, sentence.start + end)
  expect(text.slice(from, to)).toContain('Audit\nCommittee** oversees')
  expect(document.prose).toContain(sentence.prose)
})

test('a board that oversees, with no word of a committee, has none', async () => {
  const board = 'The Board oversees risks from cybersecurity threats.'
  expect(await statusIn(`# Item 1C\n\n${board}`, 'board-committee')).toBe('negated')
  expect(await statusIn(`# Item 1C\n\n${board} A committee meets as well.`, 'board-committee')).toBe('absent')
})

test('what is done all the same wins over the denial of a formal program', async () => {
  const denial = 'We have not adopted a formal cybersecurity program.'
  expect(await statusIn(`# Item 1C\n\n${denial}`, 'processes')).toBe('negated')
  expect(
    await statusIn(
      `# Item 1C\n\n${denial} However, we use firewalls and conduct phishing tests each month.`,
      'processes',
    ),
  ).toBe('addressed')
})

test('a block is judged by its own text', async () => {
  const { document, reading: read } = await reading(
    '---\nform: 10-K\n---\n:::boardOversight\nThe Board oversees cybersecurity risk.\n:::\n\nOur CISO has 20 years of experience in security.',
  )
  const block = document.blocks.find(({ element }) => element === elementNamed('boardOversight', 'textBlock'))
  if (!block) throw new Error('there is no block')
  expect(read.coverage.get('expertise')?.status).toBe('addressed')
  expect(read.ofBlock(block, 'expertise').status).toBe('absent')
  expect(read.ofBlock(block, 'board-oversight').status).toBe('addressed')
})

test('a repeated sentence is shown once', async () => {
  const sentence = 'The Board oversees risks from cybersecurity threats.'
  const { reading: read } = await reading(`# Item 1C\n\n${sentence}\n\n${sentence}`)
  expect(read.coverage.get('board-oversight')?.evidence).toHaveLength(1)
})

test('what a drafting note asks for is not yet said', async () => {
  const noted =
    '# Item 1C\n\nOur CISO manages material cybersecurity risks. [Company to confirm whether she has served in information security roles for 15 years.]'
  expect(await statusIn(noted, 'positions')).toBe('addressed')
  expect(await statusIn(noted, 'expertise')).toBe('absent')
  expect(await statusIn(noted.replace('Company to confirm whether she', 'She'), 'expertise')).toBe(
    'addressed',
  )
})

test('"the committee" is the one that was named last', async () => {
  const reports = 'The CISO reports to that committee every quarter on risks from cybersecurity threats.'
  const draft = (named: string): string => `# Item 1C\n\n${named} ${reports}`
  const ofBoard = 'The Board has delegated oversight of cybersecurity risk to the Audit Committee.'
  const ofManagement = 'The CIO and the General Counsel sit on a Cybersecurity Steering Committee.'
  expect(await statusIn(draft(ofBoard), 'report-to-board')).toBe('addressed')
  expect(await statusIn(draft(ofManagement), 'report-to-board')).toBe('absent')
  const meets = 'The Committee oversees cybersecurity risks.'
  expect(await statusIn(`# Item 1C\n\n${ofManagement} ${meets}`, 'board-oversight')).toBe('absent')
  expect(await statusIn(`# Item 1C\n\n${meets}`, 'board-oversight')).toBe('addressed')
})
