import { shippedCatalogue } from '../engine/catalogue.js'
import type { RuleFile } from '../engine/rule.js'
import type { Severity } from '../model/finding.js'
import type { RuleDescription } from '../reporters/rule-description.js'

/**
 * Rules as reports describe them.
 * @param rules in the order of their names; those that ship, where they are not given
 * @param setTo how a run sets a rule
 */
export const ruleDescriptions = (
  rules: readonly RuleFile[] = shippedCatalogue().rules,
  setTo: (rule: RuleFile) => Severity | 'off' = ({ severity, preview }) => (preview ? 'off' : severity),
): readonly RuleDescription[] =>
  rules.map(rule => {
    const { name, summary, authority, severity, confidence, preview = false, knownFalseNegatives } = rule
    const set = setTo(rule)
    return {
      name,
      summary,
      ground: authority.ground,
      citations: [...new Set(Object.values(authority.citations))],
      severity,
      confidence,
      preview,
      ...(set !== (preview ? 'off' : severity) && { set }),
      unseen: knownFalseNegatives,
    }
  })
