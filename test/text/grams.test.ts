import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gramsOf } from '../../src/text/grams.js'

test('a string that a text holds is never ruled out', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(fc.array(text), text, text, text, (others, before, sought, after) =>
      gramsOf([...others, `${before}${sought}${after}`])(sought),
    ),
  )
})

test('strings that no text holds are ruled out, but for a rare one', () => {
  const mayHold = gramsOf(['The audit committee oversees risks from cybersecurity threats each quarter.'])
  const absent = ['lorem ipsum', 'insurance', 'unhackable', 'Item 16K', 'Choose an', 'registrant']
  expect(absent.filter(mayHold)).toEqual([])
})

test('a string that is shorter than a gram is not ruled out: to look for it costs no more', () => {
  const mayHold = gramsOf(['The board', 'of trustees'])
  expect(['', 'T', 'bo', '[', 'TBD'].filter(mayHold)).toEqual(['', 'T', 'bo', '[', 'TBD'])
})
