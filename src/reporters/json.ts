import type {
  ReportCoverage,
  ReportDocument,
  ReportError,
  ReportEvidence,
  ReportFinding,
} from '../model/report.js'
import type { Reporter, RunHead } from './reporter.js'

const evidenceData = ({ quote, assertion, span }: ReportEvidence): object => ({ quote, assertion, span })

const coverageData = (row: ReportCoverage): object => ({
  requirement: row.requirement,
  citation: row.citation,
  status: row.status,
  evidence: row.evidence.map(evidenceData),
  nearest: row.nearest.map(evidenceData),
})

/** A finding as the published format has it. */
export const findingData = (finding: ReportFinding): object => ({
  rule: finding.rule,
  severity: finding.severity,
  confidence: finding.confidence,
  message: finding.message,
  suggestion: finding.suggestion,
  requirement: finding.requirement,
  element: finding.element,
  flag: finding.flag,
  block: finding.block,
  citations: finding.citations,
  headings: finding.headings,
  supersededBy: finding.supersededBy,
  quote: finding.quote,
  span: finding.span,
  related: finding.related.map(({ message, quote, span }) => ({ message, quote, span })),
  fingerprint: finding.fingerprint,
  suppressed: finding.suppressed,
})

/** A document as the published format has it. The order of the keys is part of the format. */
export const documentData = (document: ReportDocument): object => ({
  path: document.path,
  id: document.id,
  form: document.form,
  formFrom: document.formFrom,
  item: document.item,
  view: document.view,
  registrant: document.registrant,
  periodOfReport: document.periodOfReport,
  coverage: document.coverage.map(coverageData),
  findings: document.findings.map(findingData),
  notChecked: document.notChecked.map(({ rule, reason }) => ({ rule, reason })),
})

export const errorData = ({ path, message }: ReportError): object => ({ path, message })

/** A value as JSON, each line but the first moved in. */
export const indented = (value: unknown, depth: number): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(depth)}`)

/** The report as one JSON value: version 1 of `schemas/report.schema.json`. */
export const json = ({ tool, asOf }: RunHead): Reporter => {
  const opening = `{\n  "version": 1,\n  "tool": ${indented(tool, 2)},\n  "asOf": ${JSON.stringify(asOf)},\n  "documents": [`
  let documents = 0
  const errors: object[] = []
  return {
    document: document => `${documents++ === 0 ? opening : ','}\n    ${indented(documentData(document), 4)}`,
    error: error => {
      errors.push(errorData(error))
      return ''
    },
    end: summary =>
      `${documents === 0 ? `${opening}]` : '\n  ]'},\n  "errors": ${indented(errors, 2)},\n  "summary": ${indented(summary, 2)}\n}\n`,
  }
}
