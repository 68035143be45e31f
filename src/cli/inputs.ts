import { fstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { SuppressionEntry } from '../engine/suppressions/entry.js'
import { didYouMean } from '../text/nearest-name.js'
import { type FolderFile, filesIn } from './folder.js'
import { slashed } from './folder-path.js'
import { IGNORE_FILE, leftOut, type WhyLeftOut } from './ignore-files.js'
import type { OwnSettings } from './own-settings.js'

/** A file to read, or why a path leads to none. Plain data: a thread can be handed it. */
export type FoundInput =
  | FoundFile
  /** Standard input, under the name that the report gives it. */
  | {
      readonly type: 'piped'
      readonly path: string
      readonly settings?: OwnSettings | undefined
      readonly suppressions?: readonly SuppressionEntry[] | undefined
    }
  | { readonly type: 'missing' | 'unreadable'; readonly path: string; readonly message: string }
  /** A file of a folder that another one there repeats, or that holds no disclosure by its kind. */
  | { readonly type: 'skipped'; readonly path: string; readonly reason: string }
  /** A file that is named, and that an ignore file or the configuration leaves out. */
  | { readonly type: 'ignored'; readonly path: string; readonly reason: string }

export interface FoundFile {
  readonly type: 'file'
  readonly path: string
  readonly inFolder: boolean
  /** Path of the filing's cover page, where this is a page of EDGAR's viewer met beside it. */
  readonly cover?: string
  /** Files of this archive that lie unpacked beside it, and are read there. */
  readonly unpacked?: readonly string[]
  /** Bytes that it held when it was found. */
  readonly size: number
  /** What the configuration says of it. */
  readonly settings?: OwnSettings | undefined
  /** Suppressions, in files beside it, that may be meant for its documents. */
  readonly suppressions?: readonly SuppressionEntry[] | undefined
  /** What it holds, where that is not what is on the disk: a version that git keeps. */
  readonly content?: Uint8Array
}

/** What the user names standard input by. */
export const STANDARD_INPUT = '-'

/** Whether something is piped or redirected into the command. */
export const isPiped = (): boolean => {
  try {
    const status = fstatSync(0)
    return status.isFIFO() || status.isFile() || status.isSocket()
  } catch {
    return false
  }
}

const readStandardInput = async (): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Of a filing only the item is read, whatever its size: bytes of a draft that take as long. */
const FILING_EFFORT = 30_000

/** About how long an input takes to check, in bytes of a draft. */
export const effortOf = (input: FoundInput): number => {
  if (input.type !== 'file') return 0
  return /\.(?:x?html?|xml|zip|docx|txt)$/i.test(input.path)
    ? Math.min(input.size, FILING_EFFORT)
    : input.size
}

/** What an input holds. @throws a file system error */
export const bytesOf = (input: Extract<FoundInput, { type: 'file' | 'piped' }>): Promise<Uint8Array> =>
  input.type === 'piped' ? readStandardInput() : readFile(input)

/** Read at once: nothing else is to be done meanwhile. */
const readFile = async ({ path, content }: FoundFile): Promise<Uint8Array> => content ?? readFileSync(path)

/** Largest file that is read at all; each reader has a lower bound of its own, and says so. */
const MAX_FILE_BYTES = 1024 ** 3

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'the file may not be read: permission is denied.',
  EPERM: 'the file may not be read: permission is denied.',
  EISDIR: 'this is a folder.',
  ENOENT: 'it is not there, or its folder is not.',
  ELOOP: 'its links lead in a circle.',
  ENAMETOOLONG: 'its name is too long.',
}

/** A failure of the file system in words. */
export const inWords = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return WHY[code] ?? (error instanceof Error ? error.message : String(error))
}

/** A failure of the file system in words. @throws any other failure */
const ofFileSystem = (error: unknown): string => {
  if (!(error instanceof Error && 'code' in error)) throw error
  return inWords(error)
}

/** What the path may have meant: a name like it in the same folder. */
const suggestion = (path: string): string => {
  try {
    const name = basename(path)
    const [, nearest] = /"(.*)"/.exec(didYouMean(name, readdirSync(dirname(path)))) ?? []
    return nearest === undefined ? '' : ` Did you mean "${slashed(join(dirname(path), nearest))}"?`
  } catch {
    return ` There is no folder "${slashed(dirname(path))}" either.`
  }
}

