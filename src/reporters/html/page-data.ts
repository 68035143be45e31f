import type { Assertion, CoverageStatus } from '../../model/coverage.js'
import type { TextFlag, TextPart, TextPlace } from '../../model/document-text.js'
import type { NotChecked } from '../../model/finding.js'
import type {
  DocumentHead,
  ReportDocument,
  ReportError,
  ReportEvidence,
  ReportFinding,
  ReportSummary,
  ReportTool,
} from '../../model/report.js'
import type { Force, RequirementName } from '../../model/requirements.js'
import type { Span } from '../../model/span.js'
import { tally } from '../../model/summary.js'
import type { Threshold } from '../../model/verdict.js'
import { abridge } from '../abridge.js'
import { placeName } from '../place-name.js'
import { quotesNearest, withoutNearest } from '../quotes-nearest.js'

/** What a report says of a requirement itself, whatever a document says of it. */
export interface RequirementDescription {
  readonly name: RequirementName
  readonly title: string
  /** What the rule asks, in our words. */
  readonly asks: string
  readonly force: Force
}

/** Words of a document: where they stand in its text, or the words themselves where they stand nowhere in it. */
export interface PageWords {
  readonly words: TextPlace | string
  /** The place in the file, in words; null where there is none. */
  readonly at: string | null
}

export interface PageEvidence extends PageWords {
  readonly assertion: Assertion
}

export interface PageCoverage {
  readonly requirement: RequirementName
  readonly citation: string
  readonly status: CoverageStatus
  readonly evidence: readonly PageEvidence[]
  readonly nearest: readonly PageEvidence[]
}

export interface PageRelated extends PageWords {
  readonly message: string
}

export interface PageFinding
  extends Pick<
    ReportFinding,
    | 'rule'
    | 'severity'
    | 'confidence'
    | 'message'
    | 'suggestion'
    | 'requirement'
    | 'flag'
    | 'citations'
    | 'headings'
    | 'supersededBy'
    | 'suppressed'
  > {
  /** Whether the quote is only what comes nearest to what is not there. */
  readonly isNearest: boolean
  /** Null where it is about no words. */
  readonly quote: PageWords | null
  /** Where it points in the file, also where it quotes nothing. */
  readonly at: string | null
  readonly related: readonly PageRelated[]
}

/** A document with all that was found in it: one data element of the page each, read when it is opened. */
export interface PageDocument extends DocumentHead {
  readonly coverage: readonly PageCoverage[]
  readonly findings: readonly PageFinding[]
  readonly notChecked: readonly NotChecked[]
  readonly hidden: number
  readonly flags: readonly TextFlag[]
  /** Null where the report was made without texts. */
  readonly text: readonly TextPart[] | null
}

/** What the index shows of a document. */
export interface PageEntry extends DocumentHead {
  readonly statuses: readonly CoverageStatus[]
  readonly summary: ReportSummary
}

/** What the page is told of the run as a whole. */
export interface PageRun {
  readonly tool: ReportTool
  readonly asOf: string
  /** The verdict in a word. */
  readonly verdict: string
  readonly counts: string
  /** What the run hides, and how to see it. */
  readonly hidden: string | null
  readonly failOn: Threshold
  readonly errors: readonly ReportError[]
  readonly requirements: readonly RequirementDescription[]
  readonly documents: readonly PageEntry[]
}

const wordsOf = (quote: string, span: Span, place: TextPlace | null | undefined): PageWords => ({
  words: place ?? quote,
  at: placeName(span),
})

const evidenceOf = (
  rows: readonly ReportEvidence[],
  places: readonly (TextPlace | null)[] = [],
): readonly PageEvidence[] =>
  rows.map(({ quote, span, assertion }, index) => ({ ...wordsOf(quote, span, places[index]), assertion }))

const findingOf = (finding: ReportFinding, document: ReportDocument): PageFinding => {
  const places = document.text?.findings[finding.fingerprint]
  const isNearest = quotesNearest(finding, document)
  const message = isNearest ? withoutNearest(finding.message) : finding.message
  const { quote, span } = finding
  return {
    rule: finding.rule,
    severity: finding.severity,
    confidence: finding.confidence,
    message: finding.passage ? abridge(message, finding.passage) : message,
    suggestion: finding.suggestion,
    requirement: finding.requirement,
    flag: finding.flag,
    citations: finding.citations,
    headings: finding.headings,
    supersededBy: finding.supersededBy,
    suppressed: finding.suppressed,
    quote: quote === null || span === null ? null : wordsOf(quote, span, places?.quote),
    isNearest,
    at: span && placeName(span),
    related: finding.related.map((related, index) => ({
      message: related.message,
      ...wordsOf(related.quote, related.span, places?.related[index]),
    })),
  }
}

export const pageDocument = (document: ReportDocument): PageDocument => {
  const { coverage, findings, notChecked, text, ...head } = document
  return {
    ...head,
    coverage: coverage.map(({ requirement, citation, status, evidence, nearest }) => {
      const places = text?.coverage[requirement]
      return {
        requirement,
        citation,
        status,
        evidence: evidenceOf(evidence, places?.evidence),
        nearest: evidenceOf(nearest, places?.nearest),
      }
    }),
    findings: findings.map(finding => findingOf(finding, document)),
    notChecked: notChecked.map(({ rule, reason }) => ({ rule, reason })),
    flags: text?.flags ?? [],
    text: text?.parts ?? null,
  }
}

export const pageEntry = (document: ReportDocument): PageEntry => {
  const { coverage, findings, notChecked, text, hidden, ...head } = document
  const counts = tally()
  counts.add(document)
  return { ...head, statuses: coverage.map(({ status }) => status), summary: counts.summary() }
}
