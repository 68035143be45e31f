import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextUnit } from '../../src/model/document-text.js'
import type { Mark } from '../../src/report-view/document-model.js'
import { markedUnits, segmentsOf } from '../../src/report-view/marked-text.js'

const mark = (start: number, end: number, target = `${start}-${end}`): Mark => ({
  target,
  place: { part: 0, start, end },
  tone: 'warning',
  beside: 'warning',
  label: '1',
  says: 'Finding 1',
})

/** Paragraphs, one line feed between them. */
const paragraphs = (texts: readonly string[]) => {
  const units: TextUnit[] = []
  let start = 0
  for (const text of texts) {
    units.push({ kind: 'paragraph', start, end: start + text.length })
    start += text.length + 1
  }
  return { title: null, text: texts.join('\n'), units }
}

describe('marks in a text', () => {
  it('cut a paragraph where they begin and end', () => {
    const [unit] = markedUnits(paragraphs(['We oversee these risks.']), [mark(3, 22), mark(11, 16)])
    expect(unit && segmentsOf(unit).map(({ text, marks }) => [text, marks.length])).toEqual([
      ['We ', 0],
      ['oversee ', 1],
      ['these', 2],
      [' risks', 1],
      ['.', 0],
    ])
  })

  it('reach through several paragraphs and are named beside the first', () => {
    const units = markedUnits(paragraphs(['One.', 'Two.', 'Three.']), [mark(2, 12)])
    expect(units.map(unit => segmentsOf(unit).map(({ text, marks }) => [text, marks.length]))).toEqual([
      [
        ['On', 0],
        ['e.', 1],
      ],
      [['Two.', 1]],
      [
        ['Th', 1],
        ['ree.', 0],
      ],
    ])
    expect(units.map(({ beginning }) => beginning.length)).toEqual([1, 0, 0])
  })

  it('lose no word of the text, wherever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(80), fc.nat(20)), { maxLength: 8 }),
        (texts, places) => {
          const part = paragraphs(texts)
          const marks = places.map(([start, length]) => mark(start, start + length))
          for (const unit of markedUnits(part, marks)) {
            const segments = segmentsOf(unit)
            expect(segments.map(({ text }) => text).join('')).toBe(unit.text)
            for (const { start, text, marks: over } of segments)
              expect(over.map(({ target }) => target)).toEqual(
                marks
                  .filter(({ place }) => place.start <= start && start + text.length <= place.end)
                  .toSorted((a, b) => a.place.start - b.place.start)
                  .map(({ target }) => target),
              )
          }
        },
      ),
    )
  })
})
