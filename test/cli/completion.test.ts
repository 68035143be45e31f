import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { completedCommands } from '../../src/cli/completion.js'
import { SCRIPTS } from '../../src/cli/completion-scripts.js'
import { HELP } from '../../src/cli/help.js'

const commands = completedCommands()

/** What bash offers after the words; the last of them is the one being typed. */
const offered = (...words: string[]): readonly string[] => {
  const script = `${SCRIPTS.bash(commands)}
COMP_WORDS=(cydlint "$@") COMP_CWORD=$#
_cydlint
printf '%s\\n' "\${COMPREPLY[@]}"`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout.split('\n').filter(line => line !== '')
}

describe('completion', () => {
  it('knows every command that has help', () => {
    const known = commands.map(({ name }) => name)
    expect(Object.keys(HELP).filter(name => !known.includes(name))).toEqual([])
  })

  it('knows every option that a help text names', () => {
    for (const { name, options } of commands) {
      const named = [...(HELP[name] ?? '').matchAll(/^ {2}(?:-\w, )?--([\w-]+)(?:, --([\w-]+))?/gm)]
        .flatMap(([, first, second]) => [first, second])
        .filter(option => option !== undefined)
      expect(named.filter(option => !(option in options))).toEqual([])
    }
  })
})

describe('completion in bash', () => {
  it('is a script without mistakes', () => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: SCRIPTS.bash(commands), encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  it.each<[readonly string[], readonly string[]]>([
    [['ch'], ['check']],
    [['check', '--fail'], ['--fail-on']],
    [
      ['check', '--fail-on', ''],
      ['error', 'warning', 'advice', 'never'],
    ],
    [['check', 'drafts', '-f', 's'], ['sarif']],
    [
      ['rules', '-f', ''],
      ['table', 'json'],
    ],
    [['explain', 'missing/exp'], ['missing/expertise']],
    [['help', 'insp'], ['inspect']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', '--help', '-h'],
    ],
  ])('offers after %j %j', (words, expected) => {
    expect(offered(...words)).toEqual(expected)
  })

  it.each<[readonly string[]]>([
    [['check', '']],
    [['check', 'dra']],
    [['check', '--stdin-filename', 'x']],
    [['check', '--format', 'sarif', '=', 'out']],
    [['inspect', '']],
  ])('leaves %j to files', words => {
    expect(offered(...words)).toEqual([])
  })
})

describe('completion in other shells', () => {
  it.each(['zsh', 'fish'] as const)('in %s names every option of check and its values', shell => {
    const script = SCRIPTS[shell](commands)
    const check = commands.find(({ name }) => name === 'check')
    for (const option of Object.keys(check?.options ?? {}))
      expect(script).toContain(shell === 'fish' ? `-l ${option}` : `--${option}`)
    expect(script).toContain("'error warning advice never'")
  })
})
