// Starts a rule file: what there is to fill in, with the outcomes of its kind of check and the values their messages
// may use.
//
//   npm run new-rule -- draft/odd-word placeholder [--folder FOLDER]
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import * as yaml from 'js-yaml'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values, positionals } = parseArgs({
  options: { folder: { type: 'string' } },
  allowPositionals: true,
})
const [name = '', kind = ''] = positionals

const fail = message => {
  console.error(message)
  process.exit(2)
}

/** The checks, which are bundled for this one look. */
const loadChecks = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cydlint-checks-'))
  try {
    const outfile = join(folder, 'checks.mjs')
    await build({
      entryPoints: [join(root, 'src/checks/index.ts')],
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      outfile,
      logLevel: 'warning',
    })
    return (await import(pathToFileURL(outfile).href)).CHECKS
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (!/^[a-z]+\/[a-z]+(-[a-z]+)*$/.test(name))
  fail('Name the rule by category and defect: npm run new-rule -- draft/odd-word KIND')
const checks = await loadChecks()
const check = checks.find(each => each.kind === kind)
if (!check) fail(`"${kind}" is no kind of check. They are ${checks.map(each => each.kind).join(', ')}.`)

const folders = readdirSync(join(root, 'rules'))
const [category] = name.split('/')
if (!values.folder && !folders.includes(category))
  fail(
    `There is no category "${category}": they are ${folders.join(', ')}. A new one is added to RULE_FOLDERS in scripts/generate.mjs.`,
  )
const path = join(values.folder ?? join(root, 'rules', category), `${name.split('/')[1]}.yaml`)
if (existsSync(path)) fail(`${path} is there already.`)

const outcomes = Object.entries(check.outcomes)
  .map(
    ([outcome, known]) => `  ${outcome}:
    # Values: {form} {item} {citation} {quote} {element} {block} {text}${known.map(each => ` {${each}}`).join('')}
    message: >-
      TODO what is wrong, with the words “{quote}”, and why ({citation}).
    suggestion: TODO what would cure it.`,
  )
  .join('\n')

/** The version of the ruleset that the rule will first be in; a user's own rule has none. */
const [{ version }] = yaml.load(readFileSync(join(root, 'rulesets/versions.yaml'), 'utf8'))
const since = values.folder ? '' : `since: ${version}\n`

/** What a configuration may set of the kind: taken in where that is meant. */
const optionOf = ([parameter, value]) => `#   ${parameter}:
#     doc: TODO what it does, with its unit.
#     schema: ${
  Array.isArray(value) ? '{ type: array, items: { type: string } }' : `{ type: ${typeof value} }`
}
#     default: ${JSON.stringify(value)}
`
const parameters = Object.entries(check.parameters ?? {})
const options =
  parameters.length === 0
    ? ''
    : `# To let configurations set parameters of the check:\n# options:\n${parameters.map(optionOf).join('')}`

const example = (title, rest = '') => `    - title: ${title}
      form: 10-K
      periodOfReport: 2025-12-31
      text: |-
        Item 1C. Cybersecurity

        TODO a few sentences of an invented registrant.${rest}
`

mkdirSync(dirname(path), { recursive: true })
writeFileSync(
  path,
  `name: ${name}
summary: TODO what is wrong where the rule fires.
authority:
  # binding, as applicable, if applicable, expected, self-contradiction, cannot be filed or practice. An error needs
  # binding, self-contradiction or cannot be filed.
  force: practice
  ground: TODO what the citation asks, in our words, or why it is a defect without one.
  citations:
    10-K: TODO 17 CFR 229.106
    20-F: TODO Form 20-F Item 16K
  source: observed practice
forms: [10-K, 20-F]
severity: advice
# As long as its precision is not measured.
confidence: low
preview: true
${since}check:
  kind: ${kind}
${options}outcomes:
${outcomes}
examples:
  fires:
${example('TODO the plainest case', "\n      quote: 'TODO'")}${example('TODO a case at the edge')}  silent:
${example('TODO what looks like it and is sound')}${example('TODO another')}knownFalseNegatives:
  - TODO a defect of this kind that the rule does not see.
`,
)
console.log(
  `${relative(process.cwd(), path)} is made. Fill in each TODO; then ${
    values.folder
      ? `"cydlint rules test ${relative(process.cwd(), path)}" runs its examples.`
      : '"npx vitest run test/rules" tests it, and "npm run update-docs" makes its page.'
  }`,
)
