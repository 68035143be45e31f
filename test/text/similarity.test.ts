import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shorten } from '../../src/text/shorten.js'
import {
  lettersAndDigits,
  mayResemble,
  resemblance,
  sameLettersAndDigits,
  shinglesOf,
  wordsOf,
} from '../../src/text/similarity.js'
import { wordDifference } from '../../src/text/word-difference.js'

const alike = (a: string, b: string): number => resemblance(shinglesOf(wordsOf(a)), shinglesOf(wordsOf(b)))

describe('resemblance', () => {
  test('is 1 for the same words in other clothes', () => {
    expect(alike('The Company’s board — all of it — meets.', 'the companys BOARD, all of it, meets')).toBe(1)
  })

  test('is 0 for texts with nothing in common, and the same both ways', () => {
    expect(alike('one two three four five', 'six seven eight nine ten')).toBe(0)
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 30 }),
        fc.lorem({ maxCount: 30 }),
        (a, b) => alike(a, b) === alike(b, a),
      ),
    )
  })

  test('is looked for wherever a text resembles itself with one word changed', () => {
    const text =
      'We scan our systems each month, train our employees each year and keep an incident response plan.'
    expect(mayResemble(text, text.replace('month', 'week'))).toBe(true)
    expect(
      mayResemble(
        text,
        'The Audit Committee of our board of directors oversees risks from cybersecurity threats.',
      ),
    ).toBe(false)
  })
})

test('letters and digits are compared as if they were alone', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'A', 'b', '1', ' ', '-', '’', '“', 'é', 'É', '²', 'K'),
  })
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      expect(sameLettersAndDigits(a, b)).toBe(lettersAndDigits(a) === lettersAndDigits(b))
    }),
  )
  expect(sameLettersAndDigits('The Company’s board', 'the companys “board”.')).toBe(true)
})

test('letters and digits are the same whatever the punctuation, also beyond ASCII', () => {
  expect(lettersAndDigits('“Société” Générale, S.A. – 2025')).toBe('sociétégénéralesa2025')
  expect(lettersAndDigits('Item 1A. Risk Factors')).toBe('item1ariskfactors')
})

describe('the difference of two texts', () => {
  test('is told word by word', () => {
    expect(
      wordDifference(
        'Our CISO reports to the board each year.',
        'Our CISO reports to the board each quarter.',
      ),
    ).toBe('“quarter” for “year”')
  })

  test('is none where whole sentences alone are left out', () => {
    expect(wordDifference('We scan. We train. We plan.', 'We scan. We plan.')).toBeNull()
  })

  test('is none where a sentence is another sentence', () => {
    expect(wordDifference('We scan our systems each month.', 'The committee meets twice a year.')).toBeNull()
  })
})

test('a long text is cut at a word, a short one loses its stop', () => {
  expect(shorten('We scan our systems.')).toBe('We scan our systems')
  expect(shorten('We scan our systems each month.', 18)).toBe('We scan our…')
})
