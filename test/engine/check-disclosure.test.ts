import { describe, expect, test } from 'vitest'
import type { Draft } from '../invariance.js'
import { CHANGES, changed } from '../invariance.js'
import { checkFile } from '../rules/findings.js'

const [asItIs] = CHANGES
const check = async (draft: Draft) => {
  const file = asItIs && changed(draft, asItIs)
  if (!file) throw new Error('the draft makes no file')
  return checkFile(file, draft.form)
}
const told = async (draft: Draft, rule: string) =>
  (await check(draft)).findings.find(each => each.rule === rule)

const OVERSEEN = 'Our board of directors oversees risks from cybersecurity threats.'
const ENGAGED = 'We engage independent consultants to conduct annual penetration tests of our network.'

describe('where only tagged facts were seen', () => {
  test('what is missing is a warning at most, of medium confidence, and said of the tagged text', async () => {
    const finding = await told(
      { form: '10-K', blocks: { boardOversight: OVERSEEN } },
      'missing/management-role',
    )
    expect(finding).toMatchObject({ severity: 'warning', confidence: 'medium' })
    expect(finding?.message).toContain('not described in the tagged text')
  })

  test('it is advice where the flag of the requirement is given', async () => {
    const finding = await told(
      { form: '10-K', flags: { materiallyAffected: false }, blocks: { boardOversight: OVERSEEN } },
      'missing/material-effect',
    )
    expect(finding?.severity).toBe('advice')
  })

  test('a flag without words is of medium confidence', async () => {
    const finding = await told(
      { form: '20-F', flags: { thirdPartyOversight: true }, blocks: { boardOversight: OVERSEEN } },
      'flag/unsupported',
    )
    expect(finding).toMatchObject({ severity: 'warning', confidence: 'medium' })
    expect(finding?.message).toContain('No tagged text shows it')
  })
})

describe('a rule that needs tags', () => {
  const of = async (draft: Draft) => {
    const { findings, notChecked } = await check(draft)
    return [...findings, ...notChecked].filter(({ rule }) => rule.startsWith('tag/'))
  }

  test.each([
    { form: '10-K', periodOfReport: '2023-06-30' },
    { form: '10-K/A', periodOfReport: '2025-12-31' },
    { form: '8-K', periodOfReport: '2025-12-31' },
  ] as const)('says nothing of a draft on Form $form, nor that it was not checked', async head => {
    expect(await of({ ...head, text: OVERSEEN })).toEqual([])
    expect(await of({ ...head, blocks: { incidentNature: OVERSEEN } })).toEqual(
      head.form === '8-K' ? [] : [expect.objectContaining({ rule: 'tag/wrong-form-element' })],
    )
  })

  test('is said not to apply to a tagged document of another year', async () => {
    expect(await of({ form: '10-K', periodOfReport: '2024-09-30', inline: `<p>${OVERSEEN}</p>` })).toEqual([
      {
        rule: 'tag/none',
        reason: 'The rule is for periods that end on or after 2024-12-15; this one ended on 2024-09-30.',
      },
    ])
  })
})

test('an annual text that is called a current report is said not to be checked as one', async () => {
  const { findings, notChecked } = await check({ form: '8-K', text: `Item 1C. Cybersecurity\n\n${OVERSEEN}` })
  expect(findings).toEqual([])
  expect(notChecked[0]).toEqual({
    rule: '*',
    reason:
      'The text is that of an annual report (Item 1C or 16K), and the form is 8-K: what an annual report has to disclose was not checked. Check it as a 10-K or 20-F.',
  })
})

test('where the whole item was seen, what is missing keeps the severity of its authority', async () => {
  const finding = await told(
    { form: '10-K', text: `Item 1C. Cybersecurity\n\n${OVERSEEN}` },
    'missing/management-role',
  )
  expect(finding).toMatchObject({
    severity: 'error',
    confidence: 'high',
    element: { name: 'managementRole' },
  })
})

test('each form is cited in its own words', async () => {
  const text = `Item 1C. Cybersecurity\n\n${OVERSEEN}`
  expect((await told({ form: '10-K', text }, 'missing/expertise'))?.citations).toBeUndefined()
  expect((await told({ form: '10-K', text }, 'missing/processes'))?.citations).toEqual([
    '17 CFR 229.106(b)(1)',
  ])
  expect((await told({ form: '20-F', text }, 'missing/processes'))?.citations).toEqual([
    'Form 20-F Item 16K(b)(1)',
  ])
})

