import type { Block, Disclosure, Flag, Place, ReaderNote } from '../../model/disclosure.js'
import { type CydElement, elementNamed } from '../../model/elements.js'
import { type Form, itemOf } from '../../model/forms.js'
import type { Prose } from '../../model/prose.js'
import { textSource } from '../../model/span.js'
import { isDate } from '../../text/date.js'
import { plainProse } from '../../text/prose-builder.js'
import { NO_FORM, resolveForm } from '../form.js'
import type { ReadOptions } from '../input.js'
import { itemProse } from '../plain/item-prose.js'
import { nestingDepths } from './nesting.js'
import { schemaProblems } from './schema-problems.js'
import { KIND, unknownName } from './unknown-name.js'

/** A record of facts, as `schemas/disclosure.schema.json` has it. */
interface FactsRecord {
  readonly form?: Form
  readonly registrant?: string
  readonly periodOfReport?: string
  readonly flags?: Readonly<Record<string, boolean>>
  readonly blocks?: Readonly<Record<string, string>>
  readonly text?: string
  readonly truncated?: readonly string[]
  readonly id?: string | number
}

/** Where a record comes from. */
export interface RecordPlace {
  readonly path: string
  /** Name of the record where it has no id of its own; null where it is the file's only one. */
  readonly name: string | null
  /** Place of the value at a path of keys, in the file. */
  readonly placeOf: (keys: readonly string[]) => Place
}

/** A record read: the document, or what is wrong with it. */
export type RecordResult =
  | { readonly document: Disclosure; readonly problems?: undefined }
  | { readonly document?: undefined; readonly problems: readonly string[] }

/** Resolves the keys of one map of facts; two keys for one element are a problem. */
const elementsOf = (
  map: Readonly<Record<string, unknown>>,
  datatype: CydElement['datatype'],
  at: string,
  problems: string[],
): readonly { readonly key: string; readonly element: CydElement }[] => {
  const seen = new Map<CydElement, string>()
  const found: { key: string; element: CydElement }[] = []
  for (const key of Object.keys(map)) {
    const element = elementNamed(key, datatype)
    if (!element) {
      problems.push(`${at}: ${unknownName(key, datatype)}`)
      continue
    }
    const before = seen.get(element)
    if (before !== undefined)
      problems.push(`${at}: "${before}" and "${key}" name the same ${KIND[datatype]}. Keep one.`)
    else {
      seen.set(element, key)
      found.push({ key, element })
    }
  }
  return found
}

const isRecord = (value: unknown, problems: readonly string[]): value is FactsRecord =>
  problems.length === 0 && typeof value === 'object' && value !== null

/** A pointer (RFC 6901) to a key below the root. */
const pointerTo = (...keys: readonly string[]): string =>
  keys.map(key => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Most problems that are told of one record. */
const LISTED = 10

const listed = (problems: readonly string[]): readonly string[] =>
  problems.length > LISTED
    ? [...problems.slice(0, LISTED), `and ${problems.length - LISTED} more problems in this record.`]
    : problems

const NOTHING_TO_CHECK =
  'the record holds no flag, no block and no text: there is nothing to check. Give at least one of them, in "flags", "blocks" or "text".'

/** A prose's text as it compares with another's, character by character: paragraphs may be set apart otherwise. */
const oneLine = (text: string): string => text.replaceAll('\n', ' ')

/**
 * Makes a disclosure of one record of facts.
 * @param value the record as parsed; validated here
 */
export const readRecord = (value: unknown, place: RecordPlace, options: ReadOptions): RecordResult => {
  const problems = [...schemaProblems(value)]
  if (!isRecord(value, problems)) return { problems: listed(problems) }
  const record = value
  const flagMap = record.flags ?? {}
  const blockMap = record.blocks ?? {}
  const flagNames = elementsOf(flagMap, 'boolean', '/flags', problems)
  const blockNames = elementsOf(blockMap, 'textBlock', '/blocks', problems)
  const cut = new Set<CydElement>()
  for (const name of record.truncated ?? []) {
    const element = elementNamed(name, 'textBlock')
    if (element) cut.add(element)
    else problems.push(`/truncated: ${unknownName(name, 'textBlock')}`)
  }
  const { periodOfReport } = record
  if (periodOfReport !== undefined && !isDate(periodOfReport))
    problems.push(`/periodOfReport is "${periodOfReport}", a day that the calendar does not have.`)
  if (flagNames.length + blockNames.length === 0 && record.text === undefined && problems.length === 0)
    problems.push(NOTHING_TO_CHECK)
  if (problems.length > 0) return { problems: listed(problems) }

  const texts = blockNames.map(({ key }) => blockMap[key] ?? '')
  const { text } = record
  const stated = record.form && { form: record.form, where: '"form" of the record' }
  const guess = resolveForm(
    options,
    stated,
    () => (text === undefined ? texts : [text, ...texts]),
    blockNames.map(({ element }) => element),
  )
  if (!guess) return { problems: [NO_FORM] }

  const whole = text === undefined ? undefined : itemProse(textSource(text, '/text'), guess.form)
  const extra: Prose[] = []
  const facts = blockNames.map(({ key, element }) => ({
    element,
    own: plainProse(textSource(blockMap[key] ?? '', pointerTo('blocks', key))),
  }))
  const depths = nestingDepths(facts.map(({ own }) => own.text))
  const blocks = facts.map(({ element, own }, index): Block => {
    const within = whole && own.text !== '' ? oneLine(whole.prose.text).indexOf(oneLine(own.text)) : -1
    const inItem = whole !== undefined && within >= 0
    if (!inItem) extra.push(own)
    const start = inItem ? within : 0
    return {
      element,
      origin: 'facts',
      prose: inItem ? whole.prose : own,
      start,
      end: start + own.text.length,
      depth: depths[index] ?? 0,
      truncated: cut.has(element),
      at: { source: own.source, start: 0, end: own.source.text.length },
    }
  })
  const flags = flagNames.map(
    ({ key, element }): Flag => ({
      element,
      value: flagMap[key] ?? false,
      origin: 'facts',
      // The file is parsed a second time to find the value's place, so only where a finding asks for it.
      get at() {
        return place.placeOf(['flags', key])
      },
    }),
  )
  const notes: ReaderNote[] = whole ? [...whole.notes] : []
  return {
    document: {
      path: place.path,
      id: record.id === undefined ? place.name : String(record.id),
      form: guess.form,
      formFrom: guess.from,
      item: itemOf(guess.form),
      view: whole ? 'item' : 'tagged',
      registrant: record.registrant ?? null,
      periodOfReport: periodOfReport ?? null,
      flags,
      blocks,
      prose: (whole ? [whole.prose, ...extra] : extra).filter(({ text: words }) => words !== ''),
      notes,
    },
  }
}
