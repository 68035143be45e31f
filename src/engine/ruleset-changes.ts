import type { RuleChange, RuleFile, RulesetVersion } from './rule.js'

/** A rule that is new or other than it was. */
export interface ChangedRule {
  readonly rule: RuleFile
  readonly isNew: boolean
  /** What changed after it was first there, the oldest first. */
  readonly changes: readonly RuleChange[]
}

/** Order of two versions, each three numbers: negative where the first is the older. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [a, b].map(version => version.split('.').map(Number))
  for (let part = 0; part < 3; part++) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The version that a text names, with or without the digest that reports give after it; undefined where there is none. */
export const versionNamed = (
  name: string,
  versions: readonly RulesetVersion[],
): RulesetVersion | undefined => {
  const plain = name.replace(/\+.*$/, '').replace(/^v/, '')
  return versions.find(({ version }) => version === plain)
}

/** Rules that are new since a version of the ruleset or changed after it, in the order of their names. */
export const changedSince = (version: string, rules: readonly RuleFile[]): readonly ChangedRule[] => {
  const isLater = (each: string | undefined): boolean =>
    each !== undefined && compareVersions(each, version) > 0
  return rules.flatMap(rule => {
    const isNew = isLater(rule.since)
    const changes = (rule.changes ?? []).filter(change => isLater(change.version))
    return isNew || changes.length > 0 ? [{ rule, isNew, changes }] : []
  })
}
