import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand, cydlint, temporaryFolder } from './built-command.js'
import { FORMLESS_TEXT, GOOD_DRAFT, HALF_DRAFT } from './drafts.js'

const { folder, remove } = temporaryFolder()
const put = (path: string, content: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}

interface Outcome {
  readonly code: number | null
  readonly err: string
  /** `path severity rule` of each finding that another does not make moot. */
  readonly findings: readonly string[]
  readonly forms: readonly string[]
  readonly notChecked: readonly string[]
}

const check = async (cwd: string, ...args: string[]): Promise<Outcome> => {
  const { code, out, err } = await cydlint(['check', '--as-of', '2026-11-22', '--format', 'json', ...args], {
    cwd: join(folder, cwd),
    env: { HOME: join(folder, 'home') },
  })
  const { documents } = out === '' ? { documents: [] } : JSON.parse(out)
  return {
    code,
    err,
    findings: documents.flatMap((document: { path: string; findings: Record<string, unknown>[] }) =>
      document.findings
        .filter(({ supersededBy }) => supersededBy === null)
        .map(({ severity, rule }) => `${document.path} ${severity} ${rule}`),
    ),
    forms: documents.map(({ form, formFrom }: Record<string, string>) => `${form}: ${formFrom}`),
    notChecked: documents.flatMap(({ notChecked }: { notChecked: { rule: string; reason: string }[] }) =>
      notChecked.filter(({ reason }) => reason.includes('configuration')).map(({ rule }) => rule),
    ),
  }
}

beforeAll(() => {
  buildCommand()
  mkdirSync(join(folder, 'home'), { recursive: true })
}, 60_000)
afterAll(remove)

describe('a configuration', () => {
  beforeAll(() => {
    put('deal/.git/HEAD', '')
    put(
      'deal/cydlint.config.yaml',
      `# What this client is checked by.
extends: ./shared/base.json
form: 10-K
failOn: never
rules:
  missing/*: off
  draft/placeholder: advice
overrides:
  - files: ["final/"]
    rules: { "draft/*": error }
`,
    )
    put('deal/shared/base.json', '{ "maxWarnings": 0, "rules": { "draft/*": "warning" } }')
    put('deal/drafts/half.md', HALF_DRAFT)
    put('deal/drafts/formless.txt', FORMLESS_TEXT)
    put('deal/final/half.md', HALF_DRAFT)
    put('deal/own/cydlint.config.json', '{ "rules": { "*": "off" } }')
    put('deal/own/half.md', HALF_DRAFT)
  })

  it('above a file holds for it, with what it extends and overrides', async () => {
    const { code, findings, notChecked } = await check('deal/drafts', 'half.md', '../final/half.md')
    expect(findings.filter(each => each.includes(' draft/') || each.includes(' missing/'))).toEqual([
      'half.md advice draft/placeholder',
      '../final/half.md error draft/placeholder',
    ])
    expect(notChecked).toContain('missing/expertise')
    // The limit of warnings of the configuration that is extended holds.
    expect(code).toBe(findings.some(each => each.includes(' warning ')) ? 1 : 0)
  })

  it('that is nearer to a file holds in place of one above', async () => {
    expect((await check('deal', 'own')).findings).toEqual([])
  })

  it('gives the form of inputs that state none, and of those alone', async () => {
    expect((await check('deal', 'drafts/formless.txt', '--fail-on', 'never')).forms).toEqual([
      '10-K: cydlint.config.yaml:3',
    ])
    expect((await check('deal', 'drafts/formless.txt', '--form', '20-F')).forms).toEqual(['20-F: --form'])
  })

  it('yields to the command line', async () => {
    expect((await check('deal', 'final/half.md', '--fail-on', 'error')).code).toBe(1)
    expect((await check('deal', 'drafts/half.md', '--no-config')).findings).toContain(
      'drafts/half.md error draft/placeholder',
    )
    const { findings } = await check('deal', 'drafts/half.md', '--config', 'own/cydlint.config.json')
    expect(findings).toEqual([])
  })

  it('holds for standard input in the current folder', async () => {
    const { out } = await cydlint(['check', '--format', 'json', '-'], {
      cwd: join(folder, 'deal/own'),
      input: HALF_DRAFT,
    })
    expect(JSON.parse(out).documents[0].findings).toEqual([])
  })

  it('is not looked for above the root of a repository, nor in the home folder', async () => {
    put('cydlint.config.yaml', 'rules: { "*": off }')
    put('home/cydlint.config.yaml', 'rules: { "*": off }')
    put('home/work/half.md', HALF_DRAFT)
    put('bare/.git', 'gitdir: elsewhere\n')
    put('bare/half.md', HALF_DRAFT)
    expect((await check('home/work', 'half.md')).findings).not.toEqual([])
    expect((await check('bare', 'half.md')).findings).not.toEqual([])
  })

  it('in the home folder holds where that is a repository', async () => {
    put('other/.git/HEAD', '')
    put('other/cydlint.config.yaml', 'rules: { "*": off }')
    put('other/work/half.md', HALF_DRAFT)
    const { out } = await cydlint(['check', '--format', 'json', 'half.md'], {
      cwd: join(folder, 'other/work'),
      env: { HOME: join(folder, 'other') },
    })
    expect(JSON.parse(out).documents[0].findings).toEqual([])
  })

  it('sets findings by the section that they stand in', async () => {
    put('sections/.git/HEAD', '')
    put(
      'sections/cydlint.config.yaml',
      'overrides:\n  - sections: ["Item 1C. Cybersecurity > governance"]\n    rules: { draft/placeholder: off }\n',
    )
    put(
      'sections/a.md',
      GOOD_DRAFT.replace('We maintain', '[NTD: ask Ines.] We maintain').replace(
        'Our board of',
        '[NTD: ask Omar.] Our board of',
      ),
    )
    const { out } = await cydlint(['check', '--format', 'json', 'a.md'], { cwd: join(folder, 'sections') })
    const quotes = JSON.parse(out).documents[0].findings.map(({ quote }: { quote: string }) => quote)
    expect(quotes).toContain('[NTD: ask Ines.]')
    expect(quotes).not.toContain('[NTD: ask Omar.]')
  })

  it('is a module, too', async () => {
    put('module/.git/HEAD', '')
    put(
      'module/cydlint.config.mjs',
      "import { level } from './level.mjs'\nexport default { rules: { 'draft/placeholder': level } }\n",
    )
    put('module/level.mjs', "export const level = 'advice'\n")
    put('module/half.md', HALF_DRAFT)
    expect((await check('module', 'half.md')).findings).toContain('half.md advice draft/placeholder')
    put('broken/cydlint.config.mjs', 'export default nothing\n')
    put('broken/half.md', HALF_DRAFT)
    const { code, err } = await check('broken', 'half.md')
    expect(code).toBe(2)
    expect(err).toContain(
      'cydlint.config.mjs: The module cannot be run: ReferenceError: nothing is not defined',
    )
  })

  it('holds the same with any number of threads', async () => {
    for (let index = 0; index < 60; index++) put(`deal/many/${index}.md`, HALF_DRAFT)
    const padding = `\n\n${'We look after our plants. '.repeat(1500)}\n`
    for (let index = 0; index < 60; index++) put(`deal/final/${index}.md`, HALF_DRAFT + padding)
    const [alone, crew] = await Promise.all(
      ['1', '3'].map(jobs => check('deal', 'many', 'final', '--jobs', jobs)),
    )
    expect(crew).toEqual(alone)
    expect(alone?.findings).toContain('final/7.md error draft/placeholder')
    expect(alone?.findings).toContain('many/7.md advice draft/placeholder')
  }, 60_000)
})

