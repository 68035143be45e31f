import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { Check } from '../checks/check.js'
import { CHECKS } from '../checks/index.js'
import { ruleDefects, shippedCatalogue } from '../engine/catalogue.js'
import type { RuleFile } from '../engine/rule.js'
import { asRule } from '../engine/rule-shape.js'
import type { ReportError } from '../model/report.js'
import { parseYaml } from '../readers/facts/parse-yaml.js'
import { shownPath } from './folder-path.js'
import { inWords } from './inputs.js'

/** Rules of the user's own, and what is wrong with files that hold none that can be used. */
export interface OwnRules {
  readonly rules: readonly RuleFile[]
  /** Modules that hold the checks of some of them, by absolute paths. */
  readonly plugins: readonly string[]
  /** Names of rules that cannot be used: a configuration may speak of them all the same. */
  readonly broken: readonly string[]
  readonly problems: readonly ReportError[]
}

/** A rule that was read, or why none was. */
type ReadRule = (
  | { readonly rule: RuleFile; readonly check?: Check | undefined }
  | { readonly problem: string; readonly name: string | undefined }
) & { readonly file: string }

const readYamlRule = (path: string): ReadRule => {
  const file = shownPath(path)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return { file, name: undefined, problem: `the rule cannot be read: ${inWords(error)}` }
  }
  const { value, problem, ...at } = parseYaml(text)
  if (problem !== undefined)
    return {
      file,
      name: undefined,
      problem: `line ${'line' in at ? at.line : 1}: this is not valid YAML: ${problem}`,
    }
  const name =
    typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
      ? value.name
      : undefined
  const rule = asRule(value, file)
  return typeof rule === 'string' ? { file, name, problem: rule } : { file, rule }
}

const MODULES = ['.mjs', '.js', '.cjs']

/** Whether a file of rules is a module in JavaScript rather than YAML. */
export const isModule = (path: string): boolean => MODULES.includes(extname(path).toLowerCase())

/**
 * Reads rules that a user wrote: those in YAML are in the form of those that ship, those in JavaScript as `defineRule`
 * takes them. One that cannot be used does not keep the others from being used.
 * @param paths absolute, of YAML files with a rule each and of modules
 */
export const readOwnRules = async (paths: readonly string[]): Promise<OwnRules> => {
  const read: ReadRule[] = []
  for (const path of paths) {
    const file = shownPath(path)
    if (!isModule(path)) {
      read.push(readYamlRule(path))
      continue
    }
    const { pluginRules } = await import('./plugins.js')
    for (const each of await pluginRules(path)) read.push({ ...each, file })
  }
  const rules: RuleFile[] = []
  const checks: Check[] = []
  const problems: ReportError[] = []
  const met = new Set<string>()
  const refuse = (path: string, message: string): void => {
    problems.push({ path, message: `the rule is not applied: ${message}` })
  }
  const shipped = shippedCatalogue().named
  for (const each of read) {
    if ('problem' in each) {
      refuse(each.file, each.problem)
      if (each.name !== undefined) met.add(each.name)
      continue
    }
    const { rule, check, file } = each
    met.add(rule.name)
    const twin = rules.find(({ name }) => name === rule.name)
    if (shipped.has(rule.name)) refuse(file, `cydlint ships a rule "${rule.name}". Give it another name.`)
    else if (twin) refuse(file, `"${rule.name}" is the name of ${twin.file}, too. Give it another one.`)
    else {
      rules.push(rule)
      if (check) checks.push(check)
    }
  }
  const names = new Set([...shipped.keys(), ...rules.map(({ name }) => name)])
  const sound = rules.filter(rule => {
    const defects = ruleDefects(rule, names, [...CHECKS, ...checks])
    if (defects.length > 0) refuse(rule.file, `${defects.join('; ')}.`)
    return defects.length === 0
  })
  for (const { name } of sound) met.delete(name)
  return { rules: sound, plugins: paths.filter(isModule), broken: [...met], problems }
}
