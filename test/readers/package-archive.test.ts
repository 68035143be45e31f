import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Archive, ArchiveError, openArchive } from '../../src/readers/package/archive.js'

const MEBIBYTE = 1024 * 1024

const opened = (bytes: Uint8Array): Archive => {
  const { archive, problem } = openArchive(bytes)
  if (!archive) throw new Error(problem)
  return archive
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const END = [0x50, 0x4b, 5, 6]
const ENTRY = [0x50, 0x4b, 1, 2]

/** Offset of the n-th record with a signature. */
const recordAt = (bytes: Uint8Array, signature: readonly number[], n = 0): number => {
  let left = n
  for (let at = 0; at < bytes.length; at++)
    if (signature.every((byte, index) => bytes[at + index] === byte) && left-- === 0) return at
  throw new Error('no such record')
}

/** A copy with little-endian fields of its directory changed. */
const patched = (
  bytes: Uint8Array,
  signature: readonly number[],
  fields: Readonly<Record<number, readonly [value: number, size: 2 | 4]>>,
  n = 0,
): Uint8Array => {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const at = recordAt(bytes, signature, n)
  for (const [offset, [value, size]] of Object.entries(fields))
    if (size === 2) view.setUint16(at + Number(offset), value, true)
    else view.setUint32(at + Number(offset), value, true)
  return copy
}

const SMALL = zipSync({ 'a.txt': strToU8('Cybersecurity'), 'b/c.txt': strToU8('Oversight '.repeat(200)) })

describe('an archive', () => {
  it('gives the names, the sizes and the content of its files', () => {
    const archive = opened(SMALL)
    expect(archive.names).toEqual(['a.txt', 'b/c.txt'])
    expect(archive.sizeOf('b/c.txt')).toBe(2000)
    expect(archive.sizeOf('none')).toBe(0)
    expect(textOf(archive.read('a.txt'))).toBe('Cybersecurity')
    expect(textOf(archive.read('b/c.txt'))).toBe('Oversight '.repeat(200))
  })

  it('may store its files as they are, be empty, and end in a comment', () => {
    const stored = zipSync({ 'a.txt': [strToU8('Board'), { level: 0 }], 'empty.txt': new Uint8Array() })
    expect(textOf(opened(stored).read('a.txt'))).toBe('Board')
    expect(opened(stored).read('empty.txt')).toHaveLength(0)
    expect(opened(zipSync({})).names).toEqual([])
    const comment = strToU8('packed by hand')
    const commented = new Uint8Array([...patched(SMALL, END, { 20: [comment.length, 2] }), ...comment])
    expect(opened(commented).names).toHaveLength(2)
  })

  it('lies in the middle of other bytes as well', () => {
    const larger = new Uint8Array(SMALL.length + 20)
    larger.set(SMALL, 10)
    expect(textOf(opened(larger.subarray(10, 10 + SMALL.length)).read('a.txt'))).toBe('Cybersecurity')
  })

  it('gives any content back as it was put in', () => {
    const content = fc.uint8Array({ maxLength: 3000 })
    fc.assert(
      fc.property(fc.array(content, { maxLength: 5 }), fc.constantFrom(0, 6, 9), (all, level) => {
        const files = Object.fromEntries(all.map((bytes, index) => [`f${index}`, bytes]))
        const archive = opened(zipSync(files, { level: level as 0 | 6 | 9 }))
        for (const [name, bytes] of Object.entries(files)) expect(archive.read(name)).toEqual(bytes)
      }),
    )
  })

  it('may state its sizes in the zip64 extension, as some programs do for every file', () => {
    const plain = zipSync({ 'a.txt': [strToU8('Board'), { level: 0 }] })
    const directory = recordAt(plain, ENTRY)
    const end = recordAt(plain, END)
    const extra = new Uint8Array(20)
    const view = new DataView(extra.buffer)
    view.setUint16(0, 1, true)
    view.setUint16(2, 16, true)
    view.setBigUint64(4, 5n, true)
    view.setBigUint64(12, 5n, true)
    const changed = patched(plain, ENTRY, { 20: [0xffffffff, 4], 24: [0xffffffff, 4], 30: [20, 2] })
    const long = new Uint8Array([...changed.subarray(0, end), ...extra, ...changed.subarray(end)])
    const whole = patched(long, END, { 12: [end - directory + 20, 4] })
    expect(textOf(opened(whole).read('a.txt'))).toBe('Board')
  })
})

describe('an archive that is not read', () => {
  it('is cut short, or none at all', () => {
    expect(openArchive(SMALL.subarray(0, SMALL.length - 30)).problem).toMatch(/damaged or was cut short/)
    expect(openArchive(new Uint8Array()).problem).toMatch(/cut short/)
    expect(openArchive(strToU8('PK\x03\x04 and no more')).problem).toMatch(/cut short/)
    expect(openArchive(SMALL.subarray(40)).problem).toMatch(/damaged|cut short/)
  })

  it('is protected by a password', () => {
    expect(openArchive(patched(SMALL, ENTRY, { 8: [1, 2] })).problem).toMatch(/password.*Save it without/)
  })

  it('holds names that point outside of it, or no name', () => {
    for (const name of ['../up.txt', 'a/../../up.txt', '/etc/absolute', 'C:\\windows', '..\\up', 'a\u0000b'])
      expect(openArchive(zipSync({ [name]: strToU8('x') })).problem, name).toMatch(/holds a file named/)
  })

  it('holds two files of one name', () => {
    const two = zipSync({ 'a.txt': strToU8('one'), 'b.txt': strToU8('two') })
    const copy = two.slice()
    copy[recordAt(two, ENTRY, 1) + 46] = 'a'.charCodeAt(0)
    expect(openArchive(copy).problem).toMatch(/two files named a\.txt/)
  })

  it('holds more files than any document', () => {
    expect(openArchive(patched(SMALL, END, { 10: [50_000, 2] })).problem).toMatch(
      /50000 files; at most 10000/,
    )
  })

  it('is a bomb that says so', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(16 * MEBIBYTE) })
    expect(openArchive(bomb).problem).toMatch(/unpacks to 16 MiB from .*not unpacked/)
    const vast = patched(SMALL, ENTRY, { 20: [0x7fffffff, 4], 24: [0x7fffffff, 4] })
    expect(openArchive(vast).problem).toMatch(/overlap/)
  })

  it('is spread over several parts', () => {
    expect(openArchive(patched(SMALL, END, { 4: [3, 2] })).problem).toMatch(/one part of several/)
  })
})

