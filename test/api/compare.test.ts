import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check, compare, formatComparison } from '../../src/index.js'
import { comparisonProblems } from '../comparison-schema.js'

const draft = (year: number) => ({
  path: `larkfield-${year}.md`,
  text: readFileSync(`examples/compare/larkfield-${year}.md`, 'utf8'),
})

describe('compare', () => {
  it('takes texts, bytes and named inputs, and gives what its schema has', async () => {
    const comparison = await compare(draft(2024), draft(2025))
    expect(comparison.errors).toEqual([])
    expect(comparisonProblems(JSON.parse(formatComparison(comparison, 'json')))).toEqual([])
    const bytes = new TextEncoder().encode(draft(2024).text)
    const other = await compare(bytes, draft(2025))
    expect(other.pairs[0]?.summary).toEqual(comparison.pairs[0]?.summary)
  })

  it('compares any two kinds: facts that were filed with a draft', async () => {
    const facts = {
      path: 'filed.json',
      text: JSON.stringify({
        form: '10-K',
        registrant: 'Larkfield Dairy Cooperative, Inc.',
        periodOfReport: '2024-12-31',
        flags: { materiallyAffected: false },
        blocks: {
          boardOversight:
            'Our Board of Directors oversees risks from cybersecurity threats through its Audit Committee.',
        },
      }),
    }
    const [pair] = (await compare(facts, draft(2025))).pairs
    expect(pair?.notes).toEqual([
      'Of the old document only tagged text was seen: what is new here may have stood in it outside the tags.',
    ])
    expect(pair?.coverage.filter(({ change }) => change === 'gained')).toEqual([])
    expect(pair?.passages.find(({ change }) => change === 'reworded')?.redline).toContainEqual({
      kind: 'added',
      text: 'and Risk ',
    })
  })

  it('gives an error for what cannot be read, and no pair', async () => {
    const { pairs, unpaired, errors } = await compare(
      { path: 'old.json', text: '{"form": "10-Q"}' },
      draft(2025),
    )
    expect(pairs).toEqual([])
    expect(errors.map(({ path }) => path)).toContain('old.json')
    expect(unpaired.map(({ side }) => side)).toEqual(['new'])
  })

  it('finds what check finds with the same prior document', async () => {
    const [pair] = (await compare(draft(2024), draft(2025))).pairs
    const report = await check(draft(2025), { asOf: '2026-11-22', prior: draft(2024) })
    expect(pair?.findings).toEqual(
      report.documents[0]?.findings.filter(({ rule }) => rule.startsWith('compare/')),
    )
    expect(pair?.findings.length).toBeGreaterThan(0)
  })

  it('leaves out of Markdown whatever would be markup', async () => {
    const item = (text: string): string =>
      `Item 1C. Cybersecurity\n\nWe review the systems of ${text} each year.`
    const form = '10-K' as const
    const text = formatComparison(
      await compare(item('plants'), item('*plants* <b>@all</b>'), { form }),
      'markdown',
    )
    expect(text).not.toMatch(/<b>|@all|[^\\]\*plants/)
    expect(text).toContain('<ins>\\* &lt;b&gt;')
  })

  it('has no control character of a draft in the terminal, and no line wider than it should', async () => {
    const item = (text: string): string =>
      `Item 1C. Cybersecurity\n\nWe review ${text} each year with the team.`
    const comparison = await compare(item('plants'), item('mills \u001b[31m and presses'), { form: '10-K' })
    expect(formatComparison(comparison, 'terminal')).not.toContain('\u001b')
    for (const width of [40, 60, 100])
      for (const line of formatComparison(await compare(draft(2024), draft(2025)), 'terminal', {
        width,
        all: true,
      }).split('\n'))
        expect(line.length).toBeLessThanOrEqual(width)
  })
})
