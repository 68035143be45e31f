import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import type { Form } from '../model/forms.js'
import { isNdjson } from '../readers/detect.js'
import { holdsFacts, openNdjson } from '../readers/facts/ndjson.js'
import { type FoundFile, inWords } from './inputs.js'
import type { OwnSettings } from './own-settings.js'
import { type ReadEvent, readOpened } from './read-inputs.js'

/** Lines of a large file of records, so that several threads can share it. Plain data. */
export interface Stretch {
  readonly type: 'stretch'
  readonly path: string
  /** Bytes of the file. */
  readonly start: number
  readonly size: number
  /** Lines and characters of the file before it. */
  readonly lines: number
  readonly characters: number
  /** What the configuration says of the file. */
  readonly settings?: OwnSettings | undefined
  /** Suppressions that may be meant for its records. */
  readonly suppressions?: FoundFile['suppressions']
}

const LINE_END = 10
const BYTE_ORDER_MARK = 0xef

/** Bytes [start, start + size) of a file, as far as it holds them. */
const bytesAt = (file: number, start: number, size: number): Buffer => {
  const bytes = Buffer.allocUnsafe(size)
  let held = 0
  for (let read = -1; read !== 0 && held < size; held += read)
    read = readSync(file, bytes, held, size - held, start + held)
  return bytes.subarray(0, held)
}

const countLines = (bytes: Uint8Array): number => {
  let count = 0
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) count++
  return count
}

/** Whether the file can be shared: lines of records, in UTF-8 without a mark, and such as would be read. */
const isShared = ({ path, inFolder }: FoundFile, head: Buffer): boolean =>
  head[0] !== BYTE_ORDER_MARK &&
  isNdjson(path, head.toString('utf8')) &&
  (!inFolder || holdsFacts(head.subarray(0, head.lastIndexOf(LINE_END))))

/**
 * Cuts a file of records at ends of lines into stretches of about so many bytes. A file of another kind, or one that
 * cannot be read, is given back whole.
 */
export function* stretchesOf(input: FoundFile, size: number): Generator<FoundFile | Stretch> {
  const { path, settings, suppressions, content } = input
  if (content) {
    yield input
    return
  }
  const own = { type: 'stretch', path, settings, suppressions } as const
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    yield input
    return
  }
  try {
    let start = 0
    let lines = 0
    let characters = 0
    let wanted = size
    while (start < input.size) {
      const bytes = bytesAt(file, start, wanted)
      if (start === 0 && wanted === size && !isShared(input, bytes)) {
        yield input
        return
      }
      const last = start + bytes.length >= input.size
      const end = last ? bytes.length : bytes.lastIndexOf(LINE_END) + 1
      if (end === 0) {
        wanted *= 2
        continue
      }
      const whole = bytes.subarray(0, end)
      // Characters can be counted only where they can be read; from there on the file goes to one thread.
      if (!isUtf8(whole)) {
        yield { ...own, start, size: input.size - start, lines, characters }
        return
      }
      yield { ...own, start, size: end, lines, characters }
      start += end
      lines += countLines(whole)
      characters += whole.toString('utf8').length
      wanted = size
    }
  } finally {
    closeSync(file)
  }
}

/** Reads the records of a stretch. */
export async function* readStretch(
  { path, settings, start, size, lines, characters }: Stretch,
  form: Form | undefined,
): AsyncGenerator<ReadEvent> {
  let bytes: Buffer
  try {
    const file = openSync(path, 'r')
    try {
      bytes = bytesAt(file, start, size)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    yield { type: 'unreadable', error: { path, message: inWords(error) } }
    return
  }
  const options = { form, assumedForm: settings?.assumedForm }
  yield* readOpened(path, openNdjson(path, bytes, options, { lines, characters }))
}
