import { strToU8, zipSync } from 'fflate'
import type { Disclosure } from '../../src/model/disclosure.js'
import type { ReadOptions, ReadResult } from '../../src/readers/input.js'
import { readInput } from '../../src/readers/read.js'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Words of a run. */
export const t = (text: string): string => `<w:t xml:space="preserve">${escaped(text)}</w:t>`
/** A run: words, or XML where it begins with a tag. */
export const r = (content: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content.startsWith('<w:') ? content : t(content)}</w:r>`
/** A paragraph of words, or of runs. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content === '' || content.startsWith('<') ? content : r(content)}</w:p>`
export const style = (id: string): string => `<w:pStyle w:val="${id}"/>`
export const heading = (level: number, text: string): string => p(text, style(`Heading${level}`))
export const item = (text: string, level = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>${rows
    .map(
      row =>
        `<w:tr>${row
          .map(
            cell => `<w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`,
          )
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`
const by = (author: string): string => `w:id="1" w:author="${author}" w:date="2026-01-05T09:00:00Z"`
export const ins = (runs: string, author = 'M. Ortiz'): string =>
  `<w:ins ${by(author)}>${runs.startsWith('<') ? runs : r(runs)}</w:ins>`
export const del = (text: string, author = 'M. Ortiz'): string =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r></w:del>`

const STYLES = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
  1, 2, 3,
]
  .map(
    level =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`,
  )
  .join('')}`

/** What a document is made of; each part is the XML within its root. */
export interface WordParts {
  readonly body: string
  readonly styles?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly commentsExtended?: string
  readonly title?: string
  /** Files besides, or in place of those made here. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

const root = (name: string, content: string): string =>
  `${DECLARATION}<w:${name} ${NAMESPACES}>${content}</w:${name}>`

/** The files of a document, unpacked. */
export const wordFiles = (parts: WordParts): Record<string, Uint8Array> => {
  const optional = {
    footnotes: parts.footnotes && root('footnotes', parts.footnotes),
    endnotes: parts.endnotes && root('endnotes', parts.endnotes),
    comments: parts.comments && root('comments', parts.comments),
    commentsExtended:
      parts.commentsExtended &&
      `${DECLARATION}<w15:commentsEx ${NAMESPACES}>${parts.commentsExtended}</w15:commentsEx>`,
  }
  const present = Object.entries(optional).filter(([, xml]) => xml)
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/>${present
      .map(([name]) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${name}+xml"/>`)
      .join('')}</Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/>${parts.title ? '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' : ''}</Relationships>`,
    'word/_rels/document.xml.rels': `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/styles" Target="styles.xml"/>${present
      .map(
        ([name], index) =>
          `<Relationship Id="rId${index + 2}" Type="${RELATION}/${name}" Target="${name}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'word/document.xml': root('document', `<w:body>${parts.body}<w:sectPr/></w:body>`),
    'word/styles.xml': root('styles', parts.styles ?? STYLES),
    ...Object.fromEntries(present.map(([name, xml]) => [`word/${name}.xml`, xml ?? ''])),
    ...(parts.title
      ? {
          'docProps/core.xml': `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(parts.title)}</dc:title></cp:coreProperties>`,
        }
      : {}),
    ...parts.files,
  }
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  )
}

/** A Word document as bytes. */
export const wordDocument = (parts: WordParts | string): Uint8Array =>
  zipSync(wordFiles(typeof parts === 'string' ? { body: parts } : parts), { level: 1 })

export const readWord = (
  parts: WordParts | string | Uint8Array,
  options: ReadOptions = {},
): Promise<ReadResult> =>
  readInput({ path: 'draft.docx', bytes: parts instanceof Uint8Array ? parts : wordDocument(parts) }, options)

/** The only disclosure of a document that is read without errors; its form is 10-K where nothing else tells. */
export const word = async (
  parts: WordParts | string | Uint8Array,
  options: ReadOptions = { form: '10-K' },
): Promise<Disclosure> => {
  const { documents, errors } = await readWord(parts, options)
  const [first] = documents
  if (!first || errors.length > 0) throw new Error(`not one document: ${JSON.stringify(errors)}`)
  return first
}
