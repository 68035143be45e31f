import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DISPOSITIONS } from '../../src/model/disposition.js'
import { buildCommand, cydlint, temporaryFolder } from '../cli/built-command.js'
import { HALF_DRAFT } from '../cli/drafts.js'
import { converted } from './converted.js'

const { folder, remove } = temporaryFolder()
const path = (name: string): string => join(folder, name)
const run = (...args: string[]) => cydlint([...args, '--as-of', '2026-11-22'], { cwd: folder })

beforeAll(buildCommand)
afterAll(remove)
beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  writeFileSync(path('half.md'), HALF_DRAFT)
  await run(
    'check',
    'half.md',
    '--format',
    'xlsx=issues.xlsx',
    '--format',
    'csv=issues.csv',
    '--fail-on',
    'never',
  )
})

/** The workbook as somebody saves it who has decided on the first two findings. */
const decided = async (): Promise<Uint8Array> => {
  const { sheets } = await readXlsx(readFileSync(path('issues.xlsx')))
  const filled = sheets.map(({ name, rows }, index) => {
    if (index > 0) return { name, rows }
    const [heading = []] = rows
    const at = (column: string): number => heading.indexOf(column)
    return {
      name,
      rows: rows.map((row, number) => {
        if (number < 1 || number > 2) return row
        const own = [...row]
        own[at('disposition')] = 'keep as drafted'
        own[at('owner')] = 'Ines Duarte'
        own[at('comment')] = `“agreed”, with counsel; turn ${number}`
        return own
      }),
    }
  })
  return converted('issues.xlsx', await writeXlsx({ sheets: filled }), 'xlsx')
}

describe('the workbook', () => {
  it('is one that LibreOffice reads with its list and its filters', async () => {
    const { sheets } = await readXlsx(
      await converted('issues.xlsx', readFileSync(path('issues.xlsx')), 'xlsx'),
    )
    expect(sheets.map(({ name }) => name)).toEqual(['Findings', 'Coverage', 'Sentences', 'Documents'])
    const [findings] = sheets
    expect(findings?.dataValidations?.map(({ values }) => values)).toEqual([[...DISPOSITIONS]])
    expect(findings?.autoFilter?.range).toMatch(/^A1:O\d+$/)
    const own = await readXlsx(readFileSync(path('issues.xlsx')))
    expect(findings?.rows).toEqual(own.sheets[0]?.rows)
  })

  it('that LibreOffice saved, as a workbook or as CSV, is read back', async () => {
    const saved = await decided()
    writeFileSync(path('decided.xlsx'), saved)
    writeFileSync(
      path('decided.csv'),
      await converted('decided.xlsx', saved, 'csv:Text - txt - csv (StarCalc):59,34,76,1'),
    )
    for (const name of ['decided.csv', 'decided.xlsx']) {
      const { code, out } = await run('dispositions', 'read', name, '--dry-run')
      expect(out).toContain('2 to suppress, 0 suppressed before, 0 to fix, 0 no longer matching.')
      expect(out.replace(/\s+/g, ' ')).toContain(
        'keep as drafted, Ines Duarte: “agreed”, with counsel; turn 1',
      )
      expect(code).toBe(0)
    }
    expect((await run('dispositions', 'read', 'decided.xlsx')).code).toBe(0)
    const { out } = await run('check', 'half.md')
    expect(out).toContain('2 suppressed')
  })
})
