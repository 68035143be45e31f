import { type Finding, SEVERITIES } from '../model/finding.js'
import { REQUIREMENT_NAMES } from '../model/requirements.js'
import type { Span } from '../model/span.js'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Where a span begins, as numbers to compare one by one: paragraph, run and offset, or offset alone. */
const beginning = (span: Span): readonly [number, number, number] =>
  'paragraph' in span ? [span.paragraph, span.run, span.offset] : [span.start.offset, span.end.offset, 0]

/** Findings about no place stand first: they are about the whole item. */
const byPlace = (a: Span | null, b: Span | null): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  const [first, second] = [beginning(a), beginning(b)]
  return first[0] - second[0] || first[1] - second[1] || first[2] - second[2]
}

const requirementRank = ({ requirement }: Finding): number =>
  requirement === null ? -1 : REQUIREMENT_NAMES.indexOf(requirement)

/** Total order of a document's findings: severity, place, requirement, rule, fingerprint. */
export const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      byPlace(a.span, b.span) ||
      requirementRank(a) - requirementRank(b) ||
      compare(a.rule, b.rule) ||
      compare(a.fingerprint, b.fingerprint),
  )
