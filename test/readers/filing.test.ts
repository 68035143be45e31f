import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { ReadOptions } from '../../src/readers/input.js'
import { readInput } from '../../src/readers/read.js'
import { BOARD, fact, INTEGRATED, instance } from './instances.js'
import { blocks } from './reading.js'
import { ENCODED, INLINE, submission } from './submissions.js'

type Files = Readonly<Record<string, string | Uint8Array>>

const zip = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  )

const read = (files: Files, options: ReadOptions = {}) =>
  readInput({ path: 'pinyon.zip', bytes: zip(files) }, options)

const EXTRACT = instance(fact(BOARD, '&lt;p&gt;The board oversees it.&lt;/p&gt;') + fact(INTEGRATED, 'true'))
const PAGE =
  '<html><table class="report"><tr><td>Cybersecurity Risk Role of Management [Text Block]</td><td>Our treasurer.</td></tr></table></html>'
const coverRow = (element: string, label: string, value: string): string =>
  `<tr class="re"><td class="pl"><a class="a" href="javascript:void(0);" onclick="Show.showAR( this, 'defref_dei_${element}', window );">${label}</a></td>\n<td class="text">${value}<span></span>\n</td></tr>`
const COVER_PAGE = `<html><body><table class="report"><tr><th class="tl">Cover</th></tr>
${coverRow('DocumentType', 'Document Type', '20-F')}
${coverRow('DocumentPeriodEndDate', 'Document Period End Date', 'Dec. 31, 2025')}
${coverRow('EntityRegistrantName', 'Entity Registrant Name', 'Pinyon Ridge &amp; Sons plc')}
</table></body></html>`
const LINKBASE = '<?xml version="1.0"?><link:linkbase xmlns:link="http://www.xbrl.org/2003/linkbase"/>'
const DRAFT = '# Item 1C. Cybersecurity\n\n## Board oversight\n\nThe board oversees it.\n'

const FILING: Files = {
  'FilingSummary.xml': '<?xml version="1.0"?><FilingSummary/>',
  'MetaLinks.json': '{"version": "2.2"}',
  'R2.htm': PAGE,
  'R4.htm': PAGE,
  'ex311.htm': '<html><p>Item 1C. Cybersecurity</p></html>',
  'pinyon-20251231.htm': INLINE,
  'pinyon-20251231.xsd': '<?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>',
  'pinyon-20251231_htm.xml': EXTRACT,
  'pinyon-20251231_lab.xml': LINKBASE,
  'logo.jpg': Uint8Array.from([0xff, 0xd8, 0xff, 0, 0]),
}

describe('a zip archive of a filing', () => {
  it('is read once, from its inline document', async () => {
    const { kind, documents, errors } = await read(FILING)
    expect({ kind, errors }).toEqual({ kind: 'zip', errors: [] })
    expect(documents).toMatchObject([{ path: 'pinyon.zip', id: 'pinyon-20251231.htm', form: '10-K' }])
  })

  it('without that, from the instance; without either, from the pages of the viewer', async () => {
    const { 'pinyon-20251231.htm': _, ...second } = FILING
    expect((await read(second)).documents.map(({ id }) => id)).toEqual(['pinyon-20251231_htm.xml'])
    const { 'pinyon-20251231_htm.xml': __, ...third } = second
    const { documents } = await read(
      { ...third, 'R2.htm': '<html><table class="report"></table></html>' },
      {
        form: '10-K',
      },
    )
    expect(documents.map(({ id }) => id)).toEqual(['R4.htm'])
  })

  it('of pages of the viewer has its form told by the cover page', async () => {
    const { documents } = await read({ 'R1.htm': COVER_PAGE, 'R4.htm': PAGE })
    expect(documents).toMatchObject([
      {
        id: 'R4.htm',
        form: '20-F',
        formFrom: 'the cover page, R1.htm',
        registrant: 'Pinyon Ridge & Sons plc',
        periodOfReport: '2025-12-31',
      },
    ])
    const named = await read({ 'R1.htm': COVER_PAGE, 'R4.htm': PAGE }, { form: '10-K' })
    expect(named.documents).toMatchObject([{ form: '10-K' }])
  })

  it('is read as a submission where it holds one', async () => {
    const whole = submission([
      { type: '10-K', name: 'pinyon-20251231.htm', text: INLINE, wrapper: 'XBRL' },
      { type: 'GRAPHIC', name: 'logo.jpg', text: ENCODED },
    ])
    expect((await read({ '0009999001-26-000012.txt': whole })).documents).toMatchObject([
      { path: 'pinyon.zip', id: '0009999001-26-000012.txt#pinyon-20251231.htm' },
    ])
    expect((await read({ ...FILING, '0009999001-26-000012.txt': whole })).documents).toMatchObject([
      { id: 'pinyon-20251231.htm' },
    ])
  })

  it('of drafts gives each of them, and each record of facts, in the order of their names', async () => {
    const record = '{"id": "r-1", "form": "20-F", "blocks": {"boardOversight": "The board oversees it."}}\n'
    const { documents, errors } = await read({
      'b/season.ndjson': `${record}${record.replace('r-1', 'r-2')}{"form": "S-1"}\n`,
      'a.md': DRAFT,
      'README.md': '# Read me\n',
      '.hidden.md': DRAFT,
      '__MACOSX/a.md': DRAFT,
    })
    expect(documents.map(({ path, id }) => [path, id])).toEqual([
      ['pinyon.zip', 'a.md'],
      ['pinyon.zip', 'b/season.ndjson#r-1'],
      ['pinyon.zip', 'b/season.ndjson#r-2'],
    ])
    expect(documents.map(blocks)[0]).toEqual(['boardOversight (heading): The board oversees it.'])
    expect(errors.map(({ path }) => path)).toEqual(Array(2).fill('pinyon.zip#b/season.ndjson:3'))
  })

  it('does not open archives within it, and says so', async () => {
    const { documents, errors } = await read({ 'a.md': DRAFT, 'old.zip': zip({ 'b.md': DRAFT }) })
    expect(documents.map(({ id }) => id)).toEqual(['a.md'])
    expect(errors).toEqual([
      {
        path: 'pinyon.zip#old.zip',
        message: 'an archive within an archive is not opened. Unpack the outer one and check what it holds.',
      },
    ])
  })

  it('that holds nothing of the kind is skipped in a folder, and an error where it is named', async () => {
    const files = { 'README.md': '# Read me\n', 'a.pdf': '%PDF-1.7\n' }
    expect(await read(files, { inFolder: true })).toMatchObject({
      skipped: 'no file in the archive holds such an item or such facts',
      errors: [],
    })
    const { errors } = await read(files)
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^no file of the archive holds such an item or such facts \(README\.md: .*; a\.pdf: it is a PDF document\)\. Check the file that does\.$/,
      ),
    ])
    expect((await read({})).errors).toMatchObject([{ message: 'the archive holds no files.' }])
  })

  it('is refused where a name in it leads out of it', async () => {
    const { documents, errors } = await read({ '../../a.md': DRAFT })
    expect(documents).toEqual([])
    expect(errors[0]?.message).toMatch(/points outside of it/)
  })

  it('is not unpacked where a file in it grows beyond all measure', async () => {
    const bomb = zip({ 'a.md': DRAFT, 'z.txt': new Uint8Array(64 * 1024 * 1024) })
    const { errors } = await readInput({ path: 'bomb.zip', bytes: bomb })
    expect(errors[0]?.message).toMatch(/as no document does/)
  })
})
