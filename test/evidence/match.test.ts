import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileProgram } from '../../src/evidence/compile/program.js'
import { createMatcher, type Renaming } from '../../src/evidence/match.js'
import { loadProgram } from '../../src/evidence/program.js'
import { evidence } from '../../src/generated/evidence.js'
import { requirements } from '../../src/generated/requirements.js'
import { COMMA, SEMICOLON } from '../../src/text/marks.js'
import { createSlowMatcher } from './slow-matcher.js'

/** A matcher of one phrase, and what the phrase finds in a text. */
const finder = (phrase: string): ((text: string, renamed?: readonly Renaming[]) => readonly string[]) => {
  const program = loadProgram(compileProgram([], [{ name: 'it', phrases: [phrase], from: 'test' }]))
  const matcher = createMatcher(program)
  return (text, renamed) => {
    const scan = matcher.scan(text, '', [], renamed)
    return scan
      .spans(program.classNamed('it'))
      .map(({ start, end }) => text.slice(scan.startOf(start), scan.endOf(end - 1)))
  }
}

describe('words are the same', () => {
  test.each([
    ['whatever their case', 'board', 'The BOARD, the Board', ['BOARD', 'Board']],
    [
      'with and without apostrophes',
      'companys',
      "Company’s Company's Companys",
      ['Company’s', "Company's", 'Companys'],
    ],
    ['with a hyphen or a space', 'third party', 'third-party third party', ['third-party', 'third party']],
    ['in British and American spelling', 'program', 'a programme, a program', ['programme', 'program']],
    [
      'as a sign or a word',
      'audit and risk',
      'Audit & Risk, Audit and Risk, Audit &amp; Risk',
      ['Audit & Risk', 'Audit and Risk', 'Audit &amp; Risk'],
    ],
    ['with letters beyond ASCII', 'café', 'CAFÉ café', ['CAFÉ', 'café']],
    [
      'in their first 64 letters',
      `${'a'.repeat(64)}*`,
      `b${'a'.repeat(70)} ${'a'.repeat(70)}`,
      ['a'.repeat(70)],
    ],
  ])('%s', (_, phrase, text, found) => {
    expect(finder(phrase)(text)).toEqual(found)
  })
})

test('marks before a word are kept', () => {
  const program = loadProgram(compileProgram([], [{ name: 'it', phrases: ['it'], from: 'test' }]))
  const scan = createMatcher(program).scan('assessors, consultants; auditors', '')
  expect([0, 1, 2].map(scan.marksBefore)).toEqual([0, COMMA, SEMICOLON])
})

test('a name is read as one other word', () => {
  const find = finder('(committee|digital trust)')
  const text = 'The Digital Trust Council met, and so did the Digital Trust Fund.'
  expect(find(text, [{ text: 'Digital Trust Council', word: 'committee' }])).toEqual([
    'Digital Trust Council',
    'Digital Trust',
  ])
})

test('more words than are kept, and more than fit the table, change nothing', () => {
  const find = finder('(board|zebra)')
  const words = (from: number): string =>
    Array.from({ length: 70_000 }, (_, i) => `w${(from + i).toString(36)}`).join(' ')
  for (let i = 0; i < 5; i++)
    expect(find(`Zebra ${words(70_000 * i)} BOARD ${words(70_000 * i)} board`)).toEqual([
      'Zebra',
      'BOARD',
      'board',
    ])
})

test('a long text made to be ambiguous takes bounded time', () => {
  const find = finder('a ..8 a ..8 a ..8 a ..8 a ..8 a ..8 a ..8 a ..8 b')
  const started = performance.now()
  expect(find('a '.repeat(10_000))).toEqual([])
  expect(performance.now() - started).toBeLessThan(10_000)
})

describe('the matcher finds what a slow one finds', () => {
  const program = loadProgram(evidence.program)
  const matcher = createMatcher(program)
  const slow = createSlowMatcher(evidence.program)
  const expectSame = (text: string): void => {
    const expected = slow(text)
    const scan = matcher.scan(text, '')
    const found = new Map(
      Array.from({ length: program.classCount }, (_, id) => [id, scan.spans(id)] as const).filter(
        ([, places]) => places.length > 0,
      ),
    )
    expect(found, text).toEqual(new Map([...expected].sort(([a], [b]) => a - b)))
  }
  const sentences = requirements.flatMap(({ evidence: sections, silent }) => [
    ...Object.values(sections).flatMap(section => section?.examples ?? []),
    ...silent,
  ])

  test('in the examples of the requirements', () => {
    for (const sentence of sentences) expectSame(sentence)
  })

  test('in sentences put together from their words, whatever stands between these', () => {
    const words = [...new Set(sentences.flatMap(sentence => sentence.split(' ')))]
    const between = fc.constantFrom(' ', ', ', '; ', ' – ', '-', '’', ' & ', '\u00a0', '. ')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...words), between), { maxLength: 40 }), parts => {
        expectSame(parts.flat().join(''))
      }),
      { numRuns: 300 },
    )
  })

  test('in any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectSame))
  })
})
