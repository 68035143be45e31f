import { describe, expect, test } from 'vitest'
import { PhraseError, parsePhrase, type Term } from '../../src/evidence/compile/phrase.js'
import { compileProgram } from '../../src/evidence/compile/program.js'
import { createMatcher } from '../../src/evidence/match.js'
import { loadProgram } from '../../src/evidence/program.js'

const shown = (term: Term): string => {
  switch (term.kind) {
    case 'class':
      return `<${term.name}>`
    case 'number':
      return '#'
    case 'fixed':
      return `(${term.phrases.map(phrase => phrase.map(shown).join(' ')).join('|')})`
    case 'prefix':
      return `${term.word}*`
    default:
      return term.word
  }
}
const readings = (phrase: string): readonly string[] =>
  parsePhrase(phrase).map(flat =>
    flat
      .map(
        ({ gap, focus, optional, term }) =>
          `${gap ? `..${gap} ` : ''}${focus ? '!' : ''}${shown(term)}${optional ? '?' : ''}`,
      )
      .join(' '),
  )

describe('the notation of phrases', () => {
  test.each([
    ['board of directors', ['board of directors']],
    ['third-party audits', ['third party audits']],
    ['(a|b) c', ['a c', 'b c']],
    ['the [full] board', ['the full board', 'the board']],
    ['<board> .. !<oversees>', ['<board> ..8 !<oversees>']],
    ['<board> ..3 (review|assess) risks', ['<board> ..3 (review|assess) risks']],
    ['<a> ..2 [b] <c>', ['<a> ..2 (b)? <c>']],
    ['<a> [<b>] <c>', ['<a> <b>? <c>']],
    ['[<a>] <b> [c]', ['<a> <b> (c)', '<a> <b>', '<b> (c)', '<b>']],
    ['<a> ..2 [b <d>] <c>', ['<a> ..2 b <d> <c>', '<a> ..2 <c>']],
    ['<a> ![<b>] <c>', ['<a> !<b> <c>', '<a> <c>']],
    ['overse* # "may"', ['overse* # may']],
  ])('%s', (phrase, expected) => {
    expect(readings(phrase)).toEqual(expected)
  })

  test.each([
    ['(a|b', '")" is missing at character'],
    ['a) b', 'stray ")" at character 2'],
    ['', 'nothing to find'],
    ['directors, officers', 'a comma parts words and is none: write "..1" at character 1'],
  ])('%j is refused', (phrase, message) => {
    expect(() => parsePhrase(phrase)).toThrow(PhraseError)
    expect(() => parsePhrase(phrase)).toThrow(message)
  })
})

/** What a phrase finds in a text. */
const found = (
  phrase: string,
  text: string,
  classes: Readonly<Record<string, { words: string[]; not?: string[] }>> = {},
): readonly string[] => {
  const program = loadProgram(
    compileProgram(
      [{ file: 'test.yaml', about: 'test', classes }],
      [{ name: 'it', phrases: [phrase], from: 'test' }],
    ),
  )
  const scan = createMatcher(program).scan(text, '')
  return scan
    .spans(program.classNamed('it'))
    .map(({ start, end }) => text.slice(scan.startOf(start), scan.endOf(end - 1)))
}

describe('a phrase is found', () => {
  const bodies = { board: { words: ['board', 'committee'], not: ['advisory board', 'steering committee'] } }
  test.each([
    ['a word in the plural', 'report', 'Two reports.', ['reports']],
    ['a prefix', 'overse*', 'They oversee it, overseen.', ['oversee', 'overseen']],
    [
      'words with up to so many between',
      '<board> ..2 reviews',
      'The board also often reviews it.',
      ['board also often reviews'],
    ],
    ['not with more between', '<board> ..2 reviews', 'The board, as it is now, reviews it.', []],
    ['not across a semicolon', '<board> .. reviews', 'The board met; management reviews it.', []],
    ['a fixed phrase, not across a comma', 'incident management', 'After an incident, management met.', []],
    ['not inside what means something else', '<board>', 'The advisory board and the board met.', ['board']],
    ['an exact word, not its plural', '"it"', 'Its use of it.', ['it']],
    ['a number', '# years', '20 years', ['20 years']],
  ])('%s', (_, phrase, text, expected) => {
    expect(found(phrase, text, bodies)).toEqual(expected)
  })
})

describe('a lexicon is refused', () => {
  test('that names a class which is not there', () => {
    expect(() => found('<council> meets', 'x')).toThrow('the lexicon has no class <council>')
  })
  test('whose classes refer to each other in a circle', () => {
    expect(() => found('a', 'x', { one: { words: ['<two> b'] }, two: { words: ['<one> c'] } })).toThrow(
      /in a circle: <one> -> <two> -> <one>/,
    )
  })
})

test('a text made to be ambiguous costs bounded time', () => {
  const text = 'board '.repeat(20_000)
  const started = performance.now()
  found('<b> ..90 <b> ..90 <b> ..90 <b> ..90 <b> ..90 <b> ..90 never', text, { b: { words: ['board'] } })
  expect(performance.now() - started).toBeLessThan(10_000)
})
