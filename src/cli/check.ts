import type { ReportError, ReportSummary } from '../model/report.js'
import { tally } from '../model/summary.js'
import { fails } from '../model/verdict.js'
import { type CheckTerms, checkInputs } from './check-inputs.js'
import { CHECK_OPTIONS, type CheckSettings, checkSettings, standardInputName } from './check-options.js'
import { parseCommandLine } from './command-line.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { isPiped, STANDARD_INPUT } from './inputs.js'
import { MistakenPathError, printError, standardError, UnwritableError } from './output.js'
import { type Progress, progressOn } from './progress.js'
import { refuse } from './refusal.js'
import { openReports, type Reports } from './reports.js'
import { isTerminal } from './terminal.js'

/** What a run met, beside its documents. */
interface Met {
  /** Whether a path led to something that had to be checked. */
  found: boolean
  skipped: number
  /** Inputs that could not be read, each once: its errors come one after the other. */
  unread: number
}

const nothingFound = (skipped: number, paths: readonly string[]): ReportError => ({
  path: paths.join(' '),
  message:
    skipped === 0
      ? 'there is no file to check here.'
      : `${skipped === 1 ? 'the one file here holds no cybersecurity item and no' : `none of the ${skipped} files here holds a cybersecurity item or`} cyd facts. "cydlint inspect FILE" says what a file holds.`,
})

/** `cydlint check`: the main job. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, CHECK_OPTIONS)
  const paths = line.positionals.length > 0 ? line.positionals : isPiped() ? [STANDARD_INPUT] : []
  const settings = checkSettings(line, paths)
  const inputName = standardInputName(line, paths)
  if (paths.length === 0) line.problems.push('Nothing to check: name a file or a folder, or pipe a text in.')
  if (line.problems.length > 0) return refuse(line.problems, 'check')

  const met: Met = { found: false, skipped: 0, unread: 0 }
  let reports: Reports
  try {
    reports = await openReports(settings, line, () => met.skipped)
  } catch (error) {
    if (error instanceof MistakenPathError) return refuse([error.message], 'check')
    if (!(error instanceof UnwritableError)) throw error
    printError(`cydlint: ${error.message}\n`)
    return EXIT.unwritable
  }
  try {
    const summary = await checkAll(paths, inputName, settings, reports, met)
    reports.commit()
    await tellFiles(settings, summary, met)
    if (!met.found) return EXIT.noInput
    if (met.unread > 0) return EXIT.unreadable
    return fails(summary, settings) ? EXIT.findings : EXIT.ok
  } catch (error) {
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

const termsOf = ({ form, asOf, minConfidence }: CheckSettings): CheckTerms => ({ form, asOf, minConfidence })

/** Reads, checks and reports document by document. */
const checkAll = async (
  paths: readonly string[],
  inputName: string,
  settings: CheckSettings,
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
  for await (const event of checkInputs(paths, inputName, termsOf(settings), settings.threads)) {
    let isRead = true
    if (event.type === 'skipped') met.skipped++
    else if (event.type === 'document') {
      counts.add(event.document)
      progress.checked()
      isRead = await reports.write(reporter => reporter.document(event.document))
    } else isRead = await fail(event.error)
    if (event.type === 'document' || event.type === 'unreadable') met.found = true
    if (!isRead) break
  }
  if (!met.found && met.unread === 0) await fail(nothingFound(met.skipped, paths))
  progress.clear()
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
