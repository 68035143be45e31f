// Writes docs/commands.md, the help of every command, as src/cli/help.ts has it. `test/cli/commands.test.ts` fails where
// the two differ.
//
//   npm run update-commands [-- --check]
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const page = join(root, 'docs/commands.md')
const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

/** The help texts, without a build of the whole command. */
const helpTexts = async () => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/help.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

const fenced = text => `\`\`\`text\n${text.trimEnd()}\n\`\`\``

const { OVERVIEW, HELP } = await helpTexts()
const text = [
  '# Commands',
  '<!-- Made by `npm run update-commands` from src/cli/help.ts: what `cydlint help COMMAND` prints. -->',
  fenced(OVERVIEW),
  ...Object.keys(HELP)
    .sort()
    .flatMap(name => [`## cydlint ${name}`, fenced(HELP[name])]),
].join('\n\n')
const expected = `${text}\n`

if (!options.check) writeFileSync(page, expected)
else if (readFileSync(page, 'utf8') !== expected) {
  console.error('docs/commands.md is not what the commands print: npm run update-commands mends it.')
  process.exitCode = 1
}
