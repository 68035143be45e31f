import { requirementCitation } from '../../src/engine/citation.js'
import type { CoverageStatus } from '../../src/model/coverage.js'
import type { Form } from '../../src/model/forms.js'
import type {
  Report,
  ReportCoverage,
  ReportDocument,
  ReportEvidence,
  ReportFinding,
} from '../../src/model/report.js'
import { REQUIREMENT_NAMES, type RequirementName } from '../../src/model/requirements.js'
import type { Span } from '../../src/model/span.js'

/** A report on an invented registrant, written by hand: what reporters print does not hang on what checks find. */

const at = (line: number, column: number, length: number): Span => ({
  start: { line, column, offset: line * 100 + column - 1 },
  end: { line, column: column + length, offset: line * 100 + column - 1 + length },
})

const sentence = (quote: string, line: number): ReportEvidence => ({
  quote,
  assertion: 'affirmed',
  span: at(line, 1, quote.length),
})

const PROCESSES =
  'We maintain a cybersecurity program to assess, identify and manage material risks from cybersecurity threats to our cold-storage warehouses, our fleet and the ordering systems that our customers use.'
const COMMITTEE =
  'The Audit Committee of our board of directors oversees these risks and is briefed by management twice a year.'
const OFFICER =
  'Our Vice President of Information Technology, working with 港湾食品 in Yokohama, is responsible for assessing and managing these risks.'
const SEGMENT = 'A third-party assessor, [Firm name to come], tests our defenses every year.'
const DENIAL = 'We do not engage consultants for this purpose.'

const DECIDED: Readonly<Partial<Record<RequirementName, readonly [CoverageStatus, string, number]>>> = {
  processes: ['addressed', PROCESSES, 8],
  'third-party-engaged': ['addressed', SEGMENT, 12],
  'board-oversight': ['addressed', COMMITTEE, 20],
  'board-committee': ['addressed', COMMITTEE, 20],
  'board-informed': ['weak', COMMITTEE, 20],
  'management-role': ['addressed', OFFICER, 22],
  positions: ['addressed', OFFICER, 22],
}

const coverage = (form: Form): readonly ReportCoverage[] =>
  REQUIREMENT_NAMES.map(requirement => {
    const [status, quote, line] = DECIDED[requirement] ?? ['absent', '', 0]
    return {
      requirement,
      citation: requirementCitation(requirement, form),
      status: status === 'absent' && requirement === 'material-effect' ? 'cross-reference' : status,
      evidence: line > 0 ? [sentence(quote, line)] : [],
      nearest: requirement === 'expertise' ? [{ ...sentence(OFFICER, 22), assertion: 'conditional' }] : [],
    }
  })

const base: ReportFinding = {
  rule: 'missing/expertise',
  severity: 'warning',
  confidence: 'high',
  message:
    'No text describes the relevant expertise of those responsible (the Vice President of Information Technology). The item asks for it in such detail as necessary to fully describe its nature (17 CFR 229.106(c)(2)(i)).',
  suggestion:
    'Describe their experience, degrees, certifications or other background; if there is none, say so.',
  requirement: 'expertise',
  element: null,
  flag: null,
  block: null,
  citations: ['17 CFR 229.106(c)(2)(i)'],
  headings: ['Item 1C. Cybersecurity', 'Governance'],
  supersededBy: null,
  quote: OFFICER,
  span: at(22, 1, OFFICER.length),
  related: [],
  fingerprint: '5d41402abc4b',
  suppressed: null,
  passage: { text: OFFICER, start: 0, end: OFFICER.length },
}

const placeholder: ReportFinding = {
  ...base,
  rule: 'draft/placeholder',
  severity: 'error',
  message: `“[Firm name to come]” is a blank that was not filled: “${SEGMENT}”. The item cannot be filed as it stands (Form 10-K Item 1C).`,
  suggestion: 'Fill in the words, or take the sentence out.',
  requirement: null,
  citations: ['Form 10-K Item 1C'],
  headings: ['Item 1C. Cybersecurity', 'Risk management and strategy'],
  quote: '[Firm name to come]',
  span: at(12, 25, 19),
  fingerprint: '7d793037a076',
  passage: { text: SEGMENT, start: 24, end: 43 },
}

