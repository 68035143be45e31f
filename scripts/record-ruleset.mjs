// Records the rules as they ship under a version of the ruleset, when that version is released: what
// test/rules/versions.test.ts compares the rules with from then on.
//
//   npm run record-ruleset
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as yaml from 'js-yaml'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = join(root, 'rulesets')
const [{ version, date }] = yaml.load(readFileSync(join(folder, 'versions.yaml'), 'utf8'))
if (!date) {
  console.error(`Give version ${version} its date in rulesets/versions.yaml, then record it.`)
  process.exit(2)
}

/** Folders of rules/ that hold what rules are made of, rather than rules. */
const NO_RULES = new Set(['lexicon', 'requirements'])

const recorded = readdirSync(join(root, 'rules'), { recursive: true })
  .filter(path => path.endsWith('.yaml') && !NO_RULES.has(path.split(/[/\\]/)[0]))
  .map(path => yaml.load(readFileSync(join(root, 'rules', path), 'utf8')))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ name, severity, confidence, preview, forms, check, outcomes, options }) => [
    name,
    {
      severity,
      confidence,
      status: preview ? 'preview' : 'stable',
      forms,
      check,
      outcomes: Object.fromEntries(
        Object.entries(outcomes).map(([outcome, text]) => [outcome, text.severity ?? severity]),
      ),
      options: Object.keys(options ?? {}),
    },
  ])

/** One rule a line, so that a difference shows which. */
const lines = recorded.map(([name, record]) => `  ${JSON.stringify(name)}: ${JSON.stringify(record)}`)
const path = join(folder, `${version}.json`)
writeFileSync(path, `{\n${lines.join(',\n')}\n}\n`)
console.log(`${relative(process.cwd(), path)} records ${lines.length} rules.`)
