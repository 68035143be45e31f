import { Inflate } from 'fflate'
import { inMebibytes } from '../limits.js'

/** The files of a zip archive. Nothing is unpacked but what is read, and nothing is written anywhere. */
export interface Archive {
  /** Names of all files, with "/" between folders, in the order of the archive's directory. */
  readonly names: readonly string[]
  /** Size of a file once unpacked, in bytes, as the directory states it; 0 for a name that is not there. */
  readonly sizeOf: (name: string) => number
  /** @throws {ArchiveError} where the file is not there, is damaged or holds more than the directory says */
  readonly read: (name: string) => Uint8Array
}

/** An archive as it stands on the disk, with the checksums of its directory. */
export interface OpenedArchive extends Archive {
  /** Whether a file holds just these bytes, by size and checksum; it is not unpacked for that. */
  readonly isSame: (name: string, bytes: Uint8Array) => boolean
}

/** Why a file of an archive cannot be read, in words for the user. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
}

const MEBIBYTE = 1024 * 1024

/** Most files of an archive: a Word document has some dozens, a filing some hundreds. */
const MAX_ENTRIES = 10_000
/** Largest file, unpacked, that is read: the largest annual reports are some tens of mebibytes. */
const MAX_ENTRY_BYTES = 256 * MEBIBYTE
/** All files together, unpacked, by what the directory states, which `read` holds each file to. */
const MAX_TOTAL_BYTES = 1024 * MEBIBYTE
/** Times that a large file may shrink: XML that repeats itself reaches 100, bombs reach the format's bound of 1032. */
const MAX_RATIO = 300
/** Below this size a file may shrink as it likes: it costs nothing. */
const SMALL_BYTES = 8 * MEBIBYTE
/**
 * Compressed bytes unpacked at a time. The format grows them at most 1032 times, so that a file which lies about its
 * size is known before it has taken 17 MiB more than it may.
 */
const STEP_BYTES = 16 * 1024

const END = 0x06054b50
const END_LENGTH = 22
const MAX_COMMENT = 0xffff
const DIRECTORY_ENTRY = 0x02014b50
const DIRECTORY_ENTRY_LENGTH = 46
const FILE_HEADER = 0x04034b50
const FILE_HEADER_LENGTH = 30
const ZIP64_LOCATOR = 0x07064b50
const ZIP64_LOCATOR_LENGTH = 20
const ZIP64_END = 0x06064b50
const ZIP64_END_LENGTH = 56
const ZIP64_EXTRA = 0x0001
/** A field whose value stands in the zip64 extension. */
const SHORT_ELSEWHERE = 0xffff
const LONG_ELSEWHERE = 0xffffffff

/** General purpose flags: encrypted, strong encryption, masked directory. */
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000
const STORED = 0
const DEFLATED = 8

interface Entry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** Offset of its header. */
  readonly offset: number
}

const DAMAGED = 'Make or download it again.'
const CUT_SHORT = `the archive is damaged or was cut short: it has no directory of its files. ${DAMAGED}`
const BAD_DIRECTORY = `the archive is damaged: the directory of its files cannot be read. ${DAMAGED}`

/** A refusal while the directory is read; it becomes the `problem`. */
class Refusal extends Error {}
const refuse = (problem: string): never => {
  throw new Refusal(problem)
}

/** A 64-bit number; one that no archive of ours can hold becomes infinite. */
const long = (view: DataView, at: number): number => {
  const value = view.getBigUint64(at, true)
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(value)
}

