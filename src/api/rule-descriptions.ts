import { shippedCatalogue } from '../engine/catalogue.js'
import type { RuleDescription } from '../reporters/rule-description.js'

/** The catalogue as reports describe it, in the order of the rules' names. */
export const ruleDescriptions = (): readonly RuleDescription[] =>
  shippedCatalogue().rules.map(rule => ({
    name: rule.name,
    summary: rule.summary,
    ground: rule.authority.ground,
    citations: [...new Set(Object.values(rule.authority.citations))],
    severity: rule.severity,
    confidence: rule.confidence,
    preview: rule.preview ?? false,
    unseen: rule.knownFalseNegatives,
  }))
