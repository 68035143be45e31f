import { BY_BASELINE } from '../model/known.js'
import type { ReportFinding } from '../model/report.js'
import type { Canvas } from './canvas.js'
import { gather } from './gather.js'
import { placeName } from './place-name.js'
import { printable } from './style.js'
import { paragraph } from './wrap.js'

const INDENT = '  '

/** Findings that are suppressed: one line for each rule and reason; those of a baseline folded to one line. */
export const suppressedLines = (
  findings: readonly ReportFinding[],
  { width, style }: Canvas,
): readonly string[] => {
  const suppressed = findings.filter(finding => finding.suppressed !== null)
  if (suppressed.length === 0) return []
  // There may be hundreds, and all have the same reason.
  const known = suppressed.filter(finding => finding.suppressed?.startsWith(BY_BASELINE))
  const others = gather(
    suppressed.filter(finding => !known.includes(finding)),
    finding => `${finding.rule}\n${finding.suppressed}`,
  )
  const lines = [...others.values()].map(group => {
    const [first] = group
    if (!first) return ''
    const places = group.flatMap(({ span }) => (span === null ? [] : placeName(span)))
    const where =
      places.length === 0 ? '' : ` (${places.slice(0, 3).join(', ')}${places.length > 3 ? ', …' : ''})`
    return `${first.rule}${group.length > 1 ? ` × ${group.length}` : ''}${where}: ${first.suppressed}`
  })
  if (known.length > 0) {
    const rules = [...new Set(known.map(({ rule }) => rule))]
    const shown = rules.length > 6 ? [...rules.slice(0, 5), `${rules.length - 5} more rules`] : rules
    lines.push(`${known.length} in the baseline: ${shown.join(', ')}`)
  }
  return [
    '',
    style(`Suppressed (${suppressed.length})`, 'bold'),
    ...lines.flatMap(line => paragraph(printable(line), width, `${INDENT}${INDENT}`, INDENT)),
  ]
}
