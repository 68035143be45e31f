import { Parser } from 'htmlparser2'
import type { ReaderNote } from '../../model/disclosure.js'
import { type CydElement, ELEMENTS } from '../../model/elements.js'
import type { Source } from '../../model/span.js'
import { type ProseBuilder, proseBuilder } from '../../text/prose-builder.js'
import { type HtmlText, htmlText } from '../html/html-prose.js'
import { errorEntry, type OpenInput, type ReadEntry, type ReaderInput, sourceOf } from '../input.js'
import { MAX_NESTING } from '../limits.js'
import { NO_FACTS, type ViewerRow, viewerEntries } from './disclosure.js'
import { elementLabeled, looksLikeCyd, periodNamed } from './labels.js'

const byTaxonomyName = new Map(ELEMENTS.map(element => [element.element, element]))

/** The name that the viewer keeps in a row's link: `Show.showAR( this, 'defref_cyd_…', window )`. */
const DEFINITION = /defref_([A-Za-z][\w.-]*?)_(\w+)/

/** A row while it is read. */
interface OpenRow {
  label: string
  /** Prefix and name of the element, where the row's link has them. */
  link: { readonly prefix: string; readonly name: string } | undefined
  /** Depth of the cell that is open, and what it is. */
  cell: { readonly depth: number; readonly isLabel: boolean } | undefined
  cells: number
  value:
    | { readonly builder: ProseBuilder; readonly text: HtmlText; readonly start: number; end: number }
    | undefined
}

interface PageRows {
  readonly rows: readonly ViewerRow[]
  readonly head: string
  readonly notes: readonly ReaderNote[]
  readonly tooDeep: boolean
}

const elementOf = ({ link, label }: OpenRow): CydElement | undefined =>
  link ? (link.prefix === 'cyd' ? byTaxonomyName.get(link.name) : undefined) : elementLabeled(label)

/** Reads the rows of the report's table; tables within a value are part of that value. */
const readRows = (source: Source): PageRows => {
  const rows: ViewerRow[] = []
  const notes: ReaderNote[] = []
  let head = ''
  let depth = 0
  let row: (OpenRow & { readonly depth: number; readonly start: number }) | undefined
  let tooDeep = false

  const finishRow = (end: number): void => {
    if (!row) return
    const element = elementOf(row)
    const { value, link, start } = row
    if (element && value)
      rows.push({
        element,
        named: link !== undefined,
        value: value.builder.finish(),
        start: value.start,
        end: value.end,
      })
    else if (
      !element &&
      (looksLikeCyd(row.label) || (link?.prefix === 'cyd' && /(?:Flag|TextBlock)$/.test(link.name)))
    )
      notes.push({
        message: `"${link?.name ?? row.label.trim()}" is no element of the cyd taxonomy; the row was not read.`,
        at: { source, start, end },
      })
    row = undefined
  }

  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (++depth > MAX_NESTING) {
        tooDeep = true
        return
      }
      const { startIndex, endIndex } = parser
      if (row?.cell && !row.cell.isLabel) row.value?.text.open(name, attributes, startIndex, endIndex + 1)
      else if (!row && name === 'tr')
        row = {
          depth,
          start: startIndex,
          label: '',
          link: undefined,
          cell: undefined,
          cells: 0,
          value: undefined,
        }
      else if (row && !row.cell && (name === 'td' || name === 'th')) {
        const isLabel = row.cells++ === 0
        row.cell = { depth, isLabel }
        if (!isLabel && !row.value) {
          const builder = proseBuilder(source)
          row.value = {
            builder,
            text: htmlText(builder, source.text),
            start: endIndex + 1,
            end: endIndex + 1,
          }
        } else if (!isLabel) row.cell = undefined
      }
      if (row?.cell?.isLabel && !row.link) {
        const found =
          DEFINITION.exec(attributes['onclick'] ?? '') ?? DEFINITION.exec(attributes['href'] ?? '')
        if (found) row.link = { prefix: found[1] ?? '', name: found[2] ?? '' }
      }
    },
    onclosetag: name => {
      if (row?.cell) {
        if (row.cell.depth === depth) {
          if (!row.cell.isLabel && row.value) row.value.end = parser.startIndex
          row.cell = undefined
        } else if (!row.cell.isLabel) row.value?.text.close(name)
      } else if (row?.depth === depth) finishRow(parser.endIndex + 1)
      depth--
    },
    ontext: data => {
      if (row?.cell && !row.cell.isLabel) row.value?.text.text(data, parser.startIndex, parser.endIndex + 1)
      if (row?.cell?.isLabel) row.label += data
      if (rows.length === 0 && head.length < 2000) head += ` ${data}`
    },
  })
  const { text } = source
  const CHUNK = 1 << 16
  for (let at = 0; at < text.length && !tooDeep; at += CHUNK) parser.write(text.slice(at, at + CHUNK))
  if (!tooDeep) parser.end()
  finishRow(text.length)
  return { rows, head, notes, tooDeep }
}

/** Reads a page of EDGAR's viewer as saved from the filing index (`R4.htm`). */
export const openViewerPage = (input: ReaderInput): OpenInput => {
  const { path, text, options } = input
  function* entries(): Generator<ReadEntry> {
    const source = sourceOf(input)
    const { rows, head, notes, tooDeep } = readRows(source)
    if (tooDeep) {
      yield errorEntry(
        path,
        `the HTML is nested more than ${MAX_NESTING} elements deep. Save the page from EDGAR's viewer again.`,
      )
      return
    }
    yield* viewerEntries({ path, source, rows, period: periodNamed(head), notes }, options)
  }
  const holdsFacts =
    /defref_cyd_|\b(?:cybersecurity risk|material cybersecurity incident)\b[^<]*\[(?:flag|text block)\]/i.test(
      text,
    )
  return { kind: 'viewer-html', skipped: holdsFacts ? null : NO_FACTS, entries }
}
