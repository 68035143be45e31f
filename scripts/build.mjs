// Builds dist/: the command and the library, each bundled with the packages it uses, the declarations of the public
// API, and the licenses of what was bundled. Everything is written to a folder beside dist/ first and moved into
// place file by file, so that a process which runs dist/ meanwhile never sees half a build.
//
//   node scripts/build.mjs [--no-types] [--meta FILE]
import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import Module from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { build } from 'esbuild'
import { escaped } from './ascii.mjs'
import { bundleReportView } from './report-view.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')

const { values: options } = parseArgs({
  options: { types: { type: 'boolean', default: true }, meta: { type: 'string' } },
  allowNegative: true,
})

/** Files of an older build that stay for this long, for a process which may still load one of them. */
const STALE_AFTER_MS = 60_000

/** @param {string} folder @returns {string[]} paths of all files in it, relative to it */
const filesIn = folder =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    : []

/** Folder of the package that a bundled file came from, or undefined for our own files. */
const packageFolder = file => /.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(file)?.[0]

/** @param {string[]} inputs files that went into the bundles @returns {string} the license of every package among them */
const licensesOf = inputs => {
  const folders = [...new Set(inputs.map(packageFolder).filter(folder => folder !== undefined))]
  const entries = folders.map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder)).find(entry => /^(?:licen[cs]e|copying)/i.test(entry))
    const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : ''
    return { title: `${name} ${version} (${license ?? 'see below'})`, text }
  })
  entries.sort((a, b) => (a.title < b.title ? -1 : 1))
  const rule = '-'.repeat(80)
  return `cydlint bundles the packages below.\n\n${entries
    .map(({ title, text }) => `${rule}\n${title}\n${rule}\n\n${text}\n`)
    .join('\n')}`
}

/** The runtime of the matcher's compiler, a part of what it makes. */
const COMPILED_IN = 'node_modules/assemblyscript/std/assembly/rt/stub.ts'

/** Emits the declarations that the public API needs. Where the compiler objects, the bundles are still of use. */
const emitTypes = out =>
  promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', out],
    { cwd: root },
  ).catch(({ stdout }) => {
    console.error(`The declarations have errors:\n${stdout}`)
    process.exitCode = 1
  })

const SHARED = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Some packages give Node a UMD file that no bundler can follow, and a module beside it.
  mainFields: ['module', 'main'],
  minify: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
}

/**
 * Escapes what is not ASCII, which esbuild leaves in regular expressions: the launcher reads the bundle as Latin-1,
 * which is quicker, and would take "[●]" for other characters.
 */
const asAscii = code => {
  if (/\\[^\x00-\x7f]/.test(code))
    throw new Error('The bundle holds a backslash before a character beyond ASCII.')
  return escaped(code)
}

/**
 * How much work a function does before V8 optimizes it: fifteen times the default. A run over one draft spends a third of
 * its processor time on optimizing otherwise, and one over some thousand records a tenth. A pattern is compiled at once:
 * most that are used at all are used for every sentence. Compiled code is read only under the flags that it was made
 * under.
 */
const V8_FLAGS = ['--interrupt-budget=1000000', '--no-regexp-tier-up']

/** Those of them that this Node has: other versions of V8 have others, and Node does not start with one that it does not know. */
const flagsOfThisNode = async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--v8-options'], { maxBuffer: 2 ** 24 })
  const known = new Set([...stdout.matchAll(/^\s*--([a-z0-9-]+)/gm)].map(([, name]) => name))
  return V8_FLAGS.filter(flag => known.has(flag.replace(/^--(?:no-)?/, '').replace(/=.*/, '')))
}

/**
 * Leaves V8's compiled code of what a check uses beside a bundle. Where this Node does not read what it made under flags, it
 * is made without any.
 * @returns the flags that the code is read under
 */
const compileAhead = async bundle => {
  const sample = join(root, 'examples/good/10-k-manufacturer.md')
  const run = (flags, ...args) => promisify(execFile)(process.execPath, [...flags, ...args])
  const script = join(root, 'scripts/compile-ahead.cjs')
  const code = `${bundle}.${process.version}-${process.arch}`
  const wanted = await flagsOfThisNode()
  for (const flags of wanted.length > 0 ? [wanted, []] : [[]]) {
    await run(flags, script, bundle, code, 'check', sample, '--fail-on', 'never')
    const { stdout } = await run([], join(root, 'scripts/is-compiled-code-read.cjs'), bundle, code, ...flags)
    if (stdout === 'yes') return flags
  }
  rmSync(code)
  return []
}

/** Modules that few runs need and that are large: a file of its own each, so that no other run has to read it. */
const APART = [
  { from: 'hucre/xlsx', exports: '{ readXlsx, writeXlsx }', file: 'spreadsheet' },
  { from: 'chokidar', exports: '{ watch }', file: 'watcher' },
  ...['validators', 'requirements', 'report-view'].map(name => ({
    from: `./src/generated/${name}.js`,
    exports: '*',
    file: name,
  })),
]

