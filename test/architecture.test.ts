import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What each folder of src/ may import from, besides itself. Data flows the other way. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ['model'],
  readers: ['text', 'model', 'generated'],
  evidence: ['text', 'model', 'generated'],
  compare: ['evidence', 'text', 'model'],
  checks: ['compare', 'evidence', 'text', 'model'],
  engine: ['checks', 'compare', 'evidence', 'text', 'model', 'generated'],
  reporters: ['text', 'model'],
  annotate: ['readers', 'reporters', 'text', 'model'],
  api: ['engine', 'checks', 'compare', 'readers', 'reporters', 'evidence', 'text', 'model', 'generated'],
  baseline: ['text', 'model'],
  config: ['text', 'model'],
  'report-view': ['reporters', 'text', 'model'],
  cli: [
    'annotate',
    'api',
    'baseline',
    'config',
    'readers',
    'reporters',
    'engine',
    'checks',
    'compare',
    'evidence',
    'text',
    'model',
    'generated',
  ],
  'index.ts': ['api', 'engine', 'readers', 'reporters', 'evidence', 'model'],
}

const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map(entry => join(entry.parentPath, entry.name))

/** The part of src/ that a file belongs to: a folder, or the file itself at the top. */
const partOf = (path: string): string => relative('src', path).split('/')[0] ?? ''

const importsOf = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(match =>
    normalize(join(dirname(path), match[1] ?? '')),
  )

describe('the parts of src/', () => {
  it('are all named here', () => {
    expect(sources.map(partOf).filter(part => part !== 'generated' && !(part in ALLOWED))).toEqual([])
  })

  it.each(Object.keys(ALLOWED))('%s imports only from what it builds on', part => {
    const stray = sources
      .filter(path => partOf(path) === part)
      .flatMap(path => importsOf(path).map(target => ({ path, target })))
      .filter(({ target }) => partOf(target) !== part && !ALLOWED[part]?.includes(partOf(target)))
      .map(({ path, target }) => `${path} imports ${target}`)
    expect(stray).toEqual([])
  })

  it('need no Node but for the command, so that the library runs in a browser', () => {
    const bound = sources
      .filter(path => partOf(path) !== 'cli')
      .filter(path => /(?:from|import\()\s*'node:|\bprocess\.|\bBuffer\./.test(readFileSync(path, 'utf8')))
    expect(bound).toEqual([])
  })

  it('leave the page of the HTML report alone where none is written', () => {
    const page = join('src', 'generated', 'report-view.js')
    const reached = new Set<string>()
    const follow = (path: string): void => {
      if (reached.has(path)) return
      reached.add(path)
      const source = path.replace(/\.js$/, '.ts')
      if (!sources.includes(source)) return
      const text = readFileSync(source, 'utf8')
      for (const [, target = ''] of text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+)'/gm))
        follow(normalize(join(dirname(path), target)))
    }
    follow(join('src', 'cli', 'reports.js'))
    expect(reached.has(join('src', 'cli', 'output.js'))).toBe(true)
    expect(reached.has(page)).toBe(false)
    follow(join('src', 'api', 'format-report.js'))
    expect(reached.has(page)).toBe(true)
  })

  it('read the clock in one place', () => {
    const readers = sources.filter(path => /\bDate\.now\(|\bnew Date\(\)/.test(readFileSync(path, 'utf8')))
    expect(readers.map(path => relative('src', path))).toEqual([join('cli', 'clock.ts')])
  })
})
