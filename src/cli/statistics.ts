import { SEVERITIES, type Severity } from '../model/finding.js'
import type { Counted } from '../model/summary.js'
import { count, listed } from '../reporters/count.js'

/** Counts what a run is made of. */
export interface Statistics {
  readonly add: (document: Counted) => void
  /** Documents and sentences, findings by rule, coverage by requirement. */
  readonly lines: () => readonly string[]
}

type RuleCounts = Record<Severity | 'left out', number>

/** "3 warnings, 1 left out". */
const ruleLine = (name: string, width: number, counts: RuleCounts): string => {
  const parts = [
    ...SEVERITIES.filter(severity => counts[severity] > 0).map(severity =>
      severity === 'advice' ? `${counts.advice} advice` : count(counts[severity], severity),
    ),
    ...(counts['left out'] > 0 ? [`${counts['left out']} suppressed or moot`] : []),
  ]
  return `  ${name.padEnd(width)}  ${listed(parts)}`
}

/** The larger numbers first, and by name where they are equal. */
const byCount = ([a, m]: readonly [string, number], [b, n]: readonly [string, number]): number =>
  n - m || (a < b ? -1 : 1)

const widest = (names: Iterable<string>): number => Math.max(0, ...[...names].map(({ length }) => length))

export const statistics = (): Statistics => {
  let documents = 0
  let sentences = 0
  const rules = new Map<string, RuleCounts>()
  const coverage = new Map<string, Map<string, number>>()
  const countRule = (rule: string, column: keyof RuleCounts): void => {
    const counts = rules.get(rule) ?? { error: 0, warning: 0, advice: 0, 'left out': 0 }
    counts[column]++
    rules.set(rule, counts)
  }
  return {
    add: document => {
      documents++
      sentences += document.sentences
      for (const { rule, severity, suppressed, supersededBy } of document.findings)
        countRule(rule, suppressed === null && supersededBy === null ? severity : 'left out')
      for (const { requirement, status } of document.coverage) {
        const counts = coverage.get(requirement) ?? new Map<string, number>()
        counts.set(status, (counts.get(status) ?? 0) + 1)
        coverage.set(requirement, counts)
      }
    },
    lines: () => {
      const names = [...rules.keys()].sort()
      return [
        `${count(documents, 'document')}, ${count(sentences, 'sentence')}`,
        '',
        'Findings by rule',
        ...(names.length === 0 ? ['  none'] : []),
        ...names.flatMap(name => {
          const counts = rules.get(name)
          return counts ? ruleLine(name, widest(names), counts) : []
        }),
        '',
        'Coverage by requirement, in documents',
        ...[...coverage].map(([name, counts]) => {
          const parts = [...counts].sort(byCount).map(([status, number]) => `${number} ${status}`)
          return `  ${name.padEnd(widest(coverage.keys()))}  ${listed(parts)}`
        }),
      ]
    },
  }
}
