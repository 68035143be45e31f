import type { Severity } from '../model/finding.js'
import type { NumberedFinding } from './document-model.js'

/** Which findings are shown; the empty string stands for any. */
export interface FindingFilter {
  readonly hiddenSeverities: ReadonlySet<Severity>
  readonly rule: string
  readonly section: string
}

export const NO_FILTER: FindingFilter = { hiddenSeverities: new Set(), rule: '', section: '' }

export const isFiltering = ({ hiddenSeverities, rule, section }: FindingFilter): boolean =>
  hiddenSeverities.size > 0 || rule !== '' || section !== ''

export const passes = ({ severity, rule, section }: NumberedFinding, filter: FindingFilter): boolean =>
  !filter.hiddenSeverities.has(severity) &&
  (filter.rule === '' || filter.rule === rule) &&
  (filter.section === '' || filter.section === section)
