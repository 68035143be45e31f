import { describe, expect, test } from 'vitest'
import { positionsTogether } from '../../src/checks/position-title.js'

describe('positions that a sentence names side by side', () => {
  test.each([
    [
      'Our Chief Financial Officer and our Director of IT are responsible.',
      ['Chief Financial Officer', 'Director of IT'],
    ],
    [
      'Our Chief Information Security Officer (“CISO”) and the General Counsel are responsible.',
      ['Chief Information Security Officer', 'General Counsel'],
    ],
    ['Our CIO, CISO, and Chief Risk Officer manage these risks.', ['CIO', 'CISO', 'Chief Risk Officer']],
    ['Our CISO, who reports to the Chief Executive Officer, is responsible.', ['CISO']],
    ['The IT team is responsible.', []],
  ])('%s', (text, titles) => {
    expect(positionsTogether(text)).toEqual(titles)
  })
})
