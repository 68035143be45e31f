import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passedOver } from '../../src/readers/package/repeats.js'
import { INLINE, submission } from './submissions.js'

/** What is passed over of a folder; files without a content of their own are empty. */
const over = (names: readonly string[], contents: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(passedOver(names, name => contents[name] ?? ''))

describe('files of a folder that repeat each other', () => {
  it('are passed over by name, with what they repeat', () => {
    expect(
      over(
        [
          'Pinyon-20251231.htm',
          'pinyon-20251231_htm.xml',
          'pinyon-20251231.xsd',
          'pinyon-20251231_cal.xml',
          'FilingSummary.xml',
          'R1.htm',
          'R12.htm',
          'd12dex311.htm',
          'exhibit99-1.htm',
          'annex1.htm',
        ],
        { 'Pinyon-20251231.htm': INLINE },
      ),
    ).toEqual({
      'pinyon-20251231_htm.xml': 'it repeats Pinyon-20251231.htm',
      'pinyon-20251231.xsd': 'it is the schema of a taxonomy',
      'pinyon-20251231_cal.xml': 'it is a linkbase of a taxonomy',
      'FilingSummary.xml': 'EDGAR made it for its viewer',
      'R1.htm': 'it repeats Pinyon-20251231.htm',
      'R12.htm': 'it repeats Pinyon-20251231.htm',
      'd12dex311.htm': 'it is an exhibit to Pinyon-20251231.htm',
    })
  })

  it('are read where what they would repeat is not there, or has no tags', () => {
    expect(over(['R2.htm', 'R4.htm', 'ex311.htm'])).toEqual({})
    expect(over(['R4.htm', 'draft.htm'], { 'draft.htm': '<html>' })).toEqual({})
    expect(over(['a_htm.xml', 'R4.htm'])).toEqual({ 'R4.htm': 'it repeats a_htm.xml' })
    expect(over(['a.xml', 'R4.htm'], { 'a.xml': '<?xml version="1.0"?><xbrl xmlns="x">' })).toEqual({
      'R4.htm': 'it repeats a.xml',
    })
  })

  it('are a submission and its form', () => {
    const whole = submission([{ type: '10-K', name: 'pinyon10k.htm', text: '<html></html>' }])
    const contents = { 's.txt': whole }
    expect(over(['pinyon10k.htm', 's.txt'], contents)).toEqual({ 's.txt': 'it repeats pinyon10k.htm' })
    expect(over(['other.htm', 's.txt'], contents)).toEqual({})
    expect(over(['s.txt'], contents)).toEqual({})
  })

  it('are looked into only where names cannot tell', () => {
    const looked: string[] = []
    passedOver(['a.htm', 'a_htm.xml', 'b.md', 'c.json'], name => {
      looked.push(name)
      return ''
    })
    expect(looked).toEqual([])
  })

  it('never all of them, and none for a reason that is passed over itself', () => {
    const name = fc.constantFrom<string[]>(
      'a.htm',
      'a_htm.xml',
      'b_htm.xml',
      'R2.htm',
      'R4.htm',
      'ex31.htm',
      's.txt',
      'c.xml',
    )
    const content = fc.constantFrom(
      '',
      INLINE,
      '<xbrl >',
      submission([{ type: '10-K', name: 'a.htm', text: '' }]),
      submission([{ type: '10-K', name: 'R2.htm', text: '' }]),
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1 }),
        fc.array(content, { minLength: 8, maxLength: 8 }),
        (names, contents) => {
          const reasons = passedOver(names, each => contents[names.indexOf(each)] ?? '')
          expect(reasons.size).toBeLessThan(names.length)
          for (const reason of reasons.values()) {
            const by = / (\S+)$/.exec(reason)?.[1] ?? ''
            if (names.includes(by)) expect(reasons.has(by)).toBe(false)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
