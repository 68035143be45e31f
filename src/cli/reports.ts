import { dirname } from 'node:path'
import { tool } from '../generated/tool.js'
import type { Reporter } from '../reporters/reporter.js'
import type { CheckSettings, WantedReport } from './check-options.js'
import type { CommandLine } from './command-line.js'
import { inWords } from './inputs.js'
import { pageWidth, terminalWidth, wantsColor } from './look.js'
import { fileOutput, MistakenPathError, type Sink, standardOutput, UnwritableError } from './output.js'

/** The reports of a run, written side by side. */
export interface Reports {
  /** Writes to each what its reporter makes. @returns false once nobody reads any of them */
  readonly write: (textOf: (reporter: Reporter) => string) => Promise<boolean>
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
      return terminal(head, {
        failOn,
        maxWarnings,
        quiet,
        minConfidence,
        skipped,
        color: file === null ? wantsColor(line) : line.has('color'),
        width: file === null ? terminalWidth() : pageWidth(),
      })
    }
  }
}

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
 * Opens the reports that are asked for.
 * @param skipped files skipped so far, asked for at the end
 * @throws MistakenPathError or UnwritableError where a file cannot be made; then none is left
 */
export const openReports = async (
  settings: CheckSettings,
  line: CommandLine,
  skipped: () => number,
): Promise<Reports> => {
  const running: { readonly reporter: Reporter; readonly sink: Sink }[] = []
  const discard = (): void => {
    for (const { sink } of running) sink.discard()
  }
  for (const wanted of settings.reports) {
    const reporter = await reporterFor(wanted, settings, line, skipped)
    try {
      running.push({ reporter, sink: wanted.file === null ? standardOutput : fileOutput(wanted.file) })
    } catch (error) {
      discard()
      throw unopened(wanted.file ?? '', error)
    }
  }
  return {
    write: async textOf => {
      let isRead = false
      for (const { reporter, sink } of running) if (await sink.write(textOf(reporter))) isRead = true
      return isRead
    },
    commit: () => {
      for (const { sink } of running) sink.commit()
    },
    discard,
  }
}
