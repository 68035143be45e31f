// How quick the command is, as ratios to what runs beside it on the same machine in the same run.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { factsRecord, itemText, markdownDraft } from './drafts.mjs'
import { disclosureMaker, loadEngine } from './evidence.mjs'
import { root } from './library.mjs'
import { stop } from './records.mjs'

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string' }, json: { type: 'boolean' } },
})

const CLI = join(root, 'dist/cli.cjs')
const REMARK = join(root, 'node_modules/.bin/remark')

const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** Wall time in ms of a fresh process; its output goes through a pipe and is thrown away. */
const timed = (command, args, codes = [0]) => {
  const started = performance.now()
  const { status, stderr, error } = spawnSync(command, args, { maxBuffer: 2 ** 30, cwd: root })
  const elapsed = performance.now() - started
  if (error || !codes.includes(status))
    stop(`${command} ${args.join(' ')} ended with ${status}: ${error ?? stderr}`)
  return elapsed
}

/** Runs the candidates in turn, round by round, and gives each one's median. */
const interleaved = (rounds, candidates) => {
  const times = candidates.map(() => [])
  for (let round = 0; round < rounds; round++)
    candidates.forEach((candidate, index) => {
      times[index].push(candidate())
    })
  return times.map(median)
}

const MB = 1e6
const figures = []
const figure = (name, value, unit, target, atMost, detail) =>
  figures.push({
    name,
    value,
    unit,
    target,
    atMost,
    reached: atMost ? value <= target : value >= target,
    detail,
  })

const work = mkdtempSync(join(tmpdir(), 'cydlint-bench-'))
const rounds = fallback => Number(options.rounds ?? fallback)

const coldStart = () => {
  const draft = join(work, 'draft.md')
  writeFileSync(draft, markdownDraft(1, 10_000))
  const [bare, ours] = interleaved(rounds(21), [
    () => timed(process.execPath, ['-e', '0']),
    () => timed(process.execPath, [CLI, 'check', draft], [0, 1]),
  ])
  figure(
    'one 10 KB draft, cold, against node -e 0',
    ours / bare,
    '×',
    2,
    true,
    `${ours.toFixed(0)} ms against ${bare.toFixed(0)} ms`,
  )
}

const DRAFTS = 500

const manyDrafts = () => {
  const folder = join(work, 'drafts')
  mkdirSync(folder)
  for (let index = 0; index < DRAFTS; index++)
    writeFileSync(join(folder, `draft-${index}.md`), markdownDraft(index + 1, 11_000))
  const [theirs, ours] = interleaved(rounds(5), [
    () =>
      timed(process.execPath, [
        REMARK,
        '--no-config',
        '--use',
        'remark-preset-lint-recommended',
        '--no-stdout',
        folder,
      ]),
    () => timed(process.execPath, [CLI, 'check', folder], [0, 1]),
  ])
  figure(
    `${DRAFTS} drafts of 11 KB, against remark-lint`,
    ours / theirs,
    '×',
    1,
    true,
    `${(ours / 1000).toFixed(2)} s against ${(theirs / 1000).toFixed(2)} s`,
  )
}

const RECORDS = 1500

const facts = () => {
  const file = join(work, 'facts.ndjson')
  writeFileSync(
    file,
    Array.from({ length: RECORDS }, (_, index) => `${JSON.stringify(factsRecord(index + 1))}\n`).join(''),
  )
  const size = statSync(file).size / MB
  const [elapsed] = interleaved(rounds(5), [
    () => timed(process.execPath, [CLI, 'check', file, '--format', 'ndjson'], [0, 1]),
  ])
  figure('JSON facts, whole process', size / (elapsed / 1000), 'MB/s', 8, false, `${size.toFixed(1)} MB`)
}

const ITEMS = 400

/** The engine alone: sentences, patterns, assertion, coverage, on text that it has not met before. */
const matching = async () => {
  const pass = async seed => {
    const engine = await loadEngine()
    const disclosureOf = disclosureMaker(engine)
    const texts = Array.from({ length: ITEMS }, (_, index) => itemText(seed + index, 10_000))
    const disclosures = texts.map((text, index) => disclosureOf({ id: String(index), form: '10-K', text }))
    engine.readDisclosure(disclosureOf({ id: 'warm', form: '10-K', text: itemText(seed - 1, 200_000) }))
    const started = performance.now()
    for (const disclosure of disclosures) engine.readDisclosure(disclosure)
    return texts.reduce((sum, text) => sum + text.length, 0) / MB / ((performance.now() - started) / 1000)
  }
  const speeds = []
  for (let round = 0; round < rounds(5); round++) speeds.push(await pass(1000 * (round + 1)))
  figure(
    'matching of all patterns',
    median(speeds),
    'MB/s',
    20,
    false,
    `${ITEMS} items of 10 KB, in process, warm`,
  )
}

const BENCHES = { cold: coldStart, drafts: manyDrafts, facts, matching }

if (options.only !== undefined && !(options.only in BENCHES))
  stop(`--only is one of ${Object.keys(BENCHES).join(', ')}, not "${options.only}"`)

try {
  if (options.only !== 'matching')
    execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--no-types'], { stdio: 'inherit' })
  for (const [name, bench] of Object.entries(BENCHES))
    if (options.only === undefined || options.only === name) await bench()
} finally {
  rmSync(work, { recursive: true, force: true })
}

if (options.json) console.log(JSON.stringify(figures, null, 2))
else
  for (const { name, value, unit, target, atMost, reached, detail } of figures)
    console.log(
      `${name.padEnd(44)} ${value.toFixed(2).padStart(6)} ${unit.padEnd(5)} ${atMost ? 'at most' : 'at least'} ${String(target).padEnd(4)} ${(reached ? 'reached' : 'missed').padEnd(8)} ${detail}`,
    )
