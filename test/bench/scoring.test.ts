import { describe, expect, it } from 'vitest'
import { foldFilter, random } from '../../bench/records.mjs'
import {
  agreement,
  coverageAtMixOf,
  flagVerdict,
  REQUIREMENTS,
  sameSentence,
  score,
  scoreQuiet,
} from '../../bench/scoring.mjs'

interface Row {
  readonly status: string
  readonly evidence?: readonly string[]
}

const gold = (id: string, labels: Record<string, Row>, flags: Record<string, boolean> = {}) => ({
  id,
  flags,
  labels: Object.fromEntries(
    REQUIREMENTS.map(name => [name, { status: 'disputed', evidence: [], ...labels[name] }]),
  ),
})

const predicted = (
  id: string,
  rows: Record<string, Row>,
  findings: readonly (readonly [string, string])[] = [],
) => ({
  id,
  coverage: REQUIREMENTS.map(requirement => ({
    requirement,
    status: rows[requirement]?.status ?? 'absent',
    evidence: (rows[requirement]?.evidence ?? []).map(quote => ({ quote })),
  })),
  findings: findings.map(([rule, requirement]) => ({ rule, requirement, severity: 'error' })),
})

type Gold = ReturnType<typeof gold>
type Predicted = ReturnType<typeof predicted>
const scored = (...pairs: readonly (readonly [Gold, Predicted])[]) =>
  score(
    pairs.map(([labels, document]) => ({
      gold: { ...labels, labels: labels.labels as never },
      document: document as never,
    })),
  )

const expertise = (result: ReturnType<typeof scored>) =>
  result.coverage.perRequirement.find(row => row.requirement === 'expertise')

describe('coverage at the mix of other documents', () => {
  const rows = (count: number, label: string, status: string) =>
    Array.from(
      { length: count },
      (_, i) =>
        [
          gold(`${label} ${status} ${i}`, { expertise: { status: label } }),
          predicted(`${label} ${status} ${i}`, { expertise: { status } }),
        ] as const,
    )
  const labelled = (count: number, label: string) =>
    rows(count, label, label).map(([record]) => ({ ...record, labels: record.labels as never }))
  // One statement in ten is missed; what is not there is never seen.
  const mostlyAddressed = scored(
    ...rows(18, 'addressed', 'addressed'),
    ...rows(2, 'addressed', 'absent'),
    ...rows(1, 'absent', 'absent'),
  )

  it('is that of the documents at their own mix', () => {
    const own = coverageAtMixOf(mostlyAddressed.coverage.perRequirement, [
      ...labelled(20, 'addressed'),
      ...labelled(1, 'absent'),
    ])
    expect(own.notAddressedMacroF1).toBeCloseTo(mostlyAddressed.coverage.notAddressedMacroF1 ?? 0)
    expect(own.addressedMacroF1).toBeCloseTo(mostlyAddressed.coverage.addressedMacroF1 ?? 0)
  })

  it('takes the same errors to another', () => {
    const even = coverageAtMixOf(mostlyAddressed.coverage.perRequirement, [
      ...labelled(20, 'addressed'),
      ...labelled(20, 'absent'),
    ])
    expect(even.notAddressedMacroF1).toBeCloseTo((2 * 20) / (2 * 20 + 2))
  })
})

describe('agreement', () => {
  it('has no precision where nothing was said and no recall where nothing was due', () => {
    expect(agreement([{ expected: false, actual: false }])).toMatchObject({
      precision: null,
      recall: null,
      f1: null,
    })
  })

  it('balances precision and recall', () => {
    const judgements = [
      { expected: true, actual: true },
      { expected: true, actual: false },
      { expected: false, actual: true },
      { expected: true, actual: true },
    ]
    expect(agreement(judgements)).toMatchObject({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 })
  })
})

describe('coverage', () => {
  it('leaves out documents whose label is weak or disputed', () => {
    const result = scored(
      [gold('a', { expertise: { status: 'absent' } }), predicted('a', {})],
      [gold('b', { expertise: { status: 'weak' } }), predicted('b', { expertise: { status: 'addressed' } })],
      [gold('c', {}), predicted('c', { expertise: { status: 'addressed' } })],
    )
    expect(expertise(result)).toMatchObject({ decided: 1, notAddressed: { f1: 1 } })
  })

  it('takes a predicted weak, and a negation, as not addressed', () => {
    const result = scored(
      [gold('a', { expertise: { status: 'absent' } }), predicted('a', { expertise: { status: 'weak' } })],
      [gold('b', { expertise: { status: 'negated' } }), predicted('b', { expertise: { status: 'absent' } })],
      [gold('c', { expertise: { status: 'addressed' } }), predicted('c', { expertise: { status: 'weak' } })],
    )
    expect(expertise(result)?.notAddressed).toMatchObject({ expected: 2, actual: 3, both: 2, f1: 0.8 })
    expect(expertise(result)?.addressed).toMatchObject({ expected: 1, actual: 0, f1: 0 })
  })

  it('averages over the requirements that had documents', () => {
    const result = scored([
      gold('a', { expertise: { status: 'absent' }, integrated: { status: 'absent' } }),
      predicted('a', { integrated: { status: 'addressed' } }),
    ])
    expect(result.coverage.notAddressedMacroF1).toBe(0.5)
  })
})

