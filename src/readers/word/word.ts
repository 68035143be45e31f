import { itemOf } from '../../model/forms.js'
import { NO_FORM, resolveForm } from '../form.js'
import { type FormGuess, formOfText } from '../form-of-text.js'
import { documentEntry, errorEntry, type OpenInput, type ReadEntry, type ReadOptions } from '../input.js'
import { type Archive, ArchiveError, openArchive } from '../package/archive.js'
import { readComments } from './comments.js'
import { readCover } from './cover.js'
import { type DocumentText, documentText, type Notes } from './document-text.js'
import { readItem, type WordItem } from './item-units.js'
import { type Parts, partsOf } from './parts.js'
import { reviewMarksOf } from './review-marks.js'
import { readStories, type Story } from './story.js'
import { readStyles, type Styles } from './styles.js'
import type { Trace } from './trace.js'
import { childOf, readTree, WordProblem } from './xml.js'

const NO_ITEM = 'it is a Word document without a heading of Item 1C, 16K or 1.05'

/** A document that is not read, and why. */
const failed = (path: string, message: string, skipped: string | null): OpenInput => ({
  kind: 'word',
  skipped,
  entries: () => [errorEntry(path, message)],
})

/** Footnotes or endnotes by their ids. */
const notesOf = (archive: Archive, part: string | undefined, styles: Styles): ReadonlyMap<string, Story> => {
  if (part === undefined) return new Map()
  const { stories } = readStories(archive, part, styles)
  return new Map(stories.map(story => [story.attributes['w:id'] ?? '', story]))
}

/**
 * The form that the title in the document's properties names: a weak hint, asked last.
 * @throws {WordProblem} where the properties cannot be read
 */
const formOfProperties = (archive: Archive, { properties }: Parts): FormGuess | undefined => {
  if (properties === undefined) return undefined
  const title = childOf(readTree(archive, properties), 'dc:title')?.text ?? ''
  const guess = formOfText([title])
  return (
    guess && { form: guess.form, from: `the title in the document’s properties names Form ${guess.form}` }
  )
}

export const NO_MAIN_PART =
  'this is no Word document: it has no main part (word/document.xml). Save it as DOCX in Word again.'

/**
 * The words of a document in reading order.
 * @param trace follows the main part, so that they are found again in its XML
 * @throws {WordProblem} or {ArchiveError} where a part cannot be read
 */
export const readWords = (
  archive: Archive,
  parts: Parts,
  styles: Styles,
  trace?: Trace,
): { readonly words: DocumentText; readonly embeds: boolean } => {
  const { stories, embeds } = readStories(archive, parts.main, styles, trace)
  const [body] = stories
  if (!body)
    throw new WordProblem(`${parts.main} in the document has no body. Open it in Word and save it again.`)
  const notes: Notes = {
    footnote: notesOf(archive, parts.footnotes, styles),
    endnote: notesOf(archive, parts.endnotes, styles),
  }
  return { words: documentText(body, notes, styles), embeds }
}

/** Most lines that a cover page has. */
const COVER_LINES = 150

/** Lines before the item, and before whatever follows the cover page. */
const coverLines = ({ source: { text } }: DocumentText, { start }: WordItem): readonly string[] =>
  text
    .slice(0, start === 0 ? 20_000 : Math.min(start, 100_000))
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .filter(line => line !== '')
    .slice(0, COVER_LINES)

const EMBEDS =
  'The document takes in other documents, whose words were not read. Open it in Word and save it again, so that they become part of it.'

const opened = (path: string, archive: Archive, options: ReadOptions): OpenInput => {
  const parts = partsOf(archive)
  if (!parts) throw new WordProblem(NO_MAIN_PART)
  const styles = readStyles(archive, parts.styles)
  const { words, embeds } = readWords(archive, parts, styles)
  const { source } = words
  const cover = (item: WordItem) => readCover(coverLines(words, item))
  // The cover tells the form, which tells the item; most documents hold one item on cybersecurity whatever the form.
  const first = readItem(words, options.form)
  const stated = cover(first)
  const form = options.form ?? stated.form?.form ?? options.assumedForm?.form
  const item = form === options.form ? first : readItem(words, form)
  const marks = reviewMarksOf(words, item, readComments(archive, parts, styles))

  const guess =
    resolveForm(
      options,
      stated.form,
      () => [item.prose.text],
      item.blocks.map(({ element }) => element),
    ) ??
    formOfText([source.text]) ??
    formOfProperties(archive, parts)

  function* entries(): Generator<ReadEntry> {
    for (const problem of item.problems) yield errorEntry(path, problem)
    if (item.problems.length > 0) return
    if (item.prose.text === '') {
      yield errorEntry(path, 'the document holds no words that are read. Text in pictures is not.')
      return
    }
    if (!guess) {
      yield errorEntry(path, NO_FORM)
      return
    }
    yield documentEntry({
      path,
      id: null,
      form: guess.form,
      formFrom: guess.from,
      item: itemOf(guess.form),
      view: 'item',
      registrant: stated.registrant,
      periodOfReport: stated.periodOfReport,
      flags: item.flags,
      blocks: item.blocks,
      prose: [item.prose],
      notes: [...item.notes, ...(embeds ? [{ message: EMBEDS, at: null }] : [])],
      reviewMarks: marks,
    })
  }
  return { kind: 'word', skipped: item.isDisclosure ? null : NO_ITEM, entries }
}

/** Reads a Word document whose archive is open. */
export const openWordArchive = (path: string, archive: Archive, options: ReadOptions): OpenInput => {
  try {
    return opened(path, archive, options)
  } catch (error) {
    if (error instanceof WordProblem) return failed(path, error.message, null)
    if (error instanceof ArchiveError)
      return failed(path, `the document cannot be opened: ${error.message}`, null)
    throw error
  }
}

/**
 * Reads a Word document (DOCX, DOCM and their templates) as it stands once all tracked changes are accepted. Of a whole
 * report only the item on cybersecurity is read.
 */
export const openWord = (input: {
  readonly path: string
  readonly bytes: Uint8Array
  readonly options: ReadOptions
}): OpenInput => {
  const { path, bytes, options } = input
  const { archive, problem } = openArchive(bytes)
  return archive
    ? openWordArchive(path, archive, options)
    : failed(path, `the document cannot be opened: ${problem}`, null)
}
