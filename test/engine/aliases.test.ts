import { describe, expect, test } from 'vitest'
import { EMPTY_BASELINE } from '../../src/baseline/baseline.js'
import { withNamesNow } from '../../src/cli/baseline-file.js'
import { resolveLayers } from '../../src/config/resolve.js'
import { validateConfig } from '../../src/config/validate.js'
import { linkRules, loadRules } from '../../src/engine/catalogue.js'
import { type CheckOptions, checkDisclosure } from '../../src/engine/check-disclosure.js'
import { readDisclosure } from '../../src/evidence/read.js'
import { readInput } from '../../src/readers/read.js'

/** The catalogue as it would be after `draft/placeholder` was given another name. */
const renamed = linkRules(
  loadRules().map(rule =>
    rule.name === 'draft/placeholder' ? { ...rule, name: 'draft/blank', aliases: [rule.name] } : rule,
  ),
)

const findingsIn = async (text: string, options: Partial<CheckOptions>) => {
  const { documents } = await readInput({ path: 'draft.md', text }, { form: '10-K' })
  return documents.flatMap(document =>
    checkDisclosure(document, readDisclosure(document), { asOf: '2026-11-23', ...options }).findings.filter(
      ({ rule }) => rule === 'draft/blank' || rule === 'draft/placeholder' || rule.startsWith('suppression/'),
    ),
  )
}
const DRAFT = '# Item 1C. Cybersecurity\n\nOur CISO is [TBD].\n'

describe('a rule that was given another name', () => {
  test('keeps the fingerprints of its findings', async () => {
    const [before] = await findingsIn(DRAFT, {})
    const [now] = await findingsIn(DRAFT, { catalogue: renamed })
    expect([before?.rule, now?.rule]).toEqual(['draft/placeholder', 'draft/blank'])
    expect(now?.fingerprint).toBe(before?.fingerprint)
  })

  test('is found under the former one by settings, comments and entries', async () => {
    const level = { 'draft/placeholder': { severity: 'advice' } } as const
    expect(await findingsIn(DRAFT, { catalogue: renamed, settings: { rules: level } })).toMatchObject([
      { rule: 'draft/blank', severity: 'advice' },
    ])
    const reason = 'the board names her in May'
    const comment = `<!-- cydlint-disable-file draft/placeholder -- ${reason} -->\n\n`
    expect(await findingsIn(comment + DRAFT, { catalogue: renamed })).toMatchObject([{ suppressed: reason }])
    const [{ fingerprint = '' } = {}] = await findingsIn(DRAFT, {})
    const suppressions = [{ document: 'draft.md', rule: 'draft/placeholder', fingerprint, reason }]
    expect(await findingsIn(DRAFT, { catalogue: renamed, suppressions })).toMatchObject([
      { rule: 'draft/blank', suppressed: reason },
    ])
  })

  test('is found under the former one by configurations', () => {
    const { config, problems } = validateConfig(
      { rules: { 'draft/placeholder': { severity: 'off', options: { words: ['TK'] } } } },
      renamed.rules,
    )
    expect(problems).toEqual([])
    const layer = { config, folder: '/work', placeOf: () => 'cydlint.config.yaml' }
    const { rules } = resolveLayers([layer], () => true, renamed.rules)
    expect([...rules.keys()]).toEqual(['draft/blank'])
  })

  test('is found under the former one by baselines', () => {
    const entry = { fingerprint: '0123456789abcdef', confidence: 'high', since: '2026-11-23' } as const
    const document = { document: 'draft.md', path: 'draft.md', registrant: null }
    const before = {
      ...EMPTY_BASELINE,
      documents: [{ ...document, findings: [{ ...entry, rule: 'draft/placeholder' }] }],
    }
    expect(withNamesNow(before, renamed.named).documents[0]?.findings[0]?.rule).toBe('draft/blank')
  })
})
