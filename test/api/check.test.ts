import { describe, expect, it } from 'vitest'
import { check, checkRecord, explain, formatReport, inspect, loadRules } from '../../src/index.js'
import { GOOD_DRAFT, HALF_DRAFT, SEASON } from '../cli/drafts.js'
import { reportProblems } from '../report-schema.js'

const asOf = '2026-11-22'
const RECORD = {
  id: 'estuario-2025',
  form: '20-F',
  registrant: 'Estuario Norte Logística S.A.',
  periodOfReport: '2025-12-31',
  flags: { thirdPartyOversight: true },
  blocks: {
    processes:
      'We have processes for assessing, identifying and managing material risks from cybersecurity threats.',
    boardOversight: 'N/A',
  },
}

describe('check', () => {
  it('takes a text, the bytes of a file, and either with a name', async () => {
    const bytes = new TextEncoder().encode(HALF_DRAFT)
    const reports = await Promise.all([
      check(HALF_DRAFT, { asOf, path: 'half.md' }),
      check(bytes, { asOf, path: 'half.md' }),
      check({ path: 'half.md', text: HALF_DRAFT }, { asOf }),
      check([{ path: 'half.md', bytes }], { asOf }),
    ])
    for (const report of reports) expect(report).toEqual(reports[0])
    expect(reports[0]?.documents[0]?.path).toBe('half.md')
  })

  it('gives a report that is as the schema has it when it is written as JSON', async () => {
    const report = await check(
      [
        { path: 'half.md', text: HALF_DRAFT },
        { path: 'season.ndjson', text: SEASON },
      ],
      { asOf },
    )
    expect(reportProblems(JSON.parse(formatReport(report, 'json')))).toEqual([])
    expect(report.summary.documents).toBe(3)
    expect(report.errors).toHaveLength(1)
  })

  it('counts in the summary what is neither superseded nor suppressed', async () => {
    const { documents, summary } = await check(HALF_DRAFT, { asOf })
    const live = documents.flatMap(({ findings }) =>
      findings.filter(({ supersededBy }) => supersededBy === null),
    )
    expect(summary.error + summary.warning + summary.advice).toBe(live.length)
  })

  it('shows each quotation in its sentence', async () => {
    const { documents } = await check(HALF_DRAFT, { asOf })
    const findings = documents.flatMap(document => document.findings).filter(({ quote }) => quote !== null)
    expect(findings.length).toBeGreaterThan(0)
    for (const { quote, passage } of findings)
      expect(passage?.text.slice(passage.start, passage.end)).toBe(quote)
    const blank = findings.find(({ rule }) => rule === 'draft/placeholder')
    expect(blank?.passage?.text).toBe('[●] tests our defenses each year.')
  })

  it('leaves out what is less sure than is asked for, and counts it', async () => {
    const all = await check(JSON.stringify(RECORD), { asOf, minConfidence: 'low' })
    const sure = await check(JSON.stringify(RECORD), { asOf, minConfidence: 'high' })
    const [some, few] = [all.documents[0], sure.documents[0]]
    expect(few?.findings.every(({ confidence }) => confidence === 'high')).toBe(true)
    expect(few?.hidden).toBe((some?.findings.length ?? 0) - (few?.findings.length ?? 0))
  })

  it('has an error, and no exception, for what cannot be read', async () => {
    const { documents, errors } = await check(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]), { asOf })
    expect(documents).toEqual([])
    expect(errors).toHaveLength(1)
    expect(errors[0]?.path).toBe('input')
  })

  it('throws where the day is none: that is a mistake of the caller', async () => {
    await expect(check(HALF_DRAFT, { asOf: '22 November 2026' })).rejects.toThrow(RangeError)
    expect(() => checkRecord(RECORD, { asOf: '' })).toThrow(RangeError)
  })
})

describe('checkRecord', () => {
  it('says of a record what check says of it as JSON', async () => {
    const { document } = checkRecord(RECORD, { asOf, path: 'facts.json' })
    const { documents } = await check(JSON.stringify(RECORD), { asOf, path: 'facts.json' })
    const essence = (each: typeof document) => ({
      coverage: each?.coverage,
      findings: each?.findings.map(({ rule, severity, quote, fingerprint }) => ({
        rule,
        severity,
        quote,
        fingerprint,
      })),
    })
    expect(essence(document)).toEqual(essence(documents[0]))
    expect(document?.findings.map(({ rule }) => rule)).toContain('block/stub')
  })

  it('points into the strings of the record', () => {
    const { document } = checkRecord(RECORD, { asOf })
    const stub = document?.findings.find(({ rule }) => rule === 'block/stub')
    expect(stub).toMatchObject({
      block: 'boardOversight',
      flag: null,
      element: 'CybersecurityRiskBoardOfDirectorsOversightTextBlock',
      span: { pointer: '/blocks/boardOversight' },
    })
  })

  it('says what is wrong with what is no record', () => {
    expect(
      checkRecord({ form: '20-F', blocks: { bordOversight: 'x' } }, { asOf }).problems?.join(),
    ).toContain('Did you mean "boardOversight"?')
    for (const wrong of [null, 'text', 3, [], {}])
      expect(checkRecord(wrong, { asOf }).problems).not.toEqual([])
  })
})

describe('inspect', () => {
  it('shows what the reader saw', async () => {
    const { documents } = await inspect(JSON.stringify(RECORD), { path: 'facts.json' })
    expect(documents).toHaveLength(1)
    expect(documents[0]).toMatchObject({
      form: '20-F',
      item: '16K',
      view: 'tagged',
      flags: [{ name: 'thirdPartyOversight', value: true, source: 'facts' }],
      blocks: [
        { name: 'processes', text: RECORD.blocks.processes, depth: 0, source: 'facts' },
        { name: 'boardOversight', text: 'N/A', depth: 0, source: 'facts' },
      ],
    })
    expect(documents[0]).not.toHaveProperty('evidence')
  })

  it('shows the sentences that matched where that is asked for', async () => {
    const { documents } = await inspect(GOOD_DRAFT, { evidence: true })
    const expertise = documents[0]?.evidence?.find(({ requirement }) => requirement === 'expertise')
    expect(expertise?.status).toBe('addressed')
    expect(expertise?.candidates.map(({ quote }) => quote).join()).toContain('18 years of experience')
  })
})

describe('explain', () => {
  it.each([
    ['missing/expertise', 'rule'],
    ['expertise', 'requirement'],
    ['managementExpertise', 'requirement'],
    ['cyd:CybersecurityRiskRoleOfManagementTextBlock', 'requirement'],
    ['229.106(c)', 'citation'],
    ['17 CFR § 229.106(c)(2)(i)', 'citation'],
    ['Item 106(b)(2)', 'citation'],
    ['Form 20-F Item 16K (b)', 'citation'],
    ['(c)(1)', 'citation'],
    ['Item 1C', 'citation'],
    ['16J', 'unknown'],
    ['106(e)', 'unknown'],
    ['', 'unknown'],
  ] as const)('finds that "%s" is of type %s', (name, type) => {
    expect(explain(name).type).toBe(type)
  })

  it('finds the requirements of a paragraph', () => {
    const explanation = explain('106(c)(1)')
    expect(explanation.type === 'citation' && explanation.requirements.map(({ name }) => name)).toEqual([
      'board-oversight',
      'board-committee',
      'board-informed',
    ])
  })
})

describe('loadRules', () => {
  it('gives the catalogue, which cannot be changed', () => {
    const rules = loadRules()
    expect(rules.map(({ name }) => name)).toContain('missing/expertise')
    expect(Object.isFrozen(rules[0])).toBe(true)
  })
})
