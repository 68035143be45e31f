import { describe, expectTypeOf, it } from 'vitest'
import type * as cydlint from '../../src/index.js'
import {
  check,
  checkRecord,
  compare,
  defineRule,
  explain,
  formatComparison,
  formatReport,
  inspect,
  loadRules,
} from '../../src/index.js'

describe('the types of the public API', () => {
  it('let any input be checked that the command reads', () => {
    expectTypeOf(check).parameter(0).toEqualTypeOf<cydlint.Checkable>()
    expectTypeOf<string>().toExtend<cydlint.Checkable>()
    expectTypeOf<Uint8Array>().toExtend<cydlint.Checkable>()
    expectTypeOf<{ path: string; text: string }>().toExtend<cydlint.Checkable>()
    expectTypeOf<readonly { path: string; bytes: Uint8Array }[]>().toExtend<cydlint.Checkable>()
    expectTypeOf<number>().not.toExtend<cydlint.Checkable>()
    expectTypeOf(check).returns.resolves.toEqualTypeOf<cydlint.Report>()
  })

  it('ask for the day', () => {
    expectTypeOf<{ form: '10-K' }>().not.toExtend<cydlint.CheckOptions>()
    expectTypeOf<{ asOf: string; form: '10-K' }>().toExtend<cydlint.CheckOptions>()
    expectTypeOf<{ asOf: string; form: '10-Q' }>().not.toExtend<cydlint.CheckOptions>()
  })

  it('tell a document from the problems of a record', () => {
    const result = checkRecord({}, { asOf: '2026-11-22' })
    if (result.document) expectTypeOf(result.document).toEqualTypeOf<cydlint.ReportDocument>()
    else expectTypeOf(result.problems).toEqualTypeOf<readonly string[]>()
  })

  it('name the severities, statuses and forms', () => {
    expectTypeOf<cydlint.ReportFinding['severity']>().toEqualTypeOf<'error' | 'warning' | 'advice'>()
    expectTypeOf<cydlint.ReportDocument['view']>().toEqualTypeOf<'item' | 'tagged'>()
    expectTypeOf<cydlint.ReportDocument['item']>().toEqualTypeOf<'1C' | '16K' | '1.05' | null>()
  })

  it('make reports that nobody can change by accident', () => {
    expectTypeOf<cydlint.Report['documents']>().toEqualTypeOf<readonly cydlint.ReportDocument[]>()
  })

  it('give a rule of one’s own the options and outcomes that it has', () => {
    const metadata = {
      name: 'house/odd',
      summary: 'A text is odd.',
      authority: {
        force: 'practice',
        ground: 'The style guide of our committee.',
        citations: { '10-K': 'Style guide', '20-F': 'Style guide' },
        source: 'observed practice',
      },
      forms: ['10-K'],
      severity: 'advice',
      confidence: 'high',
      examples: { fires: [], silent: [] },
      knownFalseNegatives: [],
    } as const
    const text = { message: 'The text is odd ({citation}).', suggestion: 'Even it out.' }
    const rule = defineRule({
      ...metadata,
      options: {
        most: { doc: 'The most.', schema: { type: 'integer' }, default: 3 },
        words: { doc: 'Words.', schema: { type: 'array', items: { type: 'string' } }, default: [] },
      },
      outcomes: { odd: text, even: text },
      run({ options, report, disclosure, sentences }) {
        expectTypeOf(options).toEqualTypeOf<{ readonly most: number; readonly words: readonly string[] }>()
        expectTypeOf(disclosure.form).toEqualTypeOf<cydlint.Form>()
        expectTypeOf(sentences).toEqualTypeOf<readonly cydlint.Sentence[]>()
        report({ outcome: 'odd', words: sentences[0] ?? null })
        // @ts-expect-error there is no such outcome
        expectTypeOf(report).toBeCallableWith({ outcome: 'uneven' })
      },
    })
    expectTypeOf(check).toBeCallableWith('', { asOf: '2026-11-23', rules: [rule] })
    // @ts-expect-error a severity that there is not
    defineRule({ ...metadata, severity: 'fatal', outcomes: { odd: text }, run: () => {} })
    // @ts-expect-error without a run it is no rule
    defineRule({ ...metadata, outcomes: { odd: text } })
  })

  it('compare what can be checked, without the day', () => {
    expectTypeOf(compare).parameter(0).toEqualTypeOf<cydlint.Checkable>()
    expectTypeOf(compare).parameter(1).toEqualTypeOf<cydlint.Checkable>()
    expectTypeOf(compare).parameter(2).toEqualTypeOf<cydlint.CompareOptions | undefined>()
    expectTypeOf(compare).returns.resolves.toEqualTypeOf<cydlint.Comparison>()
    expectTypeOf(formatComparison).parameter(1).toEqualTypeOf<'terminal' | 'json' | 'markdown'>()
    expectTypeOf<cydlint.ComparedPassage['change']>().toEqualTypeOf<
      'unchanged' | 'moved' | 'reworded' | 'new' | 'gone' | 'unseen'
    >()
  })

  it('give text, rules, inspections and explanations', () => {
    expectTypeOf(formatReport).returns.toBeString()
    expectTypeOf(formatReport).parameter(1).toEqualTypeOf<cydlint.ReportFormat>()
    expectTypeOf(loadRules).returns.toEqualTypeOf<readonly cydlint.RuleFile[]>()
    expectTypeOf(inspect).returns.resolves.toEqualTypeOf<cydlint.Inspection>()
    expectTypeOf(explain).returns.toEqualTypeOf<cydlint.Explanation>()
  })
})
