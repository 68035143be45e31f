// How quick the command is, as ratios to what runs beside it on the same machine in the same run.
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

/**
 * Wall time in ms of a fresh process.
 * @param output where its output goes: through a pipe, and thrown away, or the descriptor of a file
 */
const timed = (command, args, codes = [0], output = 'pipe') => {
  const started = performance.now()
  const { status, stderr, error } = spawnSync(command, args, {
    maxBuffer: 2 ** 30,
    cwd: root,
    stdio: ['ignore', output, 'pipe'],
  })
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
/** A figure without a target says what a part of another comes to. */
const figure = (name, value, unit, target, atMost, detail) =>
  figures.push({
    name,
    value,
    unit,
    target,
    atMost,
    reached: target === null ? null : atMost ? value <= target : value >= target,
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
  // To a file, as people run it: through a pipe this process would take part of the time to read a report twice as long.
  const report = openSync(join(work, 'report.ndjson'), 'w')
  const [elapsed] = interleaved(rounds(5), [
    () => timed(process.execPath, [CLI, 'check', file, '--format', 'ndjson'], [0, 1], report),
  ])
  closeSync(report)
  figure('JSON facts, whole process', size / (elapsed / 1000), 'MB/s', 8, false, `${size.toFixed(1)} MB`)
}

const ITEMS = 400

const MATCHING = `
export { createEngine } from './src/evidence/engine.ts'
export { createMatcher } from './src/evidence/match.ts'
export { memoOf } from './src/model/memo.ts'
export { loadProgram } from './src/evidence/program.ts'
export { createReader, REMEMBERED } from './src/evidence/read.ts'
export { evidence } from './src/generated/evidence.js'
`

/**
 * The engine alone, on text that it has not met before, once it is warm: first no more than the matching, with what it needs (the
 * cut into sentences, and the memory of those met before, as a reader has it), then a reader's whole work, with names,
 * assertion and coverage.
 */
const matching = async () => {
  const engine = await loadEngine(MATCHING)
  const disclosureOf = disclosureMaker(engine)
  const matcher = engine.createMatcher(engine.loadProgram(engine.evidence.program))
  const evidenceEngine = engine.createEngine(engine.evidence)
  const matched = disclosures => {
    const met = engine.memoOf(engine.REMEMBERED)
    for (const { prose } of disclosures)
      for (const each of prose)
        for (const { text } of engine.sentencesOf(each))
          if (met.get(text) === undefined) met.set(text, matcher.scan(text, ''))
  }
  const read = disclosures => {
    const reader = engine.createReader(evidenceEngine)
    for (const disclosure of disclosures) reader(disclosure)
  }
  const disclosuresFrom = seed =>
    Array.from({ length: ITEMS }, (_, index) =>
      disclosureOf({ id: String(index), form: '10-K', text: itemText(seed + index, 10_000) }),
    )
  const speedOf = (work, disclosures) => {
    const size = disclosures.reduce((sum, { prose }) => sum + prose[0].text.length, 0) / MB
    const started = performance.now()
    work(disclosures)
    return size / ((performance.now() - started) / 1000)
  }
  const works = [matched, read]
  for (const work of works) work(disclosuresFrom(1))
  const speeds = works.map(() => [])
  for (let round = 1; round <= rounds(9); round++)
    for (const [index, work] of works.entries())
      speeds[index].push(speedOf(work, disclosuresFrom(1000 * round)))
  const detail = `${ITEMS} items of 10 KB, in process, warm`
  figure('matching of all patterns', median(speeds[0]), 'MB/s', 40, false, detail)
  figure('matching, names, assertion and coverage', median(speeds[1]), 'MB/s', null, false, detail)
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
  for (const { name, value, unit, target, atMost, reached, detail } of figures) {
    const aim = target === null ? '' : `${atMost ? 'at most' : 'at least'} ${target}`
    const verdict = reached === null ? '' : reached ? 'reached' : 'missed'
    console.log(
      `${name.padEnd(44)} ${value.toFixed(2).padStart(6)} ${unit.padEnd(5)} ${aim.padEnd(12)} ${verdict.padEnd(8)} ${detail}`,
    )
  }
