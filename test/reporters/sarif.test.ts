import { readdirSync, readFileSync } from 'node:fs'
import Ajv04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, it } from 'vitest'
import { check } from '../../src/api/check.js'
import { formatReport } from '../../src/api/format-report.js'
import { ruleDescriptions } from '../../src/api/rule-descriptions.js'
import type { RuleDescription } from '../../src/reporters/rule-description.js'
import { sarif } from '../../src/reporters/sarif.js'
import { awkwardReport } from './awkward-report.js'
import { cleanReport, harborReport } from './harbor-report.js'

/** The schema of the standard, as the package of its editors has it. */
const SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'

// One of the schema's patterns is no pattern to Unicode's stricter syntax.
const ajv = new Ajv04.default({ allErrors: true, strict: false, unicodeRegExp: false })
addFormats.default(ajv)
let problemsOf: (log: unknown) => readonly string[]
beforeAll(() => {
  const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')))
  problemsOf = log => {
    validate(log)
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
})

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string }
    readonly region?: object
  }
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[]
}
interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly Location[]
  readonly relatedLocations?: readonly Location[]
  readonly suppressions: readonly { readonly justification: string }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
}
interface Rule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
  readonly properties: { readonly tags: readonly string[] }
}
interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly Rule[] } }
    readonly automationDetails?: { readonly id: string }
    readonly results: readonly Result[]
    readonly invocations: readonly [
      {
        readonly executionSuccessful: boolean
        readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[]
      },
    ]
  }[]
}

const parsed = (text: string): Log => JSON.parse(text) as Log
const logOf = (report: typeof harborReport): Log => parsed(formatReport(report, 'sarif'))

const EXPERTISE: RuleDescription = {
  name: 'missing/expertise',
  summary: 'No text describes the expertise of those who are responsible.',
  ground: 'Describe their relevant expertise, as applicable.',
  citations: ['17 CFR 229.106(c)(2)(i)', 'Form 20-F Item 16K(c)(2)(i)'],
  severity: 'warning',
  confidence: 'high',
  preview: false,
  unseen: ['The expertise of *one* counts for {all}.', 'A rule may be silent.'],
}

const emptyReport = { ...cleanReport, documents: [] }
const REPORTS = { harbor: harborReport, awkward: awkwardReport, clean: cleanReport, empty: emptyReport }

describe('the SARIF report', () => {
  it.each(Object.entries(REPORTS))('of the %s report is as the schema of SARIF 2.1.0 has it', (_, report) => {
    expect(problemsOf(logOf(report))).toEqual([])
  })

  it.each(['harbor', 'awkward'] as const)('of the %s report is as it was read', async name => {
    const { tool, asOf, documents, errors, summary } = REPORTS[name]
    const reporter = sarif({ tool, asOf }, { rules: [EXPERTISE] })
    const pieces = [...documents.map(reporter.document), ...errors.map(reporter.error), reporter.end(summary)]
    const log = JSON.parse(pieces.join(''))
    expect(problemsOf(log)).toEqual([])
    await expect(`${JSON.stringify(log, null, 2)}\n`).toMatchFileSnapshot(`snapshots/${name}.sarif`)
  })

  it('holds every rule once, within the limits of code scanning', () => {
    const rules = logOf(cleanReport).runs[0]?.tool.driver.rules ?? []
    expect(rules.map(({ id }) => id)).toEqual(ruleDescriptions().map(({ name }) => name))
    for (const { shortDescription, properties } of rules) {
      expect(shortDescription.text.length).toBeLessThanOrEqual(1024)
      expect(properties.tags.length).toBeLessThanOrEqual(10)
      expect(new Set(properties.tags).size).toBe(properties.tags.length)
    }
  })

  it('of every example is as the schema has it', async () => {
    const folder = 'examples/bad'
    const inputs = readdirSync(folder).map(name => ({
      path: `${folder}/${name}`,
      bytes: readFileSync(`${folder}/${name}`),
    }))
    const log = logOf(await check(inputs, { asOf: '2026-11-22' }))
    expect(problemsOf(log)).toEqual([])
    expect(log.runs[0]?.results.length).toBeGreaterThan(50)
  })

  it('points from each result to its rule', () => {
    for (const { tool, results } of logOf(harborReport).runs)
      for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
  })

  it('marks what is suppressed and what follows from another finding, and nothing else', () => {
    const marked = logOf(harborReport).runs[0]?.results.flatMap(({ ruleId, suppressions }) =>
      suppressions.map(({ justification }) => [ruleId, justification]),
    )
    expect(marked).toEqual([
      ['flag/without-block', 'Follows from the finding of missing/material-effect.'],
      ['draft/bracket', 'agreed with counsel'],
    ])
  })

  it('has regions for text, and a line and a name for other places', () => {
    const [first, word, record] = logOf(awkwardReport).runs[0]?.results ?? []
    expect(first?.locations[0]?.physicalLocation.region).toEqual({
      startLine: 3,
      startColumn: 2,
      endLine: 5,
      endColumn: 9,
    })
    expect(word?.locations[0]).toMatchObject({
      physicalLocation: { region: { startLine: 1 } },
      logicalLocations: [{ fullyQualifiedName: 'paragraph 7' }],
    })
    expect(record?.locations[0]?.logicalLocations?.map(each => each.fullyQualifiedName)).toEqual([
      'a',
      '/blocks/board~1Informed',
    ])
  })

  it('encodes paths, and keeps those relative that are', () => {
    const { results, invocations } = logOf(awkwardReport).runs[0] ?? { results: [], invocations: [] }
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      'drafts/Turn%204%20(50%25)%2C%20final%3Av2.docx',
    )
    expect(JSON.stringify(invocations)).toContain('"file:///srv/scans/a%20b.pdf"')
  })

  it('tells what could not be read and what was not checked', () => {
    const [invocation] = logOf(harborReport).runs[0]?.invocations ?? []
    expect(invocation?.executionSuccessful).toBe(false)
    expect(invocation?.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      'scan.pdf could not be checked: this is a PDF file. Save its text as plain text.',
      'Not checked: The table at line 30 has no text and was left out.',
      'Not checked in 1 of the documents: The rule is for periods that end on or after 2023-12-15; this one ended before.',
      'Not checked in 1 of the documents: The rule is for periods that end on or after 2023-12-15; this one ended before.',
    ])
  })

  it('opens a further run, of a category of its own, where one would hold too many results', () => {
    const { tool, asOf, documents, summary } = harborReport
    const reporter = sarif({ tool, asOf }, { rules: ruleDescriptions(), resultsPerRun: 3 })
    const log = parsed([...documents.map(reporter.document), reporter.end(summary)].join(''))
    expect(problemsOf(log)).toEqual([])
    expect(log.runs.map(({ results }) => results.length)).toEqual([3, 3, 1])
    expect(log.runs.map(({ automationDetails }) => automationDetails?.id)).toEqual([
      undefined,
      'cydlint-2/',
      'cydlint-3/',
    ])
  })
})