describe('a mistaken configuration', () => {
  const told = async (files: Readonly<Record<string, string>>, ...args: string[]): Promise<string> => {
    const place = `mistaken-${Math.abs(
      JSON.stringify(files)
        .split('')
        .reduce((sum, unit) => (sum * 31 + unit.charCodeAt(0)) | 0, 0),
    )}`
    put(`${place}/.git/HEAD`, '')
    put(`${place}/a.md`, GOOD_DRAFT)
    for (const [name, text] of Object.entries(files)) put(`${place}/${name}`, text)
    const { code, err, findings } = await check(place, 'a.md', ...args)
    expect({ code, findings }).toEqual({ code: 2, findings: [] })
    return err
  }

  it.each([
    [
      { 'cydlint.config.yaml': 'rules:\n  # ours\n  missing/expertse: off\n' },
      'cydlint: cydlint.config.yaml:3: Unknown rule "missing/expertse". Did you mean "missing/expertise"?',
    ],
    [
      { 'cydlint.config.json': '{\n  "overrides": [\n    { "files": "*.md",\n      "form": "10K" } ] }' },
      'cydlint: cydlint.config.json:4: "form" cannot be "10K"',
    ],
    [{ 'cydlint.config.yaml': 'rules:\n- [\n' }, 'cydlint.config.yaml:3: This is not valid YAML:'],
    [{ 'cydlint.config.json': '{ "form": "10-K",\n }' }, 'cydlint.config.json:2: This is not valid JSON:'],
    [
      { 'cydlint.config.json': '{ "form": "10-K",\n "form": "20-F" }' },
      'cydlint.config.json:2: The key "form" stands twice. Keep one.',
    ],
    [
      { 'cydlint.config.yaml': '', 'cydlint.config.json': '{}' },
      'There are two configurations in one folder: cydlint.config.yaml and cydlint.config.json. Keep one.',
    ],
    [
      { 'cydlint.config.yml': 'extends:\n  - all\n  - recomended\n' },
      'cydlint.config.yml:3: There is no preset "recomended": they are recommended, 10-k, 20-f, pre-filing, all. Did you mean "recommended"?',
    ],
    [
      { 'cydlint.config.yaml': 'extends: ./base.yaml' },
      'cydlint.config.yaml:1: There is no file "./base.yaml" to extend.',
    ],
    [
      { 'cydlint.config.yaml': 'extends: ./base.yaml', 'base.yaml': 'extends: ./cydlint.config.yaml' },
      'base.yaml:1: This extends itself: cydlint.config.yaml → base.yaml → cydlint.config.yaml. Take one of them out.',
    ],
    [{ 'cydlint.config.mjs': 'export const rules = {}' }, 'The module has no default export.'],
  ])('%j is refused, with file, line and remedy', async (files, words) => {
    expect(await told(files as Record<string, string>)).toContain(words)
  })

  it('is one that is named and not there, or named and refused', async () => {
    expect(await told({}, '--config', 'none.yaml')).toContain(
      '--config none.yaml: The configuration cannot be read: it is not there',
    )
    expect(await told({}, '--config', 'a.md')).toContain(
      'A configuration is a file in .yaml, .yml, .json, .mjs.',
    )
    expect(await told({}, '--config', 'a.yaml', '--no-config')).toContain(
      '--config and --no-config exclude each other.',
    )
  })
})

