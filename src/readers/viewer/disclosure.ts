import type { Block, Disclosure, Flag, ReadError, ReaderNote } from '../../model/disclosure.js'
import { type CydElement, ELEMENTS } from '../../model/elements.js'
import { itemOf } from '../../model/forms.js'
import type { Prose } from '../../model/prose.js'
import type { TextSource } from '../../model/span.js'
import { nestingDepths } from '../facts/nesting.js'
import { NO_FORM, resolveForm } from '../form.js'
import { documentEntry, type ReadEntry, type ReadOptions } from '../input.js'
import { flagValue } from './labels.js'

/** Why a page in a folder is passed over. */
export const NO_FACTS = 'it is a page of the viewer without a fact of the cyd taxonomy'

/** One row of a viewer page: a fact, with its value as prose. */
export interface ViewerRow {
  readonly element: CydElement
  /** False where only the label told the element, which cyd/2024 gives to two of them. */
  readonly named: boolean
  readonly value: Prose
  /** Offsets of the whole value, for a value without words. */
  readonly start: number
  readonly end: number
}

export interface ViewerPage {
  readonly path: string
  readonly source: TextSource
  readonly rows: readonly ViewerRow[]
  readonly period: string | null
  readonly notes: readonly ReaderNote[]
}

const SCOPE = ELEMENTS.find(({ name }) => name === 'incidentScope')
const TIMING = ELEMENTS.find(({ name }) => name === 'incidentTiming')

/**
 * cyd/2024 labels the scope of an incident "Timing" too: where two rows bear that label and none is named, the first,
 * which the taxonomy puts first, is the scope.
 */
const repaired = (rows: readonly ViewerRow[]): readonly ViewerRow[] => {
  const unnamed = rows.filter(row => row.element === TIMING && !row.named)
  const [first] = unnamed
  if (!SCOPE || !first || unnamed.length < 2 || rows.some(({ element }) => element === SCOPE)) return rows
  return rows.map(row => (row === first ? { ...row, element: SCOPE } : row))
}

/** Makes a disclosure of the rows of a viewer page; problems of single rows stand beside it. */
export function* viewerEntries(page: ViewerPage, options: ReadOptions): Generator<ReadEntry> {
  const { path, source } = page
  const rows = repaired(page.rows)
  const errors: ReadError[] = []
  const notes: ReaderNote[] = [...page.notes]
  const flags: Flag[] = []
  const texts: ViewerRow[] = []
  for (const row of rows) {
    if (row.element.datatype === 'textBlock') {
      texts.push(row)
      continue
    }
    const { text } = row.value
    const value = flagValue(text)
    const [start, end] = text === '' ? [row.start, row.end] : row.value.toSource(0, text.length)
    if (value !== undefined)
      flags.push({ element: row.element, value, origin: 'tag', at: { source, start, end } })
    else if (text === '')
      notes.push({ message: `The flag ${row.element.name} has no value.`, at: { source, start, end } })
    else {
      errors.push({
        path,
        message: `line ${source.span(start, end).start.line}: the flag "${row.element.label}" is "${text.slice(0, 60)}"; true or false is wanted.`,
      })
    }
  }
  const depths = nestingDepths(texts.map(({ value }) => value.text))
  const blocks = texts.map(({ element, value, start, end }, index): Block => {
    const [from, to] = value.text === '' ? [start, end] : value.toSource(0, value.text.length)
    return {
      element,
      origin: 'tag',
      prose: value,
      start: 0,
      end: value.text.length,
      depth: depths[index] ?? 0,
      truncated: false,
      at: { source, start: from, end: to },
    }
  })
  const { cover } = options
  const guess = resolveForm(
    options,
    cover?.form && { form: cover.form, where: cover.where },
    () => blocks.map(({ prose }) => prose.text),
    rows.map(({ element }) => element),
  )
  if (!guess) {
    const message =
      rows.length > 0
        ? NO_FORM
        : 'the page holds no fact of the cyd taxonomy. Check the page of the viewer that shows the cybersecurity facts.'
    yield { type: 'error', error: { path, message } }
    return
  }
  const document: Disclosure = {
    path,
    id: null,
    form: guess.form,
    formFrom: guess.from,
    item: itemOf(guess.form),
    view: 'tagged',
    registrant: cover?.registrant ?? null,
    periodOfReport: page.period ?? cover?.period ?? null,
    flags,
    blocks,
    prose: blocks.map(({ prose }) => prose).filter(({ text }) => text !== ''),
    notes,
  }
  yield documentEntry(document)
  for (const error of errors) yield { type: 'error', error }
}
