import type { Severity } from '../model/finding.js'
import type { ReportFinding } from '../model/report.js'

/** How much is told of a finding: all of it, its title and a sentence, or one line for all of its rule in a section. */
export type Detail = 'full' | 'brief' | 'line'

/** How much of a report is told. */
export interface Plan {
  readonly detailOf: (finding: ReportFinding) => Detail
  /** Whether the table of coverage and the list of what was not checked are short. */
  readonly isShort: boolean
}

/** Everything in full. */
export const FULL_PLAN: Plan = { detailOf: () => 'full', isShort: false }

/** What is told in more detail while there is room, the most urgent first. */
const STEPS: readonly (readonly [Severity, Detail])[] = [
  ['error', 'brief'],
  ['error', 'full'],
  ['warning', 'brief'],
  ['advice', 'brief'],
  ['warning', 'full'],
  ['advice', 'full'],
]

/**
 * The plan that tells the most on so many lines: all in full where it fits, and else errors before warnings and
 * warnings before advice.
 * @param findings in the order in which they are told
 * @param linesOf how many lines a plan takes
 */
export const planFor = (
  findings: readonly ReportFinding[],
  linesOf: (plan: Plan) => number,
  height: number,
): Plan => {
  for (const isShort of [false, true]) {
    const plan: Plan = { detailOf: () => 'full', isShort }
    if (linesOf(plan) <= height) return plan
  }
  const details = new Map<ReportFinding, Detail>()
  const plan: Plan = { detailOf: finding => details.get(finding) ?? 'line', isShort: true }
  if (linesOf(plan) > height) return plan
  for (const [severity, detail] of STEPS)
    for (const finding of findings) {
      if (finding.severity !== severity) continue
      const before = details.get(finding)
      details.set(finding, detail)
      if (linesOf(plan) <= height) continue
      if (before === undefined) details.delete(finding)
      else details.set(finding, before)
      break
    }
  return plan
}
