// How exact and how quick the reader of inline XBRL is, on a folder of whole filings:
//   node bench/inline.mjs FOLDER [--rounds N]
// Exact: against a slow reader on a strict parser (test/readers/slow-inline.ts). Quick: bytes to facts, and the command.
import { isAscii } from 'node:buffer'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { loadSources } from './evidence.mjs'
import { root } from './library.mjs'
import { stop } from './records.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' } },
})
const [folder] = positionals
if (folder === undefined) stop('Name a folder with inline XBRL documents: node bench/inline.mjs FOLDER')
const rounds = Number(values.rounds)

const ENTRY = `
export { decode } from './src/readers/decode.ts'
export { scanInline } from './src/readers/inline/scan.ts'
export { parseInline } from './src/readers/inline/parse.ts'
export { openInline } from './src/readers/inline/inline.ts'
export { readSlowly, lettersOf } from './test/readers/slow-inline.ts'
`
const reader = await loadSources(ENTRY)

const files = readdirSync(folder)
  .filter(name => /\.x?html?$/i.test(name))
  .sort()
  .map(name => ({ name, path: join(folder, name), bytes: readFileSync(join(folder, name)) }))
if (files.length === 0) stop(`${folder} holds no .htm, .html or .xhtml file.`)

/** What both readers can be compared by. */
const quickFacts = text => {
  const [entry] = reader.openInline({ path: 'x', text, options: { form: '10-K' } }).entries()
  return (entry.document?.tagging?.facts ?? []).map(fact => ({
    name: fact.name,
    taxonomy: fact.taxonomy,
    id: fact.id,
    contextRef: fact.contextRef,
    format: fact.format,
    escaped: fact.escaped,
    hidden: fact.hidden,
    start: fact.at.start,
    letters: reader.lettersOf(fact.text),
  }))
}
const inOrder = fact => JSON.stringify(Object.entries(fact).sort())

/** A document of facts without what only tells how it was made. */
const plain = document =>
  JSON.parse(
    JSON.stringify({
      ...document,
      cover: [...document.cover].sort(),
      contexts: [...document.contexts].sort(),
    }),
  )

let differ = 0
console.log('file'.padEnd(36), 'facts', 'slow', 'texts equal', 'scan = parse')
for (const { name, bytes } of files) {
  const { text, problem } = reader.decode(bytes)
  if (text === undefined) stop(`${name} ${problem}`)
  const quick = quickFacts(text)
  const slow = reader.readSlowly(text)
  const equal = quick.filter((fact, index) => slow[index] && inOrder(fact) === inOrder(slow[index])).length
  const scanned = reader.scanInline(text)
  const same =
    scanned === undefined ? 'gave up' : isDeepStrictEqual(plain(scanned), plain(reader.parseInline(text)))
  if (equal !== slow.length || quick.length !== slow.length || same === false) differ++
  console.log(
    name.padEnd(36),
    String(quick.length).padStart(5),
    String(slow.length).padStart(4),
    `${equal} of ${slow.length}`.padStart(11),
    String(same).padStart(12),
  )
}

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6
const timed = work => {
  const started = performance.now()
  work()
  return performance.now() - started
}
const speeds = Array.from({ length: rounds + 3 }, () =>
  timed(() => {
    // As the command does (src/cli/read-inputs.ts).
    for (const { bytes } of files)
      reader.scanInline(isAscii(bytes) ? bytes.toString('latin1') : reader.decode(bytes).text)
  }),
).slice(3)
console.log(
  `\nbytes to facts, in process, warm: ${((1000 * megabytes) / median(speeds)).toFixed(0)} MB/s (${megabytes.toFixed(1)} MB; at least 600)`,
)

/** Wall time in ms of a process. */
const run = args => timed(() => spawnSync(process.execPath, args, { stdio: 'ignore' }))
const cli = join(root, 'dist/cli.cjs')
for (const { name, path, bytes } of files) {
  const ours = []
  const bare = []
  for (let round = 0; round < rounds; round++) {
    bare.push(run(['-e', '0']))
    ours.push(run([cli, 'check', path]))
  }
  console.log(
    `${name.padEnd(36)} ${(bytes.length / 1e6).toFixed(1)} MB  check ${median(ours).toFixed(0)} ms, bare node ${median(bare).toFixed(0)} ms, ${(median(ours) - median(bare)).toFixed(0)} ms more (at most 100 at 3 MB)`,
  )
}
if (differ > 0) stop(`${differ} documents are read otherwise by the slow reader.`)
