import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redline } from '../../src/text/redline.js'
import { lettersAndDigits } from '../../src/text/similarity.js'

const shown = (old: string, fresh: string): string =>
  redline(old, fresh)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'removed' ? '-' : '+'}[${text.trim()}] `))
    .join('')
    .trim()

describe('a redline', () => {
  it('shows what went before what came', () => {
    expect(shown('He reports to the board annually.', 'He reports to the board each quarter.')).toBe(
      'He reports to the board -[annually] +[each quarter] .',
    )
  })

  it('takes a short word between two changes with them', () => {
    expect(shown('We review the logs and alerts daily.', 'We inspect the records and alerts daily.')).toBe(
      'We -[review the logs] +[inspect the records] and alerts daily.',
    )
  })

  it('passes over apostrophes and quotation marks, which facts drop', () => {
    expect(shown("The Company's “Audit” Committee", 'The Companys "Audit" Committee')).toBe(
      'The Companys "Audit" Committee',
    )
  })

  it('gives up on the middle of texts that have little in common, not on their ends', () => {
    const words = (from: number): string =>
      Array.from({ length: 900 }, (_, index) => `word${from + index}`).join(' ')
    const parts = redline(`We ${words(0)} here.`, `We ${words(5000)} here.`)
    expect(parts.map(({ kind }) => kind)).toEqual(['same', 'removed', 'added', 'same'])
  })

  it('holds the new text from end to end, and the words of the old one', () => {
    const word = fc.constantFrom('the', 'board', 'a', 'risk', 'We', 'review', ',', '.', '(', '  ', '’', 'x1')
    const text = fc.array(word, { maxLength: 30 }).map(words => words.join(' '))
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 20 }), (old, fresh, edits) => {
        const parts = redline(old, fresh, edits)
        const of = (kind: string): string =>
          parts.map(part => (part.kind === 'same' || part.kind === kind ? part.text : '')).join('')
        if (/\S/.test(fresh)) expect(of('added')).toBe(fresh)
        expect(lettersAndDigits(of('removed'))).toBe(lettersAndDigits(old))
      }),
    )
  })
})
