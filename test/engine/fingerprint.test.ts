import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprinter, hash64 } from '../../src/engine/fingerprint.js'

test('the hash does not change from version to version', () => {
  expect([hash64(''), hash64('missing/expertise'), hash64('Ünïcode')]).toMatchInlineSnapshot(`
    [
      "488bdcb81aee8d83",
      "632b4a2ab4ef1565",
      "29c58e895f62182a",
    ]
  `)
})

test('punctuation, case and spaces are no part of a fingerprint', () => {
  const [one, other] = [fingerprinter(), fingerprinter()]
  expect(one('a/b', 'x', 'The Company’s board.')).toBe(other('a/b', 'x', 'THE  COMPANYS\nboard'))
})

test('equal findings of one document have fingerprints of their own', () => {
  const print = fingerprinter()
  expect(print('a/b', 'x', 'same')).not.toBe(print('a/b', 'x', 'same'))
})

test('different texts have different hashes', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => a === b || hash64(a) !== hash64(b)))
})
