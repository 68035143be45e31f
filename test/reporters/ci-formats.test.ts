import { readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { formatReport } from '../../src/api/format-report.js'
import type { Report, ReportDocument, ReportFinding } from '../../src/model/report.js'
import type { TextFormat } from '../../src/reporters/formats.js'
import { xmlText } from '../../src/reporters/xml-text.js'
import { awkwardReport } from './awkward-report.js'
import { cleanReport, harborReport } from './harbor-report.js'

const emptyReport: Report = {
  ...cleanReport,
  documents: [],
  summary: { documents: 0, error: 0, warning: 0, advice: 0, suppressed: 0 },
}
const REPORTS = { harbor: harborReport, awkward: awkwardReport, clean: cleanReport, empty: emptyReport }

const ENDINGS: Readonly<Partial<Record<TextFormat, string>>> = {
  junit: 'xml',
  github: 'txt',
  // As text, so that no formatter touches it.
  gitlab: 'txt',
  checkstyle: 'xml',
  markdown: 'md',
  csv: 'csv',
}
const FORMATS = Object.keys(ENDINGS) as TextFormat[]

/** A report of many findings of one severity each. */
const manyFindings = (number: number): Report => {
  const [draft] = harborReport.documents
  const [finding] = draft?.findings ?? []
  if (!draft || !finding) throw new Error('harbor-report.ts has no finding')
  const findings = Array.from(
    { length: number },
    (_, index): ReportFinding => ({
      ...finding,
      confidence: index % 2 === 0 ? 'low' : 'high',
      message: `Finding ${index}.`,
    }),
  )
  return {
    ...harborReport,
    documents: [{ ...draft, findings }],
    errors: [],
    summary: { documents: 1, error: number, warning: 0, advice: 0, suppressed: 0 },
  }
}

describe.each(FORMATS)('the %s report', format => {
  it.each(Object.entries(REPORTS))('of the %s report is as it was read', async (name, report) => {
    await expect(formatReport(report, format)).toMatchFileSnapshot(
      `snapshots/${format}-${name}.${ENDINGS[format]}`,
    )
  })

  it('ends with a line end', () => {
    for (const report of Object.values(REPORTS)) expect(formatReport(report, format)).toMatch(/\n$/)
  })
})

describe.each(['junit', 'checkstyle'] as const)('the %s report', format => {
  it.each(Object.entries(REPORTS))('of the %s report is well-formed XML', (_, report) => {
    const parser = new SaxesParser()
    const problems: string[] = []
    parser.on('error', error => problems.push(error.message))
    parser.write(formatReport(report, format)).close()
    expect(problems).toEqual([])
  })
})

describe('text in XML', () => {
  it('loses the characters that XML 1.0 cannot hold, and no others', () => {
    expect(xmlText('a\u0000\u001b\ufffe\ud800b\udc00\t\n😀<')).toBe('ab\t\n😀&lt;')
  })
})

describe('the JUnit report', () => {
  const failures = (report: Report, failOn: 'error' | 'warning' | 'never'): number =>
    formatReport(report, 'junit', { failOn }).split('<failure').length - 1

  it('fails the tests that fail the run, and no others', () => {
    expect(failures(harborReport, 'error')).toBe(3)
    expect(failures(harborReport, 'warning')).toBe(4)
    expect(failures(harborReport, 'never')).toBe(0)
  })

  it('counts in its suites what is in them', () => {
    const text = formatReport(harborReport, 'junit')
    for (const [, head = '', body = ''] of text.matchAll(/<testsuite ([^>]*)>([\s\S]*?)<\/testsuite>/g)) {
      const number = (name: string): number => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(head)?.[1])
      expect([number('tests'), number('failures'), number('errors'), number('skipped')]).toEqual(
        ['testcase', 'failure', 'error', 'skipped'].map(
          element => body.split(new RegExp(`<${element}[ />]`)).length - 1,
        ),
      )
    }
  })
})

describe('the GitHub report', () => {
  it('shows the ten surest findings of a severity, and says how many there were', () => {
    const lines = formatReport(manyFindings(25), 'github').trimEnd().split('\n')
    const shown = lines.filter(line => line.startsWith('::error '))
    expect(shown.map(line => /Finding \d+/.exec(line)?.[0])).toEqual(
      [1, 3, 5, 7, 9, 11, 13, 15, 17, 19].map(index => `Finding ${index}`),
    )
    expect(lines.at(-2)).toContain('10 of 25 error annotations')
  })

  it('keeps every command to its line', () => {
    for (const report of Object.values(REPORTS))
      for (const line of formatReport(report, 'github').trimEnd().split('\n'))
        expect(line).toMatch(/^(?:::(?:error|warning|notice) [^:]*::|[A-Z])/)
  })
})

