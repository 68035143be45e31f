import { type Before, partSource } from '../../model/span.js'
import { decode } from '../decode.js'
import { documentEntry, errorEntry, type OpenInput, type ReadEntry, type ReadOptions } from '../input.js'
import { inMebibytes, MAX_TEXT_BYTES } from '../limits.js'
import { looksLikeFacts, parseJson } from './json.js'
import { jsonPlaces } from './json-places.js'
import { readRecord } from './record.js'

/** One line of a file: its number from 1, and the offset of its first character in the file. */
interface Line {
  readonly number: number
  readonly offset: number
  readonly text: string
}

const NOTHING_BEFORE: Before = { lines: 0, characters: 0 }

const LINE_END = 10

/** Lines of an NDJSON file that hold something, decoded one at a time; a line that cannot be decoded is a problem. */
function* linesOf(
  data: Uint8Array | string,
  { lines, characters }: Before = NOTHING_BEFORE,
): Generator<Line | { readonly number: number; readonly problem: string }> {
  let start = 0
  let offset = characters
  for (let number = lines + 1; start < data.length; number++) {
    const found = typeof data === 'string' ? data.indexOf('\n', start) : data.indexOf(LINE_END, start)
    const end = found < 0 ? data.length : found
    if (end - start > MAX_TEXT_BYTES)
      yield {
        number,
        problem: `the line holds ${inMebibytes(end - start)}; a record has at most ${inMebibytes(MAX_TEXT_BYTES)}.`,
      }
    else {
      const decoded =
        typeof data === 'string' ? { text: data.slice(start, end) } : decode(data.subarray(start, end))
      if (decoded.text === undefined) yield { number, problem: `the line ${decoded.problem}` }
      else {
        if (decoded.text.trim() !== '') yield { number, offset, text: decoded.text }
        offset += decoded.text.length + 1
      }
    }
    start = end + 1
  }
}

function* readLine(path: string, line: Line, options: ReadOptions): Generator<ReadEntry> {
  const at = `${path}:${line.number}`
  const parsed = parseJson(line.text, line.number)
  if (parsed.problems) {
    for (const problem of parsed.problems) yield errorEntry(at, problem)
    return
  }
  const places = jsonPlaces(line.text)
  const source = partSource(line.text, { lines: line.number - 1, characters: line.offset })
  const result = readRecord(
    parsed.value,
    {
      path,
      name: String(line.number),
      placeOf: keys => {
        const [start, end] = places(keys) ?? [0, 0]
        return { source, start, end }
      },
    },
    options,
  )
  if (result.document) yield documentEntry(result.document)
  else for (const problem of result.problems) yield errorEntry(at, problem)
}

/**
 * Reads a file with a record of facts on each line, one line at a time. A line that is no record is an error, and the
 * others are read.
 * @param before what stands before `data` in the file, where it is a part of one
 */
export const openNdjson = (
  path: string,
  data: Uint8Array | string,
  options: ReadOptions,
  before?: Before,
): OpenInput => {
  function* entries(): Generator<ReadEntry> {
    for (const line of linesOf(data, before)) {
      if ('problem' in line) yield errorEntry(`${path}:${line.number}`, line.problem)
      else yield* readLine(path, line, options)
    }
  }
  return {
    kind: 'ndjson',
    skipped: before || holdsFacts(data) ? null : 'none of its first lines is a record of facts',
    entries,
  }
}

/** Lines of a file in a folder that are looked at to tell whether it holds records of facts. */
const PEEKED = 20

/** Whether one of the first lines is a record of facts. */
export const holdsFacts = (data: Uint8Array | string): boolean => {
  let seen = 0
  for (const line of linesOf(data)) {
    if (++seen > PEEKED) return false
    if ('problem' in line) continue
    const { value } = parseJson(line.text, line.number)
    if (looksLikeFacts(value)) return true
  }
  return false
}
