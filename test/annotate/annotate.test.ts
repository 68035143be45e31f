import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { annotateWord } from '../../src/annotate/annotate.js'
import { documentReport } from '../../src/api/document-report.js'
import {
  del,
  heading,
  ins,
  NAMESPACES,
  p,
  r,
  t,
  table,
  type WordParts,
  word,
  wordDocument,
  wordFiles,
} from '../readers/word-document.js'
import { AS_OF, annotated, commentsOf, findingsOn, partOf } from './annotating.js'

const ITEM = heading(1, 'Item 1C. Cybersecurity')
const SENTENCE = 'Our board of directors oversees risks from cybersecurity threats.'

/** What was made of a paragraph. */
const paragraphAfter = (bytes: Uint8Array): string => /<\/w:p>(.*)<w:sectPr/s.exec(partOf(bytes))?.[1] ?? ''

const onWords = async (paragraph: string, ...words: readonly (string | null)[]): Promise<string> =>
  paragraphAfter((await annotated(wordDocument(ITEM + paragraph), findingsOn(...words))).bytes)

const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number): string =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

const textOf = async (bytes: Uint8Array): Promise<string> => (await word(bytes)).prose[0]?.source.text ?? ''

describe('a comment', () => {
  it('is on the very words, and a run that is split keeps its looks', async () => {
    expect(await onWords(p(r('We engage [●] to test.', '<w:i/>')), '[●]')).toBe(
      p(`${r('We engage ', '<w:i/>')}${start(0)}${r('[●]', '<w:i/>')}${end(0)}${r(' to test.', '<w:i/>')}`),
    )
  })

  it('splits nothing where its words are whole runs, and spans several', async () => {
    const runs = `${r('Our board')}${r(' of directors', '<w:b/>')}`
    expect(await onWords(p(`${runs}${r(' oversees it.')}`), 'Our board of directors')).toBe(
      p(`${start(0)}${runs}${end(0)}${r(' oversees it.')}`),
    )
  })

  it('may share its words with others, or lie across them', async () => {
    expect(await onWords(p('one two three'), 'one two', 'two three', 'one two')).toBe(
      p(`${start(0)}${start(1)}${r('one ')}${start(2)}${r('two')}${end(0)}${end(1)}${r(' three')}${end(2)}`),
    )
  })

  it('parts a run between its characters and at references', async () => {
    const run = `<w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr><w:t>R&amp;D</w:t><w:tab/><w:t>and more</w:t></w:r>`
    const open = '<w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr>'
    expect(await onWords(p(run), '&')).toBe(
      p(
        `${open}<w:t xml:space="preserve">R</w:t></w:r>${start(0)}${open}<w:t xml:space="preserve">&amp;</w:t></w:r>${end(0)}${open}<w:t xml:space="preserve">D</w:t><w:tab/><w:t>and more</w:t></w:r>`,
      ),
    )
    expect(await onWords(p(run), 'and more')).toBe(
      p(`${open}<w:t>R&amp;D</w:t><w:tab/></w:r>${start(0)}${open}<w:t>and more</w:t></w:r>${end(0)}`),
    )
  })

  it('does not make white space count that did not', async () => {
    const plain = '<w:r><w:t>\n  one two\n </w:t></w:r>'
    expect(await onWords(p(plain), 'one')).toBe(
      p(
        `<w:r><w:t xml:space="preserve"></w:t></w:r>${start(0)}<w:r><w:t xml:space="preserve">one</w:t></w:r>${end(0)}<w:r><w:t xml:space="preserve"> two</w:t></w:r>`,
      ),
    )
  })

  it('stands in tracked insertions, links, fields and cells', async () => {
    const link = `<w:hyperlink w:anchor="x">${r('our website')}</w:hyperlink>`
    const field = `${r('<w:fldChar w:fldCharType="begin"/>')}${r('<w:instrText> REF x </w:instrText>')}${r('<w:fldChar w:fldCharType="separate"/>')}${r('Item 3.D')}${r('<w:fldChar w:fldCharType="end"/>')}`
    const body = `${p(`${r('A')}${ins('now and then')}${del('never')}`)}${p(`See ${''}`)}${p(`${link}${field}`)}${table(['left', 'right cell'])}`
    const { bytes } = await annotated(
      wordDocument(ITEM + body),
      findingsOn('now', 'website', 'Item 3.D', 'right'),
    )
    expect(commentsOf(bytes).map(([words]) => words)).toEqual(['now', 'website', 'Item 3.D', 'right'])
    const xml = partOf(bytes)
    expect(xml).toContain(`<w:ins w:id="1" w:author="M. Ortiz" w:date="2026-01-05T09:00:00Z">${start(0)}`)
    expect(xml).toContain(del('never'))
  })

  it('on words of a note is at the reference, on those of a text box at the box', async () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${p('Words in a box')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('Words in a box')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const parts: WordParts = {
      body: ITEM + p(`${r('Before.')}${note}${r('After.')}${box}`),
      footnotes: `<w:footnote w:id="2">${p('A note of [TBD].')}</w:footnote>`,
    }
    const { bytes } = await annotated(wordDocument(parts), findingsOn('[TBD]', 'in a box'))
    expect(paragraphAfter(bytes)).toBe(
      // In reading order a box comes before the notes of its paragraph.
      p(`${r('Before.')}${start(1)}${note}${end(1)}${r('After.')}${start(0)}${box}${end(0)}`),
    )
    expect(partOf(bytes, 'word/footnotes.xml')).toBe(
      strFromU8(wordFiles(parts)['word/footnotes.xml'] ?? strToU8('')),
    )
  })

  it('goes round formulas, and content controls that are filled otherwise than by typing in them', async () => {
    const math =
      '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
    const bound = `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x"/></w:sdtPr><w:sdtContent>${r('Tamarack Point, Inc.')}</w:sdtContent></w:sdt>`
    const blank = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Click or tap here')}</w:sdtContent></w:sdt>`
    const free = `<w:sdt><w:sdtPr/><w:sdtContent>${r('free words')}</w:sdtContent></w:sdt>`
    expect(await onWords(p(`${math}${bound}${free}${blank}`), 'a+b', 'Point', 'free', 'Click')).toBe(
      p(
        `${start(0)}${math}${end(0)}${start(1)}${bound}${end(1)}<w:sdt><w:sdtPr/><w:sdtContent>${start(2)}${r('free')}${end(2)}${r(' words')}</w:sdtContent></w:sdt>${start(3)}${blank}${end(3)}`,
      ),
    )
  })

  it('about what is not there is on the heading of the item', async () => {
    const { bytes } = await annotated(wordDocument(ITEM + p(SENTENCE)), findingsOn(null))
    expect(commentsOf(bytes).map(([words]) => words)).toEqual(['Item 1C. Cybersecurity'])
  })

  it('says rule, citation, what is wrong and what to do', async () => {
    const { bytes, commented } = await annotated(wordDocument(ITEM + p('We engage [●] to test our systems.')))
    expect(commented.map(({ rule }) => rule)).toContain('draft/placeholder')
    expect(commentsOf(bytes).find(([words]) => words === '[●]')?.[1]).toBe(
      'Error · draft/placeholder · Form 10-K Item 1C“[●]” is a blank that was not filled in: “We engage [●] to test our systems.”. The item cannot be filed as it stands (Form 10-K Item 1C).To do: Fill in the words, or take the sentence out.',
    )
  })

  it('holds no more than text, whatever the draft says', async () => {
    const hostile = 'See </w:t><w:p>&\u202e"\u2028'
    const { bytes } = await annotated(wordDocument(ITEM + p(`${hostile} [●]`)))
    expect(commentsOf(bytes).length).toBeGreaterThan(0)
    for (const name of ['word/document.xml', 'word/comments.xml']) {
      const problems: string[] = []
      const parser = new SaxesParser()
      parser.on('error', error => problems.push(error.message))
      parser.write(partOf(bytes, name)).close()
      expect(problems).toEqual([])
    }
    expect(partOf(bytes, 'word/comments.xml')).not.toContain('\u202e')
  })
})

