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
  const absent = ['lorem ipsum', 'insurance', 'unhackable', '16K', 'Choose an', 'registrant']
  expect(absent.filter(mayHold)).toEqual([])
})

test('of strings of one or two characters those are ruled out that have one which no text has', () => {
  const mayHold = gramsOf(['The board', 'of trustees'])
  expect(['', 'T', 'bo', 'fo'].filter(mayHold)).toEqual(['', 'T', 'bo', 'fo'])
  expect(['[', 'XX', '%', 'B', '«'].filter(mayHold)).toEqual([])
})
