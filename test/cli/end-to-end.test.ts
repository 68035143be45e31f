import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FORMATS } from '../../src/reporters/formats.js'
import { buildCommand, COMMAND, cydlint, temporaryFolder } from './built-command.js'
import { GOOD_DRAFT, README } from './drafts.js'

// A user's day with the command as it is built, in a repository of drafts. What each part does in detail is tested
// where the part is.

const { folder, remove } = temporaryFolder()
const run = (...args: string[]) => cydlint(args, { cwd: folder })
const check = (...args: string[]) => run('check', '--as-of', '2026-11-22', ...args)
const at = (name: string): string => join(folder, name)
const put = (name: string, text: string): void => {
  mkdirSync(dirname(at(name)), { recursive: true })
  writeFileSync(at(name), text)
}
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_AUTHOR_DATE: '2026-11-02T09:00:00Z' },
  })

const BLANK = GOOD_DRAFT.replace('every quarter.', 'every quarter. It is chaired by [●].')
const SUPPRESSED = BLANK.replace(
  '## Risk management',
  '<!-- cydlint-disable-file draft/placeholder -- the chair is elected on December 3 -->\n\n## Risk management',
)
/** A warning of medium confidence, and nothing worse. */
const UNSURE = GOOD_DRAFT.replace(/We engage third-party consultants[\s\S]*?second year\. /, '')

beforeAll(() => {
  buildCommand()
  git('init', '--quiet', '.')
  put('drafts/good.md', GOOD_DRAFT)
  put('drafts/blank.md', BLANK)
  put('drafts/README.md', README)
  put('notes/README.md', README)
  put('quiet/suppressed.md', SUPPRESSED)
  put('unsure/draft.md', UNSURE)
  git('add', '.')
  git('commit', '--quiet', '--message', 'drafts')
}, 60_000)
afterAll(remove)

describe('exit codes', { timeout: 60_000 }, () => {
  it.each([
    [0, 'nothing was found', ['drafts/good.md']],
    [0, 'what was found does not count', ['drafts/blank.md', '--fail-on', 'never']],
    [1, 'a finding', ['drafts/blank.md']],
    [2, 'an option that there is not', ['drafts/good.md', '--fail-om', 'never']],
    [3, 'no such file', ['drafts/goood.md']],
    [3, 'a folder without a disclosure', ['notes']],
    [4, 'a file that cannot be read', ['drafts/torn.json']],
  ] as const)('%i: %s', async (code, _, args) => {
    put('drafts/torn.json', '{"form": "10-K",')
    expect((await check(...args)).code).toBe(code)
    rmSync(at('drafts/torn.json'))
  })

  it('take the command line before what cannot be read, that before no input, and that before findings', async () => {
    put('torn/a.json', '{')
    const all = ['drafts/blank.md', 'torn/a.json', 'no-such.md']
    expect((await check(...all, '--jobs', 'many')).code).toBe(2)
    const { code, out } = await check(...all)
    expect(code).toBe(4)
    expect(out).toContain('draft/placeholder')
    expect((await check('torn/a.json', 'no-such.md')).code).toBe(4)
    expect((await check('drafts/blank.md', '--max-warnings', '0')).code).toBe(1)
    rmSync(at('torn'), { recursive: true })
  })

  it('count warnings where a number of them is allowed', async () => {
    const { out } = await check('unsure', '-f', 'json')
    const { summary } = JSON.parse(out)
    expect(summary).toMatchObject({ error: 0 })
    expect(summary.warning).toBeGreaterThan(0)
    expect((await check('unsure')).code).toBe(0)
    expect((await check('unsure', '--max-warnings', String(summary.warning))).code).toBe(0)
    expect((await check('unsure', '--max-warnings', String(summary.warning - 1))).code).toBe(1)
  })
})

