import fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { annotateWord } from '../../src/annotate/annotate.js'
import { documentReport } from '../../src/api/document-report.js'
import type { Disclosure } from '../../src/model/disclosure.js'
import type { ReportDocument, ReportFinding } from '../../src/model/report.js'
import { heading, NAMESPACES, p, r, wordDocument, wordFiles } from '../readers/word-document.js'
import { PIECES } from '../readers/word-pieces.js'
import { harborReport } from '../reporters/harbor-report.js'
import { AS_OF } from './annotating.js'

/** A report with findings on stretches that nobody chose. */
const anywhere =
  (offsets: readonly number[]) =>
  (disclosure: Disclosure): ReportDocument => {
    const report = documentReport(disclosure, { asOf: AS_OF })
    const [base] = harborReport.documents[0]?.findings ?? []
    const source = disclosure.prose[0]?.source
    if (!base || !source) return { ...report, findings: [] }
    const findings = offsets.map((offset, index): ReportFinding => {
      const start = offset % Math.max(1, source.text.length)
      const end = Math.min(source.text.length, start + (offset % 9))
      return { ...base, span: index === 0 ? null : source.span(start, end) }
    })
    return { ...report, findings }
  }

describe('whatever a Word document holds', () => {
  it('nothing throws, and the copy is read as the original is', async () => {
    const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join(''))
    const terms = { options: { form: '10-K' }, asOf: AS_OF } as const
    await fc.assert(
      fc.asyncProperty(soup, soup, fc.array(fc.nat(400), { maxLength: 6 }), async (body, note, offsets) => {
        const main = `<w:document ${NAMESPACES}><w:body>${heading(1, 'Item 1C. Cybersecurity')}${body}</w:body></w:document>`
        const document = wordDocument({
          body: '',
          files: { 'word/document.xml': main },
          footnotes: `<w:footnote w:id="2">${note}</w:footnote>`,
          comments: `<w:comment w:id="0" w:author="cydlint">${note}</w:comment>`,
        })
        let text = ''
        const report = (disclosure: Disclosure): ReportDocument => {
          text = disclosure.prose.map(({ source }) => source.text).join('')
          return anywhere(offsets)(disclosure)
        }
        const made = await annotateWord('draft.docx', document, { ...terms, report })
        if ('problem' in made) {
          expect(made.problem).toMatch(/\.$/)
          return
        }
        const before = text
        const again = await annotateWord('draft.docx', made.bytes, { ...terms, report })
        expect(again).not.toHaveProperty('problem')
        expect(text).toBe(before)
      }),
      { numRuns: 300 },
    )
  }, 120_000)
})

describe('a large Word document is annotated in the time it takes', () => {
  const ITEM = heading(1, 'Item 1C. Cybersecurity')

  it.each([
    ['one run with 5,000 blanks', ITEM + p(r('We engage [TBD] here and there. '.repeat(5000)))],
    ['200,000 runs of a paragraph', ITEM + p(r('a ').repeat(200_000)) + p('We engage [TBD].')],
    [
      '5,000 text boxes of a run',
      ITEM + p(`<w:r>${`<w:txbxContent>${p('[TBD] a')}</w:txbxContent>`.repeat(5000)}</w:r>`),
    ],
  ])(
    '%s',
    async (_, body) => {
      const start = performance.now()
      const made = await annotateWord('draft.docx', zipSync(wordFiles({ body }), { level: 0 }), {
        options: { form: '10-K' },
        asOf: AS_OF,
        report: disclosure => documentReport(disclosure, { asOf: AS_OF }),
      })
      expect(made).not.toHaveProperty('problem')
      expect(performance.now() - start).toBeLessThan(40_000)
    },
    80_000,
  )
})
