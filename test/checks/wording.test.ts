import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wording } from '../../src/checks/wording.js'
import { readDisclosure } from '../../src/evidence/read.js'
import { readInput } from '../../src/readers/read.js'

const outcomesIn = async (phrases: readonly string[], text: string, asFacts = false) => {
  const file = asFacts
    ? { path: 'facts.json', text: JSON.stringify({ form: '10-K', blocks: { processes: text } }) }
    : { path: 'draft.md', text: `# Item 1C. Cybersecurity\n\n${text}\n` }
  const { documents } = await readInput(file, { form: '10-K' })
  return documents.flatMap(disclosure => [
    ...wording.run({
      disclosure,
      reading: readDisclosure(disclosure),
      asOf: '2026-11-23',
      parameters: { phrases },
    }),
  ])
}
const foundIn = async (phrases: readonly string[], text: string) =>
  (await outcomesIn(phrases, text)).flatMap(result => ('data' in result ? [result.data['words']] : []))
const defects = (...phrases: readonly string[]) => wording.defects?.({ phrases }) ?? []

describe('words that are looked for', () => {
  test('are found across line ends, in other forms and with words between', async () => {
    const text = 'Our program guarantees safety. We are\nfully and always secure, as the Best in class are.'
    expect(await foundIn(['guarantee*', 'fully .. secure', '(best|first) in class'], text)).toEqual([
      'guarantees',
      'fully and always secure',
      'Best in class',
    ])
  })

  test('are told once where two phrases meet', async () => {
    expect(await foundIn(['fully secure', 'secure'], 'We are fully secure.')).toEqual(['fully secure'])
  })

  test('that nobody has named are neither found nor missing', async () => {
    expect(await outcomesIn([], 'We assess risks.')).toEqual([])
  })

  test('are missing where the whole item lacks them, and unknown where only tags were seen', async () => {
    expect(await outcomesIn(['risk factors'], 'We assess risks.')).toMatchObject([
      { outcome: 'missing', words: null, data: { phrases: '“risk factors”' } },
    ])
    expect(await outcomesIn(['risk factors'], 'We assess risks.', true)).toMatchObject([
      { outcome: 'missing', unchecked: expect.stringContaining('Only tagged text was seen') },
    ])
  })
})

describe('phrases', () => {
  test('that cannot be read are refused with the place', () => {
    expect(defects('fully secure', '(best|first')).toEqual([
      expect.stringMatching(/^phrases: "\)" is missing at character \d+ of "\(best\|first"$/),
    ])
    expect(defects('<board> oversees')[0]).toContain('names a class of words, which only rules that ship can')
  })

  test('that would take long are refused', () => {
    expect(defects('(a|b|c) '.repeat(20))[0]).toContain('can be read in more than 500 ways')
    expect(defects('[a .. b] '.repeat(20))[0]).toContain('can be read in more than 500 ways')
    expect(defects(`((a|b) (c|d) ${'(e|f|g) '.repeat(12)})`)[0]).toContain(
      'can be read in more than 500 ways',
    )
    expect(defects('a'.repeat(301))[0]).toContain('longer than 300 characters')
    expect(defects(...new Array(301).fill('word'))[0]).toContain('301 are too many')
  })

  test('made of any marks end in defects or in a search, and soon', async () => {
    const piece = fc.constantFrom(
      'a',
      'b*',
      '"c"',
      '(',
      ')',
      '[',
      ']',
      '|',
      '..',
      '..3',
      '!',
      '#',
      '<d>',
      ' ',
      ',',
      '-',
    )
    const text = 'a b c a b c 1 a-b c; a b c. '.repeat(200)
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async pieces => {
        const phrase = pieces.join('')
        const started = performance.now()
        if (defects(phrase).length === 0) await outcomesIn([phrase], text)
        expect(performance.now() - started).toBeLessThan(3000)
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  test('that a configuration gives and nobody can read are told as not checked', async () => {
    expect(await outcomesIn(['('], 'We assess risks.')).toMatchObject([
      { outcome: 'found', unchecked: expect.stringContaining('is missing') },
      { outcome: 'missing', unchecked: expect.stringContaining('is missing') },
    ])
  })
})
