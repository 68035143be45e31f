import { execFile } from 'node:child_process'
import { basename, dirname } from 'node:path'
import { MistakenFile } from './strict-file.js'

/** Output of a command of git's that is read at all: a filing, or a list of files. */
const MOST_BYTES = 1024 ** 3

interface Answer {
  readonly code: number | string
  readonly out: Buffer
  readonly err: string
}

/** Runs git in a folder. Its arguments are fixed but for names after `--` or `--end-of-options`; no shell reads them. */
const git = (folder: string, args: readonly string[]): Promise<Answer> =>
  new Promise(done => {
    execFile(
      'git',
      ['--no-optional-locks', '-c', 'core.quotePath=false', ...args],
      { cwd: folder, encoding: 'buffer', maxBuffer: MOST_BYTES, windowsHide: true },
      (error, out, err) => done({ code: error?.code ?? 0, out, err: err.toString('utf8').trim() }),
    )
  })

/** A file of the repository that a change touches. */
export interface ChangedFile {
  /** Path from the root of the repository. */
  readonly path: string
  /** Path of its old version; null where it is new. */
  readonly before: string | null
}

/** What a run compares with. */
export interface Change {
  readonly root: string
  /** As messages name it: `since main`, `in the index`. */
  readonly name: string
  readonly files: readonly ChangedFile[]
  /** The old version of a file. */
  readonly old: (file: ChangedFile) => Promise<Uint8Array | undefined>
  /** The new version, where it is not the one on the disk. */
  readonly staged: ((file: ChangedFile) => Promise<Uint8Array | undefined>) | undefined
}

/** Takes apart what `git diff --name-status -z` prints. */
export const changedFiles = (output: string): readonly ChangedFile[] => {
  const parts = output.split('\0')
  const files: ChangedFile[] = []
  for (let at = 0; at + 1 < parts.length; ) {
    const status = parts[at++] ?? ''
    const first = parts[at++] ?? ''
    // A copy is a new file: the finding it takes along is in two documents now.
    if (status.startsWith('R')) files.push({ path: parts[at++] ?? '', before: first })
    else if (status.startsWith('C')) files.push({ path: parts[at++] ?? '', before: null })
    else if (status === 'A') files.push({ path: first, before: null })
    else if (status !== 'D') files.push({ path: first, before: first })
  }
  return files
}

const rootOf = async (folder: string): Promise<string> => {
  const { code, out, err } = await git(folder, ['rev-parse', '--show-toplevel'])
  if (code === 'ENOENT')
    throw new MistakenFile(
      'git was not found, and --since and --staged ask it. Install it, or run without them.',
    )
  if (code !== 0)
    throw new MistakenFile(
      /not a git repository/i.test(err)
        ? `${folder} is in no git repository, and --since and --staged ask git what has changed. Run without them.`
        : `git cannot tell the repository of ${folder}: ${err}`,
    )
  return out.toString('utf8').replace(/\r?\n$/, '')
}

const shown = (root: string, object: string) => async (): Promise<Uint8Array | undefined> => {
  const { code, out } = await git(root, ['show', '--no-textconv', '--end-of-options', object])
  return code === 0 ? out : undefined
}

const NAMES = ['--name-status', '-z', '-M', '--no-ext-diff', '--no-textconv', '--no-relative']

/**
 * What has changed in the repository of a folder.
 * @param ref a commit to compare the files on the disk with; null to compare the index with the last commit
 * @throws MistakenFile where there is no git, no repository or no such commit
 */
export const readChange = async (folder: string, ref: string | null): Promise<Change> => {
  const root = await rootOf(folder)
  const resolved = await git(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref ?? 'HEAD'}^{commit}`,
  ])
  const commit = resolved.code === 0 ? resolved.out.toString('utf8').trim() : null
  if (commit === null && ref !== null)
    throw new MistakenFile(
      `--since ${ref}: the repository knows no commit, branch or tag of this name. In a shallow clone, fetch it first.`,
    )
  // Before the first commit everything in the index is new.
  const base = commit ?? '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
  const compared = await git(root, ['diff', ...NAMES, ...(ref === null ? ['--cached'] : []), base, '--'])
  if (compared.code !== 0) throw new MistakenFile(`git cannot tell what has changed: ${compared.err}`)
  const files = [...changedFiles(compared.out.toString('utf8'))]
  if (ref !== null) {
    const others = await git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--'])
    for (const path of others.out.toString('utf8').split('\0'))
      if (path !== '') files.push({ path, before: null })
  }
  return {
    root,
    name: ref === null ? 'in the index' : `since ${ref}`,
    files,
    old: async ({ before }) => (before === null ? undefined : shown(root, `${base}:${before}`)()),
    staged: ref === null ? ({ path }) => shown(root, `:${path}`)() : undefined,
  }
}

/** The day a line came into the repository, YYYY-MM-DD; `uncommitted` where it has not. */
export type LineDay = string | 'uncommitted'

const NO_COMMIT = /^0+$/

/** Takes apart what `git blame --porcelain` prints: a head for each line, with the day in the first of each commit. */
export const blamedDays = (output: string): ReadonlyMap<number, LineDay> => {
  const dayOf = new Map<string, string>()
  const days = new Map<number, LineDay>()
  let commit = ''
  let lines: number[] = []
  const settle = (): void => {
    for (const line of lines)
      days.set(line, NO_COMMIT.test(commit) ? 'uncommitted' : (dayOf.get(commit) ?? 'uncommitted'))
    lines = []
  }
  for (const row of output.split('\n')) {
    const head = /^([0-9a-f]{40,64}) \d+ (\d+)/.exec(row)
    const time = /^author-time (\d+)/.exec(row)
    if (head) {
      commit = head[1] ?? ''
      lines.push(Number(head[2]))
    } else if (time) dayOf.set(commit, new Date(Number(time[1]) * 1000).toISOString().slice(0, 10))
    // The line itself ends its entry.
    else if (row.startsWith('\t')) settle()
  }
  return days
}

/**
 * When lines of a file came into its repository.
 * @param lines numbers from 1
 * @returns null where no repository knows the file
 */
export const lineDays = async (
  path: string,
  lines: readonly number[],
): Promise<ReadonlyMap<number, LineDay> | null> => {
  const ranges = [...new Set(lines)].flatMap(line => ['-L', `${line},${line}`])
  const { code, out } = await git(dirname(path), ['blame', '--porcelain', ...ranges, '--', basename(path)])
  return code === 0 ? blamedDays(out.toString('utf8')) : null
}
