import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { KnownRule } from '../config/config.js'
import type { LineOf } from '../config/lines.js'
import { PRESET_NAMES, presetNamed } from '../config/presets.js'
import type { Layer } from '../config/resolve.js'
import { type ConfigPath, validateConfig } from '../config/validate.js'
import { didYouMean } from '../text/nearest-name.js'
import { CONFIG_KINDS, MistakenConfig } from './config-files.js'
import { shownPath } from './folder-path.js'
import { inWords } from './inputs.js'

/** What a configuration file holds, and how to find a line in it. */
interface Parsed {
  readonly value: unknown
  readonly lineOf: LineOf
}

const parseYamlConfig = async (text: string, shown: string): Promise<Parsed> => {
  const [{ parseYaml }, { yamlLines }] = await Promise.all([
    import('../readers/facts/parse-yaml.js'),
    import('../config/lines.js'),
  ])
  // A file of comments alone sets nothing.
  if (/^(?:\s*(?:#.*)?(?:\r?\n|$))*$/.test(text)) return { value: {}, lineOf: () => undefined }
  const { value, problem, ...at } = parseYaml(text)
  if (problem !== undefined)
    throw new MistakenConfig([`${shown}:${'line' in at ? at.line : 1}: This is not valid YAML: ${problem}`])
  let lines: LineOf | undefined
  return {
    value,
    lineOf: path => {
      lines ??= yamlLines(text)
      return lines(path)
    },
  }
}

const parseJsonConfig = async (text: string, shown: string): Promise<Parsed> => {
  const [{ duplicateKeys, jsonProblem, outline }, { jsonLines }] = await Promise.all([
    import('../readers/facts/json-places.js'),
    import('../config/lines.js'),
  ])
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const { problem, offset } = jsonProblem(text)
    throw new MistakenConfig([`${shown}:${lineAt(offset)}: This is not valid JSON: ${problem}.`])
  }
  const [twice] = duplicateKeys(text, outline(text).keys, value)
  if (twice)
    throw new MistakenConfig([
      `${shown}:${lineAt(twice.offset)}: The key "${twice.key}" stands twice. Keep one.`,
    ])
  let lines: LineOf | undefined
  return {
    value,
    lineOf: path => {
      lines ??= jsonLines(text)
      return lines(path)
    },
  }
}

/**
 * Runs a module and takes its default export. The command is a script, which has no `import()` of its own: a file beside
 * it has.
 */
const importConfig = async (path: string, shown: string): Promise<Parsed> => {
  const load: (url: string) => Promise<{ readonly default?: unknown }> = createRequire(import.meta.url)(
    './import-module.cjs',
  )
  try {
    const module = await load(pathToFileURL(path).href)
    if (module.default === undefined)
      throw new MistakenConfig([`${shown}: The module has no default export. Write "export default { … }".`])
    return { value: module.default, lineOf: () => undefined }
  } catch (error) {
    if (error instanceof MistakenConfig) throw error
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    throw new MistakenConfig([`${shown}: The module cannot be run: ${what}`])
  }
}

const parseFile = async (path: string, shown: string): Promise<Parsed> => {
  const kind = extname(path).toLowerCase()
  if (kind === '.mjs') return importConfig(path, shown)
  if (!CONFIG_KINDS.some(each => each === kind))
    throw new MistakenConfig([`${shown}: A configuration is a file in ${CONFIG_KINDS.join(', ')}.`])
  let text: string
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw new MistakenConfig([`${shown}: The configuration cannot be read: ${inWords(error)}`])
  }
  return kind === '.json' ? parseJsonConfig(text, shown) : parseYamlConfig(text, shown)
}

/** A configuration with those that it extends, lowest first. */
export interface LoadedConfig {
  readonly path: string
  readonly layers: readonly Layer[]
}

const isPath = (name: string): boolean =>
  /[/\\]/.test(name) || CONFIG_KINDS.some(kind => name.toLowerCase().endsWith(kind))

/**
 * Reads a configuration and those that it extends.
 * @param path absolute
 * @param above the files that extend it, for circles
 * @throws MistakenConfig
 */
export const loadConfig = async (
  path: string,
  rules: readonly KnownRule[],
  above: readonly string[] = [],
): Promise<LoadedConfig> => {
  const shown = shownPath(path)
  const { value, lineOf } = await parseFile(path, shown)
  const placeOf = (at: ConfigPath): string => {
    const line = lineOf(at)
    return line === undefined ? shown : `${shown}:${line}`
  }
  const { config, problems } = validateConfig(value, rules)
  if (problems.length > 0)
    throw new MistakenConfig(problems.map(({ path: at, message }) => `${placeOf(at)}: ${message}`))
  const chain = [...above, path]
  const layers: Layer[] = []
  for (const [index, name] of (config.extends ?? []).entries()) {
    const place = placeOf(['extends', index])
    const preset = presetNamed(name)
    if (preset) {
      layers.push({ config: preset, folder: null, placeOf: () => `preset ${name} (${place})` })
      continue
    }
    if (!isPath(name))
      throw new MistakenConfig([
        `${place}: There is no preset "${name}": they are ${PRESET_NAMES.join(', ')}.${didYouMean(name, PRESET_NAMES)} A file is named with its path: "./${name}.yaml".`,
      ])
    const target = resolve(dirname(path), name)
    if (!existsSync(target))
      throw new MistakenConfig([
        `${place}: There is no file "${name}" to extend. Paths are relative to ${shownPath(dirname(path))}.`,
      ])
    if (chain.includes(target))
      throw new MistakenConfig([
        `${place}: This extends itself: ${[...chain.slice(chain.indexOf(target)), target].map(shownPath).join(' → ')}. Take one of them out.`,
      ])
    layers.push(...(await loadConfig(target, rules, chain)).layers)
  }
  return { path, layers: [...layers, { config, folder: dirname(path), placeOf }] }
}
