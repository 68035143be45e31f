import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reportProblems } from '../report-schema.js'
import { buildCommand, cydlint, temporaryFolder } from './built-command.js'
import { HALF_DRAFT } from './drafts.js'

const { folder, remove } = temporaryFolder()
const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}
const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
const run = (...args: string[]) => cydlint(args, { cwd: folder })
const check = (...args: string[]) => run('check', '--as-of', '2026-11-22', ...args)
const baseline = (action: string, ...args: string[]) =>
  run('baseline', action, '--as-of', '2026-11-22', ...args)
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

interface Found {
  readonly rule: string
  readonly quote: string | null
  readonly fingerprint: string
  readonly suppressed: string | null
}
const findingsOf = async (...args: string[]): Promise<readonly Found[]> => {
  const report = JSON.parse((await check('--format', 'json', ...args)).out)
  expect(reportProblems(report)).toEqual([])
  return report.documents.flatMap(({ findings }: { findings: readonly Found[] }) => findings)
}

const WITH_BLANK = HALF_DRAFT.replace('these risks.', 'these risks. The chair is [TBD].')

beforeAll(buildCommand, 60_000)
afterAll(remove)
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  git('init', '--quiet', '.')
})

describe('suppressions', () => {
  it('by a comment are told from those of a file in SARIF', async () => {
    const blank = (text: string): string => HALF_DRAFT.replace('these risks.', `these risks. ${text}`)
    put('beside.md', blank('The chair is [TBD].'))
    const [fingerprint] = (await findingsOf('beside.md')).flatMap(({ quote, fingerprint: print }) =>
      quote === '[TBD]' ? print : [],
    )
    put(
      '.cydlint-suppressions.json',
      JSON.stringify({
        version: 1,
        suppressions: [
          {
            document: 'beside.md',
            rule: 'draft/placeholder',
            fingerprint,
            reason: 'the board elects on Friday',
          },
        ],
      }),
    )
    const why = 'the auditor is being chosen'
    put('within.md', blank(`<!-- cydlint-disable-next draft/placeholder -- ${why} --> The chair is [TBD].`))
    const { out } = await check('--format', 'sarif', 'beside.md', 'within.md')
    const marks = JSON.parse(out).runs[0].results.flatMap(
      ({ suppressions }: { suppressions: readonly { kind: string; justification: string }[] }) =>
        suppressions.filter(({ justification }) => !justification.startsWith('Follows')),
    )
    expect(marks).toEqual([
      { kind: 'external', status: 'accepted', justification: 'the board elects on Friday' },
      { kind: 'inSource', status: 'accepted', justification: why },
    ])
  })
})

describe('suppressions beside a document', () => {
  const entry = (fingerprint: string, more = ''): string =>
    `version: 1\nsuppressions:\n  - document: drafts/half.md\n    rule: draft/placeholder\n    fingerprint: ${fingerprint}\n    reason: the auditor is being chosen\n    author: Ines\n    added: 2026-11-01\n${more}`
  const placeholder = async (): Promise<Found> => {
    const found = (await findingsOf('drafts/half.md')).find(({ rule }) => rule === 'draft/placeholder')
    if (!found) throw new Error('no placeholder')
    return found
  }

  it('cover the finding that they name, and no copy of it in another document', async () => {
    put('drafts/half.md', HALF_DRAFT)
    put('drafts/other.md', HALF_DRAFT)
    put('.cydlint-suppressions.yaml', entry((await placeholder()).fingerprint))
    expect((await placeholder()).suppressed).toBe('the auditor is being chosen')
    const other = await findingsOf('drafts/other.md')
    expect(other.filter(({ suppressed }) => suppressed !== null)).toEqual([])
    const { out } = await check('drafts/half.md')
    expect(out).toContain('Suppressed (1)\n  draft/placeholder')
    expect(out).toContain('the auditor is being chosen')
    const listed = await run('suppressions', 'list', '--as-of', '2026-11-22')
    expect(listed.out).toContain('by Ines; added 2026-11-01, 21 days ago')
    expect(listed.code).toBe(0)
    const { out: json } = await run('suppressions', 'list', '--format', 'json')
    expect(JSON.parse(json).suppressions).toEqual([
      expect.objectContaining({ state: 'used', kind: 'entry', author: 'Ines', texts: ['[●]'] }),
    ])
  })

  it('are told where they are not used, past their day, or without a reason', async () => {
    put('drafts/half.md', HALF_DRAFT)
    const { fingerprint } = await placeholder()
    const told = async (yaml: string): Promise<readonly string[]> => {
      put('.cydlint-suppressions.yaml', yaml)
      return (await findingsOf('drafts/half.md'))
        .map(({ rule }) => rule)
        .filter(rule => rule.startsWith('suppression/'))
    }
    expect(await told(entry('0123456789abcdef'))).toEqual(['suppression/unused'])
    expect(await told(entry(fingerprint, '    expires: 2026-11-21\n'))).toEqual(['suppression/expired'])
    expect(await told(entry(fingerprint, '    expires: 2026-11-22\n'))).toEqual([])
    expect(await told(entry(fingerprint).replace('the auditor is being chosen', 'tbd'))).toEqual([
      'suppression/invalid',
    ])
  })

  it('are refused where the file is not as it should be', async () => {
    put('drafts/half.md', HALF_DRAFT)
    put('.cydlint-suppressions.yaml', 'version: 1\nsuppressions:\n  - { document: a, rules: b }\n')
    const { code, err } = await check('drafts/half.md')
    expect(code).toBe(2)
    expect(err).toContain('.cydlint-suppressions.yaml is not as its schema has it')
  })
})

