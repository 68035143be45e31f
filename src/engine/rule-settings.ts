import type { Confidence } from '../model/finding.js'
import type { RuleSetting, RuleSettings, Settings } from '../model/settings.js'
import type { RuleFile } from './rule.js'

const ownSetting = (rules: RuleSettings | undefined, name: string): RuleSetting =>
  (rules && Object.hasOwn(rules, name) ? rules[name] : undefined) ?? {}

const sameHeading = (a: string, b: string): boolean => headingKey(a) === headingKey(b)

/** Case, white space and a stop at the end make no other heading. */
const headingKey = (heading: string): string =>
  heading.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(/[.:]$/, '').toLowerCase()

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

/** Whether a rule has to be run: it is on for the whole of a document or for some section. */
export const isOn = ({ name, preview }: RuleFile, settings: Settings): boolean => {
  if (preview && !settings.preview?.includes(name)) return false
  if (ownSetting(settings.rules, name).severity !== 'off') return true
  return (settings.sections ?? []).some(({ rules }) => (ownSetting(rules, name).severity ?? 'off') !== 'off')
}

/** The least confidence that a finding needs: the caller's word, else that for its rule, else that for all rules. */
export const leastConfidence = (
  given: Confidence | undefined,
  setting: RuleSetting,
  settings: Settings,
): Confidence => given ?? setting.minConfidence ?? settings.minConfidence ?? 'medium'