describe('reports', { timeout: 60_000 }, () => {
  it('come in every format, several in one run', async () => {
    const wanted = FORMATS.filter(format => format !== 'terminal')
    const { code, out } = await check(
      'drafts',
      '-f',
      'terminal',
      ...wanted.flatMap(format => ['-f', `${format}=out.${format}`]),
    )
    expect(code).toBe(1)
    expect(out).toContain('draft/placeholder')
    const written = readdirSync(folder).filter(name => name.startsWith('out.'))
    expect(written.sort()).toEqual(wanted.map(format => `out.${format}`).sort())
    const text = (format: string): string => readFileSync(at(`out.${format}`), 'utf8')
    for (const format of ['json', 'sarif', 'gitlab']) expect(() => JSON.parse(text(format))).not.toThrow()
    for (const line of text('ndjson').trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
    for (const format of ['junit', 'checkstyle']) expect(text(format)).toMatch(/^<\?xml /)
    for (const format of wanted.filter(each => each !== 'xlsx'))
      expect(text(format), format).toContain('placeholder')
    for (const name of written) rmSync(at(name))
  })
})

describe('what a run hides', { timeout: 60_000 }, () => {
  it('is said with the option that shows it: less sure findings', async () => {
    const { out } = await check('unsure', '--min-confidence', 'high')
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /Hidden: \d+ findings? by --min-confidence high \(--min-confidence low shows (?:it|them)\)/,
    )
    expect((await check('unsure', '--min-confidence', 'high', '-f', 'json')).err).toMatch(
      /^cydlint: Hidden: /,
    )
  })

  it('… warnings and advice', async () => {
    expect((await check('unsure', '--quiet')).out.replace(/\s+/g, ' ')).toMatch(
      /Hidden: .* by --quiet \(run without it\)/,
    )
  })

  it('… findings that a comment suppresses, which the list gives with their age', async () => {
    const { code, out } = await check('quiet')
    expect(code).toBe(0)
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Hidden: 1 finding by suppressions ("cydlint suppressions list" says why)',
    )
    const { out: list } = await run('suppressions', 'list', '--as-of', '2026-11-22', 'quiet')
    expect(list).toContain('the chair is elected on December 3')
    expect(list).toContain('committed 2026-11-02, 20 days ago')
    put('quiet/suppressed.md', SUPPRESSED.replace('December 3', 'December 10'))
    expect((await run('suppressions', 'list', 'quiet')).out).toContain('not committed')
    put('quiet/suppressed.md', SUPPRESSED)
    put('new/draft.md', SUPPRESSED)
    const json = JSON.parse((await run('suppressions', 'list', 'new', '--format', 'json')).out)
    expect(json.suppressions).toMatchObject([{ added: null, addedFrom: 'uncommitted' }])
    rmSync(at('new'), { recursive: true })
  })

  it('… findings of a baseline', async () => {
    expect((await run('baseline', 'write', '--as-of', '2026-11-20', 'drafts')).code).toBe(0)
    const { code, out } = await check('drafts')
    expect(code).toBe(0)
    expect(out.replace(/\s+/g, ' ')).toMatch(/Hidden: \d+ findings? by the baseline \(--no-baseline counts /)
    expect((await check('drafts', '--no-baseline')).code).toBe(1)
    rmSync(at('.cydlint-baseline.json'))
  })

  it('… findings from before a change', async () => {
    put('drafts/blank.md', `${BLANK}\nOur [new officer] reports to the board.\n`)
    const { code, out } = await check('drafts', '--since', 'HEAD')
    expect(code).toBe(1)
    expect(out).toContain('[new officer]')
    expect(out.replace(/\s+/g, ' ')).toMatch(/older findings? not shown: .* Run without --since to see/)
    git('add', '.')
    expect((await check('drafts', '--staged')).out.replace(/\s+/g, ' ')).toContain('Run without --staged')
    put('drafts/blank.md', BLANK)
    git('add', '.')
  })

  it('is nothing where nothing is hidden', async () => {
    const { out, err } = await check('drafts/good.md', '--min-confidence', 'low', '--preview')
    expect(out).not.toContain('Hidden')
    expect(err).toBe('')
  })
})

