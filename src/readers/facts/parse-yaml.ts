import {
  boolYaml11Tag,
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  YAMLException,
} from 'js-yaml'
import { MAX_NESTING } from '../limits.js'

/** YAML parsed, with the places of its values, or what is wrong with it. Lines and columns count from 1. */
export type ParsedYaml =
  | {
      readonly value: unknown
      /** Offsets of the value at a path of keys. */
      readonly placeOf: (keys: readonly string[]) => readonly [number, number] | undefined
      readonly problem?: undefined
    }
  | { readonly value?: undefined; readonly problem: string; readonly line: number; readonly column: number }

/** YAML 1.2 with the `yes` and `no` of 1.1, as people write flags; dates stay the text they are. */
const SCHEMA = CORE_SCHEMA.withTags(boolYaml11Tag)

/** js-yaml's reasons that say little to one who does not know YAML's grammar. */
const IN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/duplicated mapping key/, 'a key stands twice. Keep one.'],
  [
    /expected a single document/,
    'there is more than one document. Keep one record; several records go into an NDJSON file.',
  ],
  [/alias/i, 'aliases (*name) are not read. Write the value out.'],
  [/depth/i, `values are nested more than ${MAX_NESTING} deep.`],
]

/** The key that stands at an offset. */
const keyAt = (yaml: string, offset: number): string =>
  /^["']?([^"':\r\n]{1,80})/.exec(yaml.slice(offset, offset + 100))?.[1]?.trim() ?? ''

const problemOf = (error: unknown): { problem: string; line: number; column: number } => {
  if (!(error instanceof YAMLException)) throw error
  const named =
    /duplicated mapping key/.test(error.reason) && error.mark
      ? keyAt(error.mark.buffer, error.mark.position)
      : ''
  const words =
    named === ''
      ? IN_WORDS.find(([pattern]) => pattern.test(error.reason))?.[1]
      : `the key "${named}" stands twice. Keep one.`
  return {
    problem: words ?? `${error.reason}. Check indentation, colons and quotation marks.`,
    line: (error.mark?.line ?? 0) + 1,
    column: (error.mark?.column ?? 0) + 1,
  }
}

type Events = ReturnType<typeof parseEvents>

/** Places of the scalar values in nested maps, by the keys that lead to them. */
const placesIn = (text: string, events: Events): ReadonlyMap<string, readonly [number, number]> => {
  const places = new Map<string, readonly [number, number]>()
  /** Open collections: the path to each, and for a map the key that waits for its value. */
  const open: { path: string; isMap: boolean; key: string | undefined }[] = []
  const taken = (): string => {
    const parent = open.at(-1)
    if (!parent?.isMap) return `${parent?.path ?? ''}\n*`
    const path = `${parent.path}\n${parent.key ?? ''}`
    parent.key = undefined
    return path
  }
  for (const event of events) {
    const parent = open.at(-1)
    if (event.type === EVENT_ID.DOCUMENT) open.push({ path: '', isMap: false, key: undefined })
    else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      const path = open.length <= 1 ? '' : taken()
      open.push({ path, isMap: event.type === EVENT_ID.MAPPING, key: undefined })
    } else if (event.type === EVENT_ID.POP) open.pop()
    else if (event.type === EVENT_ID.ALIAS) taken()
    else if (parent?.isMap && parent.key === undefined) parent.key = getScalarValue(text, event)
    else places.set(taken(), [event.valueStart, event.valueEnd])
  }
  return places
}

/** Parses one YAML document. Aliases are refused (nothing here needs them, and they can blow up), nesting is bounded. */
export const parseYaml = (text: string): ParsedYaml => {
  try {
    const events = parseEvents(text, { maxDepth: MAX_NESTING })
    const documents = constructFromEvents(events, { source: text, schema: SCHEMA, maxAliases: 0 })
    if (documents.length > 1)
      return {
        problem: 'there is more than one document. Keep one record; several records go into an NDJSON file.',
        line: 1,
        column: 1,
      }
    let places: ReadonlyMap<string, readonly [number, number]> | undefined
    return {
      value: documents[0],
      placeOf: keys => {
        places ??= placesIn(text, events)
        return places.get(keys.map(key => `\n${key}`).join(''))
      },
    }
  } catch (error) {
    return problemOf(error)
  }
}
