import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check, formatReport, loadRules } from '../src/index.js'

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join('docs', name)),
]

/** Relative links of a page, without their anchors. */
const linksOf = (page: string): readonly string[] =>
  [
    ...readFileSync(page, 'utf8')
      .replace(/^```[\s\S]*?^```/gm, '')
      .matchAll(/\]\((?!https?:|#)([^)#\s]+)/g),
  ].map(([, target = '']) => target)

interface ShownExample {
  readonly file: string
  /** The document before it, where the rule compares two. */
  readonly prior: string | undefined
  readonly says: string
}

const YAML = '^```yaml\\n((?:(?!^```)[\\s\\S])*)^```\\n\\n'
const SHOWN = new RegExp(
  `(?:^Before it:\\n\\n${YAML}^Now:\\n\\n)?${YAML}\`\`\`text\\n([\\s\\S]*?)^\`\`\``,
  'gm',
)

/** The examples in YAML of a rule's page that are followed by what cydlint says of them. */
const shownExamples = (rule: string): readonly ShownExample[] =>
  [...readFileSync(`docs/rules/${rule}.md`, 'utf8').matchAll(SHOWN)].map(
    ([, prior, file = '', says = '']) => ({ file, prior, says }),
  )

describe('docs/', () => {
  it('says of the rules what they are (npm run update-docs mends it)', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/update-docs.mjs', '--check'], {
      encoding: 'utf8',
    })
    expect(status, stderr).toBe(0)
  }, 60_000)

  it('links only to what is there', () => {
    const broken = pages.flatMap(page =>
      linksOf(page)
        .filter(target => !existsSync(join(dirname(page), target)))
        .map(target => `${page}: ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('gives examples that can be saved and checked, with what a user then sees', async () => {
    let shown = 0
    for (const { name } of loadRules())
      for (const { file, prior, says } of shownExamples(name)) {
        const report = await check(
          { path: 'example.yaml', text: file },
          {
            asOf: '2026-11-22',
            minConfidence: 'low',
            settings: { preview: [name] },
            ...(prior !== undefined && { prior: { path: 'example.yaml', text: prior } }),
          },
        )
        expect(report.errors, `${name}\n${file}`).toEqual([])
        const words = formatReport(report, 'terminal', { all: true })
          .replace(/\s+/g, ' ')
          // A page gives the severity of the rule once, over its examples.
          .replace(/ · (?:error|warning|advice)\b/g, '')
        for (const line of says.split('\n'))
          expect(words, `${name}\n${file}`).toContain(
            line
              .replace(/^\d+\./, '')
              .replace(/\s+/g, ' ')
              .trim(),
          )
        shown++
      }
    expect(shown).toBeGreaterThan(loadRules().length)
  })
})
