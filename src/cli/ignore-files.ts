import { readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { shownPath } from './folder-path.js'
import type { Patterns } from './patterns.js'
import { foldersAbove } from './project-folders.js'

/** Names files to leave out, as `.gitignore` does, for its folder and those in it. */
export const IGNORE_FILE = '.cydlintignore'

/** Tells why a file is left out: `"old/" in drafts/.cydlintignore:2`; undefined where it is not. */
export type WhyLeftOut = (path: string) => Promise<string | undefined>

/** What a folder's ignore file says; undefined where there is none. @throws a file system error */
const textOf = (folder: string): string | undefined => {
  try {
    return readFileSync(join(folder, IGNORE_FILE), 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}

/** The patterns of one folder's ignore file. */
const patternsOf = async (folder: string): Promise<Patterns | undefined> => {
  const text = textOf(folder)
  if (text === undefined) return undefined
  const { patternsIn } = await import('./patterns.js')
  const file = shownPath(join(folder, IGNORE_FILE))
  return patternsIn(
    folder,
    text.split(/\r?\n/).map((pattern, index) => ({ pattern, place: `${file}:${index + 1}` })),
  )
}

/**
 * Tells what ignore files and configurations leave out. Of the ignore files in a file's folder and those above it the
 * innermost has the last word, after the configuration that holds for the file; what stands in a folder that is left out
 * is left out, too.
 * @param configured patterns of the configuration that holds for the files of a folder
 * @returns a function that throws a file system error where an ignore file cannot be read
 */
export const leftOut = (
  configured: (folder: string) => Promise<readonly Patterns[]> = async () => [],
): WhyLeftOut => {
  const files = new Map<string, Promise<Patterns | undefined>>()
  const fileOf = (folder: string): Promise<Patterns | undefined> => {
    const before = files.get(folder)
    if (before) return before
    const found = patternsOf(folder)
    files.set(folder, found)
    return found
  }
  const bearing = new Map<string, Promise<readonly Patterns[]>>()
  /** All patterns that bear on what stands in a folder, the weakest first. */
  const patternsFor = (folder: string): Promise<readonly Patterns[]> => {
    const before = bearing.get(folder)
    if (before) return before
    const found = (async () => {
      const own = await Promise.all(foldersAbove(folder).toReversed().map(fileOf))
      return [...(await configured(folder)), ...own.filter(each => each !== undefined)]
    })()
    bearing.set(folder, found)
    return found
  }
  const named = (path: string, patterns: readonly Patterns[]): string | undefined => {
    let why: string | undefined
    for (const each of patterns) {
      const match = each.match(path)
      if (match) why = match.out ? `"${match.pattern}" in ${match.place}` : undefined
    }
    return why
  }
  const folders = new Map<string, Promise<string | undefined>>()
  const whyFolder = (folder: string): Promise<string | undefined> => {
    const before = folders.get(folder)
    if (before) return before
    const found = (async () => {
      if (foldersAbove(folder).length < 2) return undefined
      const parent = dirname(folder)
      return (await whyFolder(parent)) ?? named(`${folder}/`, await patternsFor(parent))
    })()
    folders.set(folder, found)
    return found
  }
  const realFolders = new Map<string, string>()
  return async path => {
    const given = dirname(path)
    const folder = realFolders.get(given) ?? realpathSync(given)
    realFolders.set(given, folder)
    const patterns = await patternsFor(folder)
    if (patterns.length === 0) return undefined
    return (await whyFolder(folder)) ?? named(join(folder, basename(path)), patterns)
  }
}
