import type { Check } from '../checks/check.js'
import { answerIn } from '../checks/incident-gap.js'
import { whyNoIncident } from '../checks/incident-item.js'
import type { Difference } from '../compare/compare.js'
import { catalogueWith } from '../engine/catalogue.js'
import { checkDisclosure, type RuleFault } from '../engine/check-disclosure.js'
import { requirementCitation } from '../engine/citation.js'
import type { RuleFile } from '../engine/rule.js'
import type { SuppressionEntry } from '../engine/suppressions/entry.js'
import { type Timer, UNTIMED } from '../engine/timer.js'
import { readIncident } from '../evidence/incident.js'
import { readDisclosure } from '../evidence/read.js'
import type { Evidence, RequirementCoverage, Sentence } from '../model/coverage.js'
import type { Disclosure } from '../model/disclosure.js'
import { isNamed } from '../model/document-key.js'
import type { Confidence, Finding, NotChecked } from '../model/finding.js'
import { isAnnual } from '../model/forms.js'
import type { Glossary } from '../model/glossary.js'
import { INCIDENT_SUBJECTS } from '../model/incident.js'
import type {
  ReportCoverage,
  ReportDocument,
  ReportEvidence,
  ReportFinding,
  ReportIncidentAnswer,
} from '../model/report.js'
import { REQUIREMENT_NAMES } from '../model/requirements.js'
import type { Settings } from '../model/settings.js'
import type { Span } from '../model/span.js'
import { documentText } from './document-text.js'
import { headOf } from './head-of.js'
import { passageFinder } from './passage.js'

export interface DocumentOptions {
  /** The day as of which the check is made, YYYY-MM-DD. */
  readonly asOf: string
  /** Findings that are less sure are left out, whatever the settings say. */
  readonly minConfidence?: Confidence | undefined
  /** How rules are set. Default: as they ship. */
  readonly settings?: Settings | undefined
  /** Whether all rules on trial are applied that the settings do not turn off. Default: those that the settings name. */
  readonly preview?: boolean | undefined
  /** The registrant's own names for its committees and positions. */
  readonly glossary?: Glossary | undefined
  /** Watches how long the parts of the check take. */
  readonly timer?: Timer | undefined
  /** Rules of the user's own, applied beside those that ship. They have to be without defects. */
  readonly ownRules?: readonly RuleFile[] | undefined
  /** The checks of those of them that are in JavaScript. */
  readonly ownChecks?: readonly Check[] | undefined
  /** Suppressions that stand outside the document; those of other documents are passed over. */
  readonly suppressions?: readonly SuppressionEntry[] | undefined
  /** Whether the report is to hold the text itself. Default false. */
  readonly withText?: boolean | undefined
}

/** The document before one: how the two differ, or why there is none, as a sentence. */
export type Prior = { readonly difference: Difference } | { readonly reason: string }

const spanOfSentence = ({ prose, start, end }: Sentence): Span =>
  prose.source.span(...prose.toSource(start, end))

const evidenceReport = ({ sentence, assertion }: Evidence): ReportEvidence => ({
  quote: sentence.text,
  assertion,
  span: spanOfSentence(sentence),
})

const coverageReport = (
  { form }: Disclosure,
  coverage: ReadonlyMap<string, RequirementCoverage>,
): readonly ReportCoverage[] =>
  REQUIREMENT_NAMES.map(requirement => {
    const row = isAnnual(form) ? coverage.get(requirement) : undefined
    return {
      requirement,
      citation: requirementCitation(requirement, form),
      status: row?.status ?? (isAnnual(form) ? 'absent' : 'not-applicable'),
      evidence: row?.evidence.map(evidenceReport) ?? [],
      nearest: row?.nearest.map(evidenceReport) ?? [],
    }
  })

const ITEM = 'Form 8-K Item 1.05'

/** What a report on Form 8-K says of its incident; an amendment gives only what was left open before. */
const incidentReport = (disclosure: Disclosure): readonly ReportIncidentAnswer[] | undefined => {
  if (disclosure.form !== '8-K' || whyNoIncident(disclosure) !== null) return undefined
  const reading = readIncident(disclosure)
  return INCIDENT_SUBJECTS.map(subject => {
    const { status, evidence } = answerIn(reading, subject)
    return {
      subject,
      citation: subject === 'undetermined' ? `${ITEM}, Instruction 2` : `${ITEM}(a)`,
      status,
      evidence: evidence.map(evidenceReport),
    }
  })
}

const findingReport = (finding: Finding, passageOf: ReturnType<typeof passageFinder>): ReportFinding => {
  const { element } = finding
  return {
    ...finding,
    element: element?.element ?? null,
    flag: element?.datatype === 'boolean' ? element.name : null,
    block: element?.datatype === 'textBlock' ? element.name : null,
    passage: passageOf(finding),
  }
}

/** What a reader had to skip bears on every rule. */
const notesAsNotChecked = ({ notes }: Disclosure): readonly NotChecked[] =>
  notes.map(({ message }) => ({ rule: '*', reason: message }))

/** A document that was checked, and rules of the user's own that broke on it. */
export interface CheckedDocument {
  readonly document: ReportDocument
  readonly faults: readonly RuleFault[]
}

/**
 * Checks one disclosure and reports on it. Pure: no clock, no disk, no network.
 * @param prior what is known of the document before it, where one was asked for
 */
export const checkedDocument = (
  disclosure: Disclosure,
  {
    asOf,
    minConfidence,
    settings,
    preview,
    glossary,
    suppressions,
    ownRules,
    ownChecks,
    withText,
    timer = UNTIMED,
  }: DocumentOptions,
  prior?: Prior,
): CheckedDocument => {
  const difference = prior && 'difference' in prior ? prior.difference : undefined
  const reading = difference?.new.reading ?? timer.evidence(() => readDisclosure(disclosure, glossary))
  const { findings, notChecked, belowConfidence, previewOff, words, faults } = checkDisclosure(
    disclosure,
    reading,
    {
      asOf,
      minConfidence,
      settings,
      preview,
      timer,
      ...(ownRules && { catalogue: catalogueWith(ownRules, ownChecks) }),
      suppressions: suppressions?.filter(({ document }) => isNamed(document, disclosure)),
      difference,
    },
  )
  const passageOf = passageFinder(reading.sentences)
  const incident = incidentReport(disclosure)
  const document = {
    ...headOf(disclosure),
    coverage: coverageReport(disclosure, reading.coverage),
    ...(incident && { incident }),
    findings: findings.map(finding => findingReport(finding, passageOf)),
    notChecked: [
      ...notesAsNotChecked(disclosure),
      ...(prior && 'reason' in prior ? [{ rule: 'compare/*', reason: prior.reason }] : []),
      ...notChecked,
    ],
    hidden: belowConfidence,
    previewOff,
    sentences: reading.sentences.length,
    ...(withText && { text: documentText(disclosure, reading, words) }),
  }
  return { document, faults }
}

export const documentReport = (disclosure: Disclosure, options: DocumentOptions): ReportDocument =>
  checkedDocument(disclosure, options).document
