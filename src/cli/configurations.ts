import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve as resolvePath } from 'node:path'
import type { Config, KnownRule } from '../config/config.js'
import type { Effective, Layer } from '../config/resolve.js'
import type { ReportError } from '../model/report.js'
import type { CommandLine } from './command-line.js'
import { configIn, namedConfig } from './config-files.js'
import { type FoundInput, STANDARD_INPUT } from './inputs.js'
import type { LoadedConfig } from './load-config.js'
import type { OwnSettings } from './own-settings.js'
import type { Patterns } from './patterns.js'
import { foldersAbove } from './project-folders.js'

/** Which configuration a run goes by: the nearest of each file, one that is named, or none. */
export type ConfigChoice =
  | { readonly type: 'nearest' }
  | { readonly type: 'named'; readonly path: string }
  | { readonly type: 'none' }

/** What configurations say. Each is read once, where the first file under it is met. */
export interface Configurations {
  /** The configuration that holds for what stands in a folder. @throws MistakenConfig */
  readonly configFor: (folder: string) => Promise<LoadedConfig | undefined>
  /** What it leaves out. @throws MistakenConfig */
  readonly ignoredIn: (folder: string) => Promise<readonly Patterns[]>
  /** What holds for the run as a whole where this is the folder of its first input. @throws MistakenConfig */
  readonly runSettings: (folder: string) => Promise<Effective | undefined>
  /** What holds for a file, with where each setting was made. @throws MistakenConfig */
  readonly effectiveFor: (path: string) => Promise<Effective | undefined>
  /** The same as plain data. @throws MistakenConfig */
  readonly settingsFor: (path: string) => Promise<OwnSettings | undefined>
  /** What is wrong with rules of the user's own, in the configurations read so far. */
  readonly ruleProblems: () => Promise<readonly ReportError[]>
}

const fileOverrides = ({ config }: Layer): NonNullable<Config['overrides']> =>
  (config.overrides ?? []).filter(({ files }) => files !== undefined)

const knownRules = async (): Promise<readonly KnownRule[]> =>
  (await import('../engine/catalogue.js')).shippedCatalogue().rules

/** The rules that ship and those that a configuration adds. */
const rulesOf = ({ ownRules }: LoadedConfig, shipped: readonly KnownRule[]): readonly KnownRule[] => [
  ...shipped,
  ...(ownRules?.rules ?? []),
]

/** Keeps what a function gave for a key. */
const once = <Value>(make: (key: string) => Promise<Value>): ((key: string) => Promise<Value>) => {
  const made = new Map<string, Promise<Value>>()
  return key => {
    const before = made.get(key)
    if (before) return before
    const value = make(key)
    made.set(key, value)
    return value
  }
}

/** @param noteFile told of every file that a configuration is read from */
export const configurations = (choice: ConfigChoice, noteFile?: (path: string) => void): Configurations => {
  const problems: ReportError[] = []
  const load = once(async path => {
    const { loadConfig } = await import('./load-config.js')
    const loaded = await loadConfig(path, await knownRules(), noteFile)
    problems.push(...(loaded.ownRules?.problems ?? []))
    return loaded
  })
  const pathIn = new Map<string, string | undefined>()
  const nearest = (folder: string): string | undefined => {
    for (const each of foldersAbove(folder)) {
      if (!pathIn.has(each)) pathIn.set(each, configIn(each))
      const path = pathIn.get(each)
      if (path !== undefined) return path
    }
    return undefined
  }
  const configFor = once(async folder => {
    if (choice.type === 'none') return undefined
    const path = choice.type === 'named' ? choice.path : nearest(folder)
    return path === undefined ? undefined : load(path)
  })
  const ignoredIn = once(async folder => {
    const found = await configFor(folder)
    const layers = found?.layers.filter(({ config }) => config.ignore) ?? []
    if (layers.length === 0) return []
    const { patternsIn } = await import('./patterns.js')
    return layers.map(({ config, folder: base, placeOf }) =>
      patternsIn(
        base ?? folder,
        (config.ignore ?? []).map((pattern, index) => ({ pattern, place: placeOf(['ignore', index]) })),
      ),
    )
  })
  const realPath = once(async folder => realpathSync(folder))
  /** Files for which the same overrides hold share one value, so that threads are handed it once. */
  const resolved = new Map<string, { readonly effective: Effective; readonly settings: OwnSettings }>()
  const resolve = async (path: string) => {
    const folder = await realPath(dirname(path))
    const found = await configFor(folder)
    if (!found) return undefined
    const file = join(folder, basename(path))
    const { resolveLayers, fileSettings } = await import('../config/resolve.js')
    const overrides = found.layers.flatMap(layer =>
      fileOverrides(layer).map(({ files = [] }) => ({ layer, files })),
    )
    const { matchesAny } = overrides.length > 0 ? await import('./patterns.js') : { matchesAny: () => false }
    const held = overrides.map(({ layer, files }) => matchesAny(layer.folder ?? folder, files, file))
    const key = `${found.path}\n${held.map(Number).join('')}`
    const before = resolved.get(key)
    if (before) return before
    const effective = resolveLayers(
      found.layers,
      (layer, files) => matchesAny(layer.folder ?? folder, files, file),
      rulesOf(found, await knownRules()),
    )
    const { rules: own, plugins = [] } = found.ownRules ?? {}
    const made = {
      effective,
      settings: {
        ...fileSettings(effective),
        ...(own && { ownRules: own }),
        ...(plugins.length > 0 && { plugins }),
      },
    }
    resolved.set(key, made)
    return made
  }
  return {
    configFor,
    ignoredIn,
    runSettings: async folder => {
      const found = await configFor(folder)
      if (!found) return undefined
      const { resolveLayers } = await import('../config/resolve.js')
      return resolveLayers(found.layers, () => false, rulesOf(found, await knownRules()))
    },
    effectiveFor: async path => (await resolve(path))?.effective,
    settingsFor: async path => (await resolve(path))?.settings,
    ruleProblems: async () => problems,
  }
}

/** What `--config` and `--no-config` ask for. What is mistaken is added to the line's problems, or thrown as MistakenConfig. */
export const configChoice = (line: CommandLine): ConfigChoice => {
  const [path] = line.values('config')
  if (line.has('no-config')) {
    if (path !== undefined) line.problems.push('--config and --no-config exclude each other. Drop one.')
    return { type: 'none' }
  }
  return path ? { type: 'named', path: namedConfig(path) } : { type: 'nearest' }
}

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** The folder that a path names, or that what it names stands in, as far as it is there. */
export const folderOf = (path: string | undefined): string => {
  if (path === undefined || path === STANDARD_INPUT) return process.cwd()
  let at = resolvePath(path)
  while (!isFolder(at) && dirname(at) !== at) at = dirname(at)
  return at
}

/** Where standard input counts as standing: at the place of the name that it is given, if there is such a folder. */
const pipedPath = (name: string): string =>
  existsSync(dirname(resolvePath(name))) ? resolvePath(name) : resolvePath(basename(name))

/** Adds to inputs what the configuration says of each. @throws MistakenConfig */
export async function* withSettings(
  inputs: AsyncIterable<FoundInput>,
  { settingsFor }: Configurations,
): AsyncGenerator<FoundInput> {
  for await (const input of inputs) {
    if (input.type !== 'file' && input.type !== 'piped') yield input
    else {
      const settings = await settingsFor(input.type === 'piped' ? pipedPath(input.path) : input.path)
      yield settings ? { ...input, settings } : input
    }
  }
}
