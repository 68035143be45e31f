import type { Archive } from '../readers/package/archive.js'
import { OWN_AUTHOR } from '../readers/word/comments.js'
import type { Parts } from '../readers/word/parts.js'
import { type Attributes, parsePart, partText } from '../readers/word/xml.js'
import { changedArchive } from './changed-archive.js'
import { type Edit, edited } from './edits.js'
import { bytesOfPart } from './part-xml.js'

interface FoundComment {
  readonly id: string
  readonly author: string
  readonly start: number
  end: number
  /** Ids of its paragraphs, by which other parts know it. */
  readonly paragraphs: string[]
}

const commentsIn = (archive: Archive, part: string): readonly FoundComment[] => {
  const found: FoundComment[] = []
  let open: FoundComment | undefined
  parsePart(archive, part, {
    open: (name, attributes, start, end) => {
      if (name === 'w:comment') {
        open = {
          id: attributes['w:id'] ?? '',
          author: attributes['w:author'] ?? '',
          start,
          end,
          paragraphs: [],
        }
        found.push(open)
      } else if (name === 'w:p' && open) open.paragraphs.push(attributes['w14:paraId'] ?? '')
    },
    close: (name, _, end) => {
      if (name !== 'w:comment' || !open) return
      open.end = end
      open = undefined
    },
  })
  return found
}

/** An element directly in the root of a part. */
interface Listed {
  readonly attributes: Attributes
  readonly start: number
  end: number
}

const listedIn = (archive: Archive, part: string): readonly Listed[] => {
  const found: Listed[] = []
  let depth = 0
  parsePart(archive, part, {
    open: (_, attributes, start, end) => {
      if (++depth === 2) found.push({ attributes, start, end })
    },
    close: (_name, _start, end) => {
      const last = found.at(-1)
      if (depth-- === 2 && last) last.end = end
    },
  })
  return found
}

/** An attribute by its name without prefix. */
const local = (attributes: Attributes, name: string): string =>
  Object.entries(attributes).find(([key]) => key.slice(key.indexOf(':') + 1) === name)?.[1] ?? ''

const removal = ({ start, end }: { readonly start: number; readonly end: number }): Edit => ({
  start,
  end,
  text: '',
})

/** Elements that tie a comment to the text. */
const MARKERS = new Set(['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])

/** Edits that take the marks of comments out of the text; a run that holds nothing else goes with them. */
const withoutMarkers = (archive: Archive, part: string, ids: ReadonlySet<string>): readonly Edit[] => {
  interface OpenRun {
    readonly start: number
    others: number
    readonly references: Edit[]
  }
  const edits: Edit[] = []
  const runs: OpenRun[] = []
  const names: string[] = []
  const marks: { readonly start: number; readonly depth: number; readonly isReference: boolean }[] = []
  parsePart(archive, part, {
    open: (name, attributes, start) => {
      const isOwn = MARKERS.has(name) && ids.has(attributes['w:id'] ?? '')
      const run = runs.at(-1)
      if (names.at(-1) === 'w:r' && run && !isOwn && name !== 'w:rPr') run.others++
      if (name === 'w:r') runs.push({ start, others: 0, references: [] })
      names.push(name)
      if (isOwn) marks.push({ start, depth: names.length, isReference: name === 'w:commentReference' })
    },
    close: (name, _, end) => {
      const mark = marks.at(-1)
      if (mark && mark.depth === names.length) {
        marks.pop()
        const run = runs.at(-1)
        const target = mark.isReference && run ? run.references : edits
        target.push(removal({ start: mark.start, end }))
      }
      names.pop()
      if (name !== 'w:r') return
      const run = runs.pop()
      if (!run || run.references.length === 0) return
      if (run.others === 0) edits.push(removal({ start: run.start, end }))
      else edits.push(...run.references)
    },
  })
  return edits
}

/** A document without the comments that cydlint made before. */
export interface WithoutOwn {
  readonly archive: Archive
  /** How many were taken out. */
  readonly taken: number
}

/**
 * Takes out the comments that cydlint made, and what other parts say of them. One that somebody has answered stays, with
 * the answer.
 * @throws {WordProblem} or {ArchiveError} where a part cannot be read
 */
export const withoutOwnComments = (archive: Archive, parts: Parts): WithoutOwn => {
  const changed = new Map<string, Uint8Array>()
  if (parts.comments === undefined) return { archive, taken: 0 }
  const comments = commentsIn(archive, parts.comments)
  const byOthers = new Set(
    comments.filter(({ author }) => author !== OWN_AUTHOR).flatMap(({ paragraphs }) => paragraphs),
  )
  const extended = parts.commentsExtended === undefined ? [] : listedIn(archive, parts.commentsExtended)
  const answered = new Set(
    extended
      .filter(({ attributes }) => byOthers.has(local(attributes, 'paraId')))
      .map(({ attributes }) => local(attributes, 'paraIdParent')),
  )
  const own = comments.filter(
    ({ author, paragraphs }) =>
      author === OWN_AUTHOR && !paragraphs.some(id => id !== '' && answered.has(id)),
  )
  if (own.length === 0) return { archive, taken: 0 }
  const change = (part: string, edits: readonly Edit[]): void => {
    if (edits.length > 0) changed.set(part, bytesOfPart(edited(partText(archive, part), edits)))
  }
  change(parts.comments, own.map(removal))
  change(parts.main, withoutMarkers(archive, parts.main, new Set(own.map(({ id }) => id))))
  const gone = new Set(own.flatMap(({ paragraphs }) => paragraphs).filter(id => id !== ''))
  if (parts.commentsExtended !== undefined)
    change(
      parts.commentsExtended,
      extended.filter(({ attributes }) => gone.has(local(attributes, 'paraId'))).map(removal),
    )
  const ids = parts.commentsIds === undefined ? [] : listedIn(archive, parts.commentsIds)
  const goneIds = ids.filter(({ attributes }) => gone.has(local(attributes, 'paraId')))
  if (parts.commentsIds !== undefined) change(parts.commentsIds, goneIds.map(removal))
  if (parts.commentsExtensible !== undefined) {
    const durable = new Set(goneIds.map(({ attributes }) => local(attributes, 'durableId')))
    change(
      parts.commentsExtensible,
      listedIn(archive, parts.commentsExtensible)
        .filter(({ attributes }) => durable.has(local(attributes, 'durableId')))
        .map(removal),
    )
  }
  return { archive: changedArchive(archive, changed), taken: own.length }
}

/** The number after the highest id of a comment, in the part of comments and in the text. */
export const nextCommentId = (archive: Archive, { comments, main }: Parts): number => {
  let highest = -1
  for (const part of comments === undefined ? [main] : [main, comments])
    parsePart(archive, part, {
      open: (name, attributes) => {
        if (name !== 'w:comment' && !MARKERS.has(name)) return
        const id = Number(attributes['w:id'])
        if (Number.isSafeInteger(id) && id < 0x7fff_0000) highest = Math.max(highest, id)
      },
      close: () => {},
    })
  return highest + 1
}