describe('a document', () => {
  const COMMENT = `<w:comment w:id="7" w:author="Sam Okafor"><w:p w14:paraId="0A">${r('Which one?')}</w:p></w:comment>`
  const COMMENTED = p(
    `<w:commentRangeStart w:id="7"/>${r('The committee')}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>${r(' meets.')}`,
  )

  it('keeps the comments of others, which count on', async () => {
    const { bytes } = await annotated(
      wordDocument({ body: ITEM + COMMENTED, comments: COMMENT }),
      findingsOn('The committee meets'),
    )
    expect(commentsOf(bytes, 'Sam Okafor')).toEqual([['The committee', 'Which one?']])
    expect(commentsOf(bytes).map(([words]) => words)).toEqual(['The committee meets'])
    expect(partOf(bytes, 'word/comments.xml')).toContain('w:id="8" w:author="cydlint"')
  })

  it('that has comments of an earlier run gets new ones in their place', async () => {
    const draft = wordDocument({ body: ITEM + COMMENTED + p('We engage [●].'), comments: COMMENT })
    const once = await annotated(draft)
    const twice = await annotated(once.bytes)
    expect(twice.replaced).toBe(once.commented.length)
    expect(twice.bytes).toEqual(once.bytes)
    const clean = await annotated(once.bytes, findingsOn())
    expect(commentsOf(clean.bytes)).toEqual([])
    expect(commentsOf(clean.bytes, 'Sam Okafor')).toHaveLength(1)
    expect(partOf(clean.bytes)).not.toMatch(/comment(?:RangeStart|RangeEnd|Reference) w:id="(?!7)/)
  })

  it('keeps a comment of an earlier run that somebody has answered', async () => {
    const own = (id: number): string =>
      `<w:comment w:id="${id}" w:author="cydlint"><w:p w14:paraId="C${id}">${r(`Old ${id}`)}</w:p></w:comment>`
    const answer = `<w:comment w:id="3" w:author="Ines Duarte"><w:p w14:paraId="D3">${r('Settled in May.')}</w:p></w:comment>`
    const range = (id: number, words: string): string => `${start(id)}${r(words)}${end(id)}`
    const { bytes, replaced } = await annotated(
      wordDocument({
        body: ITEM + p(`${range(1, 'one ')}${start(3)}${range(2, 'two ')}${end(3)}`),
        comments: own(1) + own(2) + answer,
        commentsExtended:
          '<w15:commentEx w15:paraId="C1"/><w15:commentEx w15:paraId="C2"/><w15:commentEx w15:paraId="D3" w15:paraIdParent="C2"/>',
      }),
      findingsOn(),
    )
    expect(replaced).toBe(1)
    expect(commentsOf(bytes)).toEqual([['two ', 'Old 2']])
    expect(commentsOf(bytes, 'Ines Duarte')).toEqual([['two ', 'Settled in May.']])
    expect(partOf(bytes, 'word/commentsExtended.xml')).not.toContain('"C1"')
    expect(partOf(bytes, 'word/commentsExtended.xml')).toContain('w15:paraIdParent="C2"')
  })

  it('has no other part changed, and gets what a first comment needs', async () => {
    const parts: WordParts = {
      body: ITEM + p('We engage [●].'),
      title: 'Form 10-K',
      files: { 'word/media/image1.png': Uint8Array.of(0x89, 0x50, 0, 1, 2), 'customXml/item1.xml': '<x/>' },
    }
    const before = wordFiles(parts)
    const after = unzipSync((await annotated(wordDocument(parts))).bytes)
    const changed = ['word/document.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml']
    expect(Object.keys(after)).toEqual([...Object.keys(before), 'word/comments.xml'])
    for (const [name, bytes] of Object.entries(before))
      if (!changed.includes(name)) expect(after[name], name).toEqual(bytes)
    expect(strFromU8(after['[Content_Types].xml'] ?? strToU8(''))).toContain(
      '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
    )
    expect(strFromU8(after['word/_rels/document.xml.rels'] ?? strToU8(''))).toMatch(
      /relationships\/comments" Target="\/word\/comments\.xml"\/><\/Relationships>$/,
    )
  })

  it('may name its elements as it likes, and be of the strict variety or in UTF-16', async () => {
    const own = (namespace: string): string =>
      `<x:document xmlns:x="${namespace}"><x:body><x:p><x:r><x:t>Item 1C. Cybersecurity</x:t></x:r></x:p><x:p><x:r><x:t>We engage [●].</x:t></x:r></x:p></x:body></x:document>`
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    const files = wordFiles({ body: '' })
    const { bytes } = await annotated(zipSync({ ...files, 'word/document.xml': strToU8(own(strict)) }))
    expect(partOf(bytes)).toContain(`<w:commentRangeStart xmlns:w="${strict}" w:id="`)
    expect(commentsOf(bytes).map(([words]) => words)).toContain('[●]')
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).toContain(
      'purl.oclc.org/ooxml/officeDocument/relationships/comments',
    )

    const xml = `<?xml version="1.0" encoding="UTF-16"?><w:document ${NAMESPACES}><w:body>${ITEM}${p('We engage [●].')}</w:body></w:document>`
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(xml, 'utf16le')])
    const other = await annotated(zipSync({ ...files, 'word/document.xml': utf16 }))
    expect(partOf(other.bytes)).toContain('<?xml version="1.0" encoding="UTF-8"?>')
    expect(await textOf(other.bytes)).toBe('Item 1C. Cybersecurity\nWe engage [●].\n')
  })

  it('has no run split in what is not plain text', async () => {
    const cdata = '<w:r><w:t><![CDATA[one two]]></w:t></w:r>'
    const comment = '<w:r><w:t>one <!-- x -->two</w:t></w:r>'
    expect(await onWords(p(cdata), 'two')).toBe(p(`${start(0)}${cdata}${end(0)}`))
    expect(await onWords(p(comment), 'two')).toBe(p(`${start(0)}${comment}${end(0)}`))
  })

  it('tells what was left out', async () => {
    const bytes = wordDocument(ITEM + p('We engage [●]. The chair is [TBD].'))
    const all = await annotated(bytes)
    const [entry] = all.commented.filter(({ rule }) => rule === 'draft/placeholder')
    if (!entry) throw new Error('no placeholder')
    const suppressions = [
      {
        document: 'draft.docx',
        rule: entry.rule,
        fingerprint: entry.fingerprint,
        reason: 'comes in the final turn',
      },
    ]
    const less = await annotated(bytes, disclosure =>
      documentReport(disclosure, { asOf: AS_OF, suppressions }),
    )
    expect(less.suppressed).toBe(1)
    expect(less.commented).toHaveLength(all.commented.length - 1)
  })

  it('that cannot be read is a problem in words', async () => {
    const terms = { options: { form: '10-K' }, asOf: AS_OF, report: findingsOn() } as const
    const problemOf = async (bytes: Uint8Array): Promise<string> => {
      const made = await annotateWord('draft.docx', bytes, terms)
      return 'problem' in made ? made.problem : ''
    }
    expect(await problemOf(strToU8('PK nothing'))).toContain('the document cannot be opened')
    expect(await problemOf(zipSync({ 'a.txt': strToU8('x') }))).toContain('this is no Word document')
    const cut = zipSync({ ...wordFiles({ body: '' }), 'word/document.xml': strToU8('<w:document><w:body>') })
    expect(await problemOf(cut)).toContain('is damaged')
    expect(await problemOf(wordDocument({ body: ITEM, comments: '<w:comment>' }))).toContain('is damaged')
  })
})

