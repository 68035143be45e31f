import { documentReport } from '../api/document-report.js'
import { tool } from '../generated/tool.js'
import type { ReportError } from '../model/report.js'
import { tally } from '../model/summary.js'
import { fails } from '../model/verdict.js'
import { openInput } from '../readers/read.js'
import type { Reporter } from '../reporters/reporter.js'
import {
  CHECK_OPTIONS,
  type CheckSettings,
  checkSettings,
  standardInputName,
  type WantedReport,
} from './check-options.js'
import { type CommandLine, parseCommandLine } from './command-line.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { findInputs, inWords, isPiped, STANDARD_INPUT } from './inputs.js'
import { pageWidth, terminalWidth, wantsColor } from './look.js'
import { fileOutput, printError, type Sink, standardOutput, UnwritableError } from './output.js'
import { progressOn } from './progress.js'
import { refuse } from './refusal.js'

/** A report under way: who writes it, and where to. */
interface Running {
  readonly reporter: Reporter
  readonly sink: Sink
}

const reporterFor = async (
  { format, file }: WantedReport,
  settings: CheckSettings,
  line: CommandLine,
  skipped: () => number,
): Promise<Reporter> => {
  const head = { tool, asOf: settings.asOf }
  switch (format) {
    case 'json':
      return (await import('../reporters/json.js')).json(head)
    case 'ndjson':
      return (await import('../reporters/ndjson.js')).ndjson(head)
    case 'terminal': {
      const { terminal } = await import('../reporters/terminal.js')
      const { failOn, maxWarnings, quiet, minConfidence } = settings
      const color = file === null ? wantsColor(line) : line.has('color')
      return terminal(head, {
        failOn,
        maxWarnings,
        quiet,
        minConfidence,
        skipped,
        color,
        width: file === null ? terminalWidth() : pageWidth(),
      })
    }
  }
}

/** What a run met, beside its documents. */
interface Inputs {
  found: number
  skipped: number
  readonly errors: ReportError[]
}

const nothingFound = ({ skipped }: Inputs, paths: readonly string[]): ReportError => ({
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

  const inputs: Inputs = { found: 0, skipped: 0, errors: [] }
  const running: Running[] = []
  const discard = (): void => {
    for (const { sink } of running) sink.discard()
  }
  for (const wanted of settings.reports) {
    try {
      const sink = wanted.file === null ? standardOutput : fileOutput(wanted.file)
      running.push({ sink, reporter: await reporterFor(wanted, settings, line, () => inputs.skipped) })
    } catch (error) {
      discard()
      return refuse([`The report cannot be written to ${wanted.file}: ${inWords(error)}`], 'check')
    }
  }
  try {
    return await checkAll(paths, inputName, settings, running, inputs)
  } catch (error) {
    if (error instanceof UnwritableError) {
      printError(`cydlint: ${error.message}\n`)
      return EXIT.unwritable
    }
    throw error
  } finally {
    discard()
  }
}

/** Reads, checks and reports document by document. */
const checkAll = async (
  paths: readonly string[],
  inputName: string,
  settings: CheckSettings,
  running: readonly Running[],
  inputs: Inputs,
): Promise<ExitCode> => {
  const { form, asOf, minConfidence } = settings
  const counts = tally()
  const streams = settings.reports.some(({ format, file }) => file === null && format !== 'terminal')
  const progress = progressOn(process.stderr, !(streams && process.stdout.isTTY === true))
  /** @returns false once nobody reads any of the reports */
  const write = async (textOf: (reporter: Reporter) => string): Promise<boolean> => {
    let isRead = false
    for (const { reporter, sink } of running) if (await sink.write(textOf(reporter))) isRead = true
    return isRead
  }
  const fail = (error: ReportError): Promise<boolean> => {
    inputs.errors.push(error)
    return write(reporter => reporter.error(error))
  }
  const readAll = async (): Promise<void> => {
    for await (const input of findInputs(paths, inputName)) {
      const { path } = input
      if (input.type !== 'file') {
        if (input.type === 'unreadable') inputs.found++
        if (!(await fail({ path, message: input.message }))) return
        continue
      }
      const bytes = await input.bytes().catch(inWords)
      if (typeof bytes === 'string') {
        inputs.found++
        if (!(await fail({ path, message: bytes }))) return
        continue
      }
      const opened = await openInput({ path, bytes }, { form, inFolder: input.inFolder })
      if (input.inFolder && opened.skipped !== null) {
        inputs.skipped++
        continue
      }
      inputs.found++
      for (const entry of opened.entries()) {
        if (entry.type === 'error') {
          if (!(await fail(entry.error))) return
          continue
        }
        const document = documentReport(entry.document, { asOf, minConfidence })
        counts.add(document)
        progress.checked()
        if (!(await write(reporter => reporter.document(document)))) return
      }
    }
  }
  await readAll()
  if (inputs.found === 0 && inputs.errors.length === 0) await fail(nothingFound(inputs, paths))
  progress.clear()
  const summary = counts.summary()
  await write(reporter => reporter.end(summary))
  for (const { sink } of running) sink.commit()
  if (!settings.reports.some(({ file }) => file === null)) {
    const { verdictLine } = await import('../reporters/verdict-line.js')
    const files = settings.reports.map(({ file }) => file).join(', ')
    const totals = { summary, unread: inputs.errors.length, skipped: inputs.skipped }
    printError(`${verdictLine(totals, settings)} Written to ${files}.\n`)
  }
  if (inputs.found === 0) return EXIT.noInput
  if (inputs.errors.length > 0) return EXIT.unreadable
  return fails(summary, settings) ? EXIT.findings : EXIT.ok
}
