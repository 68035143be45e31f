import { BY_BASELINE } from '../model/known.js'
import type { Counted } from '../model/summary.js'
import { count, listed } from './count.js'

/** What a report leaves out of sight, and by what option. */
export interface HiddenTerms {
  /** Confidence below which findings are left out, as the user named it. */
  readonly minConfidence: string
  /** Whether errors alone are shown. */
  readonly quiet: boolean
  /** Whether findings alone are told of, and not rules that were not run. Default false. */
  readonly findingsAlone?: boolean
}

/** Counts what is left out of sight. */
export interface HiddenTally {
  readonly add: (document: Counted) => void
  /** "Hidden: …", each with the option that shows it; null where nothing is. */
  readonly line: (terms: HiddenTerms) => string | null
}

/** Names of rules that are listed before the others are only counted. */
const MOST_NAMES = 3

const namesOf = (rules: readonly string[]): string =>
  rules.length > MOST_NAMES
    ? `${rules.slice(0, MOST_NAMES).join(', ')} and ${rules.length - MOST_NAMES} more`
    : listed(rules)

/** Every finding that a run makes is shown, or counted here: one that is silently left out is one that nobody misses. */
export const hiddenTally = (): HiddenTally => {
  const counts = { unsure: 0, warning: 0, advice: 0, known: 0, suppressed: 0 }
  const preview = new Set<string>()
  return {
    add: ({ findings, hidden, previewOff }) => {
      counts.unsure += hidden
      for (const rule of previewOff) preview.add(rule)
      for (const { severity, suppressed, supersededBy } of findings) {
        if (suppressed !== null) counts[suppressed.startsWith(BY_BASELINE) ? 'known' : 'suppressed']++
        else if (severity !== 'error' && supersededBy === null) counts[severity]++
      }
    },
    line: ({ minConfidence, quiet, findingsAlone = false }) => {
      const { unsure, warning, advice, known, suppressed } = counts
      const quieted = [
        quiet && warning > 0 && count(warning, 'warning'),
        quiet && advice > 0 && count(advice, 'point of advice', 'points of advice'),
      ].filter(part => part !== false)
      const parts = [
        unsure > 0 &&
          `${count(unsure, 'finding')} by --min-confidence ${minConfidence} (--min-confidence low shows ${unsure === 1 ? 'it' : 'them'})`,
        quieted.length > 0 && `${listed(quieted)} by --quiet (run without it)`,
        known > 0 &&
          `${count(known, 'finding')} by the baseline (--no-baseline counts ${known === 1 ? 'it' : 'them'})`,
        suppressed > 0 &&
          `${count(suppressed, 'finding')} by suppressions ("cydlint suppressions list" says why)`,
        !findingsAlone &&
          preview.size > 0 &&
          `${count(preview.size, 'rule')} on trial, ${namesOf([...preview].sort())} (--preview)`,
      ].filter(part => part !== false)
      return parts.length === 0 ? null : `Hidden: ${parts.join('; ')}.`
    },
  }
}
