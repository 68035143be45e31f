import { failedInput, type OpenInput, type ReadEntry, type ReadOptions, type Recognize } from '../input.js'
import { coverPageFor, type PageCover, readCoverPage } from '../viewer/cover-page.js'
import { type Archive, ArchiveError } from './archive.js'
import { passedOver } from './repeats.js'

/** Characters looked at where names cannot tell what repeats what. */
const HEAD = 16_384
/** Files told one by one where nothing in an archive is read. */
const LISTED = 3

/** What a folder that is searched leaves out, too. */
const isLeftOut = (name: string): boolean =>
  name.split('/').some(part => part.startsWith('.') || part === '__MACOSX' || part === 'node_modules')

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1)

/** Text of a file that is looked at, not read; "" where it cannot be unpacked, which is said where it is read. */
const textIn = (archive: Archive, name: string): string => {
  try {
    return new TextDecoder().decode(archive.read(name))
  } catch (error) {
    if (error instanceof ArchiveError) return ''
    throw error
  }
}

const UNPACKED = 'it lies unpacked beside the archive'

interface Sorted {
  /** In their order. */
  readonly names: readonly string[]
  /** Names of the files in each folder, without its path. */
  readonly byFolder: ReadonlyMap<string, readonly string[]>
  /** Why a file is passed over, by name. */
  readonly reasons: ReadonlyMap<string, string>
}

/** The files of an archive, and those that are passed over. */
const sorted = (archive: Archive): Sorted => {
  const names = archive.names.filter(name => !isLeftOut(name)).toSorted()
  const byFolder = new Map<string, string[]>()
  for (const name of names) {
    const folder = folderOf(name)
    const own = byFolder.get(folder)
    if (own) own.push(name.slice(folder.length))
    else byFolder.set(folder, [name.slice(folder.length)])
  }
  const reasons = new Map<string, string>()
  for (const [folder, own] of byFolder) {
    const found = passedOver(own, name => textIn(archive, folder + name).slice(0, HEAD))
    for (const [name, reason] of found) reasons.set(folder + name, reason)
  }
  return { names, byFolder, reasons }
}

/**
 * Reads the files of an archive as those of a folder are read: each that holds such an item or such facts is a document
 * of its own, known by the archive's path and its name in it. One file is unpacked at a time.
 */
export const openFiling = async (
  path: string,
  archive: Archive,
  options: ReadOptions,
  recognize: Recognize,
): Promise<OpenInput> => {
  const { names, byFolder, reasons } = sorted(archive)
  const { unpacked = [] } = options
  const passed = new Map([...unpacked.map(name => [name, UNPACKED] as const), ...reasons])
  const candidates = names.filter(name => !passed.has(name))

  const coverOf = (name: string): PageCover | undefined => {
    const folder = folderOf(name)
    const page = coverPageFor(name.slice(folder.length), byFolder.get(folder) ?? [])
    return page === undefined ? undefined : readCoverPage(page, textIn(archive, folder + page))
  }

  /** Recognizes one file; undefined where it is passed over, and `passed` says why. */
  const open = async (name: string): Promise<OpenInput | undefined> => {
    let bytes: Uint8Array
    try {
      bytes = archive.read(name)
    } catch (error) {
      if (error instanceof ArchiveError) return failedInput(name, error.message)
      throw error
    }
    const inner = { ...options, inFolder: true, cover: coverOf(name) }
    const opened = await recognize({ path: name, bytes }, inner, { what: 'archive' })
    if (opened.skipped === null) return opened
    passed.set(name, opened.skipped)
    return undefined
  }

  const named = (name: string, entry: ReadEntry): ReadEntry => {
    if (entry.type === 'document') {
      const { document } = entry
      const id = document.id === null ? name : `${name}#${document.id}`
      return { type: 'document', document: { ...document, path, id } }
    }
    const { path: inner, message } = entry.error
    return { type: 'error', error: { path: `${path}#${inner}`, message } }
  }

  async function* entries(): AsyncGenerator<ReadEntry> {
    let isRead = false
    for (const name of candidates) {
      const opened = await open(name)
      if (!opened) continue
      isRead = true
      for await (const entry of opened.entries()) yield named(name, entry)
    }
    if (!isRead) yield { type: 'error', error: { path, message: nothingRead() } }
  }

  const nothingRead = (): string => {
    if (names.length === 0) return 'the archive holds no files.'
    const listed = names.slice(0, LISTED).map(name => `${name}: ${passed.get(name) ?? 'it was not read'}`)
    const more = names.length > LISTED ? `; and ${names.length - LISTED} more` : ''
    return `no file of the archive holds such an item or such facts (${listed.join('; ')}${more}). Check the file that does.`
  }

  const holdsAny = async (): Promise<boolean> => {
    for (const name of candidates) if (await open(name)) return true
    return false
  }
  const which = unpacked.length > 0 ? 'but those that lie unpacked beside it ' : ''
  const skipped =
    options.inFolder && !(await holdsAny())
      ? `no file in the archive ${which}holds such an item or such facts`
      : null
  return { kind: 'zip', skipped, entries }
}

/** An archive within another is left alone, since it may hold archives again; what is in it is unknown, so that is said. */
export const openNested = (path: string): OpenInput =>
  failedInput(
    path,
    'an archive within an archive is not opened. Unpack the outer one and check what it holds.',
  )
