import type { Report, ReportDocument, ReportFinding } from '../../src/model/report.js'
import { harborReport } from './harbor-report.js'

/** A report of words, names and places that some format has to escape or has no way to show. */

const [draft] = harborReport.documents
const [base] = draft?.findings ?? []
if (!draft || !base) throw new Error('harbor-report.ts has no finding')

const finding = (changes: Partial<ReportFinding>): ReportFinding => ({
  ...base,
  related: [],
  passage: null,
  ...changes,
})

const formula = finding({
  rule: 'draft/placeholder',
  message: '“=SUM(A1)” & <b>bold</b>, "quoted":\n50% of @counsel, see #12 [here](2) and {Company}\u0007.',
  suggestion: '-1 | take it out\r\nor fill it in',
  quote: '=HYPERLINK("x")\u0000 @counsel | ]]> ``ticks``',
  span: { start: { line: 3, column: 2, offset: 40 }, end: { line: 5, column: 9, offset: 140 } },
  headings: ['+1', 'Governance'],
  fingerprint: '00000000000000aa',
})

const inWord: ReportDocument = {
  ...draft,
  path: './drafts\\Turn 4 (50%), final:v2.docx',
  registrant: '@Larkspur',
  coverage: [],
  notChecked: [],
  findings: [
    formula,
    finding({ rule: 'draft/editor-note', span: { paragraph: 7, run: 2, offset: 0, length: 4 } }),
  ],
}

const record = (id: string): ReportDocument => ({
  ...draft,
  path: 'season.ndjson',
  id,
  registrant: null,
  coverage: [],
  notChecked: [],
  findings: [
    finding({
      rule: 'flag/contradicted',
      span: {
        start: { line: 1, column: 1, offset: 0 },
        end: { line: 1, column: 5, offset: 4 },
        pointer: '/blocks/board~1Informed',
      },
    }),
  ],
})

export const awkwardReport: Report = {
  ...harborReport,
  documents: [inWord, record('a'), record('b'), record('b')],
  errors: [
    { path: '/srv/scans/a b.pdf', message: 'this is a PDF file, 100% pictures.' },
    { path: '/srv/scans/a b.pdf', message: 'its second part too.' },
  ],
  summary: { documents: 4, error: 5, warning: 0, advice: 0, suppressed: 0 },
}