describe('whatever a paragraph is made of', () => {
  const words = fc.constantFrom('alpha', ' beta ', 'R&D', ' ', 'gamma [●]', '\u{1f512}', 'delta')
  const properties = fc.constantFrom('', '<w:b/>', '<w:i/><w:sz w:val="20"/>')
  const run = fc.tuple(words, properties).map(([text, looks]) => r(text, looks))
  const piece = fc.oneof(
    run,
    run.map(content => ins(content)),
    words.map(text => del(text)),
    words.map(text => `<w:r>${t(text)}<w:tab/>${t(text)}</w:r>`),
    run.map(content => `<w:hyperlink w:anchor="a">${content}</w:hyperlink>`),
    run.map(content => `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`),
    fc.constant('<w:r><w:footnoteReference w:id="2"/></w:r>'),
    fc.constant('<w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'),
  )
  const paragraphs = fc.array(
    fc.array(piece, { minLength: 1, maxLength: 6 }).map(pieces => p(pieces.join(''))),
    { minLength: 1, maxLength: 4 },
  )

  /** The XML without marks of comments, and with a run of its own for each character: how runs are split does not show. */
  const atoms = (xml: string): string =>
    xml
      .replace(
        /<w:commentRange(?:Start|End) w:id="\d+"\/>|<w:r><w:commentReference w:id="\d+"\/><\/w:r>/g,
        '',
      )
      .replace(/<w:r>(<w:rPr>.*?<\/w:rPr>)?(.*?)<\/w:r>/gs, (_, looks: string, content: string) =>
        content.replace(/<w:t xml:space="preserve">(.*?)<\/w:t>/gs, (_match, text: string) =>
          [...text].map(character => `{${looks ?? ''}${character}}`).join(''),
        ),
      )

  it('its text, changes and marks stay, and each comment is round its words', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, fc.array(fc.nat(), { maxLength: 5 }), async (made, picks) => {
        const bytes = wordDocument({
          body: ITEM + made.join(''),
          footnotes: `<w:footnote w:id="2">${p('In a note.')}</w:footnote>`,
        })
        const before = await textOf(bytes)
        const found = [...before.matchAll(/\S+/g)]
        const chosen = picks.map(pick => found[pick % found.length]?.[0] ?? 'Item')
        const { bytes: after } = await annotated(bytes, findingsOn(...chosen))
        expect(await textOf(after)).toBe(before)
        expect(atoms(partOf(after))).toBe(atoms(partOf(bytes)))
        for (const [commented, says] of commentsOf(after)) {
          const quote = /About “(.*)”\./s.exec(says)?.[1] ?? ''
          if (!commented.includes('[note]')) expect(commented).toContain(quote)
        }
        expect((await annotated(after, findingsOn(...chosen))).bytes).toEqual(after)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