describe('what a configuration leaves out', () => {
  beforeAll(() => {
    put('kept/.git/HEAD', '')
    put('kept/cydlint.config.yaml', 'ignore:\n  - archive/\n  - "*.old.md"\n')
    put('kept/a.md', HALF_DRAFT)
    put('kept/b.old.md', HALF_DRAFT)
    put('kept/archive/c.md', HALF_DRAFT)
  })

  it('is not checked, in a folder or by name, unless it is asked for', async () => {
    const paths = ({ findings }: Outcome) => [...new Set(findings.map(each => each.split(' ')[0]))]
    expect(paths(await check('kept', '.'))).toEqual(['a.md'])
    const named = await check('kept', 'a.md', 'b.old.md')
    expect(paths(named)).toEqual(['a.md'])
    expect(named.err).toContain('b.old.md is left out by "*.old.md" in cydlint.config.yaml:3.')
    expect(paths(await check('kept', '.', '--no-ignore'))).toEqual(['a.md', 'archive/c.md', 'b.old.md'])
    expect((await check('kept/archive', 'c.md')).code).toBe(3)
  })
})

describe('cydlint config', () => {
  beforeAll(() => {
    put('shown/.git/HEAD', '')
    put(
      'shown/cydlint.config.yaml',
      `extends: [pre-filing]
maxWarnings: 3
rules:
  missing/*: { severity: advice, minConfidence: low }
ignore: old/
overrides:
  - files: "*.md"
    form: 20-F
  - sections: Governance
    rules: { flag/missing: off }
glossary: { boardCommittees: [Technology and Operations Committee] }
`,
    )
    put('shown/old/a.md', GOOD_DRAFT)
  })
  const config = async (...args: string[]) => cydlint(['config', ...args], { cwd: join(folder, 'shown') })

  it('tells each setting and where it was made', async () => {
    const { code, out } = await config('old/a.md', '--fail-on', 'advice')
    expect(code).toBe(0)
    const lines = out.split('\n').map(line => line.trim().replace(/\s{2,}/g, '  '))
    expect(lines).toEqual(
      expect.arrayContaining([
        'Configuration: cydlint.config.yaml',
        'old/a.md is left out by "old/" in cydlint.config.yaml:5.',
        'form  20-F  cydlint.config.yaml:8 (override 1)',
        'failOn  advice  --fail-on',
        'maxWarnings  3  cydlint.config.yaml:2',
        'minConfidence  medium  default',
        'draft/placeholder  error  preset pre-filing (cydlint.config.yaml:1)',
        'missing/expertise  advice  cydlint.config.yaml:4; confidence low or better: cydlint.config.yaml:4',
        'flag/missing  advice  default',
        'In "Governance"',
        'flag/missing  off  cydlint.config.yaml:10 (override 2)',
        'boardCommittees: Technology and Operations Committee',
      ]),
    )
  })

  it('tells it as data', async () => {
    const told = JSON.parse((await config('--format', 'json')).out)
    expect(told).toMatchObject({
      version: 1,
      file: null,
      config: 'cydlint.config.yaml',
      settings: {
        form: { value: null, from: 'default' },
        failOn: { value: 'warning', from: 'preset pre-filing (cydlint.config.yaml:1)' },
      },
      ignore: [{ value: 'old/', from: 'cydlint.config.yaml:5' }],
    })
  })

  it('says where none holds', async () => {
    expect((await config('--no-config')).out).toMatch(/^No configuration holds here\.$/m)
  })
})
