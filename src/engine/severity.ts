import type { Disclosure } from '../model/disclosure.js'
import type { Confidence, Severity } from '../model/finding.js'
import { CONFIDENCES, SEVERITIES } from '../model/finding.js'
import type { RequirementName } from '../model/requirements.js'
import type { RuleLevel } from '../model/settings.js'
import type { RuleFile } from './rule.js'

/** The milder of two severities. */
const atMost = (severity: Severity, limit: Severity): Severity =>
  SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(limit) ? severity : limit

export const oneLower = (severity: Severity): Severity => (severity === 'error' ? 'warning' : 'advice')

/** Whether `confidence` is `least` or better. */
export const isSureEnough = (confidence: Confidence, least: Confidence): boolean =>
  CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(least)

/** Rules that say that the item leaves something out. */
const reportsGap = ({ name }: RuleFile): boolean =>
  name.startsWith('missing/') || name.startsWith('incident/missing-')

/** Rules that say that something is not there, and so depend on all of the item having been seen. */
const reportsAbsence = (rule: RuleFile): boolean => reportsGap(rule) || rule.name === 'flag/unsupported'

const hasFlagFor = ({ flags }: Disclosure, requirement: RequirementName | null): boolean =>
  requirement !== null && flags.some(({ element }) => element.requirement === requirement)

/**
 * Severity of an outcome. Where only tagged facts were seen, a statement may stand in the filing outside every text
 * block: what is missing is then a warning at most, and advice where the requirement's flag is given. That holds for a
 * severity that the user set, too: it says how bad a gap is, not that there is one.
 */
export const severityOf = (
  rule: RuleFile,
  outcome: string,
  requirement: RequirementName | null,
  disclosure: Disclosure,
  level: RuleLevel = 'on',
): Severity => {
  const own = rule.outcomes[outcome]?.severity ?? rule.severity
  const severity = level === 'on' || level === 'off' ? own : level
  if (disclosure.view === 'item' || !reportsGap(rule)) return severity
  return atMost(severity, hasFlagFor(disclosure, requirement) ? 'advice' : 'warning')
}

/** Confidence of a finding: of an absence, `medium` at most where only tagged facts were seen. */
export const confidenceOf = (rule: RuleFile, { view }: Disclosure): Confidence =>
  view === 'tagged' && rule.confidence === 'high' && reportsAbsence(rule) ? 'medium' : rule.confidence
