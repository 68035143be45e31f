import { describe, expect, test } from 'vitest'
import { foldSpelling } from '../../src/text/spelling.js'
import { Vocabulary } from '../../src/text/vocabulary.js'
import { COMMA, cutWords, newWords, SEMICOLON } from '../../src/text/words.js'

const cut = (text: string): { readonly words: readonly string[]; readonly before: readonly number[] } => {
  const vocabulary = new Vocabulary()
  const words = newWords(2)
  cutWords(text, words, vocabulary)
  return {
    words: [...words.ids.slice(0, words.count)].map(id => vocabulary.folded(id)),
    before: [...words.before.slice(0, words.count)],
  }
}

describe('words are the same', () => {
  test.each([
    ['whatever their case', 'The BOARD', ['the', 'board']],
    ['with and without apostrophes', "Company’s Company's Companys", ['companys', 'companys', 'companys']],
    ['with a hyphen or a space', 'third-party third party', ['third', 'party', 'third', 'party']],
    [
      'in British and American spelling',
      'programme program prioritise prioritize',
      ['program', 'program', 'prioritize', 'prioritize'],
    ],
    [
      'as a sign or a word',
      'Audit & Risk, Audit and Risk, Audit &amp; Risk',
      ['audit', 'and', 'risk', 'audit', 'and', 'risk', 'audit', 'and', 'risk'],
    ],
    ['with letters beyond ASCII', 'CAFÉ café', ['café', 'café']],
  ])('%s', (_, text, words) => {
    expect(cut(text).words).toEqual(words)
  })
})

test('the spelling of a true -ise is left alone', () => {
  for (const word of [
    'supervises',
    'enterprise',
    'expertise',
    'exercise',
    'compromised',
    'otherwise',
    'promise',
  ])
    expect(foldSpelling(word)).toBe(word)
})

test('marks before a word are kept', () => {
  expect(cut('assessors, consultants; auditors').before).toEqual([0, COMMA, SEMICOLON])
})

test('a vocabulary that has grown too large starts anew and tells who keeps its numbers', () => {
  const vocabulary = new Vocabulary()
  let resets = 0
  vocabulary.onReset(() => {
    resets++
  })
  const text = Array.from({ length: 200_100 }, (_, i) => `w${i.toString(36)}`).join(' ')
  cutWords(text, newWords(), vocabulary)
  vocabulary.trim()
  expect(resets).toBe(1)
  expect(vocabulary.folded(vocabulary.numberAt('Board', 0))).toBe('board')
})
