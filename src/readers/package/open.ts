import { failedInput, type OpenInput, type ReadOptions, type Recognize, type Within } from '../input.js'
import { inMebibytes } from '../limits.js'
import { type Archive, ArchiveError, openArchive } from './archive.js'

/** Largest archive that is opened: a filing with its exhibits and pictures. */
const MAX_ARCHIVE_BYTES = 256 * 1024 * 1024

/** What an archive is that an office program wrote. */
type OfficeKind = 'word' | 'excel' | 'powerpoint' | 'opendocument'

const CONTENT_TYPES = '[Content_Types].xml'

const MAIN_TYPES: readonly (readonly [OfficeKind, RegExp])[] = [
  [
    'word',
    /wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.(?:document|template)\.macroEnabled/i,
  ],
  ['excel', /spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\./i],
  ['powerpoint', /presentationml\.(?:presentation|template|slideshow)\.main\+xml|ms-powerpoint\./i],
]
const MAIN_PARTS: readonly (readonly [OfficeKind, string])[] = [
  ['word', 'word/document.xml'],
  ['excel', 'xl/workbook.xml'],
  ['powerpoint', 'ppt/presentation.xml'],
]

/** Files of an archive are small beside this where they tell its kind. */
const MAX_TYPES_BYTES = 1024 * 1024

const smallText = (archive: Archive, name: string): string => {
  const size = archive.sizeOf(name)
  if (size === 0 || size > MAX_TYPES_BYTES) return ''
  try {
    return new TextDecoder().decode(archive.read(name))
  } catch (error) {
    if (error instanceof ArchiveError) return ''
    throw error
  }
}

/** Which office program wrote an archive; undefined for any other. */
export const officeKind = (archive: Archive): OfficeKind | undefined => {
  const known = MAIN_PARTS.find(([, name]) => archive.names.includes(name))
  if (known) return known[0]
  const types = smallText(archive, CONTENT_TYPES)
  const typed = MAIN_TYPES.find(([, pattern]) => pattern.test(types))
  if (typed) return typed[0]
  return smallText(archive, 'mimetype').startsWith('application/vnd.oasis.opendocument')
    ? 'opendocument'
    : undefined
}

/** Kinds that are not read: what they are, and what to do. */
const UNREAD: Readonly<Record<Exclude<OfficeKind, 'word'>, readonly [what: string, remedy: string]>> = {
  excel: [
    'an Excel workbook',
    'Save the item as a Word document (DOCX), or the facts as JSON, and check that.',
  ],
  powerpoint: ['a PowerPoint presentation', 'Save the item as a Word document (DOCX) and check that.'],
  opendocument: ['an OpenDocument file', 'Save it as a Word document (DOCX) and check that.'],
}

/** Recognizes what a zip archive holds, and opens it. */
export const openPackage = async (
  path: string,
  bytes: Uint8Array,
  options: ReadOptions,
  recognize: Recognize,
  within?: Within,
): Promise<OpenInput> => {
  if (bytes.length > MAX_ARCHIVE_BYTES)
    return failedInput(
      path,
      `the archive holds ${inMebibytes(bytes.length)}; at most ${inMebibytes(MAX_ARCHIVE_BYTES)} are read. Check the file with the item alone.`,
      null,
    )
  const { archive, problem } = openArchive(bytes)
  if (!archive)
    return failedInput(
      path,
      `this is a zip archive, as Word documents are, and it cannot be opened: ${problem}`,
      null,
    )
  const kind = officeKind(archive)
  if (kind === 'word') return (await import('../word/word.js')).openWord({ path, bytes, options })
  if (kind === undefined) {
    const { openFiling, openNested } = await import('./filing.js')
    return within ? openNested(path) : openFiling(path, archive, options, recognize)
  }
  const [what, remedy] = UNREAD[kind]
  return failedInput(path, `this is ${what}. ${remedy}`, `it is ${what}`)
}