describe('negated', () => {
  it('is not measured on the committee, and a weak label makes a predicted negation wrong', () => {
    const result = scored([
      gold('a', {
        'board-committee': { status: 'negated' },
        expertise: { status: 'negated' },
        integrated: { status: 'weak' },
        processes: { status: 'disputed' },
      }),
      predicted('a', {
        expertise: { status: 'negated' },
        integrated: { status: 'negated' },
        processes: { status: 'negated' },
      }),
    ])
    expect(result.negated).toMatchObject({ expected: 1, actual: 2, both: 1, precision: 0.5, recall: 1 })
  })
})

describe('material effect', () => {
  it('takes a pointer and silence as one', () => {
    const effect = (status: string) => ({ 'material-effect': { status } })
    const result = scored(
      [gold('a', effect('absent')), predicted('a', effect('cross-reference'))],
      [gold('b', effect('not-affected')), predicted('b', effect('absent'))],
      [gold('c', effect('affected')), predicted('c', effect('affected'))],
    )
    expect(result.effect).toMatchObject({ documents: 3, right: 2 })
  })
})

describe('flags', () => {
  it.each([
    ['integrated', true, 'addressed', null],
    ['integrated', true, 'negated', 'flag/contradicted'],
    ['integrated', true, 'absent', 'flag/unsupported'],
    ['integrated', false, 'addressed', 'flag/contradicted'],
    ['integrated', false, 'negated', null],
    ['integrated', false, 'absent', null],
    ['material-effect', true, 'affected', null],
    ['material-effect', true, 'not-affected', 'flag/contradicted'],
    ['material-effect', true, 'cross-reference', 'flag/unsupported'],
    ['material-effect', true, 'absent', 'flag/unsupported'],
    ['material-effect', false, 'affected', 'flag/contradicted'],
    ['material-effect', false, 'not-affected', null],
  ])('%s = %s with text labelled %s deserves %s', (requirement, value, label, rule) => {
    expect(flagVerdict(requirement, value, label)).toBe(rule)
  })

  it('judges no flag whose requirement is labelled weak or disputed', () => {
    const result = scored([
      gold('a', { integrated: { status: 'weak' } }, { processesIntegrated: true, thirdPartyEngaged: true }),
      predicted('a', {}, [['flag/unsupported', 'integrated']]),
    ])
    expect(result.flags).toMatchObject({ judged: 0, precision: null })
  })

  it('wants the right rule, and also says how often either rule was right', () => {
    const result = scored([
      gold('a', { integrated: { status: 'negated' } }, { processesIntegrated: true }),
      predicted('a', {}, [
        ['flag/without-block', 'integrated'],
        ['flag/unsupported', 'integrated'],
      ]),
    ])
    expect(result.flags).toMatchObject({
      expected: 1,
      actual: 1,
      right: 0,
      eitherRule: { precision: 1, recall: 1 },
    })
  })
})

describe('pointing', () => {
  it('knows a sentence by its letters, also with a heading in front', () => {
    expect(
      sameSentence('Our CISO has 20 years experience.', "Governance  Our CISO has 20 years' experience."),
    ).toBe(true)
    expect(sameSentence('Our CISO', 'Our CISO reports to the board.')).toBe(false)
  })

  it('counts where both say addressed, on the first six sentences', () => {
    const label = {
      expertise: { status: 'addressed', evidence: ['Our CISO has long experience in security.'] },
    }
    const late = Array.from({ length: 6 }, (_, index) => `A sentence of no use, number ${index}.`)
    const result = scored(
      [gold('a', label), predicted('a', label)],
      [
        gold('b', label),
        predicted('b', {
          expertise: {
            status: 'addressed',
            evidence: [...late, 'Our CISO has long experience in security.'],
          },
        }),
      ],
      [gold('c', label), predicted('c', {})],
    )
    expect(result.pointing).toMatchObject({ rows: 2, right: 1 })
  })
})

describe('quiet', () => {
  it('counts errors a document', () => {
    const documents = [predicted('a', {}, [['missing/processes', 'processes']]), predicted('b', {})]
    expect(scoreQuiet(documents as never)).toMatchObject({ errors: 1, perDocument: 0.5 })
  })
})

describe('folds and samples', () => {
  it('put each document into one fold', () => {
    const ids = Array.from({ length: 50 }, (_, index) => ({ id: `000-${index}` }))
    const folds = [1, 2, 3].map(part => ids.filter(foldFilter(`${part}/3`)))
    expect(folds.flat()).toHaveLength(50)
    expect(new Set(folds.flat())).toHaveLength(50)
  })

  it('draw the same samples from the same seed', () => {
    const [first, second] = [random(7), random(7)]
    expect([first(), first()]).toEqual([second(), second()])
  })
})
