import type { Effective } from '../config/resolve.js'
import { cacheFolder } from './cache-folder.js'
import type { CheckTerms, InputPlan } from './check-inputs.js'
import { type CheckSettings, checkSettings, type RunDefaults, standardInputName } from './check-options.js'
import type { CommandLine } from './command-line.js'
import { configChoice, configurations, folderOf } from './configurations.js'
import { isPiped, STANDARD_INPUT } from './inputs.js'
import { type KnownFindings, knownFindings } from './known-findings.js'
import { knownProblems } from './known-options.js'
import type { Statistics } from './statistics.js'

/** All that a run of `check` goes by. It is made anew for each run: what it holds of earlier findings counts as it goes. */
export interface CheckPlan extends InputPlan {
  readonly line: CommandLine
  readonly settings: CheckSettings
  /** What is known of findings from before the run. */
  readonly known: KnownFindings
  /** Where counts are asked for. */
  readonly statistics?: Statistics | undefined
}

/**
 * What a command line of `check` asks for, with what the configuration says of the run.
 * @param noteFile told of every file that a configuration is read from
 * @returns undefined where the line's problems forbid a run
 * @throws MistakenConfig or MistakenFile where a configuration or a baseline cannot be used
 */
export const planCheck = async (
  line: CommandLine,
  noteFile?: (path: string) => void,
): Promise<CheckPlan | undefined> => {
  const paths = line.positionals.length > 0 ? line.positionals : isPiped() ? [STANDARD_INPUT] : []
  const found = configurations(configChoice(line), noteFile)
  const folder = folderOf(paths[0])
  const settings = checkSettings(line, paths, runDefaults(await found.runSettings(folder)))
  const inputName = standardInputName(line, paths)
  if (paths.length === 0) line.problems.push('Nothing to check: name a file or a folder, or pipe a text in.')
  line.problems.push(...knownProblems(line, paths))
  const cache = cacheFolder(line, folder)
  if (line.has('watch') && paths.includes(STANDARD_INPUT))
    line.problems.push('--watch waits for files to change, and standard input is none. Name a path.')
  if (line.problems.length > 0) return undefined
  const terms = termsOf(settings, line)
  const prior = line.has('prior')
    ? await (await import('./prior.js')).openPrior(line, settings.form)
    : undefined
  const timing = line.has('timing') ? (await import('./timing.js')).timing() : undefined
  const known = await knownFindings(line, folder, terms, settings.minConfidence)
  return {
    line,
    paths,
    standardInputName: inputName,
    settings,
    terms: { ...terms, ...(timing && { timer: timing.timer }), ...(cache !== undefined && { cache }) },
    threads: timing ? 1 : settings.threads,
    timing,
    statistics: line.has('stats') ? (await import('./statistics.js')).statistics() : undefined,
    configurations: found,
    wantsIgnored: line.has('no-ignore'),
    known: { ...known, closing: () => [...known.closing(), ...(prior?.closing() ?? [])] },
    prior,
    narrow: known.narrow,
    asLines: known.isNothing && settings.reports.every(({ format }) => format === 'ndjson'),
  }
}

/** A confidence that is asked for on the command line wins over whatever a configuration says of a rule. */
const termsOf = ({ form, asOf, minConfidence, reports }: CheckSettings, line: CommandLine): CheckTerms => ({
  form,
  asOf,
  withText: reports.some(({ format }) => format === 'html'),
  ...(line.has('min-confidence') && { minConfidence }),
  ...(line.has('preview') && { preview: true }),
})

const runDefaults = (effective: Effective | undefined): RunDefaults => ({
  ...(effective?.failOn && { failOn: effective.failOn.value }),
  ...(effective?.maxWarnings && { maxWarnings: effective.maxWarnings.value }),
  ...(effective?.minConfidence && { minConfidence: effective.minConfidence.value }),
})
