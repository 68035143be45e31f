import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { check, formatReport } from '../../src/index.js'
import { buildCommand, cydlint } from '../cli/built-command.js'
import { reportProblems } from '../report-schema.js'

const AS_OF = '2026-11-22'

const report = async (path: string) => check({ path, bytes: readFileSync(path) }, { asOf: AS_OF })

/** Rules that are reported and not folded under another, once each, in order of name. */
const rulesOf = async (path: string): Promise<Record<string, readonly string[]>> => {
  const { documents, errors } = await report(path)
  expect(errors).toEqual([])
  return Object.fromEntries(
    documents.map(({ id, findings }) => [
      id ?? '',
      [
        ...new Set(findings.filter(({ supersededBy }) => supersededBy === null).map(({ rule }) => rule)),
      ].sort(),
    ]),
  )
}

/** What each of the bad drafts shows, record by record. `examples/README.md` tells it in words. */
const BAD: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '10-k-facts.ndjson': {
    'hollow-oak-2025': [
      'block/empty',
      'block/stub',
      'block/truncated',
      'flag/contradicted',
      'missing/management-informed',
      'missing/material-effect',
      'missing/third-party-engaged',
    ],
    'marlpit-2025': [
      'block/near-duplicate',
      'block/off-topic',
      'flag/block-without-flag',
      'flag/missing',
      'missing/expertise',
      'missing/integrated',
      'missing/management-informed',
      'missing/material-effect',
    ],
  },
  '10-k-first-draft.md': {
    '': [
      'draft/alternative',
      'draft/bracket',
      'draft/placeholder',
      'draft/wrong-form',
      'missing/expertise',
      'missing/integration-how',
      'missing/management-informed',
      'missing/material-effect',
      'missing/third-party-engaged',
      'missing/third-party-oversight',
    ],
  },
  '10-k-inline.htm': {
    '': [
      'effect/past-only',
      'effect/time-limited',
      'flag/contradicted',
      'flag/missing',
      'missing/expertise',
      'tag/broken-continuation',
      'tag/escape',
      'tag/flag-format',
      'tag/hidden',
      'tag/unknown-element',
      'tag/wrong-context',
    ],
  },
  '10-k-marked-up.docx': { '': ['draft/editor-note', 'draft/placeholder'] },
  '10-k-not-applicable.md': { '': ['missing/item'] },
  '10-k-short-draft.md': { '': ['draft/bracket', 'missing/expertise', 'missing/third-party-oversight'] },
  '10-k-spac.md': {
    '': [
      'missing/board-oversight',
      'missing/integrated',
      'missing/management-informed',
      'missing/management-role',
      'missing/material-effect',
      'missing/positions',
      'missing/processes',
      'missing/report-to-board',
      'missing/third-party-engaged',
      'missing/third-party-oversight',
    ],
  },
  '10-k-viewer-page.htm': {
    '': [
      'block/board-body-as-management',
      'block/duplicate',
      'block/no-committee',
      'block/stub',
      'flag/contradicted',
      'flag/unsupported',
      'flag/without-block',
      'missing/board-informed',
      'missing/integrated',
      'missing/management-informed',
      'missing/report-to-board',
      'missing/third-party-oversight',
    ],
  },
  '20-f-flags.md': {
    '': [
      'block/duplicate',
      'block/no-committee',
      'block/off-topic',
      'draft/wrong-form',
      'flag/contradicted',
      'flag/missing',
      'flag/unsupported',
      'flag/without-block',
      'missing/expertise',
      'missing/integrated',
      'missing/management-informed',
      'missing/third-party-oversight',
    ],
  },
  '20-f-viewer-page.txt': {
    '': [
      'block/duplicate',
      'block/off-topic',
      'draft/alternative',
      'flag/unsupported',
      'missing/management-informed',
      'missing/material-effect',
      'missing/third-party-engaged',
      'missing/third-party-oversight',
    ],
  },
  '8-k-first-draft.md': {
    '': [
      'draft/placeholder',
      'incident/missing-timing',
      'incident/technical-detail',
      'incident/undetermined-without-statement',
    ],
  },
}

describe('good examples', () => {
  it.each(readdirSync('examples/good'))('%s is clean', async name => {
    const { documents, errors } = await report(`examples/good/${name}`)
    expect(errors).toEqual([])
    expect(
      documents.flatMap(({ findings }) =>
        findings.map(({ rule, message, quote }) => `${rule}: ${message} ${quote}`),
      ),
    ).toEqual([])
  })
})

describe('bad examples', () => {
  it('are all listed here', () => {
    expect(readdirSync('examples/bad')).toEqual(Object.keys(BAD))
  })

  it.each(Object.keys(BAD))('%s shows exactly the rules that it is meant to show', async name => {
    expect(await rulesOf(`examples/bad/${name}`)).toEqual(BAD[name])
  })

  it('have reports that the schema describes, places in a Word document too', async () => {
    const ofWord = JSON.parse(formatReport(await report('examples/bad/10-k-marked-up.docx'), 'json'))
    expect(reportProblems(ofWord)).toEqual([])
    expect(JSON.stringify(ofWord)).toContain('"paragraph":')
  })

  it('show every family of finding together', () => {
    const families = Object.values(BAD)
      .flatMap(records => Object.values(records).flat())
      .map(rule => rule.split('/')[0])
    expect([...new Set(families)].sort()).toEqual([
      'block',
      'draft',
      'effect',
      'flag',
      'incident',
      'missing',
      'tag',
    ])
  })
})

describe('the built command', () => {
  beforeAll(buildCommand, 60_000)

  it('reports of the examples what the library does', async () => {
    const paths = ['good', 'bad'].flatMap(folder =>
      readdirSync(`examples/${folder}`).map(name => `examples/${folder}/${name}`),
    )
    const inputs = paths.map(path => ({ path, bytes: readFileSync(path) }))
    const { out } = await cydlint(['check', '--format', 'json', '--as-of', AS_OF, ...paths])
    expect(JSON.parse(out)).toEqual(JSON.parse(formatReport(await check(inputs, { asOf: AS_OF }), 'json')))
  })
})