describe('what a source cut', () => {
  const draft = (truncated: string[]): Draft => ({
    form: '10-K',
    blocks: { processes: ENGAGED, processesIntegrated: 'In addition, we', boardOversight: OVERSEEN },
    truncated,
  })

  test('is not said to be missing, and the report says why', async () => {
    const { findings, notChecked } = await check(draft(['processesIntegrated']))
    expect(findings.map(({ rule }) => rule)).not.toContain('missing/third-party-oversight')
    expect(notChecked).toContainEqual({
      rule: 'missing/third-party-oversight',
      reason: 'The source cut the text of processesIntegrated short: its lost end may hold the statement.',
    })
  })

  test('silences nothing of the other paragraph', async () => {
    expect((await check(draft(['processesIntegrated']))).findings.map(({ rule }) => rule)).toContain(
      'missing/management-role',
    )
  })

  test('of the block that often stands round the whole item may say anything', async () => {
    const { findings } = await check(draft(['processes']))
    expect(findings.filter(({ rule }) => rule.startsWith('missing/'))).toEqual([])
  })
})

describe('where the item is missing', () => {
  const refused: Draft = {
    form: '10-K',
    periodOfReport: '2025-12-31',
    text: 'Item 1C. Cybersecurity\n\nNot applicable.',
  }

  test('what follows from it is marked as superseded and stays', async () => {
    const { findings } = await check(refused)
    expect(findings.filter(({ supersededBy }) => supersededBy === null).map(({ rule }) => rule)).toEqual([
      'missing/item',
    ])
    expect(findings.filter(({ rule }) => rule.startsWith('missing/')).length).toBeGreaterThan(5)
  })

  test('in a year before the rule nothing is missing, and the report says why', async () => {
    const { findings, notChecked } = await check({ ...refused, periodOfReport: '2023-11-30' })
    expect(findings).toEqual([])
    expect(notChecked).toContainEqual({
      rule: 'missing/item',
      reason: 'The rule is for periods that end on or after 2023-12-15; this one ended on 2023-11-30.',
    })
  })
})

test('a current report is not asked for the annual item', async () => {
  const { findings, notChecked } = await check({
    form: '8-K',
    blocks: { incidentNature: 'On May 4, 2026 an unauthorized person entered our network.' },
  })
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
    'incident/missing-impact warning',
    'incident/missing-scope warning',
  ])
  expect(notChecked).toEqual([])
})

test('an annual report is neither asked for an incident nor told that it was not', async () => {
  const { findings, notChecked } = await check({
    form: '10-K',
    text: `Item 1C. Cybersecurity\n\n${OVERSEEN}`,
  })
  expect([...findings, ...notChecked].filter(({ rule }) => rule.startsWith('incident/'))).toEqual([])
})

test('a current report under another item is not held to Item 1.05, and that is said', async () => {
  const text = 'Item 8.01. Other Events\n\nOn May 4, 2026 we found ransomware on two of our servers.'
  const { findings, notChecked } = await check({ form: '8-K', text })
  expect(findings).toEqual([])
  expect(notChecked).toContainEqual({
    rule: 'incident/missing-impact',
    reason: 'The report stands under Item 8.01, not under Item 1.05, which alone asks for this.',
  })
})

describe('the order of findings', () => {
  const draft: Draft = {
    form: '20-F',
    text: `Item 16K. Cybersecurity\n\nOur [audit committee] met XX times in 2025. See Item 1A. Risk Factors.\n\nOur [risk committee] has [●] members.`,
  }

  test('is by severity and then by place, the same in every run', async () => {
    const [first, second] = [await check(draft), await check(draft)]
    // Each reading has proses of its own.
    expect({ ...second, words: null }).toEqual({ ...first, words: null })
    const placed = first.findings.filter(({ rule }) => rule.startsWith('draft/')).map(({ quote }) => quote)
    expect(placed).toEqual(['[audit committee]', 'XX', 'Item 1A', '[risk committee]', '[●]'])
  })
})

describe('fingerprints', () => {
  const draft = (before: string): Draft => ({
    form: '10-K',
    text: `Item 1C. Cybersecurity\n\n${before}Our [Audit Committee] oversees these risks. Our [Risk Committee] advises it.`,
  })
  const prints = async (drafted: Draft) =>
    (await check(drafted)).findings
      .filter(({ rule }) => rule === 'draft/bracket')
      .map(({ fingerprint }) => fingerprint)

  test('differ from finding to finding', async () => {
    const found = await prints(draft(''))
    expect(new Set(found).size).toBe(2)
  })

  test('outlive a move of the text', async () => {
    expect(await prints(draft('We describe our processes here.\n\n'))).toEqual(await prints(draft('')))
  })
})
