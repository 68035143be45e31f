import type { Assertion, CoverageStatus } from './coverage.js'
import type { View } from './disclosure.js'
import type { DocumentText } from './document-text.js'
import type { Confidence, NotChecked, Related, Severity } from './finding.js'
import type { Form, Item } from './forms.js'
import type { IncidentSubject } from './incident.js'
import type { RequirementName } from './requirements.js'
import type { Span } from './span.js'

/** A sentence that bears on a requirement, and how it is asserted. */
export interface ReportEvidence {
  readonly quote: string
  readonly assertion: Assertion
  readonly span: Span
}

/** What the document says on one requirement. */
export interface ReportCoverage {
  readonly requirement: RequirementName
  readonly citation: string
  readonly status: CoverageStatus
  /** The sentences that decide the status, six at most. */
  readonly evidence: readonly ReportEvidence[]
  /** Where no sentence decides: those that came closest, three at most. */
  readonly nearest: readonly ReportEvidence[]
}

/** The sentence that a finding's quote stands in; the quote is `text.slice(start, end)`. */
export interface Passage {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface ReportFinding {
  readonly rule: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly message: string
  readonly suggestion: string
  readonly requirement: RequirementName | null
  /** Name of the element in the `cyd` taxonomy, without prefix. */
  readonly element: string | null
  /** Short name of the flag, where the element is one. */
  readonly flag: string | null
  /** Short name of the text block, where the element is one. */
  readonly block: string | null
  readonly citations: readonly string[]
  /** Headings above the place, outermost first. */
  readonly headings: readonly string[]
  /** The rule whose finding in the same document makes this one moot. */
  readonly supersededBy: string | null
  readonly quote: string | null
  readonly span: Span | null
  readonly related: readonly Related[]
  readonly fingerprint: string
  /** Reason of the suppression that covers it. */
  readonly suppressed: string | null
  /** Whether that suppression is a comment in the document itself; for SARIF alone, the published JSON has no such key. */
  readonly suppressedInSource?: boolean
  /** For display alone; the published JSON has no such key. */
  readonly passage: Passage | null
}

/** Which document it is, and how it was seen: the head of every report and inspection. */
export interface DocumentHead {
  readonly path: string
  /** The record's own id, or its line, in a file of several. */
  readonly id: string | null
  readonly form: Form
  /** How the form was told, in words. */
  readonly formFrom: string
  readonly item: Item | null
  readonly view: View
  readonly registrant: string | null
  /** YYYY-MM-DD. */
  readonly periodOfReport: string | null
}

/** What a report on Form 8-K says of one thing that Item 1.05 asks of a material incident. */
export interface ReportIncidentAnswer {
  readonly subject: IncidentSubject
  readonly citation: string
  readonly status: Extract<CoverageStatus, 'addressed' | 'weak' | 'absent'>
  /** The sentences that tell it, or hint at it. */
  readonly evidence: readonly ReportEvidence[]
}

/** What was found in one disclosure. */
export interface ReportDocument extends DocumentHead {
  /** One row for each of the 13 requirements, in the order of the rule. */
  readonly coverage: readonly ReportCoverage[]
  /** Of a report on Form 8-K alone, in place of the coverage. Not in the published JSON. */
  readonly incident?: readonly ReportIncidentAnswer[]
  readonly findings: readonly ReportFinding[]
  readonly notChecked: readonly NotChecked[]
  /** How many findings were left out as less sure than was asked for. Not in the published JSON. */
  readonly hidden: number
  /** Preview rules that would apply and are off. Not in the published JSON. */
  readonly previewOff: readonly string[]
  /** Sentences that were read. Not in the published JSON. */
  readonly sentences: number
  /** The text as it was read, where it was asked for. Not in the published JSON. */
  readonly text?: DocumentText
}

/** An input, or a part of one, that could not be read. */
export interface ReportError {
  readonly path: string
  readonly message: string
}

/** Counts of a run. Findings that are superseded by another or suppressed count under no severity. */
export interface ReportSummary {
  readonly documents: number
  readonly error: number
  readonly warning: number
  readonly advice: number
  readonly suppressed: number
}

/** What made a report: the program, and the rules it ran on. */
export interface ReportTool {
  readonly name: 'cydlint'
  readonly version: string
  readonly ruleset: string
}

/** The report, version 1: what a run found. `formatReport(report, 'json')` writes it as `schemas/report.schema.json` has it. */
export interface Report {
  readonly version: 1
  readonly tool: ReportTool
  /** The day as of which the check was made, YYYY-MM-DD. */
  readonly asOf: string
  readonly documents: readonly ReportDocument[]
  readonly errors: readonly ReportError[]
  readonly summary: ReportSummary
}
