import { describe, expect, it } from 'vitest'
import { readInput } from '../../src/readers/read.js'
import { blocks, read } from './reading.js'

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap(part => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  )

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const buffer = Buffer.from(`\ufeff${text}`, 'utf16le')
  return Uint8Array.from(bigEndian ? buffer.swap16() : buffer)
}

const LABEL = 'Cybersecurity Risk Role of Management [Text Block]'

describe('the kind of an input', () => {
  it.each([
    ['markdown', '-', '---\nform: 10-K\n---\nText'],
    ['markdown', 'notes.txt', '# Item 1C. Cybersecurity\n\nText'],
    ['markdown', '-', 'Item 1C\n\n:::processes\nText\n:::\n'],
    ['markdown', 'draft.md', 'Item 1C. Cybersecurity\n\nText'],
    ['markdown', 'draft.md', '<!-- a note -->\n# Item 1C\n'],
    ['markdown', 'draft.md', `# Item 1C\n\n${LABEL} | Value\n---|---\nx | y\n`],
    ['text', '-', 'Item 1C. Cybersecurity\n\nText'],
    ['text', 'item.txt', '[●] is to come\n\nItem 1C. Cybersecurity'],
    ['viewer-text', '-', `${LABEL} | Text |`],
    ['viewer-text', 'a.md', `${LABEL}\tText`],
    ['viewer-html', '-', `<table class="report"><tr><td>${LABEL}</td><td>x</td></tr></table>`],
    [
      'viewer-html',
      'R4.htm',
      `<!DOCTYPE html><html><a onclick="Show.showAR( this, 'defref_cyd_X', window )">x</a></html>`,
    ],
    ['json', '-', '{"form": "10-K", "flags": {}}'],
    ['json', '-', '{\n  "form": "10-K",\n  "flags": {}\n}'],
    ['json', 'facts.json', 'not json'],
    ['json', '-', '[{"form": "10-K"}]'],
    ['ndjson', '-', '{"form": "10-K", "flags": {}}\n{"form": "20-F", "flags": {}}\n'],
    ['ndjson', 'facts.json', '{"form": "10-K", "flags": {}}\n{"form": "20-F", broken}\n'],
    ['ndjson', 'facts.ndjson', '{"form": "10-K", "flags": {}}'],
    ['yaml', '-', 'form: 10-K\nflags:\n  processesIntegrated: true\n'],
    ['yaml', 'facts.yml', 'anything: goes\n'],
  ])('is %s for %s that holds %j', async (kind, path, text) => {
    expect((await read(text, path, { form: '10-K' })).kind).toBe(kind)
  })

  it.each([
    ['a PDF document', 'item.pdf', bytes('%PDF-1.7\n')],
    ['an old Office document (DOC, XLS)', 'item.doc', bytes([0xd0, 0xcf, 0x11, 0xe0, 0])],
    [
      'a document protected by a password',
      'item.docx',
      bytes([0xd0, 0xcf, 0x11, 0xe0, 0], [...'EncryptedPackage'].join('\0')),
    ],
    ['a gzip archive', 'facts.gz', bytes([0x1f, 0x8b, 8])],
    ['a Rich Text document', 'item.rtf', bytes('{\\rtf1 x}')],
    ['a binary file', 'a.md', bytes('# Item 1C', [0, 1, 2])],
    [
      'a binary file',
      'a',
      Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array(40).fill(0), 3, 0, 0x3e]),
    ],
    ['UTF-16 text without a byte order mark', 'a.md', utf16('# Item 1C. Cybersecurity', false).subarray(2)],
    ['an XML file that is no XBRL instance', 'a.xml', bytes('<?xml version="1.0"?><xbrl xmlns="x"></xbrl>')],
  ])('that is not read is told, with what to do: %s', async (what, path, data) => {
    const { kind, documents, errors } = await readInput({ path, bytes: data })
    expect({ kind, documents: documents.length, errors: errors.length }).toEqual({
      kind: null,
      documents: 0,
      errors: 1,
    })
    expect(errors[0]?.message).toContain(`this is ${what}. `)
    expect(errors[0]?.message).toMatch(/(?:[Ss]ave|Check|Unpack)/)
  })

  it.each(['', ' \n\t\n', '\ufeff'])('of a file with no words (%j) is an error', async text => {
    const { errors } = await read(text, 'draft.md')
    expect(errors[0]?.message).toMatch(/^the file is empty/)
  })
})

