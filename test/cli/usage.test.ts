import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildCommand, cydlint } from './built-command.js'

beforeAll(buildCommand, 60_000)

const mistaken = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await cydlint(args)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).not.toContain('    at ')
  return err
}

describe('a mistaken command line', () => {
  it.each([
    [['chek', 'x.md'], 'Unknown command "chek". Did you mean "check"?'],
    [['check', '--fromat', 'json', 'x.md'], 'Unknown option --fromat. Did you mean "--format"?'],
    [
      ['check', '--format', 'jsn', 'x.md'],
      'Unknown format "jsn": the formats are terminal, json, ndjson, sarif, junit, github, gitlab, checkstyle, markdown, csv, html, xlsx. Did you mean "json"?',
    ],
    [['check', '--form', '10-K/B', 'x.md'], 'Did you mean "10-K/A"?'],
    [['check', '--fail-on', 'warnings', 'x.md'], 'Did you mean "warning"?'],
    [['check', '--min-confidence', 'hihg', 'x.md'], 'Did you mean "high"?'],
    [['check', '--max-warnings', '-1', 'x.md'], '--max-warnings cannot be "-1": it is a number, 0 or more.'],
    [
      ['check', '--as-of', '2026-02-30', 'x.md'],
      '--as-of cannot be "2026-02-30": it is a day, written YYYY-MM-DD.',
    ],
    [['check', '--as-of', 'today', 'x.md'], '--as-of cannot be "today"'],
    [['check', '--form'], '--form needs a value.'],
    [['check', '--form', '--quiet', 'x.md'], '--form needs a value.'],
    [['check', '--quiet=yes', 'x.md'], '--quiet takes no value.'],
    [['check', '--form', '10-K', '--form', '20-F', 'x.md'], '--form is given twice.'],
    [['check', '--stdin-filename', 'y.md', 'x.md'], '--stdin-filename names standard input'],
    [
      ['check', '--baseline', 'b.json', '--no-baseline', 'x.md'],
      '--baseline and --no-baseline exclude each other.',
    ],
    [['check', '--since', 'main', '--staged', 'x.md'], '--since and --staged exclude each other.'],
    [['check', '--since', 'main', '-'], 'standard input is none'],
    [['baseline', 'wrote', 'x.md'], 'it is one of write, check, prune, move'],
    [['baseline', 'write'], 'Name what to check'],
    [['baseline', 'write', '--allow-growth', '--reason', 'todo', 'x.md'], 'is no reason'],
    [['suppressions'], 'cydlint suppressions list'],
    [['check', '-x', 'x.md'], 'Unknown option -x.'],
    [['check', '__proto__', '--constructor', 'x'], 'Unknown option --constructor.'],
    [['toString'], 'Unknown command "toString".'],
    [['--quiet', 'check'], 'Options follow the command'],
    [['help', 'chekc'], 'Did you mean "check"?'],
    [['explain', 'missing/expertse'], 'Did you mean "missing/expertise"?'],
    [['explain', 'contradicted'], 'Did you mean "flag/contradicted"?'],
    [['explain', '229.106(z)'], '"229.106(z)" is no rule, requirement, element or citation'],
    [['explain'], 'Explain what?'],
    [['inspect', '--format', 'yaml', 'x.md'], '--format cannot be "yaml"'],
    [['rules', 'missing/expertise'], 'Did you mean "cydlint explain missing/expertise"?'],
  ])('%j is refused in words', async (args, words) => {
    expect(await mistaken(...args)).toContain(words)
  })

  it('tells all that is mistaken at once', async () => {
    const err = await mistaken('check', '--form', '11-K', '--fail-on', 'none', '--whatever', 'x.md')
    expect(err.match(/^cydlint: /gm)).toHaveLength(3)
    expect(err).toContain('"cydlint check --help" tells what can be asked.')
  })

  it('that names a file in place of a command is put right', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cydlint-'))
    writeFileSync(join(folder, 'draft.md'), '# Item 1C. Cybersecurity\n')
    const { code, err } = await cydlint(['draft.md'], { cwd: folder })
    expect(code).toBe(2)
    expect(err).toContain('Did you mean "cydlint check draft.md"?')
  })

  it('that is empty gets the help, and fails', async () => {
    const { code, out, err } = await cydlint([])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('Usage: cydlint COMMAND')
  })
})

describe('the version', () => {
  it('is told before and after a command', async () => {
    const { code, out } = await cydlint(['--version'])
    expect(code).toBe(0)
    expect(await cydlint(['check', '--version'])).toMatchObject({ code: 0, out, err: '' })
  })
})

describe('help', () => {
  it('is given for the whole and for each command, in lines that fit', async () => {
    const topics = [
      ['--help'],
      ['help'],
      ['help', 'check'],
      ['check', '--help'],
      ['inspect', '-h'],
      ['explain', '--help'],
      ['rules', '--help'],
    ]
    for (const args of topics) {
      const { code, out } = await cydlint(args)
      expect(code).toBe(0)
      expect(out).toContain('Usage: cydlint ')
      expect(out.split('\n').filter(line => line.length > 83)).toEqual([])
    }
  })

  it('names every option that check knows', async () => {
    const { CHECK_OPTIONS } = await import('../../src/cli/check-options.js')
    const { out } = await cydlint(['check', '--help'])
    expect(Object.keys(CHECK_OPTIONS).filter(name => !out.includes(`--${name}`))).toEqual([])
  })
})

describe('the version', () => {
  it('is told with the rules that it applies', async () => {
    const { code, out } = await cydlint(['--version'])
    expect(code).toBe(0)
    expect(out).toMatch(/^cydlint \d+\.\d+\.\d+ \(rules \d+\.\d+\.\d+\+[0-9a-f]{12}\)\n$/)
  })
})
