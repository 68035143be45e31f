import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand, cydlint, temporaryFolder } from './built-command.js'
import { GOOD_DRAFT, HALF_DRAFT, README } from './drafts.js'

const { folder, remove } = temporaryFolder()
const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}
const check = (...args: string[]) => cydlint(['check', '--as-of', '2026-11-22', ...args], { cwd: folder })

/** Runs on one thread and on three; they have to tell the same. */
const together = async (...args: string[]) => {
  const [alone, crew] = await Promise.all([check('--jobs', '1', ...args), check('--jobs', '3', ...args)])
  expect(crew).toEqual(alone)
  return crew
}

const record = (index: number): string =>
  JSON.stringify({
    id: `record-${index}`,
    form: '10-K',
    flags: { positionsResponsible: true, materiallyAffected: false },
    blocks: {
      processes: `We assess risks “${index}” from cybersecurity threats at our ${index % 7} plants. `.repeat(
        9,
      ),
      boardOversight:
        'The Audit Committee of our board of directors oversees risks from cybersecurity threats.',
    },
  })
const season = (count: number): string[] => Array.from({ length: count }, (_, index) => record(index))

beforeAll(() => {
  buildCommand()
  const broken = season(1800)
  broken[700] = '{"form": "10-K", '
  broken[1500] = ''
  broken[1900] = '{"form": "S-1"}'
  put('season.ndjson', `${broken.join('\n')}\n`)
  put(
    'garbled.ndjson',
    Buffer.concat([
      Buffer.from(`${season(1100).join('\n')}\n`),
      Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xff, 0x22, 0x7d, 0x0a]),
      Buffer.from(season(800).join('\n')),
    ]),
  )
  for (let index = 0; index < 60; index++) {
    put(
      `drafts/${index}.md`,
      (index % 3 ? GOOD_DRAFT : HALF_DRAFT).replaceAll('week', `week of plan ${index}`),
    )
    put(`drafts/notes/${index}.md`, README)
  }
  put('drafts/empty.md', '')
  const body = `${HALF_DRAFT.replace(/^---.*?---/s, '')
    .replaceAll(/^#.*$/gm, '')
    .replaceAll(/\s+/g, ' ')}\n\n`
  put('heavy/1-large.md', GOOD_DRAFT + body.repeat(Math.floor(1_900_000 / body.length)))
  for (const index of [0, 2, 3, 4, 5, 6, 7, 8, 9]) put(`heavy/${index}.md`, HALF_DRAFT)
  put('drafts/other.ndjson', '{"level": "info", "text": "a log"}\n'.repeat(60_000))
}, 60_000)
afterAll(remove)

describe('a large run on several threads', () => {
  it('tells the same of a file of records, each at its place, as a run on one', async () => {
    const { code, out } = await together('--format', 'ndjson', 'season.ndjson')
    expect(code).toBe(4)
    const lines = out.trim().split('\n')
    const errors = lines.map(line => JSON.parse(line)).filter(({ type }) => type === 'error')
    expect([...new Set(errors.map(({ path }) => path))]).toEqual(['season.ndjson:701', 'season.ndjson:1901'])
  }, 60_000)

  it('tells the same where the file cannot be read as UTF-8 throughout', async () => {
    const { out } = await together('--format', 'ndjson', 'garbled.ndjson')
    expect(out.trim().split('\n').length).toBeGreaterThan(1900)
  }, 60_000)

  it('tells the same of folders of drafts, paths that lead nowhere, and every report', async () => {
    const { out, code } = await together('drafts', 'nowhere.md', 'season.ndjson')
    expect(code).toBe(4)
    expect(out).toMatch(/62 other files skipped/)
    await together('--format', 'json', 'drafts')
  }, 60_000)

  it('reads standard input in its turn', async () => {
    const run = (threads: string) =>
      cydlint(
        ['check', '--as-of', '2026-11-22', '--jobs', threads, '-f', 'ndjson', 'drafts', '-', 'season.ndjson'],
        { cwd: folder, input: HALF_DRAFT },
      )
    const [alone, crew] = await Promise.all([run('1'), run('4')])
    expect(crew).toEqual(alone)
    expect(crew.out).toContain('"path":"<stdin>"')
  }, 60_000)

  it('ends early, with its threads, where nobody reads the report', async () => {
    const { out, code } = await together('--format', 'json=report.json', '--max-warnings', '0', 'drafts')
    expect({ out, code }).toEqual({ out: '', code: 1 })
  }, 60_000)

  it('takes no number of threads that is none', async () => {
    const { code, err } = await check('--jobs', '0', 'season.ndjson')
    expect(code).toBe(2)
    expect(err).toContain('--jobs cannot be "0"')
  })

  it('names the file that a thread has not enough memory for, and checks the others', async () => {
    const memory = { NODE_OPTIONS: '--max-old-space-size=60' }
    const { code, out, err } = await cydlint(
      ['check', '--as-of', '2026-11-22', '--jobs', '2', '-f', 'ndjson', 'heavy'],
      { cwd: folder, env: memory },
    )
    const events = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect({ code, err }).toEqual({ code: 4, err: '' })
    expect(events.filter(({ type }) => type === 'error')).toEqual([
      {
        type: 'error',
        version: 1,
        path: 'heavy/1-large.md',
        message: expect.stringMatching(/^there is not enough memory to check it\. NODE_OPTIONS=/),
      },
    ])
    expect(events.flatMap(({ type, path }) => (type === 'document' ? path : []))).toEqual(
      Array.from({ length: 9 }, (_, index) => `heavy/${index === 0 ? '0' : index + 1}.md`),
    )
  }, 120_000)

  it('has no command of the name that its threads are started by', async () => {
    const { code, err } = await check('--job-thread')
    expect(code).toBe(2)
    expect(err).toContain('--job-thread')
  })
})
