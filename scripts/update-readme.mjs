// Puts the example draft and its report, as they are now, into README.md. `test/readme.test.ts` fails where they differ.
//
//   npm run update-readme
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const readme = join(root, 'README.md')

const fenced = (language, text) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``

const report = (path, format) => {
  const args = [join(root, 'dist/cli.cjs'), 'check', path, '--as-of', '2026-11-22', '--format', format]
  const env = { ...process.env, NO_COLOR: '1', COLUMNS: '', GITHUB_STEP_SUMMARY: '' }
  return fenced('text', spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env }).stdout)
}

const contentOf = {
  file: path => fenced('markdown', readFileSync(join(root, path), 'utf8')),
  output: path => report(path, 'terminal'),
  annotations: path => report(path, 'github'),
}

execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--no-types'], { stdio: 'ignore' })
const updated = readFileSync(readme, 'utf8').replace(
  /(<!-- (file|output|annotations): (\S+) -->\n)[\s\S]*?(<!-- end -->)/g,
  (_, start, kind, path, end) => `${start}\n${contentOf[kind](path)}\n\n${end}`,
)
writeFileSync(readme, updated)
