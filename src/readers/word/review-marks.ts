import type { ReviewMark } from '../../model/disclosure.js'
import type { Prose } from '../../model/prose.js'
import type { Comment } from './comments.js'
import type { DocumentText, MarkedWords } from './document-text.js'
import type { WordItem } from './item-units.js'

/** First offset of a prose that stands at or after an offset of its source; the prose is in the order of the source. */
const offsetInProse = (prose: Prose, offset: number): number => {
  let low = 0
  let high = prose.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (prose.toSource(middle, middle)[0] < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Words of the source as they stand in a prose; null where none of them do. */
const inProse = (prose: Prose, start: number, end: number): ReviewMark['inProse'] => {
  let from = offsetInProse(prose, start)
  let to = offsetInProse(prose, end)
  while (from < to && /\s/.test(prose.text[from] ?? '')) from++
  while (to > from && /\s/.test(prose.text[to - 1] ?? '')) to--
  return to > from ? { prose, start: from, end: to } : null
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Words that were moved are told where they stand now; where they went nowhere that is seen, where they stood. */
const withoutPairs = (marks: readonly MarkedWords[]): readonly MarkedWords[] =>
  marks.some(({ kind }) => kind === 'moved-here') ? marks.filter(({ kind }) => kind !== 'moved-away') : marks

const KINDS: Readonly<Record<MarkedWords['kind'], ReviewMark['kind']>> = {
  insertion: 'insertion',
  deletion: 'deletion',
  'moved-here': 'move',
  'moved-away': 'move',
  highlight: 'highlight',
}

/** What review left in the item: tracked changes, highlights, and comments that are still open, in order. */
export const reviewMarksOf = (
  { source, marks, commented }: DocumentText,
  { prose, start, end }: WordItem,
  comments: readonly Comment[],
): readonly ReviewMark[] => {
  const isWithin = (offset: number): boolean =>
    offset >= start && (offset < end || (offset === end && end === source.text.length))
  const found: ReviewMark[] = []
  for (const { kind, author, start: from, end: to, gone } of withoutPairs(
    marks.filter(mark => isWithin(mark.start)),
  )) {
    const words = folded(gone ?? source.text.slice(from, to))
    if (words !== '')
      found.push({
        kind: KINDS[kind],
        author,
        words,
        note: '',
        inProse: gone === null ? inProse(prose, from, to) : null,
        at: { source, start: from, end: to },
      })
  }
  for (const { id, author, text } of comments) {
    const [from, to] = commented.get(id) ?? [-1, -1]
    if (!isWithin(from)) continue
    found.push({
      kind: 'comment',
      author,
      words: folded(source.text.slice(from, to)),
      note: text,
      inProse: inProse(prose, from, to),
      at: { source, start: from, end: to },
    })
  }
  return found.sort((a, b) => a.at.start - b.at.start)
}
