import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { CommandLine } from './command-line.js'
import { foldersAbove } from './project-folders.js'

const CACHE_FOLDER = '.cydlint-cache'

/**
 * The folder that `--cache` asks for: the one it names, else one at the root of the repository or in the folder itself.
 * What is mistaken is added to the line's problems.
 * @param folder of the first input
 */
export const cacheFolder = (line: CommandLine, folder: string): string | undefined => {
  if (!line.has('cache')) return undefined
  const [named = ''] = line.values('cache')
  const root = foldersAbove(folder).find(each => existsSync(join(each, '.git'))) ?? folder
  const path = named === '' ? join(root, CACHE_FOLDER) : resolve(named)
  if (existsSync(path) && !statSync(path).isDirectory())
    line.problems.push(`--cache=${named}: this is a file. Name a folder, or none: --cache.`)
  else if (!existsSync(dirname(path)))
    line.problems.push(`--cache=${named}: there is no folder "${dirname(path)}". Make it, or name another.`)
  return path
}
