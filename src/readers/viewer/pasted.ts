import type { ReaderNote } from '../../model/disclosure.js'
import { plainProse } from '../../text/prose-builder.js'
import { type OpenInput, type ReaderInput, sourceOf } from '../input.js'
import { NO_FACTS, type ViewerRow, viewerEntries } from './disclosure.js'
import { elementLabeled, LABEL_LINE, looksLikeCyd, periodNamed } from './labels.js'

/** Definitions and references that stand below the table where the whole page was copied. */
const DEFINITIONS = /^[^\S\r\n]*(?:X[^\S\r\n]*(?:[|\t]|$)|[-–][^\S\r\n]*(?:Definition|References)\b)/m

/** Text between offsets without the white space and column marks around it. */
const trimmed = (text: string, start: number, end: number, marked: boolean): readonly [number, number] => {
  const isEdge = (unit: number): boolean => unit <= 32 || unit === 0xa0 || (marked && unit === 124)
  let from = start
  let to = end
  while (from < to && isEdge(text.charCodeAt(from))) from++
  while (to > from && isEdge(text.charCodeAt(to - 1))) to--
  return [from, to]
}

/**
 * Reads a page of EDGAR's viewer pasted as text: one fact a row, label and value set apart by "|" or a tab, the value
 * of a text block over as many lines as its paragraphs took.
 */
export const openViewerText = (input: ReaderInput): OpenInput => {
  const { path, text, options } = input
  function* entries() {
    const source = sourceOf(input)
    const labels = [...text.matchAll(LABEL_LINE)]
    const notes: ReaderNote[] = []
    const rows: ViewerRow[] = []
    labels.forEach((match, index) => {
      const label = match.groups?.['label'] ?? ''
      const element = elementLabeled(label)
      const valueStart = match.index + match[0].length
      if (!element) {
        if (looksLikeCyd(label))
          notes.push({
            message: `"${label.trim()}" is no label of the cyd taxonomy; the row was not read.`,
            at: { source, start: match.index, end: valueStart },
          })
        return
      }
      const next = labels[index + 1]?.index ?? text.length
      const stretch = text.slice(valueStart, next)
      const marked = match.groups?.['mark'] === '|'
      // With column marks a row ends with the line that ends in one; a pasted row without them, at the next row.
      const rowEnd = marked ? stretch.search(/\|[^\S\r\n]*(?:\r?\n|$)/) : stretch.search(DEFINITIONS)
      const [start, end] = trimmed(text, valueStart, rowEnd < 0 ? next : valueStart + rowEnd, marked)
      rows.push({ element, named: false, value: plainProse(source, start, end), start, end })
    })
    const head = text.slice(0, labels[0]?.index ?? 0)
    yield* viewerEntries({ path, source, rows, period: periodNamed(head), notes }, options)
  }
  const holdsFacts = [...text.matchAll(LABEL_LINE)].some(match =>
    elementLabeled(match.groups?.['label'] ?? ''),
  )
  return { kind: 'viewer-text', skipped: holdsFacts ? null : NO_FACTS, entries }
}