describe('a configuration', { timeout: 60_000 }, () => {
  it('is found above the file, told by config, and mistaken with exit code 2', async () => {
    put('cydlint.config.yaml', 'rules: { draft/placeholder: off }\n')
    expect((await check('drafts/blank.md')).code).toBe(0)
    expect((await run('config', 'drafts/blank.md')).out).toMatch(
      /draft\/placeholder +off .*cydlint\.config\.yaml:1/,
    )
    put('cydlint.config.yaml', 'rules: { draft/placeholdr: off }\n')
    const { code, err } = await check('drafts/blank.md')
    expect(code).toBe(2)
    expect(err).toContain('cydlint.config.yaml:1: Unknown rule "draft/placeholdr". Did you mean')
    rmSync(at('cydlint.config.yaml'))
  })
})

describe('--stats and --timing', { timeout: 60_000 }, () => {
  it('count and measure on standard error, and leave the report as it is', async () => {
    const plain = await check('drafts', '--format', 'json')
    const { out, err } = await check('drafts', '--format', 'json', '--stats', '--timing')
    expect(out).toBe(plain.out)
    expect(err).toMatch(/^2 documents, \d+ sentences$/m)
    expect(err).toMatch(/^ {2}draft\/placeholder +1 error$/m)
    expect(err).toMatch(/^ {2}expertise +2 addressed$/m)
    expect(err).toMatch(/^Time, on one thread: \d+ ms$/m)
    expect(err).toMatch(/^ {2}evidence +\d+\.\d ms$/m)
    expect(err).toMatch(/^ {2}placeholder +\d+\.\d ms {2}draft\/placeholder$/m)
  })
})

describe('--cache', { timeout: 60_000 }, () => {
  const cached = (...args: string[]) => check('drafts', '--cache', ...args)
  const entries = (): readonly string[] =>
    readdirSync(at('.cydlint-cache')).filter(name => name !== '.gitignore')

  it('changes no report, and holds no word of the drafts', async () => {
    const formats = ['terminal', 'json', 'sarif', 'csv'] as const
    const fresh = await Promise.all(formats.map(format => check('drafts', '-f', format)))
    await cached()
    const before = entries()
    expect(before).toHaveLength(3)
    const again = await Promise.all(formats.map(format => cached('-f', format)))
    expect(again).toEqual(fresh)
    expect(entries()).toEqual(before)
    const words = new Set([...GOOD_DRAFT.split(/\W+/), 'placeholder', 'missing', 'drafts', 'good'])
    for (const name of before) {
      const bytes = readFileSync(at(`.cydlint-cache/${name}`)).toString('latin1')
      for (const word of words) if (word.length > 4) expect(bytes).not.toContain(word)
      expect(name).toMatch(/^[0-9a-f]{64}$/)
    }
    expect(git('status', '--short', '--', '.cydlint-cache')).toBe('')
  })

  it('asks anew where the file, the day, an option or the configuration is another', async () => {
    const grows = async (...args: string[]): Promise<boolean> => {
      const before = entries().length
      await cached(...args)
      return entries().length > before
    }
    await cached()
    expect(await grows()).toBe(false)
    expect(await grows('--as-of', '2026-11-23')).toBe(false)
    expect(await run('check', 'drafts', '--cache', '--as-of', '2026-11-23')).toMatchObject({ code: 1 })
    expect(await grows('--min-confidence', 'low')).toBe(true)
    put('cydlint.config.yaml', 'rules: { draft/placeholder: warning }\n')
    expect(await grows()).toBe(true)
    expect((await cached()).code).toBe(0)
    rmSync(at('cydlint.config.yaml'))
    put('drafts/good.md', `${GOOD_DRAFT}\nOur [treasurer] attends.\n`)
    expect(await grows()).toBe(true)
    expect((await cached()).out).toContain('[treasurer]')
    put('drafts/good.md', GOOD_DRAFT)
  })

  it('makes good an entry that is damaged, and says where it can have no folder', async () => {
    const plain = await check('drafts')
    rmSync(at('.cydlint-cache'), { recursive: true })
    await cached()
    for (const name of entries()) writeFileSync(at(`.cydlint-cache/${name}`), 'torn')
    expect(await cached()).toEqual(plain)
    for (const name of entries())
      expect(readFileSync(at(`.cydlint-cache/${name}`)).length).toBeGreaterThan(100)
    expect(await check('drafts', '--cache=drafts/good.md')).toMatchObject({ code: 2 })
    expect((await check('drafts', '--cache=nowhere/at/all')).err).toContain('there is no folder')
    rmSync(at('.cydlint-cache'), { recursive: true })
  })
})

