import type { ReportSummary } from '../model/report.js'
import { exceedsWarnings, type FailureTerms, fails } from '../model/verdict.js'
import { count, listed } from './count.js'

export interface RunCounts {
  readonly summary: ReportSummary
  /** Inputs that could not be read. */
  readonly unread: number
  /** Files of folders that hold no disclosure. */
  readonly skipped: number
}

const findingCounts = ({ error, warning, advice }: ReportSummary): string =>
  listed(
    [
      error > 0 && count(error, 'error'),
      warning > 0 && count(warning, 'warning'),
      advice > 0 && count(advice, 'point of advice', 'points of advice'),
    ].filter(part => part !== false),
  )

const verdictOf = ({ summary, unread }: RunCounts, terms: FailureTerms): string => {
  if (summary.documents === 0) return 'Nothing checked'
  if (fails(summary, terms)) return 'Fail'
  if (unread > 0) return 'Incomplete'
  return terms.failOn === 'never' ? 'Done' : 'Pass'
}

/** The verdict of a run and its counts, in one sentence or a few. */
export const verdictLine = (counts: RunCounts, terms: FailureTerms): string => {
  const { summary, unread, skipped } = counts
  const found = findingCounts(summary)
  const documents = count(summary.documents, 'document')
  const parts: string[] = []
  if (summary.documents > 0) parts.push(`${found || 'no findings'} in ${documents}`)
  else if (unread === 0) parts.push('no document was found')
  if (exceedsWarnings(summary, terms)) parts.push(`more than ${count(terms.maxWarnings ?? 0, 'warning')}`)
  if (summary.suppressed > 0) parts.push(`${summary.suppressed} suppressed`)
  if (unread > 0) parts.push(`${count(unread, 'input')} could not be checked`)
  if (skipped > 0) parts.push(`${count(skipped, 'other file')} skipped`)
  return `${verdictOf(counts, terms)}: ${parts.join('; ')}.`
}
