import { zipSync } from 'fflate'
import type { Disclosure } from '../model/disclosure.js'
import type { ReportDocument, ReportFinding } from '../model/report.js'
import type { Span } from '../model/span.js'
import type { ReadOptions } from '../readers/input.js'
import { type Archive, ArchiveError, openArchive } from '../readers/package/archive.js'
import type { DocumentText, Runs } from '../readers/word/document-text.js'
import { type Parts, partsOf } from '../readers/word/parts.js'
import { readStyles } from '../readers/word/styles.js'
import { traceOf } from '../readers/word/trace.js'
import { NO_MAIN_PART, openWordArchive, readWords } from '../readers/word/word.js'
import { partText, WordProblem } from '../readers/word/xml.js'
import { isLive } from '../reporters/live.js'
import { changedArchive } from './changed-archive.js'
import { commentEdits, type PlacedComment } from './comment-places.js'
import { commentXml } from './comment-text.js'
import { withComments } from './comments-part.js'
import { edited } from './edits.js'
import { nextCommentId, withoutOwnComments } from './own-comments.js'
import { bytesOfPart, namesOf } from './part-xml.js'

/** What a document is annotated by. */
export interface AnnotateTerms {
  readonly options: ReadOptions
  /** The day that the comments bear, YYYY-MM-DD. */
  readonly asOf: string
  /** Checks what was read. */
  readonly report: (disclosure: Disclosure) => ReportDocument
}

/** A copy of a Word document in which findings are comments. */
export interface Annotated {
  readonly bytes: Uint8Array
  /** The findings that became comments. */
  readonly commented: readonly ReportFinding[]
  readonly suppressed: number
  /** Findings that follow from one of the others. */
  readonly following: number
  /** Comments of an earlier run that were taken out. */
  readonly replaced: number
  /** Whether the document was signed, which a copy with comments is no longer. */
  readonly wasSigned: boolean
}

/** A document with comments, or why there is none, in words for the user. */
export type Annotation = Annotated | { readonly problem: string }

/** Where the text of a run begins, by the paragraph and the run that a place names. */
const runStarts = ({ starts, paragraphs, numbers }: Readonly<Runs>): ReadonlyMap<string, number> =>
  new Map(starts.map((start, index) => [`${paragraphs[index]}/${numbers[index]}`, start]))

/** Offsets of the heading of the item: what a finding without words of its own is on. */
const headingOf = ({ prose: [prose] }: Disclosure): readonly [number, number] => {
  const heading = prose?.units.find(({ kind }) => kind === 'heading') ?? prose?.units[0]
  return prose && heading ? prose.toSource(heading.start, heading.end) : [0, 1]
}

/** The words that a finding is on, as offsets in the text of the document. */
const wordsOf = (
  span: Span | null,
  { source }: DocumentText,
  starts: ReadonlyMap<string, number>,
  heading: readonly [number, number],
): readonly [start: number, end: number] => {
  if (span === null || !('paragraph' in span)) return heading
  const run = starts.get(`${span.paragraph}/${span.run}`)
  if (run === undefined) return heading
  const start = run + span.offset
  if (span.length > 0) return [start, start + span.length]
  // What was taken away is told at the words after it, or before it at the end of a paragraph.
  const line = source.text.lastIndexOf('\n', start - 1) + 1
  const rest = /^[^\n.;,]*\S[^\n.;,]*/.exec(source.text.slice(start, start + 200))?.[0] ?? ''
  if (rest !== '') return [start, start + rest.trimEnd().length]
  return start > line ? [line, start] : heading
}

/** Only documents of one item are annotated; whatever cannot be read is a problem. */
const disclosureIn = async (
  path: string,
  archive: Archive,
  options: ReadOptions,
): Promise<Disclosure | { readonly problem: string }> => {
  for await (const entry of openWordArchive(path, archive, options).entries())
    return entry.type === 'document' ? entry.document : { problem: entry.error.message }
  return { problem: 'it holds nothing that is read.' }
}

const zipped = (archive: Archive): Uint8Array =>
  zipSync(Object.fromEntries(archive.names.map(name => [name, archive.read(name)])), {
    // No time of day in the archive: the earliest that the format has.
    mtime: new Date(1980, 0, 1),
  })

const annotated = async (
  path: string,
  original: Archive,
  parts: Parts,
  { options, asOf, report }: AnnotateTerms,
): Promise<Annotation> => {
  const { archive, taken } = withoutOwnComments(original, parts)
  const disclosure = await disclosureIn(path, archive, options)
  if ('problem' in disclosure) return disclosure
  const { findings } = report(disclosure)
  const { words } = readWords(archive, parts, readStyles(archive, parts.styles), traceOf())
  const starts = runStarts(words.runs)
  const heading = headingOf(disclosure)
  const placed = findings
    .filter(isLive)
    .map(finding => ({ finding, place: wordsOf(finding.span, words, starts, heading) }))
    .sort((a, b) => a.place[0] - b.place[0])
  const first = nextCommentId(archive, parts)
  const comments = placed.map(
    ({ place: [start, end] }, index): PlacedComment => ({ id: first + index, start, end }),
  )
  const xml = partText(archive, parts.main)
  const names = namesOf(xml)
  const changed = new Map<string, Uint8Array>()
  if (placed.length > 0) {
    const edits = commentEdits(xml, words.runs, comments, heading, names)
    changed.set(parts.main, bytesOfPart(edited(xml, edits)))
    const made = withComments(archive, parts, names, declaration =>
      placed.map(({ finding }, index) => commentXml(finding, first + index, asOf, declaration)).join(''),
    )
    for (const [name, bytes] of made) changed.set(name, bytes)
  }
  return {
    bytes: zipped(changedArchive(archive, changed)),
    commented: placed.map(({ finding }) => finding),
    suppressed: findings.filter(({ suppressed }) => suppressed !== null).length,
    following: findings.filter(({ suppressed, supersededBy }) => suppressed === null && supersededBy !== null)
      .length,
    replaced: taken,
    wasSigned: archive.names.some(name => name.startsWith('_xmlsignatures/')),
  }
}

/**
 * Makes a copy of a Word document in which every finding that counts is a comment on its words. Nothing else of the
 * document changes: its other parts are the same bytes, and the text has the marks of the comments put in.
 */
export const annotateWord = async (
  path: string,
  bytes: Uint8Array,
  terms: AnnotateTerms,
): Promise<Annotation> => {
  const { archive, problem } = openArchive(bytes)
  if (!archive) return { problem: `the document cannot be opened: ${problem}` }
  try {
    const parts = partsOf(archive)
    return parts ? await annotated(path, archive, parts, terms) : { problem: NO_MAIN_PART }
  } catch (error) {
    if (error instanceof WordProblem || error instanceof ArchiveError) return { problem: error.message }
    throw error
  }
}
