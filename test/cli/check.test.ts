import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineProblems, reportProblems } from '../report-schema.js'
import { buildCommand, COMMAND, cydlint, temporaryFolder } from './built-command.js'
import { FORMLESS_TEXT, GOOD_DRAFT, HALF_DRAFT, README, SEASON } from './drafts.js'

const { folder, remove } = temporaryFolder()
const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}
const check = (...args: string[]) => cydlint(['check', '--as-of', '2026-11-22', ...args], { cwd: folder })
const reportOf = async (...args: string[]) => {
  const { out, ...rest } = await check('--format', 'json', ...args)
  const report = JSON.parse(out)
  expect(reportProblems(report)).toEqual([])
  return { report, ...rest }
}
const rulesOf = (document: { findings: readonly { rule: string }[] }): readonly string[] =>
  document.findings.map(({ rule }) => rule)

beforeAll(() => {
  buildCommand()
  put('good.md', GOOD_DRAFT)
  put('half.md', HALF_DRAFT)
  put('formless.txt', FORMLESS_TEXT)
  put('season.ndjson', SEASON)
  put('empty.md', '')
  put('logo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))
  put('filings/b/half.md', HALF_DRAFT)
  put('filings/a.md', GOOD_DRAFT)
  put('filings/README.md', README)
  put('filings/logo.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))
  put('filings/.old/half.md', HALF_DRAFT)
  put('filings/node_modules/pkg/half.md', HALF_DRAFT)
  put('notes/README.md', README)
  mkdirSync(join(folder, 'nothing'))
}, 60_000)
afterAll(remove)

describe('the exit code of check', () => {
  it('is 0 where nothing at or above --fail-on was found', async () => {
    const { code, out, err } = await check('good.md')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Pass: /)
  })

  it('is 1 where something was', async () => {
    const { code, out } = await check('half.md')
    expect(code).toBe(1)
    expect(out).toMatch(/^Fail: \d+ errors? and \d+ warnings? in 1 document\.\n/)
  })

  it('is 2 where the command line is mistaken, before anything is read', async () => {
    expect(await check('--fail-on', 'errors', 'half.md')).toMatchObject({ code: 2, out: '' })
  })

  it('is 3 where no input was found', async () => {
    expect(await check('nothing')).toMatchObject({ code: 3 })
    expect(await check('no-such.md')).toMatchObject({ code: 3 })
    expect(await check('notes')).toMatchObject({ code: 3 })
  })

  it('is 4 where some input could not be read, also where the rest has findings', async () => {
    expect(await check('empty.md')).toMatchObject({ code: 4 })
    expect(await check('empty.md', 'good.md')).toMatchObject({ code: 4 })
    expect(await check('half.md', 'formless.txt')).toMatchObject({ code: 4 })
    expect(await check('half.md', 'no-such.md')).toMatchObject({ code: 4 })
  })

  it.each([
    ['never', 0],
    ['error', 1],
    ['advice', 1],
  ])('follows --fail-on %s', async (level, code) => {
    expect(await check('--fail-on', level, 'half.md')).toMatchObject({ code })
  })

  it('follows --max-warnings', async () => {
    const { report } = await reportOf('--fail-on', 'never', 'half.md')
    const { warning } = report.summary
    expect(warning).toBeGreaterThan(0)
    const allowing = (number: number) =>
      check('--fail-on', 'never', '--max-warnings', String(number), 'half.md')
    expect(await allowing(warning)).toMatchObject({ code: 0 })
    const { code, out } = await allowing(warning - 1)
    expect(code).toBe(1)
    expect(out).toContain(`more than ${warning - 1} warning`)
  })
})

describe('what check says of a draft', () => {
  it('names the blank, what is missing, and nothing that is there', async () => {
    const { report } = await reportOf('half.md')
    const [document] = report.documents
    expect(document).toMatchObject({
      path: 'half.md',
      form: '10-K',
      formFrom: 'front matter',
      item: '1C',
      view: 'item',
      registrant: 'Tamarack Point Cold Storage, Inc.',
      periodOfReport: '2026-06-30',
    })
    const rules = rulesOf(document)
    expect(rules).toContain('draft/placeholder')
    expect(rules).toContain('missing/expertise')
    expect(rules).not.toContain('missing/processes')
    expect(rules).not.toContain('missing/board-oversight')
  })

  it('shows the blank in its sentence, on the line where it stands', async () => {
    const { out } = await check('half.md')
    expect(out).toMatch(/draft\/placeholder · error · line 9\b/)
    expect(out).toContain('│ [●] tests our defenses each year.\n    │ ^^^\n')
  })

  it('is the same, byte for byte, in two runs as of one day', async () => {
    const [first, second] = await Promise.all([
      check('--format', 'json', 'half.md', 'filings'),
      check('--format', 'json', 'half.md', 'filings'),
    ])
    expect(first.out).toBe(second.out)
  })

  it('follows --form, and says that it did', async () => {
    const { report } = await reportOf('--form', '20f', 'formless.txt')
    expect(report.documents[0]).toMatchObject({ form: '20-F', formFrom: '--form', item: '16K' })
  })

  it('asks for --form where the form cannot be told', async () => {
    const { report, code } = await reportOf('formless.txt')
    expect(code).toBe(4)
    expect(report.errors).toHaveLength(1)
    expect(report.errors[0].message).toContain('Use --form')
  })

  it('keeps to errors with --quiet', async () => {
    const { out } = await check('--quiet', 'half.md')
    expect(out).toContain('· error ·')
    expect(out).not.toContain('· warning')
    expect(out).not.toContain('Coverage')
  })
})

describe('the inputs of check', () => {
  it('are taken from standard input where something is piped in', async () => {
    for (const args of [['check'], ['check', '-']]) {
      const { code, out } = await cydlint(args, { input: HALF_DRAFT, cwd: folder })
      expect(code).toBe(1)
      expect(out).toContain('\n<stdin>\n')
    }
  })

  it('bear the name that --stdin-filename gives', async () => {
    const { out } = await cydlint(['check', '--stdin-filename', 'turn-4.md', '-'], { input: HALF_DRAFT })
    expect(out).toContain('\nturn-4.md\n')
  })

  it('are an error where standard input is empty', async () => {
    expect(await cydlint(['check', '-'], { input: '' })).toMatchObject({ code: 4 })
  })

  it('are asked for where there are none', async () => {
    const { code, err } = await check()
    expect(code).toBe(2)
    expect(err).toContain('Nothing to check: name a file or a folder')
  })

  it('are found in a folder and the folders in it, in order, and the rest is counted', async () => {
    const { report, code } = await reportOf('filings')
    expect(code).toBe(1)
    expect(report.documents.map(({ path }: { path: string }) => path)).toEqual([
      'filings/a.md',
      'filings/b/half.md',
    ])
    expect((await check('filings')).out).toMatch(/^Fail: [^.]* in 2 documents; 2 other files\sskipped\./)
  })

  it('are checked once, however often they are named', async () => {
    const { report } = await reportOf('filings/a.md', './filings/a.md', 'filings', 'filings/*.md')
    expect(report.documents.map(({ path }: { path: string }) => path)).toEqual([
      'filings/a.md',
      'filings/b/half.md',
    ])
  })

  it('may be named by a pattern', async () => {
    const { report } = await reportOf('filings/**/half.md')
    expect(report.documents.map(({ path }: { path: string }) => path)).toEqual(['filings/b/half.md'])
    expect(await check('filings/*.docx')).toMatchObject({ code: 3 })
  })

  it('are checked in a folder only where they hold such an item, and always where they are named', async () => {
    const { report, code } = await reportOf('--form', '10-K', 'notes/README.md')
    expect(report.documents).toHaveLength(1)
    expect(code).toBe(1)
    const { out } = await check('notes')
    expect(out).toContain('the one file here holds no')
  })

  it('are not followed through links that lead out of the folder', async () => {
    mkdirSync(join(folder, 'linked'), { recursive: true })
    put('linked/own.md', GOOD_DRAFT)
    symlinkSync(join(folder, 'half.md'), join(folder, 'linked/outside.md'))
    symlinkSync(join(folder, 'filings'), join(folder, 'linked/outside'))
    symlinkSync('own.md', join(folder, 'linked/zz-same.md'))
    const { report } = await reportOf('linked')
    expect(report.documents.map(({ path }: { path: string }) => path)).toEqual(['linked/own.md'])
  })

  it('that are missing are told with what may have been meant', async () => {
    const { report } = await reportOf('hlaf.md', 'filing/a.md')
    expect(report.errors[0]).toMatchObject({ path: 'hlaf.md' })
    expect(report.errors[0].message).toContain('Did you mean "half.md"?')
    expect(report.errors[1].message).toContain('There is no folder "filing"')
  })

  it('that cannot be read are told, and the others are checked', async () => {
    const { report, code } = await reportOf('logo.png', 'season.ndjson')
    expect(code).toBe(4)
    expect(report.errors.map(({ path }: { path: string }) => path)[0]).toBe('logo.png')
    expect(report.errors[1].message).toMatch(/line 2/i)
    expect(report.documents.map(({ id }: { id: string }) => id)).toEqual(['estuario-2025', 'estuario-2026'])
  })

  it.skipIf(process.getuid?.() === 0)('that may not be read are told', async () => {
    put('secret.md', GOOD_DRAFT)
    chmodSync(join(folder, 'secret.md'), 0)
    const { report, code } = await reportOf('secret.md')
    expect(code).toBe(4)
    expect(report.errors[0].message).toContain('permission is denied')
  })
})

describe('the reports of check', () => {
  it('are lines, each as the schema has it, with --format ndjson', async () => {
    const { out } = await check('--format', 'ndjson', 'season.ndjson', 'half.md')
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.map(lineProblems)).toEqual(lines.map(() => []))
    expect(lines.map(({ type }) => type)).toEqual(['document', 'error', 'document', 'document', 'summary'])
  })

  it('may be several, one of them on standard output', async () => {
    const { out, code } = await check(
      '--format',
      'terminal',
      '--format',
      'json=out.json',
      '-f',
      'ndjson=out.ndjson',
      'half.md',
    )
    expect(code).toBe(1)
    expect(out).toMatch(/^Fail: /)
    expect(reportProblems(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')))).toEqual([])
    expect(readFileSync(join(folder, 'out.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(2)
    expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  it('may all go to files; the verdict is then told on standard error', async () => {
    const { out, err } = await check('--format', 'json=only.json', 'half.md')
    expect(out).toBe('')
    expect(err).toMatch(/^Fail: .* Written to only\.json\.\n$/)
  })

  it('leave a file as it was where the command line is mistaken', async () => {
    put('kept.json', 'as it was')
    expect(await check('--format', 'json=kept.json', '--form', '10-Q', 'half.md')).toMatchObject({ code: 2 })
    expect(readFileSync(join(folder, 'kept.json'), 'utf8')).toBe('as it was')
  })

  it('are refused where their folder is not there, where they would overwrite the input, or share a place', async () => {
    const mistakes = [
      ['json=no/such/folder.json', 'half.md'],
      ['json=half.md', 'half.md'],
      ['json=x.json', 'half.md', '-f', 'ndjson=./x.json'],
      ['json', 'half.md', '-f', 'ndjson'],
      ['json=', 'half.md'],
    ]
    for (const mistake of mistakes)
      expect(await check('--format', ...mistake)).toMatchObject({ code: 2, out: '' })
    expect(existsSync(join(folder, 'x.json'))).toBe(false)
    expect(readFileSync(join(folder, 'half.md'), 'utf8')).toBe(HALF_DRAFT)
  })

  it('name the folder that is not there', async () => {
    const { err } = await check('--format', 'json=no/such/folder.json', 'half.md')
    expect(err).toContain(
      'The report cannot be written to no/such/folder.json: there is no folder "no/such". Make it, or name another.',
    )
  })

  it('count a file with two faults once', async () => {
    put('faults.md', '# Item 1C. Cybersecurity\n\n:::foo\nWords.\n:::\n\n:::bar\nWords.\n:::\n')
    const { code, out } = await check('faults.md')
    expect(code).toBe(4)
    expect(out.match(/Could not be checked: line/g)).toHaveLength(2)
    expect(out).toMatch(/^Nothing checked: 1 input could not be checked\.\n/)
  })

  it('are colored only where that is wanted', async () => {
    const colored = async (args: readonly string[], env: Readonly<Record<string, string>>) =>
      (await cydlint(['check', ...args, 'half.md'], { cwd: folder, env })).out.includes('\u001b[')
    expect(await colored([], {})).toBe(false)
    expect(await colored(['--color'], {})).toBe(true)
    expect(await colored([], { FORCE_COLOR: '1' })).toBe(true)
    expect(await colored([], { FORCE_COLOR: '0' })).toBe(false)
    expect(await colored(['--color'], { NO_COLOR: '1' })).toBe(true)
    expect(await colored(['--no-color'], { FORCE_COLOR: '1' })).toBe(false)
  })

  it('are as wide as COLUMNS says where no terminal is', async () => {
    const widest = async (env: Readonly<Record<string, string>>) =>
      Math.max(
        ...(await cydlint(['check', 'half.md'], { cwd: folder, env })).out
          .split('\n')
          .map(line => line.length),
      )
    expect(await widest({})).toBe(80)
    expect(await widest({ COLUMNS: '60' })).toBe(60)
    expect(await widest({ COLUMNS: 'wide' })).toBe(80)
  })

  it.skipIf(!existsSync('/dev/full'))('that cannot be written end with 74, in words', async () => {
    const { code, err } = await check('--format', 'json=/dev/full', 'half.md')
    expect(code).toBe(74)
    expect(err).toMatch(/^cydlint: \/dev\/full cannot be written: ENOSPC/)
  })

  it('may be cut off by whoever reads them', async () => {
    const lines = Array.from({ length: 400 }, (_, index) =>
      JSON.stringify({ id: `n${index}`, form: '10-K', blocks: { processes: 'We have processes.' } }),
    )
    put('many.ndjson', `${lines.join('\n')}\n`)
    const child = spawn(process.execPath, [COMMAND, 'check', '-f', 'ndjson', 'many.ndjson'], {
      cwd: folder,
    })
    let err = ''
    child.stderr.on('data', (text: Buffer) => {
      err += text.toString()
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise(done => child.on('close', done))
    expect(err).toBe('')
    expect([0, 1]).toContain(code)
  })
})