/** Offset of the record that ends an archive; -1 where there is none. */
const findEnd = (view: DataView): number => {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (
      view.getUint32(at, true) === END &&
      at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at
  return -1
}

interface Directory {
  readonly count: number
  readonly size: number
  readonly offset: number
}

const directoryOf = (view: DataView): Directory => {
  const end = findEnd(view)
  if (end < 0) return refuse(CUT_SHORT)
  const disk = view.getUint16(end + 4, true)
  const short = {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
  }
  const isLong =
    short.count === SHORT_ELSEWHERE || short.size === LONG_ELSEWHERE || short.offset === LONG_ELSEWHERE
  const locator = end - ZIP64_LOCATOR_LENGTH
  if (isLong && locator >= 0 && view.getUint32(locator, true) === ZIP64_LOCATOR) {
    const at = long(view, locator + 8)
    if (at + ZIP64_END_LENGTH > locator || view.getUint32(at, true) !== ZIP64_END)
      return refuse(BAD_DIRECTORY)
    return { count: long(view, at + 32), size: long(view, at + 40), offset: long(view, at + 48) }
  }
  if (disk !== 0 && disk !== SHORT_ELSEWHERE)
    return refuse('the archive is one part of several. Join the parts, or make one archive.')
  return short
}

/** Sizes and offset of an entry, taken from the zip64 extension where the entry itself has no room for them. */
const longFields = (
  view: DataView,
  [extraStart, extraEnd]: readonly [number, number],
  short: readonly number[],
): readonly number[] => {
  if (!short.includes(LONG_ELSEWHERE)) return short
  for (let at = extraStart; at + 4 <= extraEnd; ) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === ZIP64_EXTRA) {
      let next = at + 4
      const end = Math.min(extraEnd, next + length)
      return short.map(value => {
        if (value !== LONG_ELSEWHERE) return value
        if (next + 8 > end) return refuse(BAD_DIRECTORY)
        next += 8
        return long(view, next - 8)
      })
    }
    at += 4 + length
  }
  return short
}

/** Why a name is not taken; undefined where it is. */
const nameProblem = (name: string): string | undefined => {
  const shown = JSON.stringify(name.slice(0, 80))
  if (name === '') return `the archive holds a file without a name. ${DAMAGED}`
  if (/[\0-\x1f\x7f]/.test(name))
    return `the archive holds a file named ${shown}. Make it again without that file.`
  if (/^\/|^[A-Za-z]:/.test(name) || name.split('/').includes('..'))
    return `the archive holds a file named ${shown}, which points outside of it. Make it again without that file.`
  return undefined
}

const checkedEntry = (entry: Entry, flags: number): Entry => {
  const { name, method, size, packedSize } = entry
  const problem = nameProblem(name)
  if (problem !== undefined) return refuse(problem)
  if ((flags & ENCRYPTED) !== 0)
    return refuse('the archive is protected by a password. Save it without the password and check that.')
  if (method === STORED && size !== packedSize) return refuse(BAD_DIRECTORY)
  if (size > SMALL_BYTES && size > packedSize * MAX_RATIO)
    return refuse(
      `${name} in the archive unpacks to ${inMebibytes(size)} from ${inMebibytes(packedSize)}, as no document does. It was not unpacked.`,
    )
  return entry
}

function* entriesOf(bytes: Uint8Array, view: DataView): Generator<Entry> {
  const { count, size: directorySize, offset: start } = directoryOf(view)
  if (count > MAX_ENTRIES)
    refuse(`the archive holds ${count} files; at most ${MAX_ENTRIES} are read. Take out what is not needed.`)
  const directoryEnd = start + directorySize
  if (directoryEnd > bytes.length) refuse(CUT_SHORT)
  const decoder = new TextDecoder()
  let at = start
  for (let index = 0; index < count; index++) {
    const nameStart = at + DIRECTORY_ENTRY_LENGTH
    if (nameStart > directoryEnd || view.getUint32(at, true) !== DIRECTORY_ENTRY) return refuse(BAD_DIRECTORY)
    const nameEnd = nameStart + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const next = extraEnd + view.getUint16(at + 32, true)
    if (next > directoryEnd) return refuse(BAD_DIRECTORY)
    const [size = 0, packedSize = 0, offset = 0] = longFields(
      view,
      [nameEnd, extraEnd],
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
    )
    // Some programs of Windows part folders with "\".
    const name = decoder.decode(bytes.subarray(nameStart, nameEnd)).replaceAll('\\', '/')
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize,
      size,
      offset,
    }
    yield checkedEntry(entry, view.getUint16(at + 8, true))
    at = next
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

const crcOf = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0)
  return ~crc >>> 0
}

