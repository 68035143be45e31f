import { describe, expect, test } from 'vitest'
import { check, defineRule, type RuleContext, type RuleDefinition } from '../../src/index.js'

const DRAFT =
  '# Item 1C. Cybersecurity\n\nWe assess risks. Our board of directors oversees risks from cybersecurity threats.\n'
const asOf = '2026-11-23'

/** A rule with whatever a test gives it to run. */
const rule = (
  run: (context: RuleContext) => unknown,
  changes: Partial<RuleDefinition> = {},
): RuleDefinition => ({
  name: 'house/odd',
  summary: 'A sentence is odd.',
  authority: {
    force: 'practice',
    ground: 'The style guide of our committee asks for it.',
    citations: { '10-K': 'Style guide', '20-F': 'Style guide' },
    source: 'observed practice',
  },
  forms: ['10-K'],
  severity: 'advice',
  confidence: 'high',
  outcomes: { odd: { message: 'The sentence “{quote}” is odd ({citation}).', suggestion: 'Even it out.' } },
  examples: {
    fires: [
      { title: 'One text', form: '10-K', text: 'A text.' },
      { title: 'Another', form: '10-K', text: 'A text.' },
    ],
    silent: [
      { title: 'A third', form: '10-K', text: 'A text.' },
      { title: 'A fourth', form: '10-K', text: 'A text.' },
    ],
  },
  knownFalseNegatives: ['Texts that are odd otherwise.'],
  run,
  ...changes,
})
const checked = async (rules: readonly RuleDefinition[], settings = {}) => {
  const { documents, errors } = await check(DRAFT, { asOf, form: '10-K', rules, settings })
  const [{ findings = [], notChecked = [] } = {}] = documents
  return {
    errors,
    findings: findings.filter(finding => finding.rule.startsWith('house/')),
    others: findings.length,
    notChecked: notChecked.filter(each => each.rule.startsWith('house/')),
  }
}

describe('a rule in JavaScript', () => {
  test('finds, and is set, as a rule that ships', async () => {
    const last = rule(({ sentences, report }) => report({ words: sentences.at(-1) ?? null }))
    expect((await checked([last])).findings).toMatchObject([
      {
        rule: 'house/odd',
        severity: 'advice',
        message:
          'The sentence “Our board of directors oversees risks from cybersecurity threats” is odd (Style guide).',
        quote: 'Our board of directors oversees risks from cybersecurity threats.',
        headings: ['Item 1C. Cybersecurity'],
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        span: { start: { line: 3, column: 18 } },
      },
    ])
    expect((await checked([last], { rules: { 'house/odd': { severity: 'error' } } })).findings).toMatchObject(
      [{ severity: 'error' }],
    )
    expect(await checked([last], { rules: { 'house/odd': { severity: 'off' } } })).toMatchObject({
      findings: [],
      notChecked: [{ rule: 'house/odd', reason: 'The configuration turns the rule off.' }],
    })
  })

  test('is given the coverage, its options and the day', async () => {
    const seen: unknown[] = []
    const options = { most: { doc: 'The most of it.', schema: { type: 'integer' }, default: 3 } } as const
    const looks = rule(
      ({ coverage, options, asOf, disclosure }) =>
        seen.push(coverage.get('board-oversight')?.status, options['most'], asOf, disclosure.form),
      { options },
    )
    await checked([looks])
    await checked([looks], { rules: { 'house/odd': { options: { most: 7 } } } })
    expect(seen).toEqual(['addressed', 3, asOf, '10-K', 'addressed', 7, asOf, '10-K'])
  })

  test('finds what is not there, and points to a block', async () => {
    const absent = rule(({ report }) => report({ requirement: 'expertise' }))
    expect((await checked([absent])).findings).toMatchObject([
      { requirement: 'expertise', quote: null, citations: ['17 CFR 229.106(c)(2)(i)', 'Style guide'] },
    ])
  })

  test.each<[string, (context: RuleContext) => unknown, string]>([
    [
      'throws',
      () => {
        throw new TypeError('no such thing')
      },
      'TypeError: no such thing',
    ],
    [
      'throws what is no error',
      () => {
        throw 'words'
      },
      'words',
    ],
    [
      'is asynchronous',
      () => Promise.reject(new Error('late')),
      '"run" is asynchronous: a rule reports before it returns',
    ],
    [
      'reports another outcome',
      ({ report }) => report({ outcome: 'even' }),
      'it reports the outcome "even", which it does not have; its outcomes: odd',
    ],
    [
      'reports words of no text',
      ({ report, sentences }) =>
        report({ words: { prose: sentences[0]?.prose as never, start: 0, end: 10_000 } }),
      'it reports words that are not of this document: give a sentence, a block, or offsets',
    ],
    [
      'reports on a requirement that there is not',
      ({ report }) => report({ requirement: 'insurance' as never }),
      'it reports on the requirement "insurance", which there is not',
    ],
    [
      'reports without end',
      ({ report, sentences }) => {
        for (;;) report({ words: sentences[0] ?? null })
      },
      'it reports more than 1000 findings in one document',
    ],
  ])('that %s is an error of its own, and the others run', async (_, run, message) => {
    const sound = rule(({ sentences, report }) => report({ words: sentences[1] ?? null }), {
      name: 'house/sound',
    })
    const { errors, findings, notChecked, others } = await checked([rule(run), sound])
    expect(errors).toEqual([{ path: 'rules[0]', message: `the rule house/odd broke on input: ${message}.` }])
    expect(notChecked).toEqual([{ rule: 'house/odd', reason: `The rule broke: ${message}` }])
    expect(findings.map(finding => finding.rule)).toEqual(['house/sound'])
    expect(others).toBeGreaterThan(3)
  })

  test('whose message uses a value gives it with each report', async () => {
    const outcomes = {
      odd: { message: 'The text has {words} words ({citation}).', suggestion: 'Take some out.' },
    }
    const without = await checked([rule(({ report }) => report({}), { outcomes })])
    expect(without.errors[0]?.message).toContain(
      'its message of odd uses {words}, which the report does not give',
    )
    const given = await checked([rule(({ report }) => report({ data: { words: '7' } }), { outcomes })])
    expect(given.findings[0]?.message).toBe('The text has 7 words (Style guide).')
  })

  test.each<[string, unknown, string]>([
    ['is no object', 'house/odd', 'rules[0]: it is no rule'],
    ['does not run', { ...rule(() => {}), run: 'yes' }, 'rules[0]: it has no function "run"'],
    ['lacks an authority', { ...rule(() => {}), authority: undefined }, 'plain data'],
    [
      'has another severity',
      rule(() => {}, { severity: 'fatal' as never }),
      '/severity must be equal to one of the allowed values',
    ],
    [
      'has the name of one that ships',
      rule(() => {}, { name: 'missing/item' }),
      'there is another rule "missing/item"',
    ],
    [
      'has few examples',
      rule(() => {}, { examples: { fires: [], silent: [] } }),
      '/examples/fires must NOT have fewer than 2 items',
    ],
    [
      'has an option whose default is none of its values',
      rule(() => {}, {
        options: { most: { doc: 'The most of it.', schema: { type: 'integer' }, default: 1.5 } },
      }),
      'options.most.default is not what its schema asks for: a whole number',
    ],
  ])('that %s is refused', async (_, given, message) => {
    await expect(check(DRAFT, { asOf, rules: [given as RuleDefinition] })).rejects.toThrow(message)
  })

  test('is returned by defineRule as it is', () => {
    const given = rule(() => {})
    expect(defineRule(given)).toBe(given)
  })
})
