import type { Effective } from '../config/resolve.js'
import type { ReportError, ReportSummary } from '../model/report.js'
import { tally } from '../model/summary.js'
import { fails } from '../model/verdict.js'
import { type CheckTerms, checkInputs } from './check-inputs.js'
import {
  CHECK_OPTIONS,
  type CheckSettings,
  checkSettings,
  type RunDefaults,
  standardInputName,
} from './check-options.js'
import { type CommandLine, parseCommandLine } from './command-line.js'
import { MistakenConfig } from './config-files.js'
import { type Configurations, configChoice, configurations, folderOf } from './configurations.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { isPiped, STANDARD_INPUT } from './inputs.js'
import { type KnownFindings, knownFindings } from './known-findings.js'
import { knownProblems } from './known-options.js'
import { MistakenPathError, printError, standardError, UnwritableError } from './output.js'
import { type Progress, progressOn } from './progress.js'
import { refuse, refuseConfig } from './refusal.js'
import { openReports, type Reports } from './reports.js'
import { MistakenFile } from './strict-file.js'
import { isTerminal } from './terminal.js'

/** What a run met, beside its documents. */
interface Met {
  /** Whether a path led to something that had to be checked. */
  found: boolean
  skipped: number
  /** Files that are named and left out all the same. */
  ignored: number
  /** Inputs that could not be read, each once: its errors come one after the other. */
  unread: number
}

const nothingFound = ({ skipped, ignored }: Met, paths: readonly string[]): ReportError => ({
  path: paths.join(' '),
  message:
    skipped === 0
      ? ignored > 0
        ? 'all that is named is left out; --no-ignore checks it all the same.'
        : 'there is no file to check here.'
      : `${skipped === 1 ? 'the one file here holds no cybersecurity item and no' : `none of the ${skipped} files here holds a cybersecurity item or`} cyd facts. "cydlint inspect FILE" says what a file holds.`,
})

/** `cydlint check`: the main job. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, CHECK_OPTIONS)
  const paths = line.positionals.length > 0 ? line.positionals : isPiped() ? [STANDARD_INPUT] : []
  let found: Configurations
  let defaults: RunDefaults
  try {
    found = configurations(configChoice(line))
    defaults = runDefaults(await found.runSettings(folderOf(paths[0])))
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    throw error
  }
  const settings = checkSettings(line, paths, defaults)
  const inputName = standardInputName(line, paths)
  if (paths.length === 0) line.problems.push('Nothing to check: name a file or a folder, or pipe a text in.')
  line.problems.push(...knownProblems(line, paths))
  if (line.problems.length > 0) return refuse(line.problems, 'check')
  let known: KnownFindings
  try {
    known = await knownFindings(line, folderOf(paths[0]), termsOf(settings, line), settings.minConfidence)
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    if (error instanceof MistakenFile) return refuse([error.message], 'check')
    throw error
  }

  const met: Met = { found: false, skipped: 0, ignored: 0, unread: 0 }
  let reports: Reports
  try {
    reports = await openReports(settings, line, () => met.skipped, known.closing)
  } catch (error) {
    if (error instanceof MistakenPathError) return refuse([error.message], 'check')
    if (!(error instanceof UnwritableError)) throw error
    printError(`cydlint: ${error.message}\n`)
    return EXIT.unwritable
  }
  try {
    const summary = await checkAll(paths, inputName, settings, line, found, known, reports, met)
    reports.commit()
    await tellFiles(settings, summary, met)
    if (!settings.reports.some(({ format }) => format === 'terminal'))
      for (const each of known.closing()) printError(`cydlint: ${each}\n`)
    if (!met.found) return EXIT.noInput
    if (met.unread > 0) return EXIT.unreadable
    return fails(summary, settings) ? EXIT.findings : EXIT.ok
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    if (error instanceof MistakenFile) return refuse([error.message], 'check')
    if (!(error instanceof UnwritableError)) throw error
    printError(`cydlint: ${error.message}\n`)
    return EXIT.unwritable
  } finally {
    reports.discard()
  }
}

/** Progress and a report that streams to the same terminal would run into each other. */
const progressFor = ({ reports }: CheckSettings): Progress => {
  const streams = reports.some(({ format, file }) => file === null && format !== 'terminal')
  return progressOn(standardError, !(streams && isTerminal('stdout')))
}

/** A confidence that is asked for on the command line wins over whatever a configuration says of a rule. */
const termsOf = ({ form, asOf, minConfidence }: CheckSettings, line: CommandLine): CheckTerms => ({
  form,
  asOf,
  ...(line.has('min-confidence') && { minConfidence }),
})

const runDefaults = (effective: Effective | undefined): RunDefaults => ({
  ...(effective?.failOn && { failOn: effective.failOn.value }),
  ...(effective?.maxWarnings && { maxWarnings: effective.maxWarnings.value }),
  ...(effective?.minConfidence && { minConfidence: effective.minConfidence.value }),
})

/** Named files that are left out are told by name up to this many. */
const MOST_NOTES = 10

const tellIgnored = (path: string, reason: string, count: number): void => {
  if (count <= MOST_NOTES)
    printError(`cydlint: ${path} is left out by ${reason}. --no-ignore checks it all the same.\n`)
}

/** Reads, checks and reports document by document. */
const checkAll = async (
  paths: readonly string[],
  inputName: string,
  settings: CheckSettings,
  line: CommandLine,
  found: Configurations,
  known: KnownFindings,
  reports: Reports,
  met: Met,
): Promise<ReportSummary> => {
  const counts = tally()
  const progress = progressFor(settings)
  let failed: string | undefined
  const fail = (error: ReportError): Promise<boolean> => {
    if (error.path !== failed) met.unread++
    failed = error.path
    return reports.write(reporter => reporter.error(error))
  }
  const terms = termsOf(settings, line)
  const wantsIgnored = line.has('no-ignore')
  for await (const event of checkInputs(
    paths,
    inputName,
    terms,
    settings.threads,
    found,
    wantsIgnored,
    known.narrow,
  )) {
    let isRead = true
    if (event.type === 'skipped') met.skipped++
    else if (event.type === 'ignored') tellIgnored(event.path, event.reason, ++met.ignored)
    else if (event.type === 'document') {
      const document = await known.mark(event.document)
      counts.add(document)
      progress.checked()
      isRead = await reports.write(reporter => reporter.document(document))
    } else isRead = await fail(event.error)
    if (event.type === 'document' || event.type === 'unreadable') met.found = true
    if (!isRead) break
  }
  if (known.isUntouched()) met.found = true
  for (const each of await found.ruleProblems()) await fail(each)
  if (!met.found && met.unread === 0) await fail(nothingFound(met, paths))
  progress.clear()
  if (met.ignored > MOST_NOTES)
    printError(`cydlint: ${met.ignored - MOST_NOTES} more files are left out in the same way.\n`)
  const summary = counts.summary()
  await reports.write(reporter => reporter.end(summary))
  return summary
}

/** Where all reports go to files, the verdict is told beside them. */
const tellFiles = async (settings: CheckSettings, summary: ReportSummary, met: Met): Promise<void> => {
  const files = settings.reports.flatMap(({ file }) => file ?? [])
  if (files.length < settings.reports.length) return
  const { verdictLine } = await import('../reporters/verdict-line.js')
  const line = verdictLine({ summary, unread: met.unread, skipped: met.skipped }, settings)
  printError(`${line} Written to ${files.join(', ')}.\n`)
}
