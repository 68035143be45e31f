import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/api/check.js'
import { formatReport } from '../../src/api/format-report.js'
import { widthOf } from '../../src/reporters/wrap.js'
import { cleanReport, harborReport } from './harbor-report.js'

const withoutColor = (text: string): string => text.replace(/\u001b\[\d+m/g, '')

describe('the terminal report', () => {
  it.each([60, 80, 100])('is laid out for %i columns', async width => {
    await expect(formatReport(harborReport, 'terminal', { width })).toMatchFileSnapshot(
      `snapshots/terminal-${width}.txt`,
    )
  })

  it('marks words by underlining them where there is color', async () => {
    await expect(formatReport(harborReport, 'terminal', { width: 100, color: true })).toMatchFileSnapshot(
      'snapshots/terminal-100-color.txt',
    )
  })

  it('says the same in color as without, but for the carets', () => {
    const plain = formatReport(harborReport, 'terminal', { width: 100 })
    const carets = /^ *│ +\^+\n/gm
    expect(withoutColor(formatReport(harborReport, 'terminal', { width: 100, color: true }))).toBe(
      plain.replace(carets, ''),
    )
  })

  it('keeps to errors where it is to be quiet, and still counts everything', async () => {
    await expect(formatReport(harborReport, 'terminal', { width: 80, quiet: true })).toMatchFileSnapshot(
      'snapshots/terminal-quiet.txt',
    )
  })

  it.each(readdirSync('examples/bad').filter(name => !name.endsWith('.ndjson')))(
    'fits a screen of 50 lines on examples/bad/%s, with every error in it',
    async name => {
      const path = `examples/bad/${name}`
      const report = await check({ path, bytes: readFileSync(path) }, { asOf: '2026-11-22' })
      const text = formatReport(report, 'terminal')
      expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(50)
      for (const { severity, supersededBy, rule } of report.documents[0]?.findings ?? [])
        if (severity === 'error' && supersededBy === null) expect(text).toContain(rule)
    },
  )

  it('tells everything in full with all, also what follows from other findings', () => {
    const text = formatReport(harborReport, 'terminal', { all: true })
    expect(text).toContain('flag/without-block')
    expect(text).toContain('This follows from missing/material-effect.')
    expect(text).toContain('Authority: 17 CFR 229.106(b)(1)(ii); 17 CFR 229.106(d)')
    expect(text).not.toContain('--all')
  })

  it('says what it left out, and how to see it', () => {
    expect(formatReport(harborReport, 'terminal', { height: 200 })).toContain(
      '1 that follows from another is left out; --all shows everything in full.',
    )
    expect(formatReport(harborReport, 'terminal', { height: 40 })).toMatch(
      /\d findings are told in brief, 1 that follows from another is left out and the\s+table is short; --all/,
    )
  })

  it('gives errors their lines before warnings, and warnings before advice', () => {
    const detail = (height: number): readonly boolean[] => {
      const text = formatReport(harborReport, 'terminal', { height })
      return ['cannot be\n    filed as it stands', 'fully describe its nature', 'To do: Give the flag'].map(
        words => text.includes(words),
      )
    }
    expect(detail(45)).toEqual([false, false, false])
    expect(detail(54)).toEqual([true, false, false])
    expect(detail(200)).toEqual([true, true, true])
  })

  it('says that nothing was found in a clean document', async () => {
    await expect(formatReport(cleanReport, 'terminal')).toMatchFileSnapshot('snapshots/terminal-clean.txt')
  })

  it.each([20, 40, 53, 60, 77, 80, 100, 120, 300])(
    'has no line wider than it should at %i columns',
    width => {
      const limit = Math.min(120, Math.max(40, width))
      const wide = formatReport(harborReport, 'terminal', { width })
        .split('\n')
        .filter(line => widthOf(line) > limit)
      expect(wide).toEqual([])
    },
  )

  it('has no white space at the end of a line', () => {
    const trailing = formatReport(harborReport, 'terminal')
      .split('\n')
      .filter(line => line !== line.trimEnd())
    expect(trailing).toEqual([])
  })

  it('gives the verdict and the counts in its first line, and once more at its end with what is hidden', () => {
    const lines = formatReport(harborReport, 'terminal', { width: 120 }).trimEnd().split('\n')
    const end = lines.slice(-5).join(' ')
    const verdict =
      'Fail: 3 errors, 1 warning and 1 point of advice in 3 documents; 1 suppressed; 1 input could not be checked.'
    expect(lines[0]).toBe(verdict)
    expect(end).toContain(
      ` ${verdict} Checked as of 2026-11-22. Hidden: 2 findings by --min-confidence medium `,
    )
  })

  it.each([
    ['never', 'Incomplete: '],
    ['error', 'Fail: '],
  ] as const)('judges by --fail-on %s', (failOn, verdict) => {
    expect(formatReport(harborReport, 'terminal', { failOn })).toMatch(new RegExp(`^${verdict}`))
  })

  it('fails where there are more warnings than are allowed, and says so', () => {
    const report = {
      ...cleanReport,
      summary: { documents: 1, error: 0, warning: 2, advice: 0, suppressed: 0 },
    }
    expect(formatReport(report, 'terminal', { maxWarnings: 1 })).toMatch(
      /^Fail: 2 warnings in 1 document; more than 1 warning\./,
    )
    expect(formatReport(report, 'terminal', { maxWarnings: 2 })).toMatch(/^Pass: 2 warnings in 1 document\./)
  })

  it('prints control characters and turns of direction as what they are not: text', () => {
    const [document] = cleanReport.documents
    if (!document) throw new Error('the clean report has a document')
    const report = { ...cleanReport, documents: [{ ...document, registrant: 'Evil\u001b[2J\u202eCorp' }] }
    const text = formatReport(report, 'terminal')
    expect(text).toContain('Evil\ufffd[2J\ufffdCorp')
    expect(text).not.toContain('\u001b')
  })
})
