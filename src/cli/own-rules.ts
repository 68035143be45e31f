import { readFileSync } from 'node:fs'
import { ruleDefects, shippedCatalogue } from '../engine/catalogue.js'
import type { RuleFile } from '../engine/rule.js'
import { rule as validate } from '../generated/validators.js'
import type { ReportError } from '../model/report.js'
import { parseYaml } from '../readers/facts/parse-yaml.js'
import { shownPath } from './folder-path.js'
import { inWords } from './inputs.js'

/** Rules of the user's own, and what is wrong with files that hold none that can be used. */
export interface OwnRules {
  readonly rules: readonly RuleFile[]
  /** Names of rules that cannot be used: a configuration may speak of them all the same. */
  readonly broken: readonly string[]
  readonly problems: readonly ReportError[]
}

/** The first thing that the schema objects to, in words. */
const schemaProblem = (): string => {
  const [error] = validate.errors ?? []
  if (!error) return 'it is no rule.'
  const { instancePath, message, params } = error
  const what = Object.values(params).find(value => typeof value === 'string' || Array.isArray(value))
  const detail = what === undefined || message?.includes(String(what)) ? '' : ` (${String(what)})`
  return `${instancePath === '' ? 'the rule' : instancePath} ${message ?? 'is not valid'}${detail}. schemas/rule.schema.json describes a rule.`
}

const isRule = (value: unknown): value is RuleFile => validate(value)

const readRule = (path: string, noteName: (name: string) => void): RuleFile | string => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return `the rule cannot be read: ${inWords(error)}`
  }
  const { value, problem, ...at } = parseYaml(text)
  if (problem !== undefined) return `line ${'line' in at ? at.line : 1}: this is not valid YAML: ${problem}`
  if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
    noteName(value.name)
  return isRule(value) ? { ...value, file: shownPath(path) } : schemaProblem()
}

/**
 * Reads rules that a user wrote, in the form of those that ship. One that cannot be used does not keep the others from
 * being used.
 * @param paths absolute, of YAML files with a rule each
 */
export const readOwnRules = (paths: readonly string[]): OwnRules => {
  const rules: RuleFile[] = []
  const problems: ReportError[] = []
  const met = new Set<string>()
  const refuse = (path: string, message: string): void => {
    problems.push({ path, message: `the rule is not applied: ${message}` })
  }
  const shipped = shippedCatalogue().named
  for (const path of paths) {
    const rule = readRule(path, name => met.add(name))
    const twin = typeof rule === 'string' ? undefined : rules.find(({ name }) => name === rule.name)
    if (typeof rule === 'string') refuse(shownPath(path), rule)
    else if (shipped.has(rule.name))
      refuse(rule.file, `cydlint ships a rule "${rule.name}". Give it another name.`)
    else if (twin) refuse(rule.file, `"${rule.name}" is the name of ${twin.file}, too. Give it another one.`)
    else rules.push(rule)
  }
  const names = new Set([...shipped.keys(), ...rules.map(({ name }) => name)])
  const sound = rules.filter(rule => {
    const defects = ruleDefects(rule, names)
    if (defects.length > 0) refuse(rule.file, `${defects.join('; ')}.`)
    return defects.length === 0
  })
  for (const { name } of sound) met.delete(name)
  return { rules: sound, broken: [...met], problems }
}
