import { dirname } from 'node:path'
import { tool } from '../generated/tool.js'
import type { BinaryReporter, Reporter } from '../reporters/reporter.js'
import type { RuleDescription } from '../reporters/rule-description.js'
import type { CheckSettings, WantedReport } from './check-options.js'
import type { CommandLine } from './command-line.js'
import { inWords } from './inputs.js'
import { pageWidth, screenHeight, terminalWidth, wantsColor } from './look.js'
import {
  appendedOutput,
  fileOutput,
  MistakenPathError,
  type Sink,
  standardOutput,
  UnwritableError,
} from './output.js'

/** What a reporter makes at a time. */
type Piece = string | Uint8Array | Promise<Uint8Array>

/** The reports of a run, written side by side. */
export interface Reports {
  /** Writes to each what its reporter makes. @returns false once nobody reads any of them */
  readonly write: (pieceOf: (reporter: Reporter | BinaryReporter) => Piece) => Promise<boolean>
  /** Puts files into place. */
  readonly commit: () => void
  /** Takes away what is not in place. */
  readonly discard: () => void
}

const reporterFor = async (
  { format, file }: WantedReport,
  settings: CheckSettings,
  line: CommandLine,
  skipped: () => number,
  closing: () => readonly string[],
  rules: () => Promise<readonly RuleDescription[]>,
): Promise<Reporter | BinaryReporter> => {
  const head = { tool, asOf: settings.asOf }
  const { failOn, maxWarnings, quiet, minConfidence } = settings
  switch (format) {
    case 'json':
      return (await import('../reporters/json.js')).json(head)
    case 'ndjson':
      return (await import('../reporters/ndjson.js')).ndjson(head)
    case 'terminal': {
      const { terminal } = await import('../reporters/terminal.js')
      return terminal(head, {
        failOn,
        maxWarnings,
        quiet,
        minConfidence,
        skipped,
        closing,
        color: file === null ? wantsColor(line) : line.has('color'),
        width: file === null ? terminalWidth() : pageWidth(),
        height: screenHeight(file === null),
        all: line.has('all'),
      })
    }
    case 'sarif':
      return (await import('../reporters/sarif.js')).sarif(head, { rules: await rules() })
    case 'junit':
      return (await import('../reporters/junit.js')).junit({ failOn })
    case 'github':
      return (await import('../reporters/github.js')).github({ failOn, maxWarnings, skipped })
    case 'gitlab':
      return (await import('../reporters/gitlab.js')).gitlab()
    case 'checkstyle':
      return (await import('../reporters/checkstyle.js')).checkstyle()
    case 'markdown':
      return (await import('../reporters/markdown.js')).markdown(head, {
        failOn,
        maxWarnings,
        minConfidence,
        skipped,
      })
    case 'csv':
      return (await import('../reporters/csv.js')).csv()
    case 'xlsx':
      return (await import('../reporters/xlsx.js')).xlsx(head)
    case 'html': {
      const { reportView } = await import('../generated/report-view.js')
      const { requirementDescriptions } = await import('../api/requirement-descriptions.js')
      const { html } = await import('../reporters/html/html.js')
      return html(head, {
        view: reportView,
        requirements: requirementDescriptions(),
        failOn,
        maxWarnings,
        minConfidence,
        skipped,
      })
    }
  }
}

/** GitHub refuses a summary of more than 1 MiB; a character takes three bytes at most. */
const STEP_SUMMARY_LIMIT = 340_000

/** Failures that another path would cure, rather than more room or other rights. */
const MISTAKEN = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP'])

const unopened = (file: string, error: unknown): Error => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? `there is no folder "${dirname(file)}". Make it, or name another.`
      : inWords(error)
  const message = `The report cannot be written to ${file}: ${why}`
  return MISTAKEN.has(code) ? new MistakenPathError(message) : new UnwritableError(message)
}

/**
 * Opens a place to write to: standard output where no file is named.
 * @throws MistakenPathError or UnwritableError where the file cannot be made
 */
export const openSink = (file: string | null): Sink => {
  if (file === null) return standardOutput
  try {
    return fileOutput(file)
  } catch (error) {
    throw unopened(file, error)
  }
}

/**
 * Opens the reports that are asked for, and the summary of a step on GitHub where there are annotations of it: those
 * are few and short.
 * @param skipped files skipped so far, asked for at the end
 * @param closing what a person is told last, asked for at the end
 * @param rules those of the run, as reports describe them
 * @throws MistakenPathError or UnwritableError where a file cannot be made; then none is left
 */
export const openReports = async (
  settings: CheckSettings,
  line: CommandLine,
  skipped: () => number,
  closing: () => readonly string[],
  rules: () => Promise<readonly RuleDescription[]>,
): Promise<Reports> => {
  const running: { readonly reporter: Reporter | BinaryReporter; readonly sink: Sink }[] = []
  const discard = (): void => {
    for (const { sink } of running) sink.discard()
  }
  const open = (file: string, reporter: Reporter | BinaryReporter, sinkOf: (file: string) => Sink): void => {
    try {
      running.push({ reporter, sink: sinkOf(file) })
    } catch (error) {
      discard()
      throw unopened(file, error)
    }
  }
  for (const wanted of settings.reports) {
    const reporter = await reporterFor(wanted, settings, line, skipped, closing, rules)
    open(wanted.file ?? '', reporter, wanted.file === null ? () => standardOutput : fileOutput)
  }
  const { GITHUB_STEP_SUMMARY: summary } = process.env
  if (summary && settings.reports.some(({ format }) => format === 'github')) {
    const { markdown } = await import('../reporters/markdown.js')
    const { failOn, maxWarnings, minConfidence, asOf } = settings
    const options = { failOn, maxWarnings, minConfidence, skipped, limit: STEP_SUMMARY_LIMIT }
    open(summary, markdown({ tool, asOf }, options), appendedOutput)
  }
  return {
    write: async pieceOf => {
      let isRead = false
      for (const { reporter, sink } of running) if (await sink.write(await pieceOf(reporter))) isRead = true
      return isRead
    },
    commit: () => {
      for (const { sink } of running) sink.commit()
    },
    discard,
  }
}
