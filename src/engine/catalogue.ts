import type { Check } from '../checks/check.js'
import { CHECKS } from '../checks/index.js'
import { rules as files } from '../generated/ruleset.js'
import type { RuleFile } from './rule.js'
import { placeholdersIn } from './template.js'

/** Values that every template may use, whatever the check. */
export const COMMON_VALUES = ['form', 'item', 'citation', 'quote', 'element', 'block', 'text'] as const

/** The rules that a run applies, linked to the checks that they name. */
export interface Catalogue {
  /** In the order of their names. */
  readonly rules: readonly RuleFile[]
  readonly named: ReadonlyMap<string, RuleFile>
  /** Rules by kind of check and outcome: `${kind} ${outcome}`. */
  readonly reporting: ReadonlyMap<string, readonly RuleFile[]>
  /** The checks that some rule needs, in their own order. */
  readonly checks: readonly Check[]
}

export const reportingKey = (kind: string, outcome: string): string => `${kind} ${outcome}`

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
  for (const name of rule.supersededBy ?? [])
    if (!names.has(name)) defects.push(`supersededBy names "${name}", which is no rule`)
  return defects
}

const link = (rules: readonly RuleFile[], checks: readonly Check[]): Catalogue => {
  const sorted = rules.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const named = new Map(sorted.map(rule => [rule.name, rule]))
  const reporting = new Map<string, RuleFile[]>()
  for (const rule of sorted)
    for (const outcome of Object.keys(rule.outcomes)) {
      const key = reportingKey(rule.check.kind, outcome)
      reporting.set(key, [...(reporting.get(key) ?? []), rule])
    }
  const kinds = new Set(sorted.map(({ check }) => check.kind))
  return { rules: sorted, named, reporting, checks: checks.filter(({ kind }) => kinds.has(kind)) }
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

/** The rules that cydlint ships, with rules of the user's own, which have to be without defects. */
export const catalogueWith = (own: readonly RuleFile[]): Catalogue => {
  const before = extended.get(own)
  if (before) return before
  const linked = link([...files, ...own], CHECKS)
  extended.set(own, linked)
  return linked
}

/** Every rule that cydlint ships, in the order of their names, frozen. */
export const loadRules = (): readonly RuleFile[] => freeze(shippedCatalogue().rules)
