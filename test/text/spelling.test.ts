import { expect, test } from 'vitest'
import { foldSpelling } from '../../src/text/spelling.js'

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
