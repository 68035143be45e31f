// Packs the package as it would be published, and uses it as a stranger would: the files that belong in it, the
// command, the library and its types, from a folder that has nothing else installed.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const NEEDED = [
  'dist/cli.cjs',
  'dist/import-module.cjs',
  'dist/entry/worker.js',
  'dist/index.js',
  'dist/types/index.d.ts',
  'dist/THIRD-PARTY-LICENSES.txt',
  'schemas/report.schema.json',
  'schemas/config.schema.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
]
const ALLOWED = /^(?:dist|rules|schemas|docs|examples)\/|^(?:README|CHANGELOG)\.md$|^LICENSE$|^package\.json$/

const CONSUMER = `import { check } from 'cydlint'
const report = await check({ path: 'draft.md', text: '# Item 1C. Cybersecurity' }, { asOf: '2026-11-22' })
const statuses: readonly string[] = report.documents.flatMap(({ coverage }) => coverage.map(({ status }) => status))
export { statuses }
`

const problems = []
const run = (command, args, options) => execFileSync(command, args, { encoding: 'utf8', ...options })

const work = mkdtempSync(join(tmpdir(), 'cydlint-package-'))
try {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], { cwd: root }),
  )
  const files = packed.files.map(({ path }) => path)
  for (const file of NEEDED) if (!files.includes(file)) problems.push(`${file} is not in the package`)
  for (const file of files) if (!ALLOWED.test(file)) problems.push(`${file} does not belong in the package`)
  const compiled = files.find(file => /\.cjs\.v\d/.test(file))
  if (compiled) problems.push(`${compiled} is compiled code for one machine`)
  if (Object.keys(manifest.dependencies ?? {}).length > 0)
    problems.push('what is bundled belongs under devDependencies')

  run('tar', ['xzf', packed.filename], { cwd: work })
  const modules = join(work, 'node_modules')
  mkdirSync(modules)
  cpSync(join(work, 'package'), join(modules, 'cydlint'), { recursive: true })
  writeFileSync(join(work, 'package.json'), JSON.stringify({ type: 'module', private: true }))
  const version = run(process.execPath, [join(modules, 'cydlint/dist/cli.cjs'), '--version']).trim()
  if (!version.includes(manifest.version)) problems.push(`--version prints ${version}`)
  // Enough for threads to share.
  const records = `${JSON.stringify({ form: '10-K', text: 'We assess risks from cybersecurity threats. '.repeat(200) })}\n`
  writeFileSync(join(work, 'season.ndjson'), records.repeat(250))
  const [alone, together] = ['1', '2'].map(jobs =>
    run(
      process.execPath,
      [
        join(modules, 'cydlint/dist/cli.cjs'),
        ...['check', '--jobs', jobs, '--format', 'ndjson', '--fail-on', 'never', 'season.ndjson'],
      ],
      { cwd: work, maxBuffer: 2 ** 30 },
    ),
  )
  if (alone !== together) problems.push('two threads report other than one')
  writeFileSync(join(work, 'consumer.ts'), CONSUMER)
  run(
    process.execPath,
    [
      join(root, 'node_modules/typescript/bin/tsc'),
      ...['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', '', 'consumer.ts'],
    ],
    { cwd: work },
  )
  writeFileSync(join(work, 'consumer.mjs'), CONSUMER.replace(/const (\w+): [^=]+=/, 'const $1 ='))
  run(process.execPath, ['consumer.mjs'], { cwd: work })
  console.log(
    `${packed.name} ${packed.version}: ${files.length} files, ${Math.round(packed.unpackedSize / 1000)} kB`,
  )
} catch (error) {
  problems.push([error.message, error.stdout, error.stderr].filter(Boolean).join('\n'))
} finally {
  rmSync(work, { recursive: true, force: true })
}
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
