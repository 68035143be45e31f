import { existsSync, fstatSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { instant } from './clock.js'
import type { CommandLine } from './command-line.js'
import { CONFIG_FILES } from './config-files.js'
import { folderOf } from './configurations.js'
import type { ExitCode } from './exit-code.js'
import { shownPath } from './folder-path.js'
import { printError, standardOutput } from './output.js'
import { foldersAbove } from './project-folders.js'
import { isTerminal } from './terminal.js'

/** One save makes several changes, and an editor may save several files. */
const QUIET_MS = 100

/** Clocks of file systems are that much behind, at most. */
const COARSE_MS = 20

/** Files beside documents that bear on what is found in them. */
const OWN_FILES = /^(?:\.cydlint-baseline\.json|\.cydlint-suppressions\.(?:ya?ml|json)|\.cydlintignore)$/

const CLEAR_SCREEN = '\u001b[2J\u001b[3J\u001b[H'

/** What is watched: what the paths lead to, and what bears on it in the folders above. */
const watchedPaths = (line: CommandLine): readonly string[] => {
  const inputs = line.positionals.map(path => {
    // Of a pattern, the folder before the first star.
    const [fixed = ''] = path.split(/[*?[{]/)
    return resolve(fixed === path ? path : folderOf(fixed === '' ? '.' : fixed))
  })
  const folders = new Set(line.positionals.flatMap(path => foldersAbove(folderOf(path))))
  const beside = [...folders].flatMap(folder =>
    [
      ...CONFIG_FILES,
      '.cydlint-baseline.json',
      '.cydlint-suppressions.yaml',
      '.cydlint-suppressions.yml',
      '.cydlint-suppressions.json',
      '.cydlintignore',
    ].map(name => join(folder, name)),
  )
  const named = ['config', 'baseline', 'prior'].flatMap(name => line.values(name)).filter(path => path !== '')
  return [...inputs, ...beside, ...named.map(path => resolve(path))]
}

/** What runs write themselves: reports, and a folder of what was found before. */
const outputsOf = (line: CommandLine): readonly string[] => [
  ...line.values('format').flatMap(value => {
    const [, file] = /=(.+)$/s.exec(value) ?? []
    return file === undefined ? [] : resolve(file)
  }),
  ...line.values('cache').flatMap(folder => (folder === '' ? [] : resolve(folder))),
]

const isWithin = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)

/** What changes without bearing on the check: what runs write, hidden files of editors, and what no run reads. */
const isBeside = (path: string, roots: readonly string[], outputs: readonly string[]): boolean => {
  if (outputs.some(each => isWithin(path, each))) return true
  const root = roots.find(each => isWithin(path, each))
  // A folder is looked into for the file that is to come to be in it.
  if (root === undefined) return !roots.some(each => isWithin(each, path))
  return relative(root, path)
    .split(sep)
    .some(name => name === 'node_modules' || (name.startsWith('.') && !OWN_FILES.test(name)))
}

/** Whether what runs print is led into a file: each would else be the cause of the next. */
const isOwnStream = (path: string): boolean => {
  const file = statSync(path, { throwIfNoEntry: false })
  return (
    file !== undefined &&
    [1, 2].some(stream => {
      const { ino, dev } = fstatSync(stream)
      return file.ino === ino && file.dev === dev
    })
  )
}

/** Says what changed, on a screen that is cleared where there is one. */
const tellChange = async (changed: readonly string[]): Promise<void> => {
  if (isTerminal('stdout')) await standardOutput.write(CLEAR_SCREEN)
  const [first = '', ...others] = changed.map(shownPath)
  const what = others.length > 0 ? `${first} and ${others.length} more have` : `${first} has`
  printError(`cydlint: ${what} changed.\n`)
}

/**
 * Checks, and checks again after each change of the documents, the configuration, the rules that it names, suppressions
 * and the baseline, until it is interrupted.
 * @param lineOf the command line, for a run of its own: a run notes in it what is mistaken
 * @param checkOnce does one run, and tells `noteFile` of the files that its configuration is read from
 * @returns the exit code of the last run
 */
export const watchAndCheck = async (
  lineOf: () => CommandLine,
  checkOnce: (line: CommandLine, noteFile: (path: string) => void) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const { watch } = await import('chokidar')
  const first = lineOf()
  const roots = [...watchedPaths(first)]
  const outputs = outputsOf(first)
  const there = roots.filter(path => existsSync(path))
  const watcher = watch(there, { alwaysStat: true, ignored: path => isBeside(path, roots, outputs) })
  const noteFile = (path: string): void => {
    if (roots.includes(path)) return
    roots.push(path)
    watcher.add(path)
  }

  const changed = new Set<string>()
  /** When the last run began, in milliseconds since 1970. */
  let started = 0
  let isDue = false
  let isOver = false
  let wake = (): void => {}
  let timer: NodeJS.Timeout | undefined
  const nextChange = (): Promise<void> =>
    new Promise(resolved => {
      if (isDue || isOver) resolved()
      else wake = resolved
    })
  watcher.on('all', (event, path, stats) => {
    // A file that was there all the time is met late where a run keeps the program busy.
    if (event === 'add' && stats && stats.ctimeMs < started - COARSE_MS) return
    if (event === 'addDir' || event === 'unlinkDir' || isOwnStream(path)) return
    changed.add(path)
    clearTimeout(timer)
    timer = setTimeout(() => {
      isDue = true
      wake()
    }, QUIET_MS)
  })
  watcher.on('error', error => {
    printError(`cydlint: not all can be watched: ${error instanceof Error ? error.message : error}\n`)
  })
  const end = (): void => {
    isOver = true
    wake()
  }
  process.on('SIGINT', end).on('SIGTERM', end)
  try {
    if (there.length > 0) await new Promise<void>(ready => watcher.once('ready', () => ready()))
    // Chokidar counts what is not there twice, and would be ready before it watches all that is.
    watcher.add(roots.filter(path => !there.includes(path)))
    for (;;) {
      // The run sees whatever has changed before it.
      clearTimeout(timer)
      changed.clear()
      isDue = false
      if (started > 0) (await import('./plugins.js')).forgetPlugins()
      started = instant()
      const line = lineOf()
      const code = await checkOnce(line, noteFile)
      // No change of a file mends a command line.
      if (line.problems.length > 0 || isOver) return code
      printError('cydlint: watching for changes; Ctrl-C ends it.\n')
      await nextChange()
      if (isOver) return code
      await tellChange([...changed])
    }
  } finally {
    clearTimeout(timer)
    process.off('SIGINT', end).off('SIGTERM', end)
    await watcher.close()
  }
}
