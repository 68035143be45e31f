import { describe, expect, test } from 'vitest'
import { quotesIn } from './findings-of.js'

const blocks = (texts: Readonly<Record<string, string>>) => ({ form: '10-K' as const, blocks: texts })
const OVERSIGHT = 'The Audit Committee of our board of directors oversees risks from cybersecurity threats.'

describe('a block that starts or ends inside a sentence', () => {
  test('is told of where the block round it shows that the sentence goes on', async () => {
    const draft = blocks({
      boardOversight: `${OVERSIGHT} It receives reports from management on these risks.`,
      boardInformed: 'It receives reports from management',
    })
    expect(await quotesIn('block/truncated', draft)).toEqual(['It receives reports from management'])
  })

  test.each([
    [
      'a brand that begins small',
      'iExample relies on its manager for cybersecurity and has no staff of its own.',
    ],
    ['an enumeration', '(i) We scan our systems each month; and (ii) we train our employees each year.'],
    ['a stop outside the tag', 'We scan our systems each month'],
    ['a habit at the end', 'We scan our systems and train our employees as needed from time to time'],
  ])('is not %s', async (_, text) => {
    expect(await quotesIn('block/truncated', blocks({ processes: text }))).toEqual([])
  })
})

test.each([
  'Our CISO has 18 years of experience, holds a CISSP certification and has served in',
  'In addition, our CISO may from time to time',
  'Our cybersecurity program includes the following:',
])('a block that ends with “%s” is cut', async text => {
  expect(
    await quotesIn('block/truncated', blocks({ processes: OVERSIGHT, managementExpertise: text })),
  ).toEqual([text])
})

describe('one text under several elements', () => {
  test('is told of once for each element that it does not answer', async () => {
    const draft = blocks({
      boardOversight: OVERSIGHT,
      managementExpertise: OVERSIGHT,
      managementInformed: OVERSIGHT,
    })
    expect(await quotesIn('block/duplicate', draft)).toHaveLength(2)
  })

  test('is no duplicate of a longer text round it', async () => {
    const draft = blocks({ boardOversight: `Governance. ${OVERSIGHT}`, managementExpertise: OVERSIGHT })
    expect(await quotesIn('block/duplicate', draft)).toEqual([])
  })

  test('is compared by letters and digits', async () => {
    const draft = blocks({
      boardOversight: OVERSIGHT,
      managementExpertise: OVERSIGHT.replace('our board', '“our” board'),
    })
    expect(await quotesIn('block/duplicate', draft)).toHaveLength(1)
  })
})

describe('a stub', () => {
  test.each([
    'true',
    'False',
    'N/A',
    'n.a.',
    'Not applicable.',
    'Not applicable to us.',
    'None',
    'None.',
    'See Item 1A.',
    'Please refer to Part I, Item 1A. “Risk Factors.”',
    '.',
    '—',
    'Cybersecurity Risk Role of Management [Text Block]',
  ])('is %s', async text => {
    expect(await quotesIn('block/stub', blocks({ processes: OVERSIGHT, managementRole: text }))).toEqual([
      text,
    ])
  })

  test.each([
    'Management oversees it.',
    'None of our officers does.',
    'The role of management is described above.',
  ])('is not %s', async text => {
    expect(await quotesIn('block/stub', blocks({ processes: OVERSIGHT, managementRole: text }))).toEqual([])
  })
})

test('a material-effect block under a false flag is left in peace', async () => {
  const draft = {
    ...blocks({
      processes: OVERSIGHT,
      materiallyAffected: 'See Item 1A, Risk Factors, for risks that could affect us.',
    }),
    flags: { materiallyAffected: false },
  }
  for (const rule of ['flag/false-with-block', 'flag/contradicted', 'flag/unsupported'])
    expect(await quotesIn(rule, draft)).toEqual([])
})
