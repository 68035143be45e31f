import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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