const missing = (path: string): FoundInput => ({
  type: 'missing',
  path,
  message: `There is no file or folder of this name.${suggestion(path)}`,
})

/** What a path leads to; undefined where to nothing, a string where it cannot be told. */
const lookUp = (path: string): Stats | string | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    return inWords(error)
  }
}

const file = (
  path: string,
  inFolder: boolean,
  met: Pick<FoundFile, 'cover' | 'unpacked'> = {},
): FoundInput => {
  try {
    const { size } = statSync(path)
    if (size <= MAX_FILE_BYTES) return { type: 'file', path, inFolder, size, ...met }
    const message = `the file is larger than ${MAX_FILE_BYTES / 1024 ** 3} GiB.`
    return { type: 'unreadable', path, message }
  } catch (error) {
    return { type: 'unreadable', path, message: inWords(error) }
  }
}

const GLOB = /[*?[{]/

const matchesOf = async (pattern: string): Promise<readonly string[]> => {
  const { glob } = await import('tinyglobby')
  const found = await glob(slashed(pattern), {
    dot: false,
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
  })
  return found.sort()
}

/** Files that are named, not only met in a folder: these are always checked. */
const namedFiles = (paths: readonly string[]): ReadonlySet<string> =>
  new Set(
    paths.flatMap(path => {
      const status = path === STANDARD_INPUT ? undefined : lookUp(path)
      return typeof status === 'object' && status.isFile() ? [realpathSync(path)] : []
    }),
  )

/**
 * Finds the files that paths lead to, each file once, in the order of the paths.
 * @param paths files, folders, patterns, or `-` for standard input
 * @param standardInputName what standard input is called in the report
 * @param whyLeftOut tells which files are left out, also of those that are named. Default: as ignore files say, and named
 * files are not left out
 */
export async function* findInputs(
  paths: readonly string[],
  standardInputName: string,
  whyLeftOut?: WhyLeftOut,
): AsyncGenerator<FoundInput> {
  const seen = new Set<string>()
  const isNew = (path: string): boolean => {
    const real = realpathSync(path)
    if (seen.has(real)) return false
    seen.add(real)
    return true
  }
  const named = namedFiles(paths)
  const namedFile = async (path: string): Promise<FoundInput> => {
    try {
      const reason = await whyLeftOut?.(path)
      return reason === undefined ? file(path, false) : { type: 'ignored', path, reason }
    } catch (error) {
      return {
        type: 'unreadable',
        path,
        message: `a ${IGNORE_FILE} that holds for it cannot be read: ${ofFileSystem(error)}`,
      }
    }
  }
  const metIn = function* (files: readonly FolderFile[]): Generator<FoundInput> {
    for (const { path, passedOver, cover, unpacked } of files) {
      if (named.has(realpathSync(path))) continue
      if (!isNew(path)) continue
      if (passedOver !== undefined) yield { type: 'skipped', path, reason: passedOver }
      else
        yield file(path, true, {
          ...(cover !== undefined && { cover }),
          ...(unpacked.length > 0 && { unpacked }),
        })
    }
  }
  for (const path of paths) {
    if (path === STANDARD_INPUT) {
      if (seen.has(path)) continue
      seen.add(path)
      yield { type: 'piped', path: standardInputName }
      continue
    }
    const status = lookUp(path)
    if (typeof status === 'string') yield { type: 'unreadable', path, message: status }
    else if (status?.isDirectory()) {
      const files = await filesIn(path, whyLeftOut ?? leftOut()).catch(ofFileSystem)
      if (typeof files === 'string')
        yield {
          type: 'unreadable',
          path,
          message: `what is in it, or its ${IGNORE_FILE}, cannot be read: ${files}`,
        }
      else yield* metIn(files)
    } else if (status) {
      if (isNew(path)) yield await namedFile(path)
    } else {
      const matches = GLOB.test(path) ? await matchesOf(path) : []
      if (matches.length === 0) yield missing(path)
      for (const each of matches) if (isNew(each)) yield await namedFile(each)
    }
  }
}
