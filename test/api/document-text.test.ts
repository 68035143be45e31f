import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/index.js'
import type { DocumentText, TextPlace } from '../../src/model/document-text.js'
import type { ReportDocument } from '../../src/model/report.js'

const EXAMPLES = ['examples/bad', 'examples/good'].flatMap(folder =>
  readdirSync(folder).map(name => join(folder, name)),
)

const checked = async (path: string): Promise<readonly ReportDocument[]> => {
  const { documents } = await check(
    { path, bytes: readFileSync(path) },
    { asOf: '2026-11-22', withText: true, minConfidence: 'low' },
  )
  return documents
}

const wordsAt = ({ parts }: DocumentText, place: TextPlace | null): string | undefined =>
  place === null ? undefined : parts[place.part]?.text.slice(place.start, place.end)

describe('the text of a document in its report', () => {
  it.each(EXAMPLES)('%s: every quotation stands where the report says', async path => {
    const documents = await checked(path)
    expect(documents.length).toBeGreaterThan(0)
    for (const { text, coverage, findings } of documents) {
      if (!text) throw new Error('the report holds no text')
      for (const { requirement, evidence, nearest } of coverage) {
        const places = text.coverage[requirement]
        expect(places?.evidence.map(place => wordsAt(text, place))).toEqual(
          evidence.map(({ quote }) => quote),
        )
        expect(places?.nearest.map(place => wordsAt(text, place))).toEqual(nearest.map(({ quote }) => quote))
      }
      for (const { fingerprint, quote, related } of findings) {
        const places = text.findings[fingerprint]
        expect(wordsAt(text, places?.quote ?? null)).toBe(quote ?? undefined)
        expect(places?.related.map(place => wordsAt(text, place))).toEqual(related.map(each => each.quote))
      }
    }
  })

  it('has units that cover it, in order', async () => {
    for (const path of EXAMPLES)
      for (const { text } of await checked(path))
        for (const part of text?.parts ?? [])
          expect(part.units.map(({ start, end }) => part.text.slice(start, end)).join('\n')).toBe(part.text)
  })

  it('is left out where nobody asks for it', async () => {
    const { documents } = await check('# Item 1C. Cybersecurity', { asOf: '2026-11-22', form: '10-K' })
    expect(documents.map(document => 'text' in document)).toEqual([false])
  })

  it('names the element of each text of a document that is read by its tags', async () => {
    const [document] = await checked('examples/bad/10-k-viewer-page.htm')
    expect(document?.view).toBe('tagged')
    expect(document?.text?.parts.map(({ title }) => title).slice(0, 2)).toMatchInlineSnapshot(`
      [
        "Cybersecurity Risk Management Processes for Assessing, Identifying, and Managing Threats",
        "Cybersecurity Risk Materially Affected or Reasonably Likely to Materially Affect Registrant",
      ]
    `)
    expect(document?.text?.flags[0]).toMatchInlineSnapshot(`
      {
        "element": "CybersecurityRiskManagementProcessesIntegratedFlag",
        "label": "Cybersecurity Risk Management Processes Integrated",
        "name": "processesIntegrated",
        "value": true,
      }
    `)
  })
})
