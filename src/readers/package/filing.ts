import { failedInput, type OpenInput, type ReadEntry, type ReadOptions, type Recognize } from '../input.js'
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

/** Files of an archive to read, in the order of their names, and why the others are passed over. */
const sorted = (
  archive: Archive,
): { readonly names: readonly string[]; readonly reasons: ReadonlyMap<string, string> } => {
  const names = archive.names.filter(name => !isLeftOut(name)).toSorted()
  const reasons = new Map<string, string>()
  for (const folder of new Set(names.map(folderOf))) {
    const own = names.filter(name => folderOf(name) === folder)
    const found = passedOver(
      own.map(name => name.slice(folder.length)),
      name => {
        try {
          return new TextDecoder().decode(archive.read(folder + name).subarray(0, HEAD))
        } catch (error) {
          if (error instanceof ArchiveError) return ''
          throw error
        }
      },
    )
    for (const [name, reason] of found) reasons.set(folder + name, reason)
  }
  return { names, reasons }
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
  const { names, reasons } = sorted(archive)
  const candidates = names.filter(name => !reasons.has(name))
  const passed = new Map(reasons)

  /** Recognizes one file; undefined where it is passed over, and `passed` says why. */
  const open = async (name: string): Promise<OpenInput | undefined> => {
    let bytes: Uint8Array
    try {
      bytes = archive.read(name)
    } catch (error) {
      if (error instanceof ArchiveError) return failedInput(name, error.message)
      throw error
    }
    const opened = await recognize({ path: name, bytes }, { ...options, inFolder: true }, { what: 'archive' })
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
  const skipped =
    options.inFolder && !(await holdsAny()) ? 'no file in the archive holds such an item or such facts' : null
  return { kind: 'zip', skipped, entries }
}

/** An archive within another is left alone, since it may hold archives again; what is in it is unknown, so that is said. */
export const openNested = (path: string): OpenInput =>
  failedInput(
    path,
    'an archive within an archive is not opened. Unpack the outer one and check what it holds.',
  )
