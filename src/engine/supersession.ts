import type { Finding } from '../model/finding.js'
import type { RuleFile } from './rule.js'

/**
 * Marks findings that another finding of the same document makes moot: nothing is dropped. A finding of one
 * requirement supersedes only findings of that requirement; one of the whole item, all.
 */
export const markSuperseded = (
  findings: readonly Finding[],
  ruleNamed: ReadonlyMap<string, RuleFile>,
): readonly Finding[] => {
  const isMootBy = (finding: Finding, name: string): boolean =>
    findings.some(
      other =>
        other.rule === name && (other.requirement === null || other.requirement === finding.requirement),
    )
  return findings.map(finding => {
    const superseding = ruleNamed.get(finding.rule)?.supersededBy?.find(name => isMootBy(finding, name))
    return superseding === undefined ? finding : { ...finding, supersededBy: superseding }
  })
}
