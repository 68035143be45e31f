import { existsSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { shownPath } from './folder-path.js'
import { inWords } from './inputs.js'

/** What is wrong with a configuration, in lines to print. */
export class MistakenConfig extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
  }
}

/** Endings of configuration files. */
export const CONFIG_KINDS = ['.yaml', '.yml', '.json', '.mjs'] as const

const FILE = 'cydlint.config'
export const CONFIG_FILES: readonly string[] = CONFIG_KINDS.map(kind => `${FILE}${kind}`)

/** The configuration file in a folder. @throws MistakenConfig where there are two */
export const configIn = (folder: string): string | undefined => {
  const found = CONFIG_FILES.map(name => join(folder, name)).filter(path => existsSync(path))
  const [first, second] = found
  if (first !== undefined && second !== undefined)
    throw new MistakenConfig([
      `There are two configurations in one folder: ${shownPath(first)} and ${basename(second)}. Keep one.`,
    ])
  return first
}

/** The file that `--config` names. @throws MistakenConfig */
export const namedConfig = (path: string): string => {
  try {
    return realpathSync(path)
  } catch (error) {
    throw new MistakenConfig([`--config ${path}: The configuration cannot be read: ${inWords(error)}`])
  }
}
