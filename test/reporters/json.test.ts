import { describe, expect, it } from 'vitest'
import { formatReport } from '../../src/api/format-report.js'
import type { Report } from '../../src/model/report.js'
import { lineProblems, reportProblems } from '../report-schema.js'
import { cleanReport, harborReport } from './harbor-report.js'

const emptyReport: Report = {
  ...cleanReport,
  documents: [],
  summary: { documents: 0, error: 0, warning: 0, advice: 0, suppressed: 0 },
}
const reports = { harborReport, cleanReport, emptyReport }

describe('the JSON report', () => {
  it.each(Object.entries(reports))('of %s is as the schema has it', (_, report) => {
    expect(reportProblems(JSON.parse(formatReport(report, 'json')))).toEqual([])
  })

  it.each(Object.entries(reports))('of %s, written piece by piece, is laid out as one value', (_, report) => {
    const text = formatReport(report, 'json')
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
  })

  it('has its keys in the published order', () => {
    const { documents, ...rest } = JSON.parse(formatReport(harborReport, 'json'))
    expect(Object.keys(rest)).toEqual(['version', 'tool', 'asOf', 'errors', 'summary'])
    expect(Object.keys(documents[0])).toEqual(
      'path id form formFrom item view registrant periodOfReport coverage findings notChecked'.split(' '),
    )
    expect(Object.keys(documents[0].findings[0])).toEqual(
      'rule severity confidence message suggestion requirement element flag block citations headings supersededBy quote span related fingerprint suppressed'.split(
        ' ',
      ),
    )
  })

  it('carries findings that are superseded or suppressed, marked', () => {
    const [draft] = JSON.parse(formatReport(harborReport, 'json')).documents
    expect(draft.findings).toHaveLength(7)
    expect(draft.findings[3].supersededBy).toBe('missing/material-effect')
    expect(draft.findings[4].suppressed).toBe('agreed with counsel')
  })
})

describe('the NDJSON report', () => {
  const lines = formatReport(harborReport, 'ndjson')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

  it('has lines that are as the schema has them', () => {
    expect(lines.map(lineProblems)).toEqual(lines.map(() => []))
  })

  it('has a line a document, one an error, and a summary at the end', () => {
    expect(lines.map(({ type }) => type)).toEqual(['document', 'document', 'document', 'error', 'summary'])
    expect(lines.at(-1)).toMatchObject({ asOf: '2026-11-22', documents: 3, error: 3 })
  })

  it('says of each document what the JSON report says', () => {
    const { documents } = JSON.parse(formatReport(harborReport, 'json'))
    expect(lines.slice(0, 3)).toEqual(
      documents.map((document: object) => ({ type: 'document', version: 1, ...document })),
    )
  })
})
