import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand, cydlint, temporaryFolder } from './built-command.js'
import { HALF_DRAFT } from './drafts.js'

const { folder, remove } = temporaryFolder()
const put = (path: string, content: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}
const run = (...args: string[]) => cydlint(args, { cwd: folder })

/** A rule that ships, under a name of the user's. */
const RULE = readFileSync('rules/draft/placeholder.yaml', 'utf8').replace(/^name: .*/m, 'name: house/blank')

beforeAll(() => {
  buildCommand()
  put('.git/HEAD', '')
  put('draft.md', HALF_DRAFT)
  put('cydlint.config.yaml', 'ruleFiles: rules/*.yaml\nrules: { house/blank: advice, house/other: off }\n')
  put('rules/blank.yaml', RULE)
}, 60_000)
afterAll(remove)

describe('a rule of the user', () => {
  it('is applied and set as those that ship', async () => {
    const { out } = await run('check', '--format', 'json', 'draft.md', '--config', 'cydlint.config.yaml')
    // The configuration speaks of a rule that no file holds.
    expect(out).toBe('')
    put('cydlint.config.yaml', 'ruleFiles: rules/*.yaml\nrules: { house/blank: advice }\n')
    const checked = await run('check', '--format', 'json', 'draft.md')
    const { documents, errors } = JSON.parse(checked.out)
    expect(errors).toEqual([])
    expect(documents[0].findings).toContainEqual(
      expect.objectContaining({ rule: 'house/blank', severity: 'advice', quote: '[●]' }),
    )
    expect((await run('config')).out).toMatch(/house\/blank\s+advice\s+cydlint\.config\.yaml:2/)
  })

  it('holds with any number of threads', async () => {
    for (let index = 0; index < 60; index++)
      put(`many/${index}.md`, `${HALF_DRAFT}\n\n${'We look after our plants. '.repeat(1500)}\n`)
    const [alone, crew] = await Promise.all(
      ['1', '3'].map(jobs =>
        run('check', '--as-of', '2026-11-22', '--format', 'json', 'many', '--jobs', jobs),
      ),
    )
    expect(crew).toEqual(alone)
    expect(alone?.out.match(/"house\/blank"/g)).toHaveLength(60)
  }, 60_000)

  it('has its examples tested', async () => {
    expect(await run('rules', 'test')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^house\/blank: \d+ examples hold\.\n$/),
    })
    put('wrong/blank.yaml', RULE.replace(/quote: .*/, "quote: 'no such words'"))
    const { code, out } = await run('rules', 'test', 'wrong/blank.yaml')
    expect(code).toBe(1)
    expect(out).toMatch(/^wrong\/blank\.yaml: house\/blank quotes ".*", not "no such words"\.$/m)
  })

  it('that is broken is told by its file, and the others run', async () => {
    put('broken/cydlint.config.yaml', 'ruleFiles: "*.yaml"\nrules: { house/odd: off }\n')
    put('broken/blank.yaml', RULE)
    put('broken/odd.yaml', RULE.replace('house/blank', 'house/odd').replace(/kind: \w+/, 'kind: plaecholder'))
    put('broken/own.yaml', RULE.replace('house/blank', 'draft/placeholder'))
    put('broken/twin.yaml', RULE)
    put('broken/yaml.yaml', 'name: [\n')
    const { code, out } = await run(
      'check',
      '--format',
      'json',
      'draft.md',
      '--config',
      'broken/cydlint.config.yaml',
    )
    expect(code).toBe(4)
    const { documents, errors } = JSON.parse(out)
    expect(documents[0].findings.map(({ rule }: { rule: string }) => rule)).toContain('house/blank')
    const told = errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`)
    expect(told).toEqual(
      expect.arrayContaining([
        expect.stringContaining('broken/odd.yaml: the rule is not applied: check.kind "plaecholder"'),
        'broken/own.yaml: the rule is not applied: cydlint ships a rule "draft/placeholder". Give it another name.',
        'broken/twin.yaml: the rule is not applied: "house/blank" is the name of broken/blank.yaml, too. Give it another one.',
        expect.stringContaining('broken/yaml.yaml: the rule is not applied: line'),
      ]),
    )
  })
})

/** A project with a rule in YAML and one in JavaScript, as examples/ shows it. */
const project = (name: string): ((...args: string[]) => ReturnType<typeof cydlint>) => {
  const cwd = join(folder, name)
  cpSync('examples/own-rules', cwd, { recursive: true })
  mkdirSync(join(cwd, '.git'))
  writeFileSync(join(cwd, '.git/HEAD'), '')
  mkdirSync(join(cwd, 'node_modules'))
  symlinkSync(resolve('.'), join(cwd, 'node_modules/cydlint'))
  return (...args) => cydlint(args, { cwd })
}

/** A module of rules, each with a body of its own, whatever else they say. */
const moduleOf = (bodies: Readonly<Record<string, string>>): string =>
  `import rule from './long-sentence.mjs'
const { options, ...rest } = rule
const text = { message: 'This sentence is odd: “{quote}” ({citation}).', suggestion: 'Even it out.' }
const of = (name, run) => ({ ...rest, name, outcomes: { odd: text }, run })
export default [
${Object.entries(bodies)
  .map(([name, body]) => `  of('${name}', ${body}),`)
  .join('\n')}
]
`

describe('the example of a project with rules of its own', () => {
  const inProject = project('example')

  it('has rules whose examples hold', async () => {
    expect(await inProject('rules', 'test')).toEqual({
      code: 0,
      out: 'house/absolute-promise: 4 examples hold.\nhouse/long-sentence: 4 examples hold.\n',
      err: '',
    })
    const named = await inProject('rules', 'test', 'rules/long-sentence.mjs')
    expect(named.out).toBe('house/long-sentence: 4 examples hold.\n')
  })

  it('applies them with the options that it sets', async () => {
    const { code, out } = await inProject('check', '--format', 'json', 'draft.md')
    expect(code).toBe(0)
    const { documents, errors } = JSON.parse(out)
    expect(errors).toEqual([])
    expect(documents[0].findings).toMatchObject([
      { rule: 'house/absolute-promise', severity: 'warning', quote: 'guarantees' },
      {
        rule: 'house/long-sentence',
        severity: 'advice',
        message: expect.stringContaining('57 words, and 45 are the most'),
      },
    ])
  })

  it('is known to config, rules, explain and SARIF', async () => {
    const told = (await inProject('config')).out
    expect(told).toMatch(/house\/absolute-promise +warning +cydlint\.config\.yaml:7/)
    expect(told).toMatch(/mostWords: 45 +cydlint\.config\.yaml:8/)
    const rules = JSON.parse((await inProject('rules', '--format', 'json')).out).rules
    expect(rules.find(({ name }: { name: string }) => name === 'house/long-sentence')).toMatchObject({
      file: 'rules/long-sentence.mjs',
      inForce: {
        severity: 'advice',
        from: 'default',
        options: [{ option: 'mostWords', value: 45, from: 'cydlint.config.yaml:8' }],
      },
    })
    expect((await inProject('rules')).out).toMatch(/your own, rules\/absolute-promise\.yaml/)
    const explained = (await inProject('explain', 'house/absolute-promise')).out
    expect(explained).toContain('Set here    warning, by cydlint.config.yaml:7')
    expect(explained).toContain('“guarantees” promises an outcome')
    expect((await inProject('explain', 'house/long-sentnce')).err).toContain(
      'Did you mean "house/long-sentence"?',
    )
    const [{ tool, invocations, results }] = JSON.parse(
      (await inProject('check', '--format', 'sarif', 'draft.md')).out,
    ).runs
    const index = tool.driver.rules.findIndex(({ id }: { id: string }) => id === 'house/absolute-promise')
    expect(tool.driver.rules[index].defaultConfiguration).toEqual({ level: 'note', enabled: true })
    expect(invocations[0].ruleConfigurationOverrides).toEqual([
      {
        descriptor: { id: 'house/absolute-promise', index },
        configuration: { level: 'warning', enabled: true },
      },
    ])
    expect(results[0]).toMatchObject({ ruleId: 'house/absolute-promise', ruleIndex: index })
    expect((await inProject('rules', '--no-config')).out).not.toContain('house/')
  }, 60_000)

  it('sets no option that a rule does not have', async () => {
    const config = readFileSync('examples/own-rules/cydlint.config.yaml', 'utf8')
    put('example/mistaken.yaml', config.replace('mostWords: 45', 'mostWord: 45'))
    const { code, err } = await inProject('check', 'draft.md', '--config', 'mistaken.yaml')
    expect(code).toBe(2)
    expect(err).toContain(
      'mistaken.yaml:8: "house/long-sentence" has no option "mostWord". Did you mean "mostWords"?',
    )
  })
})

describe('a module of rules', () => {
  const inProject = project('modules')
  const check = async (...args: string[]) => {
    const { code, out } = await inProject('check', '--format', 'json', ...args)
    const { documents, errors } = JSON.parse(out)
    const [{ findings, notChecked }] = documents
    return {
      code,
      documents,
      errors: errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`),
      rules: [...new Set<string>(findings.map(({ rule }: { rule: string }) => rule))],
      notChecked: notChecked.map(({ rule }: { rule: string }) => rule),
    }
  }

  it('that breaks, never ends or is no rule is told by file and rule, and the others run', async () => {
    put(
      'modules/rules/broken.mjs',
      moduleOf({
        'house/loops': '() => { for (;;) {} }',
        'house/backtracks': "() => { /^(a+)+$/.test('a'.repeat(50) + 'b') }",
        'house/throws': "() => { throw new TypeError('no such thing') }",
        'house/waits': 'async () => {}',
        'draft/placeholder': '() => {}',
        'house/sound': '({ sentences, report }) => report({ words: sentences[1] })',
      }),
    )
    put('modules/rules/faulty.mjs', 'export default [ { name: "house/bare" }, nothing ]\n')
    put('modules/rules/rest.mjs', 'export const rule = 1\n')
    // Side by side: both wait until the time of the rules that never end is over.
    const [checked, tested] = await Promise.all([check('draft.md'), inProject('rules', 'test')])
    const { code, errors, rules, notChecked } = checked
    expect(code).toBe(4)
    expect(errors).toEqual([
      'rules/broken.mjs: the rule house/loops broke on draft.md: it took more than 5 seconds over one document, and is not applied any more.',
      'rules/broken.mjs: the rule house/backtracks broke on draft.md: it took more than 5 seconds over one document, and is not applied any more.',
      'rules/broken.mjs: the rule house/throws broke on draft.md: TypeError: no such thing.',
      'rules/broken.mjs: the rule house/waits broke on draft.md: "run" is asynchronous: a rule reports before it returns.',
      'rules/broken.mjs: the rule is not applied: cydlint ships a rule "draft/placeholder". Give it another name.',
      'rules/faulty.mjs: the rule is not applied: The module cannot be run: ReferenceError: nothing is not defined',
      'rules/rest.mjs: the rule is not applied: The module has no default export. Write "export default …".',
    ])
    expect(rules).toEqual(['house/absolute-promise', 'house/sound', 'house/long-sentence'])
    expect(notChecked).toEqual(
      expect.arrayContaining(['house/loops', 'house/backtracks', 'house/throws', 'house/waits']),
    )
    expect(tested.code).toBe(4)
    expect(tested.out).toContain('rules/broken.mjs: house/throws cannot be tried on')
  }, 120_000)

  it('holds with any number of threads', async () => {
    put(
      'modules/rules/broken.mjs',
      moduleOf({ 'house/throws': "() => { throw new Error('no such thing') }" }),
    )
    put(
      'modules/rules/faulty.mjs',
      moduleOf({ 'house/first': '({ sentences, report }) => report({ words: sentences[0] })' }),
    )
    put('modules/rules/rest.mjs', 'export default []\n')
    for (let index = 0; index < 60; index++)
      put(`modules/many/${index}.md`, `${HALF_DRAFT}\n\n${'We look after our plants. '.repeat(1500)}\n`)
    const [alone, crew] = await Promise.all(
      ['1', '3'].map(jobs => check('many', '--as-of', '2026-11-22', '--jobs', jobs)),
    )
    expect(crew).toEqual(alone)
    expect(alone?.documents).toHaveLength(60)
    expect(alone?.rules).toContain('house/first')
    expect(alone?.errors).toEqual([
      'rules/broken.mjs: the rule house/throws broke on many/0.md: no such thing.',
    ])
  }, 120_000)

  it('that breaks keeps a baseline from being written', async () => {
    const { code, err } = await inProject('baseline', 'write', 'draft.md')
    expect(code).toBe(4)
    expect(err).toContain('rules/broken.mjs: the rule house/throws broke on draft.md: no such thing.')
    expect(existsSync(join(folder, 'modules/.cydlint-baseline.json'))).toBe(false)
  }, 60_000)

  it('that waits for ever when it is loaded is given up', async () => {
    put('waiting/cydlint.config.yaml', 'plugins: waits.mjs\n')
    put('waiting/waits.mjs', 'await new Promise(() => {})\nexport default []\n')
    const [checked, tested] = await Promise.all([
      run('check', 'draft.md', '--config', 'waiting/cydlint.config.yaml'),
      run('rules', 'test', 'waiting/waits.mjs'),
    ])
    expect(checked.code).toBe(4)
    for (const { out, err } of [checked, tested])
      expect(out + err).toContain('it was not loaded within 10 seconds')
  }, 120_000)

  it('and a file of YAML stand under their own keys', async () => {
    put('keys/rule.yaml', RULE)
    put('keys/rule.mjs', 'export default []\n')
    put('keys/yaml.yaml', 'plugins: rule.yaml\n')
    put('keys/module.yaml', 'ruleFiles: rule.mjs\n')
    expect((await run('check', 'draft.md', '--config', 'keys/yaml.yaml')).err).toContain(
      'keys/yaml.yaml:1: keys/rule.yaml is no module (.mjs, .js, .cjs). Rules in YAML are named under "ruleFiles".',
    )
    expect((await run('check', 'draft.md', '--config', 'keys/module.yaml')).err).toContain(
      'keys/module.yaml:1: keys/rule.mjs is a module, not YAML. Rules in JavaScript are named under "plugins".',
    )
  }, 60_000)

  it('that cannot find cydlint is told how to', async () => {
    put('alone/rule.mjs', "import { defineRule } from 'cydlint'\nexport default defineRule({})\n")
    const { code, err } = await run('rules', 'test', 'alone/rule.mjs')
    expect(code).toBe(4)
    expect(err).toContain('Install cydlint in this project, or export the rule without defineRule')
  })
})
