import { textSource } from '../../model/span.js'
import { documentEntry, errorEntry, type OpenInput, type ReadEntry, type ReaderInput } from '../input.js'
import { MAX_NESTING } from '../limits.js'
import { duplicateKeys, jsonPlaces, jsonProblem, outline } from './json-places.js'
import { readRecord } from './record.js'

/** Keys that show a JSON or YAML object to be a record of facts. */
export const looksLikeFacts = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  (Object.hasOwn(value, 'blocks') ||
    Object.hasOwn(value, 'flags') ||
    (Object.hasOwn(value, 'text') && Object.hasOwn(value, 'form')))

/** A JSON text parsed, or what is wrong with it, with line and column. */
export type ParsedJson =
  | { readonly value: unknown; readonly problems?: undefined }
  | { readonly value?: undefined; readonly problems: readonly string[] }

/**
 * Parses JSON and finds keys that stand twice.
 * @param firstLine line of the file on which `text` starts
 */
export const parseJson = (text: string, firstLine = 1): ParsedJson => {
  const where = (offset: number): string => {
    const { line, column } = textSource(text).span(offset, offset).start
    return `line ${line + firstLine - 1}, column ${column}`
  }
  const { keys, depth } = outline(text)
  if (depth > MAX_NESTING)
    return {
      problems: [
        `values are nested more than ${MAX_NESTING} deep (line ${firstLine}); a record has three levels.`,
      ],
    }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const { problem, offset } = jsonProblem(text)
    return { problems: [`not valid JSON: ${problem} (${where(offset)}).`] }
  }
  const duplicates = duplicateKeys(text, keys, value)
  return duplicates.length === 0
    ? { value }
    : {
        problems: duplicates
          .slice(0, 10)
          .map(
            ({ key, offset }) => `the key "${key}" stands twice in one object (${where(offset)}). Keep one.`,
          ),
      }
}

/** Reads a file with one record of facts as JSON. */
export const openJson = ({ path, text, options }: ReaderInput): OpenInput => {
  const parsed = parseJson(text)
  const isFacts = parsed.problems ? /"(?:flags|blocks)"\s*:/.test(text) : looksLikeFacts(parsed.value)
  const skipped = isFacts ? null : 'it is JSON without "flags", "blocks" or "text": no record of facts'
  function* entries(): Generator<ReadEntry> {
    if (parsed.problems) {
      for (const problem of parsed.problems) yield errorEntry(path, problem)
      return
    }
    const source = textSource(text)
    const places = jsonPlaces(text)
    const result = readRecord(
      parsed.value,
      {
        path,
        name: null,
        placeOf: keys => {
          const [start, end] = places(keys) ?? [0, 0]
          return { source, start, end }
        },
      },
      options,
    )
    if (result.document) yield documentEntry(result.document)
    else for (const problem of result.problems) yield errorEntry(path, problem)
  }
  return { kind: 'json', skipped, entries }
}
