import type { Check } from '../checks/check.js'
import type { OptionValues } from '../model/option.js'
import type { Settings } from '../model/settings.js'
import type { RuleFile } from './rule.js'
import { parametersFor } from './rule-settings.js'

/** A run of a check over a document, and the rules that report what it finds. */
export interface CheckRun {
  readonly check: Check
  readonly parameters: OptionValues
  readonly rules: ReadonlySet<string>
}

/** What a check is given for a rule, and the same as a text, by which it is told from another's. */
interface Given {
  readonly parameters: OptionValues
  readonly key: string
}

/** Worked out once for many documents. */
const known = new WeakMap<Settings, WeakMap<RuleFile, Given>>()

const givenFor = (rule: RuleFile, settings: Settings): Given => {
  const ofRules = known.get(settings) ?? new WeakMap<RuleFile, Given>()
  known.set(settings, ofRules)
  const before = ofRules.get(rule)
  if (before) return before
  const parameters = parametersFor(rule, settings)
  const key = JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)))
  const given = { parameters, key }
  ofRules.set(rule, given)
  return given
}

/** The runs of a check that rules ask for: one for all that give it the same parameters. */
export const runsOf = (check: Check, rules: readonly RuleFile[], settings: Settings): readonly CheckRun[] => {
  const runs = new Map<string, { check: Check; parameters: OptionValues; rules: Set<string> }>()
  for (const rule of rules) {
    const { parameters, key } = givenFor(rule, settings)
    const run = runs.get(key)
    if (run) run.rules.add(rule.name)
    else runs.set(key, { check, parameters, rules: new Set([rule.name]) })
  }
  return [...runs.values()]
}
