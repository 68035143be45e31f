import { existsSync, readFileSync } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
import type { KnownRule } from '../config/config.js'
import type { LineOf } from '../config/lines.js'
import { PRESET_NAMES, presetNamed } from '../config/presets.js'
import type { Layer } from '../config/resolve.js'
import { type ConfigPath, validateConfig } from '../config/validate.js'
import { didYouMean } from '../text/nearest-name.js'
import { CONFIG_KINDS, MistakenConfig } from './config-files.js'
import { shownPath } from './folder-path.js'
import { importDefault } from './import-module.js'
import { inWords } from './inputs.js'
import type { OwnRules } from './own-rules.js'

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

const importConfig = async (path: string, shown: string): Promise<Parsed> => {
  const { problem, ...module } = await importDefault(path)
  if (problem !== undefined) throw new MistakenConfig([`${shown}: ${problem}`])
  return { value: 'value' in module ? module.value : undefined, lineOf: () => undefined }
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
  /** Rules that it and those that it extends add; undefined where they name none. */
  readonly ownRules?: OwnRules | undefined
}

const isPath = (name: string): boolean =>
  /[/\\]/.test(name) || CONFIG_KINDS.some(kind => name.toLowerCase().endsWith(kind))

/**
 * Reads a configuration and those that it extends.
 * @param path absolute
 * @param noteFile told of every file that is read, also of one that cannot be used
 * @param above the files that extend it, for circles
 * @throws MistakenConfig
 */
export const loadConfig = async (
  path: string,
  rules: readonly KnownRule[],
  noteFile: (path: string) => void = () => {},
  above: readonly string[] = [],
): Promise<LoadedConfig> => {
  noteFile(path)
  const shown = shownPath(path)
  const { value, lineOf } = await parseFile(path, shown)
  const placeOf = (at: ConfigPath): string => {
    const line = lineOf(at)
    return line === undefined ? shown : `${shown}:${line}`
  }
  const chain = [...above, path]
  const layers: Layer[] = []
  const added: OwnRules[] = []
  const known = (): readonly KnownRule[] => [
    ...rules,
    ...added.flatMap(each => [...each.rules, ...each.broken.map(name => ({ name }))]),
  ]
  // What is extended, and rules that are added, have to be known before names of rules can be told from mistakes.
  for (const [index, name] of textsAt(value, 'extends').entries()) {
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
    const base = await loadConfig(target, rules, noteFile, chain)
    layers.push(...base.layers)
    if (base.ownRules) added.push(base.ownRules)
  }
  const patterns = [
    ...textsAt(value, 'ruleFiles').map((pattern, index) => ({ pattern, at: placeOf(['ruleFiles', index]) })),
    ...textsAt(value, 'plugins').map((pattern, index) => ({
      pattern,
      at: placeOf(['plugins', index]),
      isPlugin: true,
    })),
  ]
  if (patterns.length > 0) added.push(await addedRules(path, patterns, noteFile))
  const { config, problems } = validateConfig(value, known())
  if (problems.length > 0)
    throw new MistakenConfig(problems.map(({ path: at, message }) => `${placeOf(at)}: ${message}`))
  const own = added.length === 0 ? undefined : joined(added)
  return { path, layers: [...layers, { config, folder: dirname(path), placeOf }], ownRules: own }
}

/** A text or a list of them under a key, before the whole is checked. */
const textsAt = (value: unknown, key: 'extends' | 'ruleFiles' | 'plugins'): readonly string[] => {
  const given: unknown =
    typeof value === 'object' && value !== null
      ? Object.entries(value).find(([name]) => name === key)?.[1]
      : []
  return [given].flat().filter(each => typeof each === 'string')
}

/** A pattern of files that hold rules, and where it stands. */
interface RulePattern {
  readonly pattern: string
  readonly at: string
  /** Whether the files are modules in JavaScript, rather than YAML. */
  readonly isPlugin?: boolean
}

/** The rules in the files that patterns match. @throws MistakenConfig where one of them matches none, or files of another kind */
const addedRules = async (
  config: string,
  patterns: readonly RulePattern[],
  noteFile: (path: string) => void,
): Promise<OwnRules> => {
  const [{ glob }, { isModule, readOwnRules }] = await Promise.all([
    import('tinyglobby'),
    import('./own-rules.js'),
  ])
  const paths = new Set<string>()
  for (const { pattern, at, isPlugin = false } of patterns) {
    const found = await glob(pattern, {
      cwd: dirname(config),
      absolute: true,
      ignore: ['**/node_modules/**'],
      expandDirectories: false,
    })
    if (found.length === 0)
      throw new MistakenConfig([
        `${at}: "${pattern}" matches no file. Patterns are relative to ${shownPath(dirname(config))}.`,
      ])
    const other = found.find(path => isModule(path) !== isPlugin)
    if (other !== undefined)
      throw new MistakenConfig([
        isPlugin
          ? `${at}: ${shownPath(other)} is no module (.mjs, .js, .cjs). Rules in YAML are named under "ruleFiles".`
          : `${at}: ${shownPath(other)} is a module, not YAML. Rules in JavaScript are named under "plugins".`,
      ])
    for (const path of found.sort()) paths.add(path)
  }
  for (const path of paths) noteFile(path)
  return readOwnRules([...paths])
}

/** Rules of several configurations together; of two by one name the last counts. */
const joined = (all: readonly OwnRules[]): OwnRules => ({
  rules: [...new Map(all.flatMap(({ rules }) => rules).map(rule => [rule.name, rule])).values()],
  plugins: [...new Set(all.flatMap(({ plugins }) => plugins))],
  broken: all.flatMap(({ broken }) => broken),
  problems: all.flatMap(({ problems }) => problems),
})
