import type { Check } from '../checks/check.js'
import { CHECKS } from '../checks/index.js'
import { rules as files } from '../generated/ruleset.js'
import { isOptionValue, type OptionValue, optionPhrase } from '../model/option.js'
import type { RuleFile } from './rule.js'
import { COMMON_VALUES, placeholdersIn } from './template.js'

/** The rules that a run applies, linked to the checks that they name. */
export interface Catalogue {
  /** In the order of their names. */
  readonly rules: readonly RuleFile[]
  /** By name, and by each name that it had before. */
  readonly named: ReadonlyMap<string, RuleFile>
  /** Whether a rule had another name before. */
  readonly hasAliases: boolean
  readonly ofKind: ReadonlyMap<string, readonly RuleFile[]>
  /** Rules by kind of check and outcome: `${kind} ${outcome}`. */
  readonly reporting: ReadonlyMap<string, readonly RuleFile[]>
  /** The checks that some rule needs, in their own order. */
  readonly checks: readonly Check[]
}

export const reportingKey = (kind: string, outcome: string): string => `${kind} ${outcome}`

const shapeOf = (value: OptionValue): string => (typeof value === 'object' ? 'list of texts' : typeof value)

/** What is wrong with the parameters that a rule gives to its check, and with the options that it opens. */
const parameterDefects = (
  { check: { with: given = {} }, options = {} }: RuleFile,
  check: Check,
): readonly string[] => {
  const { kind, parameters = {}, defects: further } = check
  const known = Object.keys(parameters)
  const defects: string[] = []
  const compare = (place: string, name: string, value: OptionValue): void => {
    const own = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    if (own === undefined)
      defects.push(
        `${place}.${name} is no parameter of ${kind}; ${known.length > 0 ? `its parameters: ${known.join(', ')}` : 'it has none'}`,
      )
    else if (shapeOf(own) !== shapeOf(value)) defects.push(`${place}.${name} is a ${shapeOf(own)}`)
  }
  for (const [name, value] of Object.entries(given)) compare('check.with', name, value)
  for (const [name, { schema, default: value }] of Object.entries(options)) {
    compare('options', name, value)
    if (!isOptionValue(value, schema))
      defects.push(`options.${name}.default is not what its schema asks for: ${optionPhrase(schema)}`)
  }
  if (further) {
    const defaults = Object.entries(options).map(([name, option]) => [name, option.default] as const)
    defects.push(...further({ ...parameters, ...given, ...Object.fromEntries(defaults) }))
  }
  return defects
}

/**
 * What is wrong with one rule as data, in words that say how to mend it.
 * @param names of all rules
 */
export const ruleDefects = (
  rule: RuleFile,
  names: ReadonlySet<string>,
  checks: readonly Check[] = CHECKS,
): readonly string[] => {
  const check = checks.find(({ kind }) => kind === rule.check.kind)
  if (!check)
    return [
      `check.kind "${rule.check.kind}" is no kind of check; kinds: ${checks.map(({ kind }) => kind).join(', ')}`,
    ]
  const defects: string[] = []
  for (const [outcome, text] of Object.entries(rule.outcomes)) {
    const values = check.outcomes[outcome]
    if (!values) {
      defects.push(
        `outcome "${outcome}" is none of ${check.kind}'s; its outcomes: ${Object.keys(check.outcomes).join(', ')}`,
      )
      continue
    }
    const known = new Set<string>([...COMMON_VALUES, ...values])
    const used = [text.message, text.tagged ?? '', text.suggestion].flatMap(placeholdersIn)
    for (const name of used)
      if (!known.has(name))
        defects.push(`{${name}} is no value of ${outcome}; values: ${[...known].join(', ')}`)
  }
  defects.push(...parameterDefects(rule, check))
  for (const name of rule.supersededBy ?? [])
    if (!names.has(name)) defects.push(`supersededBy names "${name}", which is no rule`)
  return defects
}

const link = (rules: readonly RuleFile[], checks: readonly Check[]): Catalogue => {
  const sorted = rules.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const named = new Map<string, RuleFile>()
  for (const rule of sorted) for (const alias of rule.aliases ?? []) named.set(alias, rule)
  for (const rule of sorted) named.set(rule.name, rule)
  const ofKind = new Map<string, RuleFile[]>()
  for (const rule of sorted) {
    const { kind } = rule.check
    const alike = ofKind.get(kind)
    if (alike) alike.push(rule)
    else ofKind.set(kind, [rule])
  }
  const reporting = new Map<string, RuleFile[]>()
  for (const rule of sorted)
    for (const outcome of Object.keys(rule.outcomes)) {
      const key = reportingKey(rule.check.kind, outcome)
      reporting.set(key, [...(reporting.get(key) ?? []), rule])
    }
  return {
    hasAliases: named.size > sorted.length,
    rules: sorted,
    named,
    ofKind,
    reporting,
    checks: checks.filter(({ kind }) => ofKind.has(kind)),
  }
}

/**
 * Links rules to the checks that they name.
 * @throws where a rule names a kind, an outcome, a value or a rule that there is not: a mistake in the rule
 */
export const linkRules = (rules: readonly RuleFile[], checks: readonly Check[] = CHECKS): Catalogue => {
  const names = new Set(rules.map(({ name }) => name))
  const catalogue = link(rules, checks)
  const defects = catalogue.rules.flatMap(rule =>
    ruleDefects(rule, names, checks).map(defect => `${rule.file}: ${defect}`),
  )
  if (names.size < rules.length) defects.push('two rules have one name')
  if (defects.length > 0) throw new Error(`Rules that cannot be used:\n${defects.join('\n')}`)
  return catalogue
}

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const each of Object.values(value)) freeze(each)
  }
  return value
}

let catalogue: Catalogue | undefined

/** The rules that cydlint ships, linked once. A test holds that they can be used, so that no run need ask. */
export const shippedCatalogue = (): Catalogue => {
  catalogue ??= link(files, CHECKS)
  return catalogue
}

const extended = new WeakMap<readonly RuleFile[], Catalogue>()

/**
 * The rules that cydlint ships, with rules of the user's own, which have to be without defects.
 * @param checks those of rules in JavaScript; always the same for the same rules
 */
export const catalogueWith = (own: readonly RuleFile[], checks: readonly Check[] = []): Catalogue => {
  const before = extended.get(own)
  if (before) return before
  const linked = link([...files, ...own], [...CHECKS, ...checks])
  extended.set(own, linked)
  return linked
}

/** Every rule that cydlint ships, in the order of their names, frozen. */
export const loadRules = (): readonly RuleFile[] => freeze(shippedCatalogue().rules)
