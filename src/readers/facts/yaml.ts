import { textSource } from '../../model/span.js'
import { documentEntry, errorEntry, type OpenInput, type ReadEntry, type ReaderInput } from '../input.js'
import { looksLikeFacts } from './json.js'
import { parseYaml } from './parse-yaml.js'
import { readRecord } from './record.js'

/** Reads a file with one record of facts as YAML. */
export const openYaml = ({ path, text, options }: ReaderInput): OpenInput => {
  const parsed = parseYaml(text)
  const skipped = (
    parsed.problem === undefined
      ? looksLikeFacts(parsed.value)
      : /^(?:flags|blocks)[ \t]*:/m.test(text)
  )
    ? null
    : 'it is YAML without "flags", "blocks" or "text": no record of facts'
  function* entries(): Generator<ReadEntry> {
    if (parsed.problem !== undefined) {
      yield errorEntry(
        path,
        `not valid YAML: ${parsed.problem} (line ${parsed.line}, column ${parsed.column})`,
      )
      return
    }
    const source = textSource(text)
    const result = readRecord(
      parsed.value,
      {
        path,
        name: null,
        placeOf: keys => {
          const [start, end] = parsed.placeOf(keys) ?? [0, 0]
          return { source, start, end }
        },
      },
      options,
    )
    if (result.document) yield documentEntry(result.document)
    else for (const problem of result.problems) yield errorEntry(path, problem)
  }
  return { kind: 'yaml', skipped, entries }
}
