import { describe, expect, it } from 'vitest'
import { check } from '../../src/api/check.js'
import type { Settings } from '../../src/model/settings.js'

const DRAFT = `---
form: 10-K
---

# Item 1C. Cybersecurity

## Risk management

We maintain processes for assessing, identifying and managing material risks from cybersecurity threats. [●] tests them.

## Governance

Our board of directors oversees risks from cybersecurity threats with [●].
`
const found = async (settings: Settings, minConfidence?: 'high' | 'low') => {
  const { documents } = await check(DRAFT, { asOf: '2026-11-22', path: 'a.md', settings, minConfidence })
  return documents[0]
}
const placeholders = async (settings: Settings) =>
  (await found(settings))?.findings
    .filter(({ rule }) => rule === 'draft/placeholder')
    .map(({ severity, headings }) => `${severity} in ${headings.at(-1)}`)

describe('a rule', () => {
  it('is told with the severity that it is set to', async () => {
    expect(await placeholders({ rules: { 'draft/placeholder': { severity: 'advice' } } })).toEqual([
      'advice in Risk management',
      'advice in Governance',
    ])
  })

  it('that is off says nothing, and is listed as not checked', async () => {
    const document = await found({ rules: { 'draft/placeholder': { severity: 'off' } } })
    expect(document?.findings.map(({ rule }) => rule)).not.toContain('draft/placeholder')
    expect(document?.notChecked).toContainEqual({
      rule: 'draft/placeholder',
      reason: 'The configuration turns the rule off.',
    })
  })

  it('is set for a section, whatever the case of its heading', async () => {
    const section = (severity: 'off' | 'advice') => ({
      sections: [['governance.']],
      rules: { 'draft/placeholder': { severity } },
    })
    expect(await placeholders({ sections: [section('off')] })).toEqual(['error in Risk management'])
    expect(await placeholders({ sections: [section('off'), section('advice')] })).toEqual([
      'error in Risk management',
      'advice in Governance',
    ])
    expect(
      await placeholders({
        rules: { 'draft/placeholder': { severity: 'off' } },
        sections: [section('advice')],
      }),
    ).toEqual(['advice in Governance'])
  })

  it('has a confidence of its own, unless the caller asks for one', async () => {
    const strict: Settings = {
      rules: { 'missing/expertise': { minConfidence: 'high' } },
      minConfidence: 'low',
    }
    const lax: Settings = { minConfidence: 'high' }
    const [one, two, three] = [await found(strict), await found(lax), await found(lax, 'low')]
    expect(one?.hidden).toBeLessThanOrEqual(two?.hidden ?? 0)
    expect(three?.hidden).toBe(0)
  })
})

it('the glossary of a registrant is read as what it says', async () => {
  const text = DRAFT.replace('with [●].', 'through the Stewardship Forum.')
  const options = { asOf: '2026-11-22', path: 'a.md' }
  const statusOf = async (glossary?: { boardCommittees: string[] }) => {
    const own = glossary && { ...glossary, managementCommittees: [], positions: [] }
    const { documents } = await check(text, { ...options, glossary: own })
    return documents[0]?.coverage.find(({ requirement }) => requirement === 'board-committee')?.status
  }
  expect(await statusOf()).not.toBe('addressed')
  expect(await statusOf({ boardCommittees: ['Stewardship Forum'] })).toBe('addressed')
})
