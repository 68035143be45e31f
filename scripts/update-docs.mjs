// Writes what docs/ holds of the rules: a page for each rule and each requirement, as `cydlint explain` has it, with what
// the examples really give; the indexes; the reference of configurations. `test/docs.test.ts` fails where it is stale.
//
//   npm run update-docs [-- --check]
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { configurationReference } from './configuration-reference.mjs'
import { categoryIndex, citationIndex, footer, requirementIndex } from './rule-index.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

/** Folders of which every file is made here. */
const FOLDERS = ['docs/rules', 'docs/requirements']

const PARTS = `
export { citationsOf, explain } from './api/explain.js'
export { explanationPage } from './cli/explanation-page.js'
export { loadRules } from './engine/catalogue.js'
export { requirements } from './generated/requirements.js'`

/** What the pages are made with, without a build of the whole command. */
const loadParts = async () => {
  const { outputFiles } = await build({
    stdin: { contents: PARTS, resolveDir: join(root, 'src'), loader: 'ts' },
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'esm',
    write: false,
    logLevel: 'warning',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

/** The pages by path. */
const makePages = async () => {
  const { citationsOf, explain, explanationPage, loadRules, requirements } = await loadParts()
  const rules = loadRules()
  const known = new Set(rules.map(({ name }) => name))
  /** Links from a page so many folders below docs/. */
  const linksFrom =
    depth =>
    ({ kind, name }) => {
      if (kind === 'rule' && !known.has(name)) return null
      return `${'../'.repeat(depth)}${kind === 'rule' ? 'rules' : 'requirements'}/${name}.md`
    }
  const pageOf = async (name, file, depth) =>
    `${await explanationPage(explain(name), linksFrom(depth))}${footer(name, file)}`
  const schema = JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8'))
  const pages = [
    ...rules.map(async ({ name, file }) => [`docs/rules/${name}.md`, await pageOf(name, file, 2)]),
    ...requirements.map(async ({ name, file }) => [
      `docs/requirements/${name}.md`,
      await pageOf(name, file, 1),
    ]),
    ['docs/rules/README.md', categoryIndex(rules)],
    ['docs/rules/citations.md', citationIndex(rules, requirements, citationsOf)],
    ['docs/requirements/README.md', requirementIndex(requirements)],
    ['docs/configuration-reference.md', configurationReference(schema, rules, name => `rules/${name}.md`)],
  ]
  return new Map(await Promise.all(pages))
}

/** Files of the folders that are made here, which no page is any more. */
const strayFiles = pages =>
  FOLDERS.filter(folder => existsSync(join(root, folder)))
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1)),
    )
    .filter(path => !pages.has(path))

const isStale = ([path, text]) =>
  !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text

if (!options.check) {
  execFileSync(process.execPath, [join(root, 'scripts/config-schema.mjs')], { stdio: 'inherit' })
  execFileSync(process.execPath, [join(root, 'scripts/generate.mjs')], { stdio: 'inherit' })
}
const pages = await makePages()
const stale = [...pages].filter(isStale)
const stray = strayFiles(pages)
if (!options.check) {
  for (const [path, text] of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const path of stray) rmSync(join(root, path))
  console.log(`${pages.size} pages: ${stale.length} written, ${stray.length} taken away`)
} else if (stale.length + stray.length > 0) {
  console.error(
    `Not what the rules say:\n${[...stale.map(([path]) => path), ...stray].map(path => `  ${path}\n`).join('')}"npm run update-docs" mends it: commit what it writes.`,
  )
  process.exitCode = 1
}
