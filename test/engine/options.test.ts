import { describe, expect, test } from 'vitest'
import { documentReport } from '../../src/api/document-report.js'
import type { Check } from '../../src/checks/check.js'
import { linkRules } from '../../src/engine/catalogue.js'
import { runsOf } from '../../src/engine/check-runs.js'
import type { RuleFile } from '../../src/engine/rule.js'
import { isOptionValue, optionPhrase } from '../../src/model/option.js'
import type { Settings } from '../../src/model/settings.js'
import { readInput } from '../../src/readers/read.js'
import { anyRule } from './any-rule.js'

const quotesOf = async (rule: string, text: string, settings: Settings) => {
  const { documents } = await readInput({ path: 'draft.md', text }, { form: '10-K' })
  return documents.flatMap(document =>
    documentReport(document, { asOf: '2026-11-23', minConfidence: 'low', settings })
      .findings.filter(finding => finding.rule === rule)
      .map(({ quote }) => quote),
  )
}

describe('an option', () => {
  const item = '# Item 1C. Cybersecurity\n\n'

  test('adds texts that stand for something to come, as whole words', async () => {
    const draft = `${item}We keep TK providers under review, and TKs are no placeholders. CONFIRM (IR).`
    const words = { options: { words: ['TK', 'CONFIRM (IR)'] } }
    expect(await quotesOf('draft/placeholder', draft, {})).toEqual([])
    expect(await quotesOf('draft/placeholder', draft, { rules: { 'draft/placeholder': words } })).toEqual([
      'TK',
      'CONFIRM (IR)',
    ])
  })

  test('tells a blank once that is one without it, too', async () => {
    const settings = { rules: { 'draft/placeholder': { options: { words: ['TBD'] } } } }
    expect(await quotesOf('draft/placeholder', `${item}We have TBD providers.`, settings)).toEqual(['TBD'])
  })

  test('lets brackets stand that are meant', async () => {
    const draft = `${item}Our provider is the only one [as defined] and [our Vendor] is another.`
    const settings = { rules: { 'draft/bracket': { options: { allowed: ['AS DEFINED'] } } } }
    expect(await quotesOf('draft/bracket', draft, {})).toEqual(['[as defined]', '[our Vendor]'])
    expect(await quotesOf('draft/bracket', draft, settings)).toEqual(['[our Vendor]'])
  })

  test('says from how many sentences on a passage is one', async () => {
    const twice =
      'We train all employees each year on phishing and on how to report it to our security team. '
    const between = 'Our program has further parts that this paragraph tells of in its own words. '
    const draft = `${item}${twice}${between}${twice}`
    const options = { minimumSentences: 1, minimumCharacters: 60 }
    const settings = { rules: { 'block/repeated-passage': { options } } }
    expect(await quotesOf('block/repeated-passage', draft, {})).toEqual([])
    expect(await quotesOf('block/repeated-passage', draft, settings)).toEqual([twice.trim()])
  })
})

describe('a check', () => {
  const check: Check = { kind: 'sum', parameters: { most: 3 }, outcomes: { odd: [] }, run: () => [] }
  const option = { doc: 'The most.', schema: { type: 'number' }, default: 3 } as const
  const rule = (name: string, changes: Partial<RuleFile> = {}) => anyRule({ name, ...changes })

  test('runs once for all rules that give it the same parameters', () => {
    const rules = [
      rule('test/a'),
      rule('test/b', { options: { most: option } }),
      rule('test/c', { options: { most: option } }),
      rule('test/d', { check: { kind: 'sum', with: { most: 5 } } }),
    ]
    const runs = (settings: Settings) =>
      runsOf(check, rules, settings).map(({ parameters, rules }) => [parameters, [...rules]])
    expect(runs({})).toEqual([
      [{}, ['test/a']],
      [{ most: 3 }, ['test/b', 'test/c']],
      [{ most: 5 }, ['test/d']],
    ])
    expect(runs({ rules: { 'test/c': { options: { most: 5 } } } })).toEqual([
      [{}, ['test/a']],
      [{ most: 3 }, ['test/b']],
      [{ most: 5 }, ['test/c', 'test/d']],
    ])
  })

  test('is given no parameter that it does not have, and none of another type', () => {
    const link = (changes: Partial<RuleFile>) => () =>
      linkRules([rule('test/a', { outcomes: { odd: { message: '', suggestion: '' } }, ...changes })], [check])
    expect(link({ options: { most: option } })).not.toThrow()
    expect(link({ check: { kind: 'sum', with: { mots: 1 } } })).toThrow(
      'check.with.mots is no parameter of sum; its parameters: most',
    )
    expect(link({ check: { kind: 'sum', with: { most: 'all' } } })).toThrow('check.with.most is a number')
    expect(link({ options: { most: { ...option, schema: { type: 'number', maximum: 2 } } } })).toThrow(
      'options.most.default is not what its schema asks for: a number, 2 or less',
    )
  })
})

describe('a schema of an option', () => {
  test.each([
    [{ type: 'boolean' }, 'true or false', [true], [1, 'true', null]],
    [
      { type: 'number', minimum: 0, maximum: 1 },
      'a number from 0 to 1',
      [0, 0.5, 1],
      [-1, 2, Number.NaN, '1'],
    ],
    [
      { type: 'integer', minimum: 1 },
      'a whole number, 1 or more',
      [1, 2],
      [0, 1.5, Number.POSITIVE_INFINITY],
    ],
    [{ type: 'string', enum: ['a', 'b', 'c'] }, 'a, b or c', ['a'], ['d', '', 1]],
    [
      { type: 'array', items: { type: 'string', minLength: 1, maxLength: 3 }, maxItems: 2 },
      'a list from 0 to 2, each a text of 1 to 3 characters',
      [[], ['a', 'abc']],
      ['a', [''], ['abcd'], ['a', 'b', 'c'], [1]],
    ],
  ] as const)('%o is %s', (schema, phrase, sound, wrong) => {
    expect(optionPhrase(schema)).toBe(phrase)
    expect(sound.filter(value => !isOptionValue(value, schema))).toEqual([])
    expect(wrong.filter(value => isOptionValue(value, schema))).toEqual([])
  })

  test('bounds texts and lists that say nothing of their length', () => {
    expect(isOptionValue('a'.repeat(501), { type: 'string' })).toBe(false)
    expect(isOptionValue(new Array(501).fill('a'), { type: 'array', items: { type: 'string' } })).toBe(false)
  })
})
