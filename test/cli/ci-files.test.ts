import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHECK_OPTIONS } from '../../src/cli/check-options.js'
import { FORMATS } from '../../src/reporters/formats.js'
import { buildCommand, COMMAND, cydlint, temporaryFolder } from './built-command.js'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
  readonly with?: Readonly<Record<string, string>>
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly description: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>
}
interface Hook {
  readonly id: string
  readonly entry: string
  readonly files: string
}

const yaml = <Shape>(path: string): Shape => load(readFileSync(path, 'utf8')) as Shape

const action = yaml<Action>('action.yml')
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const EXAMPLES = readdirSync('examples/ci').map(name => join('examples/ci', name))
const DRAFT = resolve('examples/bad/10-k-short-draft.md')

const folders: (() => void)[] = []
const newFolder = (): string => {
  const { folder, remove } = temporaryFolder()
  folders.push(remove)
  return folder
}
beforeAll(buildCommand, 60_000)
afterAll(() => {
  for (const remove of folders) remove()
})

/** Options and formats that a command line of an example gives to `cydlint check`. */
const given = (
  text: string,
): { readonly options: readonly string[]; readonly formats: readonly string[] } => ({
  options: [...text.matchAll(/(?<=\s|\(|\[)--([\w-]+)/g)].map(match => match[1] ?? ''),
  formats: [...text.matchAll(/--format (\w+)/g)].map(match => match[1] ?? ''),
})

describe('examples of continuous integration', () => {
  const commands = EXAMPLES.flatMap(path =>
    [...readFileSync(path, 'utf8').matchAll(/cydlint@\S+ check .*/g)].map(([line]) => [path, line] as const),
  )

  it('are at least one for GitHub and one for GitLab', () => {
    expect(commands.map(([path]) => path)).toEqual(['examples/ci/github.yml', 'examples/ci/gitlab.yml'])
  })

  it.each(commands)('%s gives options that there are: %s', (_, line) => {
    const { options, formats } = given(line)
    expect(options.filter(name => !(name in CHECK_OPTIONS))).toEqual([])
    expect(formats.filter(name => !FORMATS.some(format => format === name))).toEqual([])
    expect(line).toContain(`cydlint@${version} `)
  })

  it.each(commands)('%s has a command that runs', async (_, line) => {
    const folder = newFolder()
    mkdirSync(join(folder, 'drafts'))
    writeFileSync(join(folder, 'drafts/item-1c.md'), readFileSync(DRAFT))
    const args = line.replace(/^cydlint@\S+ /, '').split(' ')
    const { code, err } = await cydlint(args, { cwd: folder })
    expect({ code, err }).toEqual({ code: 1, err: '' })
    for (const arg of args)
      if (arg.includes('=')) expect(existsSync(join(folder, arg.replace(/^.*=/, '')))).toBe(true)
  })

  it('pin what they use to a full commit', () => {
    const used = EXAMPLES.filter(path => path.includes('github')).flatMap(path =>
      Object.values(yaml<Workflow>(path).jobs).flatMap(({ steps }) =>
        steps.flatMap(({ uses }) => uses ?? []),
      ),
    )
    expect(used.length).toBeGreaterThan(4)
    for (const uses of used) expect(uses).toMatch(/@[0-9a-f]{40}$/)
  })

  it('give the action inputs that it has', () => {
    const { jobs } = yaml<Workflow>('examples/ci/github-action.yml')
    const step = Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .find(({ uses }) => uses?.startsWith('OWNER/cydlint@'))
    expect(Object.keys(step?.with ?? {}).filter(name => !(name in action.inputs))).toEqual([])
  })
})

describe('the hook for pre-commit', () => {
  const [hook] = yaml<readonly Hook[]>('.pre-commit-hooks.yaml')
  const { repos } = yaml<{ repos: readonly { hooks: readonly { id: string; args: string[] }[] }[] }>(
    'examples/ci/pre-commit.yaml',
  )

  it('is the one that the example asks for, and its command runs', async () => {
    const [asked] = repos.flatMap(({ hooks }) => hooks)
    expect(asked?.id).toBe(hook?.id)
    const [command, ...args] = hook?.entry.split(' ') ?? []
    expect(command).toBe('cydlint')
    expect(await cydlint([...args, ...(asked?.args ?? []), DRAFT])).toMatchObject({ code: 1, err: '' })
  })

  it('is for files whose name tells', () => {
    const files = new RegExp((hook?.files ?? '').replace('(?i)', ''), 'i')
    expect(files.test('drafts/Item-1C turn 4.docx')).toBe(true)
    expect(files.test('README.md')).toBe(false)
  })
})

describe('the action', () => {
  /** Runs a step as a runner does: bash with these flags, inputs in the environment. */
  const runStep = (step: Step, inputs: Readonly<Record<string, string>>, folder: string) => {
    const bin = join(folder, 'stub')
    mkdirSync(bin, { recursive: true })
    // In place of npm: notes what it is asked for, and puts the built command where npm would.
    const npm = `#!/bin/sh\necho "$@" > "${folder}/npm.txt"\nmkdir -p "$RUNNER_TEMP/cydlint/bin"\nln -sf "${COMMAND}" "$RUNNER_TEMP/cydlint/bin/cydlint"\n`
    writeFileSync(join(bin, 'npm'), npm, { mode: 0o755 })
    if (!existsSync(join(bin, 'node'))) symlinkSync(process.execPath, join(bin, 'node'))
    const values = Object.entries(action.inputs).map(([name, { default: fallback }]) => [
      name,
      inputs[name] ?? fallback ?? '',
    ])
    const byName = Object.fromEntries(values) as Record<string, string>
    const env = Object.entries(step.env ?? {}).map(([name, value]) => [
      name,
      value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => {
        expect(Object.keys(action.inputs)).toContain(input)
        return byName[input] ?? ''
      }),
    ])
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run ?? ''], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: `${bin}:/usr/bin:/bin`,
        RUNNER_TEMP: join(folder, 'temp'),
        GITHUB_OUTPUT: join(folder, 'output.txt'),
        GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
        ...Object.fromEntries(env),
      },
    })
  }

  const [install, check] = action.runs.steps
  if (!install || !check) throw new Error('action.yml has other steps than this test knows')

  const runAction = (inputs: Readonly<Record<string, string>>) => {
    const folder = newFolder()
    mkdirSync(join(folder, 'drafts with space'))
    writeFileSync(join(folder, 'drafts with space/item-1c.md'), readFileSync(DRAFT))
    expect(runStep(install, inputs, folder)).toMatchObject({ status: 0, stderr: '' })
    return { folder, ...runStep(check, inputs, folder) }
  }
  const read = (...parts: string[]): string => readFileSync(join(...parts), 'utf8')

  it('uses no other action and uploads nothing', () => {
    expect(action.runs.steps.filter(({ uses }) => uses !== undefined)).toEqual([])
    expect(readFileSync('action.yml', 'utf8')).not.toMatch(/curl|upload-/)
  })

  it('keeps inputs out of its scripts', () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain('${{')
  })

  it('installs the version that package.json has, unless told otherwise', () => {
    const { folder } = runAction({ paths: 'drafts with space' })
    expect(read(folder, 'npm.txt')).toContain(` cydlint@${version}\n`)
    expect(dirname(COMMAND)).toContain('dist')
  })

  it('annotates, fills the summary, tells the exit code and fails', () => {
    const { folder, status, stdout, stderr } = runAction({
      paths: 'drafts with space',
      'as-of': '2026-11-22',
    })
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toMatch(/^::error file=drafts with space\/item-1c\.md,line=19,/)
    expect(read(folder, 'output.txt')).toBe('exit-code=1\n')
    expect(read(folder, 'summary.md')).toContain(
      '**Fail: 1 error, 1 warning and 1 point of advice in 1 document.**',
    )
  })

  it('writes further reports, and passes where it is told to', () => {
    const format = 'terminal\nsarif=out.sarif\n'
    const { folder, status } = runAction({ paths: '\ndrafts with space\n', format, 'fail-on': 'never' })
    expect(status).toBe(0)
    expect(JSON.parse(read(folder, 'out.sarif')).runs).toHaveLength(1)
    expect(existsSync(join(folder, 'summary.md'))).toBe(false)
  })

  it('takes no path for an option and no input for a command', () => {
    const { folder, status, stdout } = runAction({ paths: '--help\n$(touch pwned)' })
    expect(status).toBe(3)
    expect(stdout).not.toContain('Usage')
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })

  it('says so where it is given nothing to check', () => {
    expect(runAction({ paths: '' })).toMatchObject({
      status: 2,
      stdout: '::error::"paths" names nothing to check.\n',
    })
  })
})

describe('the Dockerfile', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n')
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

  it('runs as a user who is not root, from the image that it is built with', () => {
    expect(lines.filter(line => line.startsWith('FROM'))).toEqual([
      'FROM node:20-slim AS build',
      'FROM node:20-slim',
    ])
    expect(lines.lastIndexOf('USER node')).toBeGreaterThan(lines.lastIndexOf('FROM node:20-slim'))
  })

  it('copies files that there are and runs scripts that there are', () => {
    for (const name of ['package.json', 'package-lock.json', 'LICENSE']) expect(existsSync(name)).toBe(true)
    const named = lines.flatMap(line => /npm run (\w+)/.exec(line)?.[1] ?? [])
    expect(named.filter(name => !(name in scripts))).toEqual([])
  })
})