describe('the GitLab report', () => {
  it('has fingerprints that differ, also for one finding in several records of a file', () => {
    const entries = JSON.parse(formatReport(awkwardReport, 'gitlab')) as { readonly fingerprint: string }[]
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length)
  })

  it('is a list that is empty where nothing was found', () => {
    expect(JSON.parse(formatReport(cleanReport, 'gitlab'))).toEqual([])
  })
})

describe('the Markdown report', () => {
  it('stays under the limit of a comment, and says what it left out', () => {
    const [draft] = harborReport.documents
    const documents = Array.from(
      { length: 90 },
      (_, index): ReportDocument => ({
        ...(draft as ReportDocument),
        path: `drafts/${index}.md`,
      }),
    )
    const text = formatReport({ ...harborReport, documents }, 'markdown')
    expect(text.length).toBeLessThan(65_536)
    expect(text.trimEnd().split('\n').at(-1)).toMatch(
      /^Left out, as this report would grow too long: the details of \d+ documents? and \d+ further documents\.$/,
    )
  })

  it('names nobody and links no issue', () => {
    expect(formatReport(awkwardReport, 'markdown')).not.toMatch(/@\w|#\d/)
    const [draft] = harborReport.documents
    const [finding] = draft?.findings ?? []
    if (!draft || !finding) throw new Error('harbor-report.ts has no finding')
    const message =
      'Ask @acme/counsel or ada@acme.example, see #7, acme/x#7, GH-7, !7, %7, ~label, &7, $7, :tada:, :+1:, https://a.example, www.a.example, ![pixel](https://a.example/p.png) and <img src=x>.'
    const documents = [{ ...draft, findings: [{ ...finding, message, passage: null }] }]
    const text = formatReport({ ...harborReport, documents }, 'markdown')
    const rendered = /^ {2}Ask .*$/m.exec(text)?.[0] ?? ''
    expect(rendered).toMatchInlineSnapshot(
      `"  Ask @<!-- -->acme/counsel or ada@<!-- -->acme.example, see #<!-- -->7, acme/x#<!-- -->7, GH-<!-- -->7, !<!-- -->7, %<!-- -->7, \\~<!-- -->label, &amp;<!-- -->7, \\$<!-- -->7, :<!-- -->tada:, :<!-- -->+1:, https:<!-- -->//a.example, www<!-- -->.a.example, !\\[pixel\\](https:<!-- -->//a.example/p.png) and &lt;img src=x&gt;."`,
    )
  })

  it('has a short table, however much was found, and all of it in the details', () => {
    const [draft] = harborReport.documents
    const [finding] = draft?.findings ?? []
    if (!draft || !finding) throw new Error('harbor-report.ts has no finding')
    const of = (number: number): string =>
      formatReport(
        { ...harborReport, documents: [{ ...draft, findings: Array<ReportFinding>(number).fill(finding) }] },
        'markdown',
      )
    const rows = (text: string): number =>
      text.split('\n').filter(line => line.startsWith('| error |')).length
    expect(rows(of(40))).toBe(30)
    expect(of(40)).toContain('\nAnd 10 more findings.\n')
    expect(of(40).match(/To do: /g)).toHaveLength(40)
    expect(of(2000).length).toBeLessThan(20_000)
    expect(of(2000)).toMatch(/the details of 1 document\.\n$/)
  })
})

describe('the CSV report', () => {
  /** Records of RFC 4180. */
  const recordsOf = (text: string): string[][] => {
    const records: string[][] = [[]]
    for (const [, quoted, plain = '', end] of text
      .replace('\ufeff', '')
      .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
      records.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
      if (end === '\r\n') records.push([])
    }
    return records.slice(0, -1)
  }

  it('has rows of one length, one a finding and one an error', () => {
    const records = recordsOf(formatReport(awkwardReport, 'csv'))
    expect(records).toHaveLength(1 + 5 + 2)
    expect(new Set(records.map(({ length }) => length))).toEqual(new Set([20]))
  })

  it('has no cell that a spreadsheet program would run', () => {
    const cells = recordsOf(formatReport(awkwardReport, 'csv')).flat()
    expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells).toContain('\'=HYPERLINK("x")\ufffd @counsel | ]]> ``ticks``')
  })
})

describe('the formats', () => {
  it('are all in docs/usage.md and in the help', async () => {
    const { FORMATS: all } = await import('../../src/reporters/formats.js')
    const { HELP } = await import('../../src/cli/help.js')
    const usage = readFileSync('docs/usage.md', 'utf8')
    expect(all.filter(name => !usage.includes(`\`${name}\``))).toEqual([])
    expect(all.filter(name => !new RegExp(`\\b${name}\\b`).test(HELP['check'] ?? ''))).toEqual([])
  })
})
