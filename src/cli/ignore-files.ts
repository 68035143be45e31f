import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Names files to leave out, as `.gitignore` does, for its folder and those in it. */
export const IGNORE_FILE = '.cydlintignore'

/** What a folder's ignore file says; undefined where there is none. @throws a file system error */
const patternsOf = (folder: string): string | undefined => {
  try {
    return readFileSync(join(folder, IGNORE_FILE), 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}

/** Folders that a path stands in, outermost first: "" is the folder that is searched. */
const foldersOf = (path: string): readonly string[] => {
  const folders = ['']
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at))
  return folders
}

/**
 * Takes out what ignore files leave out: that of the searched folder, and those of the folders in it, of which the
 * innermost has the last word. What stands in a folder that is left out is left out, too.
 * @param paths relative to the folder, with "/"
 * @throws a file system error where an ignore file cannot be read
 */
export const withoutIgnored = async (
  folder: string,
  paths: readonly string[],
): Promise<readonly string[]> => {
  const patterns = new Map<string, string>()
  for (const inner of new Set(paths.flatMap(foldersOf))) {
    const text = patternsOf(join(folder, inner))
    if (text !== undefined) patterns.set(inner, text)
  }
  if (patterns.size === 0) return paths
  const { default: ignore } = await import('ignore')
  const rules = new Map(
    [...patterns].map(([inner, text]) => [inner, ignore({ ignorecase: false }).add(text)]),
  )

  /** Whether a file, or with "/" at its end a folder, is left out by itself. */
  const isNamed = (path: string): boolean => {
    let ignored = false
    for (const inner of foldersOf(path.replace(/\/$/, ''))) {
      const found = rules.get(inner)?.test(inner === '' ? path : path.slice(inner.length + 1))
      if (found?.ignored) ignored = true
      else if (found?.unignored) ignored = false
    }
    return ignored
  }
  const known = new Map<string, boolean>([['', false]])
  const isFolderOut = (path: string): boolean => {
    const before = known.get(path)
    if (before !== undefined) return before
    const out = isFolderOut(path.slice(0, Math.max(0, path.lastIndexOf('/')))) || isNamed(`${path}/`)
    known.set(path, out)
    return out
  }
  return paths.filter(path => !isFolderOut(foldersOf(path).at(-1) ?? '') && !isNamed(path))
}
