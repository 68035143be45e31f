import type { Check } from '../checks/check.js'
import { ruleDefects, shippedCatalogue } from '../engine/catalogue.js'
import { type DefinedRule, definedRule, type RuleDefinition } from '../engine/defined-rule.js'
import type { RuleFile } from '../engine/rule.js'
import { onceFor } from '../model/once.js'

/** Rules of a caller's own, as the engine applies them. */
export interface OwnRuleSet {
  readonly rules: readonly RuleFile[]
  readonly checks: readonly Check[]
}

/**
 * Takes rules that a caller of the library defines.
 * @throws TypeError where one of them cannot be used: a mistake of the program that hands them over
 */
export const ownRulesOf = onceFor((definitions: readonly RuleDefinition[]): OwnRuleSet => {
  const made = definitions.map((definition, index): DefinedRule => {
    const defined = definedRule(definition, `rules[${index}]`)
    if (typeof defined === 'string') throw new TypeError(`rules[${index}]: ${defined}`)
    return defined
  })
  const rules = made.map(({ rule }) => rule)
  const checks = made.map(({ check }) => check)
  const shipped = shippedCatalogue().named
  for (const [index, rule] of rules.entries()) {
    const isTaken = shipped.has(rule.name) || rules.findIndex(({ name }) => name === rule.name) < index
    const defects = isTaken
      ? [`there is another rule "${rule.name}"`]
      : ruleDefects(rule, new Set([...shipped.keys(), ...rules.map(({ name }) => name)]), checks)
    if (defects.length > 0) throw new TypeError(`rules[${index}]: ${defects.join('; ')}`)
  }
  return { rules, checks }
})
