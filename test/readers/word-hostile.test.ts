import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readInput } from '../../src/readers/read.js'
import { units } from './reading.js'
import {
  heading,
  NAMESPACES,
  p,
  r,
  readWord,
  style,
  t,
  table,
  word,
  wordDocument,
  wordFiles,
} from './word-document.js'
import { PIECES } from './word-pieces.js'

const ITEM = heading(1, 'Item 1C. Cybersecurity')

const errorsOf = async (parts: Parameters<typeof readWord>[0]): Promise<readonly string[]> =>
  (await readWord(parts, { form: '10-K' })).errors.map(({ message }) => message)

const withDocument = (xml: string): Uint8Array =>
  zipSync({ ...wordFiles({ body: '' }), 'word/document.xml': strToU8(xml) })

/** Runs a reading and says how long it took, in milliseconds. */
const timed = async <T>(run: () => Promise<T>): Promise<readonly [T, number]> => {
  const start = performance.now()
  const result = await run()
  return [result, performance.now() - start]
}

describe('a hostile Word document', () => {
  it('is no bomb that is unpacked', async () => {
    const bomb = zipSync({
      ...wordFiles({ body: ITEM }),
      'word/document.xml': new Uint8Array(32 * 1024 * 1024).fill(32),
    })
    expect(await errorsOf(bomb)).toEqual([
      expect.stringMatching(/unpacks to 32 MiB .* It was not unpacked\./),
    ])
  })

  it('is not nested without end', async () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(5000) + p('Deep.') + '</w:sdtContent></w:sdt>'.repeat(5000)
    expect(await errorsOf(ITEM + deep)).toEqual([
      'word/document.xml in the document is nested more than 100 elements deep. Take tables and text boxes out of each other.',
    ])
    let tables = p('Inner.')
    for (let depth = 0; depth < 25; depth++) tables = table([`${tables}${p('')}`, 'x'])
    expect(units(await word(ITEM + tables)).filter(unit => unit === 'cell: Inner.')).toHaveLength(1)
  })

  it('declares no entities and no document type', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/hostname">]><w:document ${NAMESPACES}><w:body>${p('&a;&b;')}</w:body></w:document>`
    expect(await errorsOf(withDocument(xml))).toEqual([
      expect.stringContaining('declares a document type, which Word never writes and which is not read'),
    ])
    const undeclared = `<w:document ${NAMESPACES}><w:body>${ITEM}<w:p><w:r><w:t>A &amp; B &#x26; &a;</w:t></w:r></w:p></w:body></w:document>`
    expect(units(await word(withDocument(undeclared)))[1]).toBe('paragraph: A & B & &a;')
  })

  it('has styles that are based on each other in a circle', async () => {
    const styles =
      '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="C"/><w:rPr><w:b/></w:rPr></w:style><w:style w:styleId="C"><w:basedOn w:val="A"/></w:style><w:style w:styleId="D"><w:basedOn w:val="D"/></w:style>' +
      Array.from(
        { length: 5000 },
        (_, i) => `<w:style w:styleId="S${i}"><w:basedOn w:val="S${i + 1}"/></w:style>`,
      ).join('')
    const body = ['A', 'B', 'C', 'D', 'S0', 'S4999'].map(id => p(`Words of ${id}.`, style(id))).join('')
    expect(units(await word({ styles, body: p('Item 1C. Cybersecurity') + body }))).toHaveLength(7)
  })

  it('has two main parts', async () => {
    const bytes = wordDocument({ body: ITEM, files: { 'word/documen2.xml': '<x/>' } })
    const latin = new TextDecoder('latin1').decode(bytes)
    const at = latin.lastIndexOf('word/documen2.xml')
    bytes.set(strToU8('word/document.xml'), at)
    expect(await errorsOf(bytes)).toEqual([expect.stringContaining('two files named word/document.xml')])
  })

  it('points to parts outside of itself, which are not looked for', async () => {
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="x/officeDocument" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="q" Type="x/officeDocument" Target="../../word/document.xml"/></Relationships>`
    const document = await word({ body: ITEM + p('Words.'), files: { '_rels/.rels': relations } })
    expect(units(document)).toEqual(['heading: Item 1C. Cybersecurity', 'paragraph: Words.'])
  })

  it('has notes that refer to themselves', async () => {
    const self = `<w:footnote w:id="2"><w:p>${r('Again.')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>`
    const body =
      ITEM + p(`${r('One.')}<w:r><w:footnoteReference w:id="2"/><w:footnoteReference w:id="2"/></w:r>`)
    expect(units(await word({ body, footnotes: self }))).toEqual([
      'heading: Item 1C. Cybersecurity',
      'paragraph: One.',
      'paragraph: Again.',
    ])
  })
})

describe('a large Word document is read in the time it takes', () => {
  const LIMIT = 20_000

  it.each([
    ['half a million runs of a paragraph', ITEM + p(`<w:r>${t('a ')}</w:r>`.repeat(500_000))],
    [
      '50,000 fields that never end',
      ITEM + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(50_000)) + p('Rest.').repeat(1000),
    ],
    [
      '50,000 paragraphs whose marks are deleted',
      ITEM + p('a ', '<w:rPr><w:del w:author="A"/></w:rPr>').repeat(50_000) + p('end.'),
    ],
    ['50,000 changes', ITEM + `${p(`<w:ins w:author="A">${r('in ')}</w:ins>${r('x ')}`)}`.repeat(50_000)],
    [
      '50,000 text boxes of a paragraph',
      ITEM + p(`<w:r>${`<w:txbxContent>${p('a')}</w:txbxContent>`.repeat(50_000)}</w:r>`),
    ],
    [
      '200,000 comments that begin between paragraphs',
      ITEM + '<w:commentRangeStart w:id="1"/>'.repeat(200_000) + p('a'),
    ],
    ['30,000 rows of a table', ITEM + table(...Array.from({ length: 30_000 }, () => ['a', 'b']))],
    [
      '200,000 deleted rows in one',
      ITEM +
        `<w:tbl><w:tr><w:trPr>${'<w:del w:author="A"/>'.repeat(200_000)}</w:trPr><w:tc>${p('a').repeat(1000)}</w:tc></w:tr></w:tbl>${p('a')}`,
    ],
  ])(
    '%s',
    async (_, body) => {
      // Stored as it is: packed, it would count as a bomb.
      const bytes = zipSync(wordFiles({ body }), { level: 0 })
      const [result, time] = await timed(() => readWord(bytes, { form: '10-K' }))
      expect(result.errors).toEqual([])
      expect(time).toBeLessThan(LIMIT)
    },
    LIMIT * 2,
  )
})

describe('whatever a Word document holds', () => {
  it('nothing throws, for XML of any order', async () => {
    const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(pieces => pieces.join(''))
    await fc.assert(
      fc.asyncProperty(soup, soup, async (body, note) => {
        const files = {
          'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
        }
        const parts = {
          body: '',
          files,
          footnotes: `<w:footnote w:id="2">${note}</w:footnote>`,
          comments: `<w:comment w:id="0">${note}</w:comment>`,
        }
        const { documents, errors } = await readWord(parts, { form: '10-K' })
        expect(documents.length + errors.length).toBeGreaterThan(0)
        for (const { message } of errors) expect(message).toMatch(/\.$/)
        for (const { prose, reviewMarks = [] } of documents)
          for (const each of prose) {
            for (const { start, end } of each.units) each.source.span(...each.toSource(start, end))
            for (const { at } of reviewMarks) at.source.span(at.start, at.end)
          }
      }),
      { numRuns: 600 },
    )
  }, 60_000)

  it('nothing throws, for bytes that were damaged or are none of a document', async () => {
    const whole = wordDocument({ body: ITEM + p('Words of the item.') })
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, cut) => {
        const copy = whole.slice()
        for (const [at, byte] of changes) copy[at] = byte
        for (const bytes of [copy, whole.slice(0, cut)])
          await readInput({ path: 'a.docx', bytes }, { form: '10-K' })
      }),
      { numRuns: 500 },
    )
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async noise => {
        await readInput(
          { path: 'a.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, ...noise]) },
          { form: '10-K' },
        )
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})