/** Unpacks a file of a known size, and stops as soon as it holds more. */
const inflated = ({ name, size }: Entry, packed: Uint8Array): Uint8Array => {
  const out = new Uint8Array(size)
  let length = 0
  const inflate = new Inflate(chunk => {
    if (length + chunk.length > size)
      throw new ArchiveError(
        `${name} in the archive holds more than the ${size} bytes that the archive says. It was not unpacked. ${DAMAGED}`,
      )
    out.set(chunk, length)
    length += chunk.length
  })
  for (let at = 0; at < packed.length; at += STEP_BYTES)
    inflate.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length)
  if (length < size)
    throw new ArchiveError(`${name} in the archive is damaged: its end is missing. ${DAMAGED}`)
  return out
}

const readEntry = (bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array => {
  const { name, method, crc, packedSize, size, offset } = entry
  const damaged = new ArchiveError(`${name} in the archive is damaged. ${DAMAGED}`)
  if (size > MAX_ENTRY_BYTES)
    throw new ArchiveError(
      `${name} in the archive unpacks to ${inMebibytes(size)}; at most ${inMebibytes(MAX_ENTRY_BYTES)} are read.`,
    )
  if (offset + FILE_HEADER_LENGTH > bytes.length || view.getUint32(offset, true) !== FILE_HEADER)
    throw damaged
  const start =
    offset + FILE_HEADER_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedSize > bytes.length) throw damaged
  const packed = bytes.subarray(start, start + packedSize)
  if (method !== STORED && method !== DEFLATED)
    throw new ArchiveError(
      `${name} in the archive is packed by a method that is not read (${method}). Make the archive again with the usual method, Deflate.`,
    )
  let content: Uint8Array
  try {
    content = method === STORED ? packed : inflated(entry, packed)
  } catch (error) {
    throw error instanceof ArchiveError ? error : damaged
  }
  if (crcOf(content) !== crc) throw damaged
  return content
}

/**
 * Opens a zip archive that is wholly in memory. Its directory is read and checked at once, its files when they are asked
 * for, each within the size that the directory states.
 * @returns a problem in words for the user where the archive is damaged, protected, or beyond all bounds
 */
export const openArchive = (
  bytes: Uint8Array,
):
  | { readonly archive: OpenedArchive; readonly problem?: undefined }
  | { readonly archive?: undefined; readonly problem: string } => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  try {
    let total = 0
    let packed = 0
    for (const entry of entriesOf(bytes, view)) {
      if (entry.name.endsWith('/')) continue
      if (entries.has(entry.name))
        refuse(
          `the archive holds two files named ${entry.name}, and which one counts cannot be told. Make it again.`,
        )
      entries.set(entry.name, entry)
      total += entry.size
      packed += entry.packedSize
    }
    if (packed > bytes.length)
      refuse(`the archive is damaged: its files overlap, and were not unpacked. ${DAMAGED}`)
    if (total > MAX_TOTAL_BYTES)
      refuse(
        `the files of the archive unpack to ${inMebibytes(total)}; at most ${inMebibytes(MAX_TOTAL_BYTES)} are read. Take out what is not needed.`,
      )
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message }
    throw error
  }
  return {
    archive: {
      names: [...entries.keys()],
      sizeOf: name => entries.get(name)?.size ?? 0,
      isSame: (name, content) => {
        const entry = entries.get(name)
        return entry?.size === content.length && entry.crc === crcOf(content)
      },
      read: name => {
        const entry = entries.get(name)
        if (!entry) throw new ArchiveError(`the archive holds no file named ${name}.`)
        return readEntry(bytes, view, entry)
      },
    },
  }
}