describe('the encoding of an input', () => {
  const TEXT = ':::boardOversight\nThe board’s committee.\n:::\n'
  const READ = ['boardOversight (directive): The board’s committee.']

  it.each([
    ['UTF-8', bytes(TEXT)],
    ['UTF-8 with a byte order mark', bytes([0xef, 0xbb, 0xbf], TEXT)],
    ['UTF-16, little end first', utf16(TEXT, false)],
    ['UTF-16, big end first', utf16(TEXT, true)],
  ])('may be %s', async (_, data) => {
    const { documents } = await readInput({ path: 'a.md', bytes: data }, { form: '10-K' })
    expect(documents.map(blocks)).toEqual([READ])
  })

  it('that is not valid UTF-8 is an error that names the byte and its line', async () => {
    const { errors } = await readInput({
      path: 'a.md',
      bytes: bytes('# Item 1C\n\nThe board', [0x92], 's.\n'),
    })
    expect(errors.map(({ message }) => message)).toEqual([
      'the file is not valid UTF-8: byte 0x92 at offset 20 (line 3). Save it as UTF-8, for example with "Save as, encoding UTF-8"; curly quotes in Windows-1252 are the usual cause.',
    ])
  })

  it.each([[[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0xf5, 0x80, 0x80, 0x80]], [[0xe2, 0x82]]])(
    'with the bytes %j names the first',
    async sequence => {
      const { errors } = await readInput({ path: 'a.md', bytes: bytes('# Item 1C\n', sequence) })
      expect(errors[0]?.message).toContain('at offset 10 (line 2)')
    },
  )

  it('of a text given as text may open with a byte order mark', async () => {
    const { documents } = await read(`\ufeff---\nform: 10-K\n---\n${TEXT}`, 'a.md')
    expect(documents.map(blocks)).toEqual([READ])
  })
})

describe('a file in a folder', () => {
  it.each([
    [
      'README.md',
      '# Readme\n\nHow to build.\n\n:::note\nx\n:::\n',
      'it is Markdown without a heading of Item 1C or 16K, a form in its front matter, or a block',
    ],
    ['package.json', '{"name": "x"}', 'it is JSON without "flags", "blocks" or "text": no record of facts'],
    [
      'tsconfig.json',
      '{ // comment\n}',
      'it is JSON without "flags", "blocks" or "text": no record of facts',
    ],
    ['compose.yaml', 'services: {}\n', 'it is YAML without "flags", "blocks" or "text": no record of facts'],
    ['log.ndjson', '{"level": 1}\n{"level": 2}\n', 'none of its first lines is a record of facts'],
    ['notes.txt', 'Call the auditors.', 'it is plain text without a heading of Item 1C, 16K or 1.05'],
    [
      'R2.htm',
      '<table class="report"><tr><td>Assets</td><td>1</td></tr></table>',
      'it is a page of the viewer without a fact of the cyd taxonomy',
    ],
    ['logo.pdf', '%PDF-1.7', 'it is a PDF document'],
    ['empty.md', '', 'it is empty'],
  ])('is skipped where it holds no such item and no such facts: %s', async (path, text, reason) => {
    const { documents, errors, skipped } = await readInput({ path, bytes: bytes(text) }, { inFolder: true })
    expect({ documents, errors, skipped }).toEqual({ documents: [], errors: [], skipped: reason })
  })

  it.each([
    ['draft.md', '# Item 1C. Cybersecurity\n\nText.'],
    ['draft.md', '---\nform: 10-K\n---\nText.'],
    [
      'draft.md',
      '# Cybersecurity\n\n## Board oversight\n\nIn this Form 10-K.\n\n## Management’s role\n\nText.\n',
    ],
    ['item.txt', 'ITEM 16K. CYBERSECURITY\n\nText.'],
    ['facts.json', '{"form": "10-K", "flags": {"thirdPartyEngaged": true}}'],
  ])('is read where it does: %s', async (path, text) => {
    const { documents, skipped } = await read(text, path, { inFolder: true })
    expect([documents.length, skipped]).toEqual([1, null])
  })

  it('is an error, not skipped, where it holds such an item and cannot be read', async () => {
    const { errors, skipped } = await read('# Item 1C\n\n:::proceses\nText.\n:::\n', 'draft.md', {
      inFolder: true,
    })
    expect([errors.length, skipped]).toEqual([1, null])
  })
})
