import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { documentReport } from '../../src/api/document-report.js'
import { openArchive } from '../../src/readers/package/archive.js'
import { readComments } from '../../src/readers/word/comments.js'
import { partsOf } from '../../src/readers/word/parts.js'
import { readStyles } from '../../src/readers/word/styles.js'
import { readWords } from '../../src/readers/word/word.js'
import { AS_OF, annotated, commentsOf } from '../annotate/annotating.js'
import { del, heading, ins, item, p, r, style, table, wordDocument } from '../readers/word-document.js'
import { converted } from './converted.js'

/** A document as LibreOffice has it: its words, changes and the comments of others, each with the words it is on. */
const contentOf = (bytes: Uint8Array) => {
  const { archive, problem } = openArchive(bytes)
  if (!archive) throw new Error(problem)
  const parts = partsOf(archive)
  if (!parts) throw new Error('no Word document')
  const styles = readStyles(archive, parts.styles)
  const { words } = readWords(archive, parts, styles)
  const { source, marks, commented, entries } = words
  const on = (id: string): string => source.text.slice(...(commented.get(id) ?? [0, 0]))
  const comments = readComments(archive, parts, styles).map(({ id, author, text }) => ({
    author,
    text,
    on: on(id),
  }))
  return {
    text: source.text,
    headings: entries.flatMap(entry =>
      entry.type === 'paragraph' && entry.paragraph.level !== null
        ? [[entry.paragraph.level, source.text.slice(entry.paragraph.start, entry.paragraph.end)]]
        : [],
    ),
    changes: marks.map(({ kind, author, start, end, gone }) => ({
      kind,
      author,
      words: gone ?? source.text.slice(start, end),
    })),
    byOthers: comments.filter(({ author }) => author !== 'cydlint'),
  }
}

/** Comments of cydlint in what LibreOffice wrote. */
const ownIn = (bytes: Uint8Array): number =>
  strFromU8(unzipSync(bytes)['word/comments.xml'] ?? new Uint8Array()).split('w:author="cydlint"').length - 1

/** A draft as it goes round between lawyers: every construct that a comment may meet. */
const draft = (): Uint8Array =>
  wordDocument({
    body: [
      p('FORM 10-K'),
      p('For the fiscal year ended December 31, 2026'),
      heading(1, 'Item 1C. Cybersecurity'),
      heading(2, 'Risk Management and Strategy'),
      p(
        `${r('We maintain ')}${r('processes', '<w:b/>')}${r(' for assessing, identifying and managing material risks from cybersecurity threats. We engage [●] to test them ')}${ins('twice a year')}${del('from time to time')}${r('.')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
      ),
      item('Laboratory systems are kept apart from the office network; and'),
      item('service providers are assessed before [we engage them].'),
      p(
        'During fiscal 2025, risks from cybersecurity threats did not materially affect us.',
        style('Normal'),
      ),
      heading(2, 'Governance'),
      p(
        `<w:commentRangeStart w:id="4"/>${r('Our board of directors')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${r(' oversees risks from cybersecurity threats, as [NTD: name the committee] does.')}`,
      ),
      table(['third party engaged', 'No']),
    ].join(''),
    footnotes: `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="2">${p('The assessor is [TBD].')}</w:footnote>`,
    comments: `<w:comment w:id="4" w:author="Ines Duarte" w:date="2026-01-05T09:00:00Z" w:initials="ID">${p('All of it?')}</w:comment>`,
  })

const HTML = `<html><body><p>FORM 20-F</p><p>For the fiscal year ended December 31, 2026</p><h1>ITEM 16K. CYBERSECURITY</h1><h2>Risk management and strategy</h2><p>We maintain <b>processes</b> for assessing, identifying and managing <i>material</i> risks from cybersecurity threats to our vessels &amp; shore systems. We engage [●] to test them.</p><ul><li>Bridge systems are kept apart; and</li><li>software is updated at every port call (see “Item 1A. Risk Factors”).</li></ul><h2>Governance</h2><p>Our board of directors oversees risks from cybersecurity threats.</p></body></html>`

const DOCUMENTS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'of a draft with changes, comments, notes and tables': async () => draft(),
  'of the example': async () => new Uint8Array(readFileSync('examples/bad/10-k-marked-up.docx')),
  'of a draft that LibreOffice wrote': () =>
    converted('draft.html', new TextEncoder().encode(HTML), 'docx:MS Word 2007 XML'),
}

describe.each(Object.entries(DOCUMENTS))('the copy %s', (_, make) => {
  it('opens with the same text, styles, tracked changes and comments of others, and a comment a finding', async () => {
    const original = await make()
    const { bytes, commented } = await annotated(original, disclosure =>
      documentReport(disclosure, { asOf: AS_OF }),
    )
    expect(commented.length).toBeGreaterThan(2)
    expect(contentOf(bytes)).toEqual(contentOf(original))
    const [before, after] = [
      await converted('draft.docx', original, 'docx'),
      await converted('reviewed.docx', bytes, 'docx'),
    ]
    expect(contentOf(after)).toEqual(contentOf(before))
    expect(contentOf(after).text).toBe(contentOf(original).text)
    expect(ownIn(after)).toBe(commented.length)
    const text = new TextDecoder()
    expect(text.decode(await converted('reviewed.docx', bytes, 'txt:Text (encoded):UTF8'))).toBe(
      text.decode(await converted('draft.docx', original, 'txt:Text (encoded):UTF8')),
    )
  })

  it('that LibreOffice saved is annotated anew as the original is', async () => {
    const original = await make()
    const { bytes, commented } = await annotated(original)
    const saved = await converted('reviewed.docx', bytes, 'docx')
    const again = await annotated(saved)
    expect(again.replaced).toBe(commented.length)
    expect(again.commented.map(({ rule, quote }) => [rule, quote])).toEqual(
      commented.map(({ rule, quote }) => [rule, quote]),
    )
    expect(commentsOf(again.bytes).map(([words]) => words.trim())).toEqual(
      commentsOf(bytes).map(([words]) => words.trim()),
    )
  })
})
