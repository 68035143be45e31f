import { fails } from '../model/verdict.js'
import { CHECK_OPTIONS } from './check-options.js'
import { type CheckPlan, planCheck } from './check-plan.js'
import { type CheckOutcome, carryOut } from './check-run.js'
import { type CommandLine, parseCommandLine } from './command-line.js'
import { MistakenConfig } from './config-files.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { MistakenPathError, printError, UnwritableError } from './output.js'
import { refuse, refuseConfig } from './refusal.js'
import { MistakenFile } from './strict-file.js'

/** `cydlint check`: the main job. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const lineOf = (): CommandLine => parseCommandLine(args, CHECK_OPTIONS)
  const line = lineOf()
  // A mistaken command line is told at once.
  if (!line.has('watch') || line.problems.length > 0) return checkOnce(line)
  return (await import('./watch.js')).watchAndCheck(lineOf, checkOnce)
}

const checkOnce = async (line: CommandLine, noteFile?: (path: string) => void): Promise<ExitCode> => {
  try {
    const plan = await planCheck(line, noteFile)
    if (!plan) return refuse(line.problems, 'check')
    const outcome = await carryOut(plan)
    await tellBesideReports(plan, outcome)
    tellMeasures(plan)
    return exitCodeOf(outcome, plan)
  } catch (error) {
    return refuseMistake(error)
  }
}

/** Counts and times, which are no part of a report: it is the same with them and without. */
const tellMeasures = ({ statistics, timing }: CheckPlan): void => {
  for (const measure of [statistics, timing]) if (measure) printError(`\n${measure.lines().join('\n')}\n`)
}

const exitCodeOf = ({ found, unread, summary }: CheckOutcome, { settings }: CheckPlan): ExitCode => {
  if (!found) return EXIT.noInput
  if (unread > 0) return EXIT.unreadable
  return fails(summary, settings) ? EXIT.findings : EXIT.ok
}

/** What a person is to know where the terminal shows no report: the verdict, where all goes to files, and what is told last. */
const tellBesideReports = async (
  { settings, known }: CheckPlan,
  { summary, unread, skipped, hidden }: CheckOutcome,
): Promise<void> => {
  const { reports } = settings
  const files = reports.flatMap(({ file }) => file ?? [])
  if (files.length === reports.length) {
    const { verdictLine } = await import('../reporters/verdict-line.js')
    printError(`${verdictLine({ summary, unread, skipped }, settings)} Written to ${files.join(', ')}.\n`)
  }
  if (reports.some(({ format }) => format === 'terminal')) return
  // Rules on trial are no news to a program: it would be told of them on every run.
  const unseen = hidden.line({ ...settings, quiet: false, findingsAlone: true })
  for (const each of [unseen ?? [], ...known.closing()].flat()) printError(`cydlint: ${each}\n`)
}

/** Answers a mistake of the user's, or a report that cannot be written. @throws any other error */
const refuseMistake = (error: unknown): ExitCode => {
  if (error instanceof MistakenConfig) return refuseConfig(error)
  if (error instanceof MistakenFile || error instanceof MistakenPathError)
    return refuse([error.message], 'check')
  if (!(error instanceof UnwritableError)) throw error
  printError(`cydlint: ${error.message}\n`)
  return EXIT.unwritable
}
