import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { CheckedEvent, CheckTerms } from './check-inputs.js'
import { instant } from './clock.js'
import { bytesOf, type FoundFile, type FoundInput, inWords } from './inputs.js'
import { printError } from './output.js'

/**
 * What came of files that were checked before, a file for each in one folder. Drafts are confidential, and what comes of
 * them quotes them: an entry is encrypted under a key that is made of the checked file's content and of all that bears on
 * the result (message-locked encryption: Bellare, Keelveedhi and Ristenpart 2013), and named by a hash. Whoever has not
 * that very file reads neither its words nor its name nor what was found, and with the draft the key is gone. The key
 * stands nowhere.
 */
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Of its own entries, and of what was left of one that was never finished. */
const ENTRY = /^[0-9a-f]{64}(?:\.[\w-]+\.tmp)?$/

/** Larger files hold so many records that an entry would be as large: they are checked anew. */
const MOST_BYTES = 16 * 1024 ** 2
/** Entries that no run has asked for in so long are taken away. The day of a run is part of the key. */
const KEPT_MS = 14 * 86_400_000

const digest = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  // Each with its length, so that no two lists of parts run together to the same bytes.
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest()
}

let program: Buffer | undefined

/** Stands for this very build: its files, as they lie beside this one. */
const programDigest = (): Buffer => {
  const folder = dirname(fileURLToPath(import.meta.url))
  program ??= digest(
    ...readdirSync(folder)
      .filter(name => name.endsWith('.cjs'))
      .sort()
      .map(name => `${name} ${statSync(join(folder, name)).size} ${statSync(join(folder, name)).mtimeMs}`),
  )
  return program
}

const contentOf = (path: string | undefined): Uint8Array => {
  try {
    return path === undefined ? new Uint8Array() : readFileSync(path)
  } catch {
    return new Uint8Array()
  }
}

/** Everything that bears on what comes of a file. */
const keyOf = (file: FoundFile, bytes: Uint8Array, terms: CheckTerms): Buffer => {
  const { path, inFolder, cover, settings = null, suppressions = null } = file
  return digest(
    programDigest(),
    JSON.stringify({ terms, path, inFolder, settings, suppressions }),
    contentOf(cover),
    bytes,
  )
}

const nameOf = (key: Buffer): string => digest('name', key).toString('hex')

const sealed = (key: Buffer, events: readonly CheckedEvent[]): Buffer => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, digest('key', key), nonce)
  const text = cipher.update(deflateRawSync(JSON.stringify(events)))
  return Buffer.concat([nonce, text, cipher.final(), cipher.getAuthTag()])
}

/** What an entry holds; undefined where there is none, or none that is whole. */
const opened = (path: string, key: Buffer): readonly CheckedEvent[] | undefined => {
  try {
    const entry = readFileSync(path)
    const tagAt = entry.length - TAG_BYTES
    const decipher = createDecipheriv(CIPHER, digest('key', key), entry.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    decipher.setAuthTag(entry.subarray(tagAt))
    const packed = Buffer.concat([decipher.update(entry.subarray(NONCE_BYTES, tagAt)), decipher.final()])
    const events: readonly CheckedEvent[] = JSON.parse(inflateRawSync(packed).toString('utf8'))
    const now = instant() / 1000
    utimesSync(path, now, now)
    return events
  } catch {
    return undefined
  }
}

const prepareFolder = (folder: string): void => {
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
  const ignore = join(folder, '.gitignore')
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n')
}

let hasFailed = false

/** Writes an entry whole or not at all. A cache that cannot be written is told of once, and costs only time. */
const put = (folder: string, key: Buffer, events: readonly CheckedEvent[]): void => {
  const path = join(folder, nameOf(key))
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
  try {
    prepareFolder(folder)
    writeFileSync(temporary, sealed(key, events), { mode: 0o600 })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    if (!hasFailed) printError(`cydlint: the cache in ${folder} cannot be written: ${inWords(error)}\n`)
    hasFailed = true
  }
}

/**
 * What came of an input before, else what comes of it now, which is kept.
 * @param check checks the input anew
 */
export async function* throughCache(
  input: FoundInput,
  terms: CheckTerms,
  check: (input: FoundInput) => AsyncIterable<CheckedEvent>,
): AsyncGenerator<CheckedEvent> {
  const { cache, timer: _, ...own } = terms
  // Rules in JavaScript may go by anything.
  const hasPlugins = input.type === 'file' && input.settings?.plugins !== undefined
  if (cache === undefined || hasPlugins || input.type !== 'file' || input.size > MOST_BYTES) {
    yield* check(input)
    return
  }
  const bytes = await bytesOf(input).catch(() => undefined)
  if (!bytes) {
    // It cannot be read, and the check says why.
    yield* check(input)
    return
  }
  const key = keyOf(input, bytes, own)
  const known = opened(join(cache, nameOf(key)), key)
  if (known) {
    yield* known
    return
  }
  const events: CheckedEvent[] = []
  for await (const event of check({ ...input, content: bytes })) {
    events.push(event)
    yield event
  }
  // What could not be read may be read the next time.
  if (events.every(({ type }) => type === 'document' || type === 'skipped')) put(cache, key, events)
}

/** Takes away what no run has asked for in a long time. */
export const pruneCache = (folder: string): void => {
  if (!existsSync(folder)) return
  const before = instant() - KEPT_MS
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (ENTRY.test(name) && (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? before) < before)
      rmSync(path, { force: true })
  }
}