describe('a baseline', () => {
  it('is written, used, found stale, pruned, and does not grow unasked', async () => {
    put('half.md', WITH_BLANK)
    expect((await check('half.md')).code).toBe(1)
    expect(await baseline('write', '.')).toMatchObject({ code: 0 })
    const passed = await check('half.md')
    expect(passed.code).toBe(0)
    expect(passed.out).toMatch(/Suppressed \(\d+\)\n {2}\d+ in the baseline: /)
    expect((await check('--no-baseline', 'half.md')).code).toBe(1)
    expect((await findingsOf('half.md')).map(({ suppressed }) => suppressed)).toContain(
      'baseline: known since 2026-11-22',
    )
    expect((await baseline('check', '.')).code).toBe(0)

    put('half.md', HALF_DRAFT)
    expect((await check('half.md')).out).toContain('1 of the findings in .cydlint-baseline.json is fixed')
    expect((await baseline('check', '.')).code).toBe(1)
    expect((await baseline('prune', '.')).out).toContain('1 finding taken out')
    expect((await baseline('check', '.')).code).toBe(0)

    put('half.md', WITH_BLANK)
    const before = read('.cydlint-baseline.json')
    const refused = await baseline('write', '.')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('--allow-growth')
    expect(read('.cydlint-baseline.json')).toBe(before)
    expect((await baseline('write', '--allow-growth', '--reason', 'the chair retires', '.')).code).toBe(0)
    expect(JSON.parse(read('.cydlint-baseline.json')).growth).toEqual([
      { date: '2026-11-22', added: 1, reason: 'the chair retires' },
    ])
  })

  it('does not say that what is not shown is fixed', async () => {
    put('half.md', WITH_BLANK)
    await baseline('write', '.')
    expect((await check('--min-confidence', 'high', 'half.md')).out).not.toContain('fixed')
  })

  it('of one registrant hides nothing of another, also under one name', async () => {
    put('half.md', HALF_DRAFT)
    await baseline('write', '.')
    put('other.md', HALF_DRAFT)
    expect((await check('other.md')).code).toBe(1)
    put('half.md', HALF_DRAFT.replace('Tamarack Point Cold Storage', 'Gravel Bar Shipping'))
    expect((await findingsOf('half.md')).filter(({ suppressed }) => suppressed !== null)).toEqual([])
  })

  it('of records is of each by its own id', async () => {
    const record = (id: string): string =>
      JSON.stringify({
        id,
        form: '10-K',
        periodOfReport: '2025-12-31',
        text: 'Item 1C. Cybersecurity\n\nOur CISO is [TBD].',
      })
    put('facts.ndjson', `${record('one-2025')}\n`)
    await baseline('write', '.')
    put('facts.ndjson', `${record('two-2025')}\n${record('one-2025')}\n`)
    const report = JSON.parse((await check('--format', 'json', 'facts.ndjson')).out)
    const blank = report.documents.map(({ findings }: { findings: readonly Found[] }) =>
      findings
        .filter(({ rule }) => rule === 'draft/placeholder')
        .map(({ suppressed }) => suppressed !== null),
    )
    expect(blank).toEqual([[false], [true]])
  })

  it('is not matched to a document of another name, but says whose the entries seem to be', async () => {
    put('turn-3.md', HALF_DRAFT)
    await baseline('write', '.')
    renameSync(join(folder, 'turn-3.md'), join(folder, 'turn-4.md'))
    expect((await check('turn-4.md')).code).toBe(1)
    const { code, out } = await baseline('check', '.')
    expect(code).toBe(1)
    expect(out).toContain('seem to belong to turn-4.md')
    expect(out).toContain('cydlint baseline move turn-3.md turn-4.md')
    await baseline('move', 'turn-3.md', 'turn-4.md')
    expect((await check('turn-4.md')).code).toBe(0)
  })

  it('counts paths from its own folder', async () => {
    put('drafts/half.md', HALF_DRAFT)
    await baseline('write', 'drafts')
    expect(existsSync(join(folder, '.cydlint-baseline.json'))).toBe(true)
    const inside = await cydlint(['check', '--as-of', '2026-11-22', 'half.md'], {
      cwd: join(folder, 'drafts'),
    })
    expect(inside.code).toBe(0)
  })

  it('that is not as it should be is refused', async () => {
    put('half.md', HALF_DRAFT)
    put('.cydlint-baseline.json', '{"version": 2, "documents": [], "growth": []}')
    expect(await check('half.md')).toMatchObject({
      code: 2,
      err: expect.stringContaining('not as its schema'),
    })
    put('.cydlint-baseline.json', '{')
    expect(await check('half.md')).toMatchObject({ code: 2, err: expect.stringContaining('not valid JSON') })
    expect(await check('--baseline', 'none.json', 'half.md')).toMatchObject({ code: 2 })
  })
})