/** Bundles one of them. @returns what imports of it end with, where the command finds it, and the files that went in */
const bundleApart = async (out, { from, exports, file }) => {
  const { metafile, outputFiles } = await build({
    ...SHARED,
    stdin: { contents: `export ${exports} from '${from}'`, resolveDir: root },
    format: 'cjs',
    write: false,
  })
  const { contents } = outputFiles[0]
  const path = `${file}-${createHash('sha256').update(contents).digest('hex').slice(0, 12)}.cjs`
  writeFileSync(join(out, path), contents)
  return { name: from.replace('./src', ''), path: `./${path}`, inputs: Object.keys(metafile.inputs) }
}

/**
 * Bundles the command as one CommonJS file, which Node starts sooner than a module, with a launcher before it.
 * @returns the files that went in
 */
const bundleCommand = async out => {
  const apart = await Promise.all(APART.map(each => bundleApart(out, each)))
  const leaveApart = {
    name: 'leave-apart',
    setup: ({ onResolve }) => {
      for (const { name, path } of apart)
        onResolve({ filter: new RegExp(`(?:^|\\.)${name}$`) }, () => ({ path, external: true }))
    },
  }
  const { metafile, outputFiles } = await build({
    ...SHARED,
    entryPoints: ['src/cli/main.ts'],
    plugins: [leaveApart],
    format: 'cjs',
    // The launcher runs the bundle as a script, which has no `import()`.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
    write: false,
  })
  // What Node would put round a module it reads: to add it as the command starts would copy the whole text.
  const contents = Module.wrap(asAscii(outputFiles[0].text))
  const name = `command-${createHash('sha256').update(contents).digest('hex').slice(0, 12)}.cjs`
  const path = join(out, name)
  writeFileSync(path, contents)
  const flags = await compileAhead(path)
  const launcher = readFileSync(join(root, 'scripts/launcher.cjs'), 'utf8')
    .replace('{{bundle}}', name)
    .replace("'{{flags}}'", JSON.stringify(flags).replaceAll('"', "'"))
  writeFileSync(join(out, 'cli.cjs'), launcher)
  chmodSync(join(out, 'cli.cjs'), 0o755)
  copyFileSync(join(root, 'scripts/import-module.cjs'), join(out, 'import-module.cjs'))
  if (options.meta) writeFileSync(options.meta, JSON.stringify(metafile))
  return [...Object.keys(metafile.inputs), ...apart.flatMap(({ inputs }) => inputs)]
}

/** Bundles what the pool of threads starts in each; it looks for it at this place beside the bundle that it is part of. */
const bundleThread = async out => {
  const { metafile } = await build({
    ...SHARED,
    entryPoints: { 'entry/worker': 'node_modules/tinypool/dist/entry/worker.js' },
    format: 'esm',
    outdir: out,
  })
  return Object.keys(metafile.inputs)
}

/** Bundles the library as one module; returns the files that went in. */
const bundleLibrary = async out => {
  const { metafile } = await build({
    ...SHARED,
    entryPoints: { index: 'src/index.ts' },
    format: 'esm',
    outdir: out,
  })
  return Object.keys(metafile.inputs)
}

/** Moves a finished build into dist/, entries last, and removes what an older build left there. */
const install = from => {
  const files = filesIn(from)
  const entries = ['cli.cjs', 'index.js']
  files.sort((a, b) => Number(entries.includes(a)) - Number(entries.includes(b)))
  for (const file of files) {
    mkdirSync(dirname(join(dist, file)), { recursive: true })
    renameSync(join(from, file), join(dist, file))
  }
  const fresh = new Set(files)
  for (const file of filesIn(dist)) {
    const path = join(dist, file)
    if (!options.types && file.startsWith('types/')) continue
    if (!fresh.has(file) && Date.now() - statSync(path).mtimeMs > STALE_AFTER_MS) rmSync(path)
  }
}

const started = performance.now()
execFileSync(process.execPath, [join(root, 'scripts/generate.mjs')], { stdio: 'inherit' })
const temporary = mkdtempSync(join(root, '.build-'))
try {
  const [command, thread, library, { inputs: reportView }] = await Promise.all([
    bundleCommand(temporary),
    bundleThread(temporary),
    bundleLibrary(temporary),
    bundleReportView(root),
    options.types ? emitTypes(join(temporary, 'types')) : undefined,
  ])
  writeFileSync(
    join(temporary, 'THIRD-PARTY-LICENSES.txt'),
    licensesOf([...command, ...thread, ...library, ...reportView, COMPILED_IN]),
  )
  install(temporary)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
if (!process.exitCode) console.log(`Built dist/ in ${Math.round(performance.now() - started)} ms`)
