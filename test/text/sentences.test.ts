import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textSource } from '../../src/model/span.js'
import { plainProse, proseBuilder } from '../../src/text/prose-builder.js'
import { sentencesOf } from '../../src/text/sentences.js'

const split = (text: string): readonly string[] =>
  sentencesOf(plainProse(textSource(text))).map(each => each.text)

describe('a sentence ends', () => {
  test.each([
    ['We assess risks. We manage them.', ['We assess risks.', 'We manage them.']],
    ['Is the plan tested? It is, twice a year.', ['Is the plan tested?', 'It is, twice a year.']],
    [
      'He said “We rehearse the plan.” The Board agreed.',
      ['He said “We rehearse the plan.”', 'The Board agreed.'],
    ],
    ['One paragraph\n\nAnother paragraph', ['One paragraph', 'Another paragraph']],
    ['We watch for threats.Our Board is told.', ['We watch for threats.', 'Our Board is told.']],
    [
      'Our program includes: • scans of systems • training of staff',
      ['Our program includes:', 'scans of systems', 'training of staff'],
    ],
  ])('in %j', (text, sentences) => {
    expect(split(text)).toEqual(sentences)
  })
})

describe('a sentence does not end', () => {
  test.each([
    'Larkfield Inc. engages auditors.',
    'Mr. J. Osei leads the team of Larkfield Co. Ltd. in Leeds.',
    'See Item 1A. Risk Factors for more.',
    'We follow U.S. standards, e.g. those of NIST.',
    'The CISO holds a Ph.D. in computer science and an M.S. in engineering.',
    'Version 2.1 of the plan costs $3.5 million.',
    'No. 4 of the policy applies.',
  ])('in %j', text => {
    expect(split(text)).toEqual([text])
  })
})

test('a list item knows the sentence that leads it in', () => {
  const text = 'We engage third parties to: test our controls; advise us.'
  const source = textSource(text)
  const builder = proseBuilder(source)
  builder.open('paragraph')
  builder.copy(0, text.indexOf('test'))
  for (const item of ['test our controls;', 'advise us.']) {
    builder.open('list-item', { leadIn: 0 })
    builder.copy(text.indexOf(item), text.indexOf(item) + item.length)
  }
  const sentences = sentencesOf(builder.finish())
  expect(sentences.map(({ text: each, leadIn }) => [each, leadIn])).toEqual([
    ['We engage third parties to:', -1],
    ['test our controls;', 0],
    ['advise us.', 0],
  ])
})

test('every sentence stands in its prose at its offsets, in order, and no letter is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
      const prose = plainProse(textSource(text))
      const sentences = sentencesOf(prose)
      let end = 0
      for (const sentence of sentences) {
        expect(prose.text.slice(sentence.start, sentence.end)).toBe(sentence.text)
        expect(sentence.start).toBeGreaterThanOrEqual(end)
        end = sentence.end
      }
      const letters = (value: string): string => value.replace(/[^\p{L}\p{N}]/gu, '')
      expect(letters(sentences.map(({ text: each }) => each).join(''))).toBe(letters(prose.text))
    }),
  )
})

test('what goes on without a stop is cut at a space', () => {
  const text = 'risk '.repeat(9_000).trim()
  const sentences = sentencesOf(plainProse(textSource(text)))
  expect(sentences.length).toBe(3)
  expect(sentences.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text)
  expect(
    sentencesOf(plainProse(textSource('x'.repeat(45_000)))).map(({ text: { length } }) => length),
  ).toEqual([20_000, 20_000, 5_000])
})
