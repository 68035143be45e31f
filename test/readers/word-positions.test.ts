import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WordSpan } from '../../src/model/span.js'
import { folded } from './reading.js'
import { del, heading, ins, item, p, r, table, word } from './word-document.js'

/** A run of a paragraph: kept, inserted, deleted or hidden. */
interface RunOf {
  readonly text: string
  readonly fate: 'kept' | 'inserted' | 'deleted' | 'hidden'
}

const WORDS = fc.constantFrom(
  'We',
  ' ',
  '  ',
  'assess',
  'risks',
  ', ',
  '“quoted”',
  '\u00a0',
  'co-operate',
  'é',
  '😀',
  '&',
  '<b>',
  '\u200b',
  'threats. ',
  '[●]',
)
const TEXT = fc.array(WORDS, { minLength: 1, maxLength: 6 }).map(words => words.join(''))
const RUN: fc.Arbitrary<RunOf> = fc.record({
  text: TEXT,
  fate: fc.constantFrom('kept', 'kept', 'inserted', 'deleted', 'hidden'),
})
const PARAGRAPH = fc.array(RUN, { maxLength: 6 })
const BODY = fc.array(fc.record({ runs: PARAGRAPH, as: fc.constantFrom('paragraph', 'item', 'cell') }), {
  minLength: 1,
  maxLength: 8,
})

const runXml = ({ text, fate }: RunOf): string => {
  if (fate === 'inserted') return ins(r(text))
  if (fate === 'deleted') return del(text)
  return r(text, fate === 'hidden' ? '<w:vanish/>' : '')
}
const isSeen = ({ fate }: RunOf): boolean => fate === 'kept' || fate === 'inserted'

const paragraphXml = (runs: readonly RunOf[], as: string): string => {
  const content = runs.map(runXml).join('')
  if (as === 'item') return item('').replace('</w:pPr>', `</w:pPr>${content}`)
  const paragraph = `<w:p>${content}</w:p>`
  return as === 'cell' ? table([paragraph, p('x')]) : paragraph
}

describe('for any paragraphs, runs and changes', () => {
  it('the text is what accepting all changes gives', async () => {
    await fc.assert(
      fc.asyncProperty(BODY, async body => {
        const document = await word(
          heading(1, 'Item 1C. Cybersecurity') +
            body.map(({ runs, as }) => paragraphXml(runs, as)).join('') +
            p('End of it.'),
        )
        const expected = [
          'Item 1C. Cybersecurity',
          ...body.map(
            ({ runs, as }) =>
              runs
                .filter(isSeen)
                .map(({ text }) => text)
                .join('') + (as === 'cell' ? 'x' : ''),
          ),
          'End of it.',
        ]
        expect(folded(document.prose[0]?.text ?? '')).toBe(folded(expected.join('')))
      }),
      { numRuns: 150 },
    )
  }, 30_000)

  it('each unit is shown in the source as it is quoted, in its paragraph and run', async () => {
    await fc.assert(
      fc.asyncProperty(BODY, fc.nat(), fc.nat(), async (body, x, y) => {
        const document = await word(
          heading(1, 'Item 1C. Cybersecurity') +
            body.map(({ runs, as }) => paragraphXml(runs, as)).join('') +
            p('End of it.'),
        )
        /** Texts of the runs that are seen, by paragraph and run. */
        const texts = new Map<string, string>([['1 1', 'Item 1C. Cybersecurity']])
        let number = 1
        for (const { runs, as } of body) {
          number++
          runs.forEach((run, index) => {
            if (isSeen(run)) texts.set(`${number} ${index + 1}`, run.text)
          })
          if (as === 'cell') texts.set(`${++number} 1`, 'x')
        }
        texts.set(`${number + 1} 1`, 'End of it.')
        for (const prose of document.prose)
          for (const { start, end } of prose.units) {
            const from = start + (x % (end - start))
            const to = from + 1 + (y % (end - from))
            const [a, b] = prose.toSource(from, to)
            expect(folded(prose.source.text.slice(a, b))).toBe(folded(prose.text.slice(from, to)))
            const span = prose.source.span(a, b) as WordSpan
            const run = texts.get(`${span.paragraph} ${span.run}`) ?? ''
            expect(span.length).toBe(b - a)
            expect(run.slice(span.offset)).toBe(prose.source.text.slice(a, a + run.length - span.offset))
          }
      }),
      { numRuns: 150 },
    )
  }, 30_000)

  it('the marks hold the words that were inserted and deleted, and where they stand', async () => {
    await fc.assert(
      fc.asyncProperty(BODY, async body => {
        const document = await word(
          heading(1, 'Item 1C. Cybersecurity') +
            body.map(({ runs, as }) => paragraphXml(runs, as)).join('') +
            p('End of it.'),
        )
        const marks = document.reviewMarks ?? []
        const all = (fate: RunOf['fate']): string =>
          folded(
            body
              .flatMap(({ runs }) => runs)
              .filter(run => run.fate === fate)
              .map(({ text }) => text)
              .join(''),
          )
        const told = (kind: string): string =>
          folded(
            marks
              .filter(mark => mark.kind === kind)
              .map(({ words }) => words)
              .join(''),
          )
        expect(told('insertion')).toBe(all('inserted'))
        expect(told('deletion')).toBe(all('deleted'))
        for (const { kind, words, inProse } of marks) {
          const said = inProse?.prose.text.slice(inProse.start, inProse.end) ?? ''
          expect(folded(said)).toBe(kind === 'insertion' ? folded(words) : '')
        }
      }),
      { numRuns: 150 },
    )
  }, 30_000)
})
