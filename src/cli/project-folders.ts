import { existsSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

const known = new Map<string, readonly string[]>()

const real = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

const deviceOf = (folder: string): number | undefined => statSync(folder, { throwIfNoEntry: false })?.dev

let home: string | undefined

/**
 * The folders whose own files (a configuration, an ignore file) bear on what stands in a folder: the folder itself and
 * those above it, innermost first, up to the root of its repository. Where there is no repository they end below the
 * user's home, at the edge of the file system, or below its root: what somebody left there is not about this work.
 */
export const foldersAbove = (folder: string): readonly string[] => {
  const before = known.get(folder)
  if (before) return before
  home ??= real(homedir())
  const start = real(folder)
  const device = deviceOf(start)
  const folders: string[] = []
  for (let at = start; dirname(at) !== at && deviceOf(at) === device; at = dirname(at)) {
    const isRepository = existsSync(join(at, '.git'))
    if (isRepository || at !== home) folders.push(at)
    if (isRepository || at === home) break
  }
  known.set(folder, folders)
  return folders
}
