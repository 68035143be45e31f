import { EXIT, type ExitCode } from './exit-code.js'
import type { Job } from './jobs.js'
import { print, printError } from './output.js'
import type { Answer } from './thread-job.js'
import { THREAD_MARK } from './thread-mark.js'

type Command = (args: readonly string[]) => Promise<ExitCode>

/** Commands, each loaded only where it is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly run: Command }>>> = {
  annotate: () => import('./annotate.js'),
  baseline: () => import('./baseline.js'),
  check: () => import('./check.js'),
  compare: () => import('./compare.js'),
  completion: () => import('./completion.js'),
  config: () => import('./config.js'),
  dispositions: () => import('./dispositions.js'),
  explain: () => import('./explain.js'),
  init: () => import('./init.js'),
  inspect: () => import('./inspect.js'),
  rules: () => import('./rules.js'),
  suppressions: () => import('./suppressions.js'),
}

const help = async (topic: string | undefined): Promise<ExitCode> => {
  const { HELP, OVERVIEW } = await import('./help.js')
  const text = topic === undefined ? OVERVIEW : HELP[topic]
  if (text === undefined) return unknownCommand(topic ?? '')
  await print(text)
  return EXIT.ok
}

const version = async (): Promise<ExitCode> => {
  const { tool } = await import('../generated/tool.js')
  await print(`${tool.name} ${tool.version} (rules ${tool.ruleset})\n`)
  return EXIT.ok
}

const unknownCommand = async (name: string): Promise<ExitCode> => {
  const [{ refuse }, { didYouMean }, { existsSync }] = await Promise.all([
    import('./refusal.js'),
    import('../text/nearest-name.js'),
    import('node:fs'),
  ])
  if (name.startsWith('-'))
    return refuse([`Unknown option ${name}. Options follow the command: cydlint check ${name}.`], null)
  const meant = existsSync(name)
    ? ` Did you mean "cydlint check ${name}"?`
    : didYouMean(name, [...Object.keys(COMMANDS), 'help'])
  return refuse([`Unknown command "${name}".${meant}`], null)
}

const main = async ([name, ...args]: readonly string[]): Promise<ExitCode> => {
  if (name === undefined) {
    printError((await import('./help.js')).OVERVIEW)
    return EXIT.usage
  }
  if (name === '--help' || name === '-h') return help(undefined)
  if (name === 'help') return help(args[0])
  if (name === '--version' || name === '-V' || name === '-v') return version()
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) return unknownCommand(name)
  const end = args.includes('--') ? args.indexOf('--') : args.length
  if (args.slice(0, end).some(each => each === '--help' || each === '-h')) return help(name)
  if (args.slice(0, end).includes('--version')) return version()
  return (await load()).run(args)
}

/** What the pool calls in each of its threads. */
export const doJob = async (job: Job): Promise<Answer> => (await import('./thread-job.js')).doJob(job)

/** Whether the pool has loaded the command in a thread. */
const isJobThread = async (): Promise<boolean> =>
  process.argv[2] === THREAD_MARK && !(await import('node:worker_threads')).isMainThread

const run = async (): Promise<void> => {
  if (await isJobThread()) return
  // Where nothing is left to do, the process ends at once: to take its memory apart would take longer than a short answer.
  process.once('beforeExit', () => process.exit())
  // Holds where the run ends without an answer: with a promise that nothing keeps.
  process.exitCode = EXIT.fault
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    // No mistake of a user leads here.
    const { faultInWords, programVersion } = await import('./fault.js')
    printError(
      `cydlint: a fault of the program, not of your input: ${faultInWords(error)}\nPlease report it with this message, the command and "${programVersion()}". With CYDLINT_DEBUG=1 the place of the fault is printed too.\n`,
    )
    process.exitCode = EXIT.fault
  }
}

void run()