const contradiction: ReportFinding = {
  ...base,
  rule: 'flag/contradicted',
  severity: 'error',
  confidence: 'medium',
  message:
    'The flag thirdPartyEngaged is true. The text says otherwise. They answer one question (17 CFR 229.106(b)(1)(ii)) and cannot both stand.',
  suggestion: 'Conform one to the other.',
  requirement: 'third-party-engaged',
  element: 'CybersecurityRiskManagementThirdPartyEngagedFlag',
  flag: 'thirdPartyEngaged',
  citations: ['17 CFR 229.106(b)(1)(ii)', '17 CFR 229.106(d)'],
  headings: ['Item 1C. Cybersecurity', 'Risk management and strategy'],
  quote: DENIAL,
  span: at(14, 1, DENIAL.length),
  related: [{ message: 'The text elsewhere', quote: SEGMENT, span: at(12, 1, SEGMENT.length) }],
  fingerprint: '9e107d9d372b',
  passage: { text: DENIAL, start: 0, end: DENIAL.length },
}

const unplaced: ReportFinding = {
  ...base,
  rule: 'missing/material-effect',
  severity: 'error',
  message:
    'No text says whether risks from cybersecurity threats have materially affected the registrant or are reasonably likely to (17 CFR 229.106(b)(2)).',
  suggestion: 'State whether they have, and whether they are reasonably likely to; if so, describe how.',
  requirement: 'material-effect',
  citations: ['17 CFR 229.106(b)(2)'],
  headings: [],
  quote: null,
  span: null,
  fingerprint: 'e4d909c290d0',
  passage: null,
}

const folded: ReportFinding = {
  ...unplaced,
  rule: 'flag/without-block',
  supersededBy: 'missing/material-effect',
}
const suppressed: ReportFinding = { ...placeholder, rule: 'draft/bracket', suppressed: 'agreed with counsel' }
const advice: ReportFinding = {
  ...base,
  rule: 'flag/missing',
  severity: 'advice',
  message: 'The text answers whether third parties are engaged, and no flag is given (17 CFR 229.106(d)).',
  suggestion: 'Give the flag.',
  citations: ['17 CFR 229.106(d)'],
  headings: [],
  quote: null,
  span: { ...at(1, 1, 4), pointer: '/flags' },
  passage: null,
}

const draft: ReportDocument = {
  path: 'drafts/item-1c.md',
  id: null,
  form: '10-K',
  formFrom: 'front matter',
  item: '1C',
  view: 'item',
  registrant: 'Larkspur Harbor Foods, Inc.',
  periodOfReport: '2026-06-30',
  coverage: coverage('10-K'),
  findings: [placeholder, contradiction, unplaced, folded, suppressed, base, advice],
  notChecked: [
    { rule: '*', reason: 'The table at line 30 has no text and was left out.' },
    {
      rule: 'missing/item',
      reason: 'The rule is for periods that end on or after 2023-12-15; this one ended before.',
    },
    {
      rule: 'missing/positions',
      reason: 'The rule is for periods that end on or after 2023-12-15; this one ended before.',
    },
  ],
  hidden: 2,
  previewOff: ['draft/vague-frequency'],
  sentences: 24,
}

const facts: ReportDocument = {
  path: 'season.ndjson',
  id: 'larkspur-2025',
  form: '20-F',
  formFrom: '"form" of the record',
  item: '16K',
  view: 'tagged',
  registrant: null,
  periodOfReport: null,
  coverage: coverage('20-F'),
  findings: [],
  notChecked: [],
  hidden: 0,
  previewOff: [],
  sentences: 3,
}

const incident: ReportDocument = {
  ...facts,
  path: 'incident.md',
  id: null,
  form: '8-K',
  formFrom: 'front matter',
  item: '1.05',
  view: 'item',
  coverage: coverage('10-K').map(row => ({
    ...row,
    status: 'not-applicable',
    evidence: [],
    nearest: [],
  })),
}

/** A draft with every kind of finding, tagged facts with none, an incident report, and an input that is no text. */
export const harborReport: Report = {
  version: 1,
  tool: { name: 'cydlint', version: '0.1.0', ruleset: '0123456789ab' },
  asOf: '2026-11-22',
  documents: [draft, facts, incident],
  errors: [{ path: 'scan.pdf', message: 'this is a PDF file. Save its text as plain text.' }],
  summary: { documents: 3, error: 3, warning: 1, advice: 1, suppressed: 1 },
}

/** The same, of the clean facts alone. */
export const cleanReport: Report = {
  ...harborReport,
  documents: [facts],
  errors: [],
  summary: { documents: 1, error: 0, warning: 0, advice: 0, suppressed: 0 },
}
