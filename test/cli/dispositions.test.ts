import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCsv, writeCsv } from 'hucre/csv'
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildCommand, cydlint, type Run, temporaryFolder } from './built-command.js'
import { HALF_DRAFT } from './drafts.js'

const { folder, remove } = temporaryFolder()
const path = (name: string): string => join(folder, name)
const put = (name: string, content: string | Uint8Array): void => writeFileSync(path(name), content)
const run = (...args: string[]): Promise<Run> => cydlint(args, { cwd: folder })
const check = (...args: string[]): Promise<Run> =>
  run('check', '--as-of', '2026-11-22', '--fail-on', 'never', ...args)
const read = (...args: string[]): Promise<Run> =>
  run('dispositions', 'read', '--as-of', '2026-11-22', ...args)

/** What somebody fills in, by the rule of a finding. */
type Decisions = Readonly<Record<string, readonly [disposition: string, comment?: string, owner?: string]>>

const filled = (rows: readonly (readonly CellValue[])[], decisions: Decisions): CellValue[][] => {
  const [heading = []] = rows
  const at = (name: string): number => heading.indexOf(name)
  return rows.map(row => {
    const [disposition, comment = '', owner = 'Ines Duarte'] = decisions[String(row[at('rule')])] ?? []
    if (disposition === undefined) return [...row]
    return row.map((value, index) => {
      if (index === at('disposition')) return disposition
      if (index === at('comment')) return comment
      return index === at('owner') ? owner : value
    })
  })
}

/** Fills in the workbook as a person does. */
const fillIn = async (
  decisions: Decisions,
  change: (rows: CellValue[][]) => CellValue[][] = rows => rows,
): Promise<void> => {
  const { sheets } = await readXlsx(readFileSync(path('issues.xlsx')))
  const changed = sheets.map(({ name, rows }) => ({
    name,
    rows: name === 'Findings' ? change(filled(rows, decisions)) : rows,
  }))
  put('issues.xlsx', await writeXlsx({ sheets: changed }))
}

const SUPPRESSIONS = 'drafts/.cydlint-suppressions.yaml'
const suppressions = (): string => readFileSync(path(SUPPRESSIONS), 'utf8')

beforeAll(buildCommand, 60_000)
afterAll(remove)
beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path('drafts'), { recursive: true })
  put('drafts/half.md', HALF_DRAFT)
  await check('drafts', '--format', 'xlsx=issues.xlsx', '--format', 'csv=issues.csv')
})

const DECIDED: Decisions = {
  'draft/placeholder': ['keep as drafted', 'the assessor is named in the final turn'],
  'missing/expertise': ['Not  Applicable', 'the officer starts in January'],
  'missing/board-informed': ['fix'],
}