describe('what a change brings', () => {
  const blanks = async (...args: string[]): Promise<readonly (string | null)[]> =>
    (await findingsOf(...args)).filter(({ rule }) => rule === 'draft/placeholder').map(({ quote }) => quote)

  beforeEach(() => {
    put('half.md', HALF_DRAFT)
    put('still.md', HALF_DRAFT)
    git('add', '.')
    git('commit', '--quiet', '-m', 'first')
  })

  it('is told alone, with the count of what was there', async () => {
    put('half.md', WITH_BLANK)
    expect(await blanks('--since', 'HEAD', '.')).toEqual(['[TBD]'])
    const { code, out } = await check('--since', 'HEAD', '.')
    expect(code).toBe(1)
    expect(out).toMatch(/\d+ older findings not shown/)
    const json = await check('--since', 'HEAD', '--format', 'json', '.')
    expect(json.err).toContain('older findings not shown')
  })

  it('is nothing where nothing has changed', async () => {
    const { code, out } = await check('--since', 'HEAD', '.')
    expect(code).toBe(0)
    expect(out).toContain('No file here has changed since HEAD')
  })

  it('is all of a new file, and follows one that is renamed', async () => {
    put('new.md', HALF_DRAFT.replace('Tamarack Point Cold Storage', 'Gravel Bar Shipping'))
    expect(await blanks('--since', 'HEAD', 'new.md')).toEqual(['[●]'])
    git('mv', 'half.md', 'turn-2.md')
    expect(await blanks('--since', 'HEAD', 'turn-2.md')).toEqual([])
  })

  it('is, with --staged, what is staged and not what is on the disk', async () => {
    put('half.md', WITH_BLANK)
    expect(await blanks('--staged', '.')).toEqual([])
    git('add', 'half.md')
    put('half.md', WITH_BLANK.replace('[TBD]', '[name] of [place]'))
    expect(await blanks('--staged', '.')).toEqual(['[TBD]'])
  })

  it('tells a finding again whose suppression was taken away', async () => {
    const comment = '<!-- cydlint-disable-next draft/placeholder -- the auditor is being chosen -->'
    put('half.md', HALF_DRAFT.replace('[●]', `${comment} [●]`))
    git('commit', '--quiet', '-am', 'second')
    put('half.md', HALF_DRAFT)
    expect(await blanks('--since', 'HEAD', 'half.md')).toEqual(['[●]'])
  })

  it('cannot be told without a repository or with an unknown commit', async () => {
    expect(await check('--since', 'nope', '.')).toMatchObject({
      code: 2,
      err: expect.stringContaining('nope'),
    })
    expect(await check('--since', '--output=x', '.')).toMatchObject({ code: 2 })
    expect(await check('--since=-O', '.')).toMatchObject({ code: 2 })
    rmSync(join(folder, '.git'), { recursive: true })
    expect(await check('--since', 'HEAD', '.')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no git repository'),
    })
    const noGit = await cydlint(['check', '--staged', '.'], { cwd: folder, env: { PATH: folder } })
    expect(noGit).toMatchObject({ code: 2, err: expect.stringContaining('git was not found') })
  })
})
