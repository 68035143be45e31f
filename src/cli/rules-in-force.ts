import type { Check } from '../checks/check.js'
import type { Effective, Settled } from '../config/resolve.js'
import { catalogueWith, shippedCatalogue } from '../engine/catalogue.js'
import type { RuleFile } from '../engine/rule.js'
import type { Severity } from '../model/finding.js'
import type { OptionValue } from '../model/option.js'
import type { ReportError } from '../model/report.js'
import type { Configurations } from './configurations.js'
import { pluginChecks } from './plugin-checks.js'

/** A value, and where it was set: "default", "preset all (…)", "cydlint.config.yaml:4", "--fail-on". */
export interface Told<Value> {
  readonly value: Value
  readonly from: string
}

/** A rule, and how a configuration sets it. */
export interface RuleInForce {
  readonly rule: RuleFile
  readonly severity: Told<Severity | 'off'>
  readonly options: readonly (Told<OptionValue> & { readonly option: string })[]
}

/** Where a setting was made. */
export const originOf = ({ layer, path }: Settled<unknown>): string => {
  const place = layer.placeOf(path)
  return path[0] === 'overrides' ? `${place} (override ${Number(path[1]) + 1})` : place
}

/** How a rule is set. */
export const inForce = (rule: RuleFile, effective: Effective | undefined): RuleInForce => {
  const { name, severity: own, preview, options = {} } = rule
  const { severity, options: set } = effective?.rules.get(name) ?? {}
  const isOff = severity?.value === 'off' || (preview && !effective?.previewRules.includes(name))
  const level = severity?.value ?? 'on'
  return {
    rule,
    severity: {
      value: isOff ? 'off' : level === 'on' || level === 'off' ? own : level,
      from: severity ? originOf(severity) : preview ? 'default (preview)' : 'default',
    },
    options: Object.entries(options).map(([option, { default: value }]) => {
      const settled = set?.get(option)
      return settled
        ? { option, value: settled.value, from: originOf(settled) }
        : { option, value, from: 'default' }
    }),
  }
}

/** The rules that hold in a folder: those that ship and those that its configuration adds. */
export interface RulesInForce {
  readonly rules: readonly RuleInForce[]
  /** Those of the user's own. */
  readonly own: readonly RuleFile[]
  readonly checks: readonly Check[]
  readonly problems: readonly ReportError[]
}

/** @throws MistakenConfig where its configuration cannot be used */
export const rulesInForce = async (found: Configurations, folder: string): Promise<RulesInForce> => {
  const effective = await found.runSettings(folder)
  const { rules: own = [], problems = [] } = (await found.configFor(folder))?.ownRules ?? {}
  const checks = [...pluginChecks.values()]
  const { rules } = own.length === 0 ? shippedCatalogue() : catalogueWith(own, checks)
  return { rules: rules.map(rule => inForce(rule, effective)), own, checks, problems }
}