describe('--watch', { timeout: 60_000 }, () => {
  /** A run that watches, with what it has printed so far. */
  const watching = (...args: string[]) => {
    // Both streams through one pipe: of two, what is written first may be read last.
    const command = [process.execPath, COMMAND, 'check', '--watch', ...args]
    const child = spawn('sh', ['-c', 'exec "$0" "$@" 2>&1', ...command], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    const note = (text: Buffer): void => {
      printed += text.toString('utf8')
    }
    child.stdout.on('data', note)
    const ended = new Promise<number | null>(done => child.on('close', done))
    return {
      /** What is printed from now until it waits again. */
      round: async (): Promise<string> => {
        await expect.poll(() => printed, { timeout: 20_000, interval: 20 }).toContain('watching for changes')
        const text = printed
        printed = ''
        return text
      },
      end: async (): Promise<number | null> => {
        child.kill('SIGINT')
        return ended
      },
    }
  }

  it('checks again after a change of a draft, of the configuration and of a rule that it names', async () => {
    put('watched/draft.md', GOOD_DRAFT)
    const { round, end } = watching('watched', '--quiet')
    expect(await round()).toContain('Pass')
    put('watched/draft.md', BLANK)
    const changed = await round()
    expect(changed).toContain('cydlint: watched/draft.md has changed.')
    expect(changed).toContain('draft/placeholder')
    expect(changed).not.toContain('\u001b[2J')
    put('cydlint.config.yaml', 'rules: { draft/placeholder: off }\n')
    expect(await round()).toContain('Pass')
    put('cydlint.config.yaml', 'rules: { draft/placeholdr: off }\n')
    expect(await round()).toContain('Unknown rule "draft/placeholdr"')
    const rule = readFileSync('rules/draft/placeholder.yaml', 'utf8').replace(
      'name: draft/placeholder',
      'name: house/blank',
    )
    put('house/blank.yaml', rule.replace(/severity: error/g, 'severity: advice'))
    put('cydlint.config.yaml', 'ruleFiles: house/*.yaml\nrules: { draft/placeholder: off }\n')
    expect(await round()).toContain('Pass')
    put('house/blank.yaml', rule)
    expect(await round()).toContain('house/blank')
    put('house/late.mjs', 'export default { name: "house/late" }\n')
    put('cydlint.config.yaml', 'plugins: house/late.mjs\nrules: { draft/placeholder: off }\n')
    expect(await round()).toContain('house/late.mjs')
    put('house/late.mjs', 'export default []\n')
    expect(await round()).not.toContain('house/late.mjs: ')
    put('cydlint.config.yaml', 'failOn: error\n')
    expect(await round()).toContain('Fail')
    expect(await end()).toBe(1)
    for (const name of ['watched', 'house', 'cydlint.config.yaml']) rmSync(at(name), { recursive: true })
  })

  it('checks again after a change of the document that --prior names', async () => {
    put('now/draft.md', GOOD_DRAFT)
    put('before/draft.md', GOOD_DRAFT.replace(/week/g, 'month'))
    const { round, end } = watching('now/draft.md', '--prior', 'before/draft.md')
    expect(await round()).not.toContain('compare/unchanged')
    put('before/draft.md', GOOD_DRAFT.replaceAll('2025', '2024'))
    expect(await round()).toContain('cydlint: before/draft.md has changed.')
    await end()
    for (const name of ['now', 'before']) rmSync(at(name), { recursive: true })
  })

  it('does not start on a mistaken command line or on standard input', async () => {
    expect(await run('check', '--watch', 'drafts', '--fail-on', 'nothing')).toMatchObject({ code: 2 })
    expect((await run('check', '--watch', '-')).err).toContain('--watch waits for files to change')
  })
})
