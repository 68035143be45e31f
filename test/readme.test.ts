import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check, formatReport } from '../src/index.js'

const readme = readFileSync('README.md', 'utf8')

/** What README.md shows between `<!-- kind: path -->` and `<!-- end -->`, without the fence. */
const shown = (kind: string): readonly { readonly path: string; readonly text: string }[] =>
  [
    ...readme.matchAll(
      new RegExp(`<!-- ${kind}: (\\S+) -->\\n\\n\`\`\`\\w+\\n([\\s\\S]*?)\\n\`\`\`\\n\\n<!-- end -->`, 'g'),
    ),
  ].map(([, path = '', text = '']) => ({ path, text }))

describe('README.md', () => {
  it('shows the example as it is (npm run update-readme mends it)', () => {
    const files = shown('file')
    expect(files).toHaveLength(1)
    for (const { path, text } of files) expect(text).toBe(readFileSync(path, 'utf8').trimEnd())
  })

  it.each([
    ['output', 'terminal'],
    ['annotations', 'github'],
  ] as const)(
    'shows the %s as the %s report has it (npm run update-readme mends it)',
    async (kind, format) => {
      const outputs = shown(kind)
      expect(outputs).toHaveLength(1)
      for (const { path, text } of outputs) {
        const report = await check({ path, text: readFileSync(path, 'utf8') }, { asOf: '2026-11-22' })
        expect(text).toBe(formatReport(report, format).trimEnd())
      }
    },
  )

  it('gives commands that package.json and the command have', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>
    }
    const named = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/npm run ([\w-]+)/g)].map(
      match => match[1] ?? '',
    )
    expect(named.filter(name => !(name in scripts))).toEqual([])
  })
})
