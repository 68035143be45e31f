import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { SuppressionEntry } from '../engine/suppressions/entry.js'
import { shownPath, slashed } from './folder-path.js'
import type { FoundInput } from './inputs.js'
import { foldersAbove } from './project-folders.js'
import { MistakenFile, readStrictFile } from './strict-file.js'

const NAMES = [
  '.cydlint-suppressions.yaml',
  '.cydlint-suppressions.yml',
  '.cydlint-suppressions.json',
] as const

/** Suppressions of a folder, in the files beside its documents and above them. */
interface FolderSuppressions {
  readonly folder: string
  readonly entries: readonly SuppressionEntry[]
}

const fileIn = (folder: string): string | undefined => {
  const [first, second] = NAMES.map(name => join(folder, name)).filter(path => existsSync(path))
  if (first !== undefined && second !== undefined)
    throw new MistakenFile(
      `There are two files of suppressions in one folder: ${shownPath(first)} and ${basename(second)}. Keep one.`,
    )
  return first
}

/** The file of suppressions that holds for a document: the nearest that is there, else one beside it. @throws MistakenFile */
export const suppressionPlace = (path: string): { readonly path: string; readonly exists: boolean } => {
  const folder = dirname(realpathSync(path))
  for (const each of foldersAbove(folder)) {
    const found = fileIn(each)
    if (found !== undefined) return { path: found, exists: true }
  }
  return { path: join(folder, NAMES[0]), exists: false }
}

const load = async (folder: string): Promise<FolderSuppressions | undefined> => {
  const path = fileIn(folder)
  if (path === undefined) return undefined
  const [{ suppressions: validate }, { isDate }] = await Promise.all([
    import('../generated/validators.js'),
    import('../text/date.js'),
  ])
  const { suppressions: entries } = (await readStrictFile(path, validate)) as {
    readonly suppressions: readonly SuppressionEntry[]
  }
  for (const [index, { expires, added }] of entries.entries())
    for (const day of [expires, added])
      if (day !== undefined && !isDate(day))
        throw new MistakenFile(
          `${shownPath(path)}: entry ${index + 1} names the day ${day}, which there is not.`,
        )
  return { folder, entries }
}

/**
 * The suppressions that may be meant for a file, each under the name by which the report calls it. An entry that names
 * an id is kept: only the reader of the document knows whether it is its own.
 */
const entriesFor = (path: string, found: readonly FolderSuppressions[]): readonly SuppressionEntry[] => {
  const real = existsSync(path) ? realpathSync(path) : resolve(path)
  return found.flatMap(({ folder, entries }) => {
    const name = slashed(relative(folder, real))
    return entries.flatMap(entry => {
      const { document } = entry
      if (document === name) return { ...entry, document: path }
      if (document.startsWith(`${name}#`)) return { ...entry, document: path + document.slice(name.length) }
      // Paths of other files are not handed on with every input.
      return /[/\\]|#|\.\w{2,5}$/.test(document) && existsSync(join(folder, document.replace(/#.*$/, '')))
        ? []
        : entry
    })
  })
}

/** Adds to inputs the suppressions that stand in files beside them. @throws MistakenFile */
export async function* withSuppressions(inputs: AsyncIterable<FoundInput>): AsyncGenerator<FoundInput> {
  const loaded = new Map<string, Promise<FolderSuppressions | undefined>>()
  for await (const input of inputs) {
    if (input.type !== 'file' && input.type !== 'piped') {
      yield input
      continue
    }
    const found: FolderSuppressions[] = []
    for (const folder of foldersAbove(dirname(resolve(input.path)))) {
      const each = loaded.get(folder) ?? load(folder)
      loaded.set(folder, each)
      const suppressions = await each
      if (suppressions) found.push(suppressions)
    }
    const suppressions = found.length > 0 ? entriesFor(input.path, found) : []
    yield suppressions.length > 0 ? { ...input, suppressions } : input
  }
}
