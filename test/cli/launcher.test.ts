import { execFileSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand, COMMAND, temporaryFolder } from './built-command.js'

const { folder, remove } = temporaryFolder()
beforeAll(buildCommand, 60_000)
afterAll(remove)

const launcher = (): string => readFileSync(COMMAND, 'utf8')
const bundle = (): string => /\/(command-[0-9a-f]+\.cjs)`/.exec(launcher())?.[1] ?? ''

describe('the launcher', () => {
  it('has V8 read the compiled code that the build left for this Node, under flags that this Node knows', () => {
    const dist = dirname(COMMAND)
    const code = join(dist, `${bundle()}.${process.version}-${process.arch}`)
    const flags = [...launcher().matchAll(/'(--[\w=-]+)'/g)].map(([, flag = '']) => flag)
    const script = ['scripts/is-compiled-code-read.cjs', join(dist, bundle()), code]
    expect(execFileSync(process.execPath, [...script, ...flags], { encoding: 'utf8' })).toBe('yes')
    // Node does not start with a flag that it does not know.
    expect(execFileSync(process.execPath, [...flags, '-p', '1'], { encoding: 'utf8' })).toBe('1\n')
  })

  it('starts the command where there is no compiled code, as in the published package', () => {
    for (const name of readdirSync(dirname(COMMAND)))
      if (name.endsWith('.cjs')) copyFileSync(join(dirname(COMMAND), name), join(folder, name))
    const [own, copied] = [COMMAND, join(folder, 'cli.cjs')].map(path =>
      execFileSync(process.execPath, [path, 'explain', '229.106(c)(2)'], { encoding: 'utf8' }),
    )
    expect(copied).toBe(own)
    expect(copied).toContain('229.106(c)(2)')
  })
})
