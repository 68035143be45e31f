import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readInput } from '../../src/readers/read.js'

const read = (files: Readonly<Record<string, string>>, path = 'a.zip') =>
  readInput({
    path,
    bytes: zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  })

const types = (type: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="${type}"/></Types>`

describe('a zip archive', () => {
  it.each([
    ['an Excel workbook', 'facts.xlsx', { 'xl/workbook.xml': '<workbook/>' }],
    [
      'an Excel workbook',
      'facts.xlsx',
      {
        '[Content_Types].xml': types(
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
        ),
      },
    ],
    ['a PowerPoint presentation', 'board.pptx', { 'ppt/presentation.xml': '<presentation/>' }],
    ['an OpenDocument file', 'item.odt', { mimetype: 'application/vnd.oasis.opendocument.text' }],
  ])('that is %s is told, with what to do', async (what, path, files) => {
    const { documents, errors } = await read(files, path)
    expect(documents).toEqual([])
    expect(errors).toHaveLength(1)
    expect(errors[0]?.message).toContain(`this is ${what}. Save `)
  })

  it('that is damaged is told, with what to do', async () => {
    const { errors } = await readInput({ path: 'item.docx', bytes: strToU8('PK\x03\x04 and no more') })
    expect(errors.map(({ message }) => message)).toEqual([
      'this is a zip archive, as Word documents are, and it cannot be opened: the archive is damaged or was cut short: it has no directory of its files. Make or download it again.',
    ])
  })

  it('is a Word document by the type of a part, whatever the part is called', async () => {
    const { kind, errors } = await read({
      '[Content_Types].xml': types(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      ),
      'x.xml':
        '<w:document><w:body><w:p><w:r><w:t>Item 1C. Cybersecurity</w:t></w:r></w:p></w:body></w:document>',
    })
    expect(errors).toEqual([])
    expect(kind).toBe('word')
  })
})