describe('dispositions read', { timeout: 60_000 }, () => {
  it('takes what was decided as suppressions, with the owner as author', async () => {
    await fillIn(DECIDED)
    const { code, out } = await read('issues.xlsx')
    expect(out).toMatch(/^Written to drafts\/\.cydlint-suppressions\.yaml as suppressions, 2 rows:\n/)
    expect(out).toMatch(/\n2 suppressed, 0 suppressed before, 1 to fix, 0 no longer matching\.\n$/)
    expect(code).toBe(0)
    expect(suppressions()).toMatchInlineSnapshot(`
      "version: 1
      suppressions:
        - document: half.md
          rule: draft/placeholder
          fingerprint: "6b6383c6d75010c6"
          reason: the assessor is named in the final turn
          author: Ines Duarte
          added: "2026-11-22"
          text: "[●]"
        - document: half.md
          rule: missing/expertise
          fingerprint: "17f1d5b30b0106f0"
          reason: "not applicable: the officer starts in January"
          author: Ines Duarte
          added: "2026-11-22"
          text: Our Chief Information Security Officer is responsible for assessing and managing these risks."
    `)
    const { out: report } = await check('drafts')
    expect(report).toContain('Suppressed (2)')
    expect(report).toContain('not applicable: the officer starts in January')
    const again = await read('issues.xlsx')
    expect(again.out).toContain('0 suppressed, 2 suppressed before')
  })

  it('reads a table whose rows and columns were moved, and one in CSV that a program parted with semicolons', async () => {
    await fillIn(DECIDED, rows => [['Project Tamarack'], [], ...rows.map(row => [...row].reverse())])
    expect((await read('--dry-run', 'issues.xlsx')).out).toContain('2 to suppress')
    const rows = filled(parseCsv(readFileSync(path('issues.csv'), 'utf8')), DECIDED)
    put('issues.csv', `\ufeff${writeCsv(rows, { delimiter: ';' })}`)
    const { code, out } = await read('issues.csv')
    expect(out).toContain('2 suppressed')
    expect(code).toBe(0)
  })

  it('keeps what is in the file, comments too', async () => {
    const before =
      '# Agreed on 2 November\nversion: 1\nsuppressions:\n- document: gone.md   # the first turn\n  rule: draft/bracket\n  fingerprint: 0123456789abcdef\n  reason: the old draft\n'
    put(SUPPRESSIONS, before)
    await fillIn(DECIDED)
    expect((await read('issues.xlsx')).code).toBe(0)
    expect(suppressions().startsWith(before)).toBe(true)
    expect(suppressions().match(/^- document: half\.md$/gm)).toHaveLength(2)

    rmSync(path(SUPPRESSIONS))
    const json = path('drafts/.cydlint-suppressions.json')
    writeFileSync(json, JSON.stringify({ version: 1, suppressions: [] }))
    expect((await read('issues.xlsx')).code).toBe(0)
    expect(JSON.parse(readFileSync(json, 'utf8')).suppressions).toHaveLength(2)
  })

  it('leaves a file alone that it cannot add to', async () => {
    const flow =
      '{version: 1, suppressions: [{document: a.md, rule: draft/bracket, fingerprint: 0123456789abcdef, reason: the old draft}]}\n'
    put(SUPPRESSIONS, flow)
    await fillIn(DECIDED)
    const { code, err } = await read('issues.xlsx')
    expect(err).toContain('cannot be added to as it is written')
    expect(code).toBe(2)
    expect(suppressions()).toBe(flow)
  })

  it('tells which rows no longer match, and writes the others', async () => {
    await fillIn(DECIDED)
    put('drafts/half.md', HALF_DRAFT.replace('[●] tests', '[TBD] tests'))
    const { code, out } = await read('issues.xlsx')
    expect(out).toContain('No longer matches, 1 row')
    expect(out.replace(/\s+/g, ' ')).toContain('draft/placeholder in drafts/half.md; its words have changed:')
    expect(out).toContain('1 suppressed, 0 suppressed before, 1 to fix, 1 no longer matching.')
    expect(code).toBe(1)
    rmSync(path('drafts/half.md'))
    const gone = await read('issues.xlsx')
    expect(gone.out.replace(/\s+/g, ' ')).toContain('there is no document drafts/half.md to check here.')
    expect(gone.code).toBe(1)
  })

  it('refuses what says nothing, and then writes nothing', async () => {
    await fillIn({
      ...DECIDED,
      'missing/board-informed': ['keep', 'we know of it'],
      'draft/placeholder': ['keep as drafted', 'todo'],
      'missing/expertise': ['mistaken finding'],
    })
    const { code, err } = await read('issues.xlsx')
    expect(err).toMatch(/row \d+: “keep” is no disposition: it is one of fix, keep as drafted,/)
    expect(err).toContain('“keep as drafted” needs a comment that says why; “todo” is no reason')
    expect(err).toContain('“mistaken finding” needs a comment that says why; it gives no reason.')
    expect(err).toContain('Nothing was written.')
    expect(code).toBe(2)
    expect(() => suppressions()).toThrow()
  })

  it('says of a file that is no such table what it is', async () => {
    put('notes.csv', 'a,b\r\n1,2\r\n')
    put('old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
    put('cut.xlsx', readFileSync(path('issues.xlsx')).subarray(0, 900))
    expect((await read('notes.csv')).err).toContain(
      'holds no table of findings: no row names the columns document,',
    )
    expect((await read('old.xls')).err).toContain('Save it as .xlsx without a password.')
    expect((await read('cut.xlsx')).err).toContain('cut.xlsx cannot be opened: the archive is damaged')
    const missing = await read('issus.xlsx')
    expect(missing.err).toContain('issus.xlsx: it is not there')
    expect(missing.code).toBe(3)
    const mistaken = await run('dispositions')
    expect(mistaken.err).toContain('Say what to do with dispositions')
    expect(mistaken.code).toBe(2)
  })

  it('is not to be had on standard output', async () => {
    const { code, err, out } = await check('drafts', '--format', 'xlsx')
    expect(err).toContain('Name the file: --format xlsx=FILE.xlsx.')
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})
