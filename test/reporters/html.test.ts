import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check, formatReport } from '../../src/index.js'
import type { PageDocument, PageRun } from '../../src/reporters/html/page-data.js'
import { awkwardReport } from './awkward-report.js'
import { cleanReport, harborReport } from './harbor-report.js'

/** What stands in the elements of a name, in their order. */
const contentsOf = (page: string, name: string, attributes: string): readonly string[] =>
  [...page.matchAll(new RegExp(`<${name}${attributes}>(.*?)</${name}>`, 'gs'))].map(([, text = '']) => text)

const dataOf = (page: string): { readonly run: PageRun; readonly documents: readonly PageDocument[] } => {
  const parsed = (kind: string): unknown[] =>
    contentsOf(page, 'script', ` type="application/json" data-${kind}`).map(text => JSON.parse(text))
  return { run: parsed('run')[0] as PageRun, documents: parsed('document') as PageDocument[] }
}

describe('the HTML report', () => {
  it('tells the run and its documents as data', () => {
    const { run, documents } = dataOf(formatReport(harborReport, 'html'))
    expect({ ...run, requirements: run.requirements.length, documents: run.documents[0] }).toMatchSnapshot()
    expect(documents.map(({ path, findings }) => [path, findings.length])).toEqual([
      ['drafts/item-1c.md', 7],
      ['season.ndjson', 0],
      ['incident.md', 0],
    ])
    expect(documents[0]?.findings[0]).toMatchSnapshot()
  })

  it('lets nothing run and nothing be asked for but its own script and style', () => {
    const page = formatReport(harborReport, 'html')
    const digest = (text = ''): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const [script] = contentsOf(page, 'script', '')
    const [style] = contentsOf(page, 'style', '')
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? []
    expect(policy).toBe(
      `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'`,
    )
    expect(page).not.toMatch(/<(?:link|img|iframe|base)\b|\bsrc=|@import|\burl\(/)
  })

  it('holds text that looks like markup as data that ends no element', () => {
    const hostile = '</script><script>alert(1)</script><!--<script>\u2028\u202e'
    const [draft] = harborReport.documents
    if (!draft) throw new Error('harbor-report.ts has no document')
    const page = formatReport(
      {
        ...harborReport,
        documents: [{ ...draft, registrant: hostile, path: hostile }],
        errors: [{ path: hostile, message: hostile }],
      },
      'html',
    )
    const { run, documents } = dataOf(page)
    expect(documents[0]?.registrant).toBe(hostile)
    expect(run.errors).toEqual([{ path: hostile, message: hostile }])
    expect(page).not.toContain('alert(1)<')
    expect(page.match(/<script\b/g)).toHaveLength(3)
  })

  it.each([
    ['clean', cleanReport],
    ['awkward', awkwardReport],
    ['empty', { ...cleanReport, documents: [], summary: { ...cleanReport.summary, documents: 0 } }],
  ] as const)('is a whole page for a %s report', (_, report) => {
    const page = formatReport(report, 'html')
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">[\s\S]*<\/html>\n$/)
    expect(dataOf(page).run.documents).toHaveLength(report.documents.length)
  })

  it('says the verdict to readers without scripts', () => {
    const [without] = contentsOf(formatReport(harborReport, 'html', { failOn: 'warning' }), 'noscript', '')
    expect(without).toContain('<h1>Fail: 3 errors, 1 warning and 1 point of advice in 3 documents')
  })

  it('quotes words once: by their place where it holds the text', async () => {
    const path = 'examples/bad/10-k-first-draft.md'
    const text = readFileSync(path, 'utf8')
    const page = formatReport(await check({ path, text }, { asOf: '2026-11-22', withText: true }), 'html')
    const [document] = dataOf(page).documents
    const sentences = document?.coverage.flatMap(({ evidence }) => evidence) ?? []
    expect(sentences.length).toBeGreaterThan(10)
    for (const { words } of sentences) expect(words).toMatchObject({ part: 0 })
    expect(page.length - text.length).toBeLessThan(120_000)
  })
})
