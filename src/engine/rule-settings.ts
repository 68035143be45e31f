import type { Confidence } from '../model/finding.js'
import type { OptionValues } from '../model/option.js'
import type { RuleSetting, RuleSettings, Settings } from '../model/settings.js'
import type { RuleFile } from './rule.js'

const NONE: OptionValues = {}

const ownSetting = (rules: RuleSettings | undefined, name: string): RuleSetting =>
  (rules && Object.hasOwn(rules, name) ? rules[name] : undefined) ?? {}

const sameHeading = (a: string, b: string): boolean => headingKey(a) === headingKey(b)

/** Case, white space and a stop at the end make no other heading. */
const headingKey = (heading: string): string =>
  heading.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(/[.:]$/, '').toLowerCase()

/** Settings under the names that rules have now. */
export const withNamesNow = (settings: Settings, named: ReadonlyMap<string, RuleFile>): Settings => {
  const nameOf = (name: string): string => named.get(name)?.name ?? name
  const now = (rules: RuleSettings): RuleSettings =>
    Object.keys(rules).every(name => nameOf(name) === name)
      ? rules
      : Object.fromEntries(Object.entries(rules).map(([name, setting]) => [nameOf(name), setting]))
  const { rules, sections, preview } = settings
  return {
    ...settings,
    ...(rules && { rules: now(rules) }),
    ...(sections && { sections: sections.map(each => ({ ...each, rules: now(each.rules) })) }),
    ...(preview && { preview: preview.map(nameOf) }),
  }
}

/** Whether a path of headings leads along another one. */
const leadsAlong = (headings: readonly string[], section: readonly string[]): boolean =>
  headings.some((_, start) =>
    section.every((heading, index) => sameHeading(heading, headings[start + index] ?? '')),
  )

/** How a rule is set for a finding under these headings. */
export const settingFor = (
  { rules, sections }: Settings,
  name: string,
  headings: readonly string[],
): RuleSetting => {
  let setting = ownSetting(rules, name)
  for (const each of sections ?? []) {
    if (!Object.hasOwn(each.rules, name) || !each.sections.some(section => leadsAlong(headings, section)))
      continue
    const here = ownSetting(each.rules, name)
    setting = {
      severity: here.severity ?? setting.severity,
      minConfidence: here.minConfidence ?? setting.minConfidence,
    }
  }
  return setting
}

/**
 * Whether a rule has to be run: it is on for the whole of a document or for some section.
 * @param wantsPreview whether rules on trial are asked for, whatever the settings name
 */
export const isOn = ({ name, preview }: RuleFile, settings: Settings, wantsPreview = false): boolean => {
  if (preview && !wantsPreview && !settings.preview?.includes(name)) return false
  if (ownSetting(settings.rules, name).severity !== 'off') return true
  return (settings.sections ?? []).some(({ rules }) => (ownSetting(rules, name).severity ?? 'off') !== 'off')
}

/** Parameters of the check that a rule names, as it and the settings have them. */
export const parametersFor = ({ name, check, options }: RuleFile, { rules }: Settings): OptionValues => {
  if (!options) return check.with ?? NONE
  const defaults = Object.entries(options).map(([key, option]) => [key, option.default] as const)
  return { ...check.with, ...Object.fromEntries(defaults), ...ownSetting(rules, name).options }
}

/** The least confidence that a finding needs: the caller's word, else that for its rule, else that for all rules. */
export const leastConfidence = (
  given: Confidence | undefined,
  setting: RuleSetting,
  settings: Settings,
): Confidence => given ?? setting.minConfidence ?? settings.minConfidence ?? 'medium'
