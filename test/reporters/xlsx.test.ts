import { strFromU8, unzipSync } from 'fflate'
import { readXlsx, type Sheet } from 'hucre/xlsx'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { DISPOSITIONS } from '../../src/model/disposition.js'
import type { Report } from '../../src/model/report.js'
import { xlsx } from '../../src/reporters/xlsx.js'
import { awkwardReport } from './awkward-report.js'
import { cleanReport, harborReport } from './harbor-report.js'

const workbookOf = ({ tool, asOf, documents, errors, summary }: Report): Promise<Uint8Array> => {
  const reporter = xlsx({ tool, asOf })
  for (const document of documents) expect(reporter.document(document)).toBe('')
  for (const error of errors) expect(reporter.error(error)).toBe('')
  return reporter.end(summary)
}

/** A sheet's rows, each by the names of its columns. */
const rowsOf = (sheet: Sheet | undefined): readonly Readonly<Record<string, unknown>>[] => {
  const [heading = [], ...rows] = sheet?.rows ?? []
  return rows.map(row => Object.fromEntries(heading.map((name, index) => [String(name), row[index]])))
}

const sheetsOf = async (report: Report) => {
  const { sheets } = await readXlsx(await workbookOf(report))
  const named = (name: string) => sheets.find(sheet => sheet.name === name)
  return { names: sheets.map(({ name }) => name), named }
}

describe('the workbook of a report', () => {
  it('has a row a finding, with what is to be decided left blank', async () => {
    const { names, named } = await sheetsOf(harborReport)
    expect(names).toEqual(['Findings', 'Coverage', 'Sentences', 'Documents'])
    const rows = rowsOf(named('Findings'))
    expect(rows).toHaveLength(7)
    expect(rows[0]).toEqual({
      document: 'drafts/item-1c.md',
      section: 'Item 1C. Cybersecurity › Risk management and strategy',
      place: 'line 12',
      severity: 'error',
      confidence: 'high',
      rule: 'draft/placeholder',
      quote: '[Firm name to come]',
      message: expect.stringContaining('is a blank that was not filled'),
      suggestion: 'Fill in the words, or take the sentence out.',
      citation: 'Form 10-K Item 1C',
      disposition: null,
      owner: null,
      comment: null,
      status: 'open',
      fingerprint: '7d793037a076',
    })
    expect(rows.map(({ status }) => status)).toEqual([
      'open',
      'open',
      'open',
      'follows from missing/material-effect',
      'suppressed: agreed with counsel',
      'open',
      'open',
    ])
  })

  it('offers the dispositions in a list, keeps the heading in view and filters', async () => {
    const { named } = await sheetsOf(harborReport)
    const findings = named('Findings')
    expect(findings?.dataValidations).toEqual([
      expect.objectContaining({ type: 'list', range: 'K2:K208', values: [...DISPOSITIONS] }),
    ])
    for (const name of ['Findings', 'Coverage', 'Sentences', 'Documents']) {
      expect(named(name)?.freezePane?.rows).toBe(1)
      expect(named(name)?.autoFilter?.range).toMatch(/^A1:/)
    }
  })

  it('names the ranges that are filtered as LibreOffice looks for them', async () => {
    const { 'xl/workbook.xml': book = new Uint8Array() } = unzipSync(await workbookOf(harborReport))
    expect(strFromU8(book)).toContain(
      '<definedName name="_xlnm._FilterDatabase" localSheetId="0">Findings!$A$1:$O$8</definedName>',
    )
  })

  it('has a row a document of the coverage, and one for each sentence that decides', async () => {
    const { named } = await sheetsOf(harborReport)
    const coverage = rowsOf(named('Coverage'))
    expect(coverage.map(({ document }) => document)).toEqual([
      'drafts/item-1c.md',
      'season.ndjson#larkspur-2025',
      'incident.md',
    ])
    expect(coverage[0]?.['expertise\n(c)(2)(i)']).toBe('absent')
    expect(coverage[2]?.['processes\n(b)(1)']).toBe('not-applicable')
    const sentences = rowsOf(named('Sentences'))
    // 13 of the draft and 13 of the facts; none of an incident report.
    expect(sentences).toHaveLength(26)
    expect(sentences.find(({ requirement }) => requirement === 'expertise')?.['sentence']).toMatch(
      /^nearest: /,
    )
  })

  it('says what was read, and what could not be', async () => {
    const { named } = await sheetsOf(harborReport)
    const rows = rowsOf(named('Documents'))
    expect(rows[0]).toMatchObject({
      registrant: 'Larkspur Harbor Foods, Inc.',
      form: '10-K',
      error: 3,
      suppressed: 1,
    })
    expect(rows[3]).toMatchObject({ document: 'scan.pdf', 'not checked': expect.stringContaining('PDF') })
    expect(rows.at(-1)).toMatchObject({
      document: 'Checked as of 2026-11-22 by cydlint 0.1.0 (rules 0123456789ab).',
    })
  })

  it('is the same bytes for the same report, and opens without findings', async () => {
    expect(await workbookOf(harborReport)).toEqual(await workbookOf(harborReport))
    const { named } = await sheetsOf(cleanReport)
    expect(rowsOf(named('Findings'))).toEqual([])
  })

  it('holds no formula, no half characters and no cell that is longer than programs read', async () => {
    const [draft] = harborReport.documents
    const [finding] = draft?.findings ?? []
    if (!draft || !finding) throw new Error('harbor-report.ts has no finding')
    const quote = `=HYPERLINK("x")\ud800\u0007_x000A_${'long '.repeat(10_000)}`
    const report = { ...harborReport, documents: [{ ...draft, findings: [{ ...finding, quote }] }] }
    const { named } = await sheetsOf(report)
    const cell = String(rowsOf(named('Findings'))[0]?.['quote'])
    expect(cell).toMatch(/^'=HYPERLINK\("x"\)\ufffd\ufffd_x000A_long /)
    expect(cell).toHaveLength(32_767)
    for (const each of [report, awkwardReport])
      for (const [name, bytes] of Object.entries(unzipSync(await workbookOf(each)))) {
        if (!/\.(?:xml|rels)$/.test(name)) continue
        const xml = strFromU8(bytes)
        expect(xml).not.toMatch(/<f>/)
        const problems: string[] = []
        const parser = new SaxesParser()
        parser.on('error', error => problems.push(error.message))
        parser.write(xml).close()
        expect(problems).toEqual([])
      }
  })
})
