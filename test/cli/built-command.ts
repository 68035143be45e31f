import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** What `npx cydlint` runs. */
export const COMMAND = resolve(JSON.parse(readFileSync('package.json', 'utf8')).bin.cydlint)
const SOURCES = ['src', 'rules', 'schemas', 'scripts', 'package.json']

/** Time of the newest change at or below a path. */
const newest = (path: string): number => {
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  return Math.max(0, ...readdirSync(path).map(name => newest(join(path, name))))
}

/** Builds the command where it is older than what it is made from. */
export const buildCommand = (): void => {
  const isFresh = existsSync(COMMAND) && Math.max(...SOURCES.map(newest)) <= statSync(COMMAND).mtimeMs
  if (!isFresh) execFileSync(process.execPath, ['scripts/build.mjs', '--no-types'], { stdio: 'pipe' })
}

export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly cwd?: string
  /** What is piped in; without it standard input is closed. */
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the built command as a user does. */
export const cydlint = (args: readonly string[], { cwd, input, env }: RunOptions = {}): Promise<Run> =>
  new Promise((done, fail) => {
    const { PATH: path } = process.env
    const child = spawn(process.execPath, [COMMAND, ...args], {
      cwd,
      // Nothing of the developer's own terminal reaches the output.
      env: { ...(path === undefined ? {} : { PATH: path }), ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text
    })
    child.on('error', fail).on('close', code => done({ code, out, err }))
    if (input !== undefined) child.stdin?.end(input)
  })

/** A folder of its own for a test, taken away by `remove`. */
export const temporaryFolder = (): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'cydlint-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