describe('a file of an archive that is not read', () => {
  const problem = (bytes: Uint8Array, name = 'a.txt'): string => {
    try {
      opened(bytes).read(name)
    } catch (error) {
      if (error instanceof ArchiveError) return error.message
      throw error
    }
    return ''
  }

  it('is a bomb that lies about its size', () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(16 * MEBIBYTE) })
    expect(problem(patched(bomb, ENTRY, { 24: [100_000, 4] }))).toMatch(/more than the 100000 bytes/)
  })

  it('holds less than it says', () => {
    const short = zipSync({ 'a.txt': strToU8('Oversight '.repeat(200)) })
    expect(problem(patched(short, ENTRY, { 24: [3000, 4] }))).toMatch(/its end is missing/)
  })

  it('is damaged, or not there', () => {
    expect(problem(patched(SMALL, ENTRY, { 16: [1, 4] }))).toMatch(/a\.txt in the archive is damaged/)
    expect(problem(patched(SMALL, ENTRY, { 42: [7, 4] }))).toMatch(/damaged/)
    expect(problem(patched(SMALL, ENTRY, { 42: [0x7fffffff, 4] }))).toMatch(/damaged/)
    expect(problem(SMALL, 'none.txt')).toMatch(/holds no file named none\.txt/)
  })

  it('is packed by another method', () => {
    expect(problem(patched(SMALL, ENTRY, { 10: [14, 2] }))).toMatch(/method that is not read \(14\)/)
  })

  it('is too large, whatever else the archive holds', () => {
    const large = patched(SMALL, ENTRY, { 24: [300 * MEBIBYTE, 4] })
    expect(openArchive(large).problem).toMatch(/unpacks to 300 MiB/)
  })
})

describe('any bytes', () => {
  it('give an archive, a problem or an ArchiveError, and nothing else', () => {
    const noise = fc.uint8Array({ maxLength: 400 })
    const damage = fc.array(fc.tuple(fc.nat(SMALL.length - 1), fc.nat(255)), { maxLength: 8 })
    const tryAll = (bytes: Uint8Array): void => {
      const { archive, problem } = openArchive(bytes)
      if (!archive) {
        expect(problem).toMatch(/\.$/)
        return
      }
      for (const name of archive.names)
        try {
          expect(archive.read(name)).toHaveLength(archive.sizeOf(name))
        } catch (error) {
          expect(error).toBeInstanceOf(ArchiveError)
        }
    }
    fc.assert(fc.property(noise, tryAll), { numRuns: 300 })
    fc.assert(
      fc.property(damage, changes => {
        const copy = SMALL.slice()
        for (const [at, byte] of changes) copy[at] = byte
        tryAll(copy)
      }),
      { numRuns: 1000 },
    )
  })
})
