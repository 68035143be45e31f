import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { CONFIDENCES, type Confidence } from '../model/finding.js'
import { FORMS, type Form } from '../model/forms.js'
import { type FailureTerms, THRESHOLDS } from '../model/verdict.js'
import { formNamed } from '../readers/form.js'
import { FORMATS, isBinary, type ReportFormat } from '../reporters/formats.js'
import { isDate } from '../text/date.js'
import { didYouMean } from '../text/nearest-name.js'
import { today } from './clock.js'
import { type CommandLine, choice, type Option } from './command-line.js'
import { STANDARD_INPUT } from './inputs.js'
import { KNOWN_OPTIONS } from './known-options.js'

/** A report to write; to standard output where no file is named. */
export interface WantedReport<Format extends ReportFormat = ReportFormat> {
  readonly format: Format
  readonly file: string | null
}

export interface CheckSettings extends FailureTerms {
  readonly form: Form | undefined
  readonly reports: readonly WantedReport[]
  readonly minConfidence: Confidence
  readonly asOf: string
  readonly quiet: boolean
  /** Threads that a large run may use. */
  readonly threads: number
}

export const INPUT_OPTIONS = {
  form: { type: 'string' },
  'stdin-filename': { type: 'string' },
} as const satisfies Record<string, Option>

export const CHECK_OPTIONS: Readonly<Record<string, Option>> = {
  ...INPUT_OPTIONS,
  format: { type: 'string', repeatable: true, short: 'f' },
  'fail-on': { type: 'string' },
  'min-confidence': { type: 'string' },
  'max-warnings': { type: 'string' },
  preview: { type: 'boolean' },
  'as-of': { type: 'string' },
  jobs: { type: 'string' },
  prior: { type: 'string' },
  cache: { type: 'boolean', mayHaveValue: true },
  watch: { type: 'boolean', short: 'w' },
  stats: { type: 'boolean' },
  timing: { type: 'boolean' },
  ...KNOWN_OPTIONS,
  all: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  'no-ignore': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
}

/** The form that `--form` names. */
export const formOption = (line: CommandLine): Form | undefined => {
  const [given] = line.values('form')
  if (given === undefined || given === '') return undefined
  const form = formNamed(given)
  if (!form)
    line.problems.push(
      `--form cannot be "${given}": it is one of ${FORMS.join(', ')}.${didYouMean(given, FORMS)}`,
    )
  return form
}

/** The name that standard input goes by in the report. */
export const standardInputName = (line: CommandLine, paths: readonly string[]): string => {
  const [name] = line.values('stdin-filename')
  if (name !== undefined && !paths.includes(STANDARD_INPUT))
    line.problems.push(
      '--stdin-filename names standard input, and the command reads files. Give "-" as the path, or drop the option.',
    )
  return name ?? '<stdin>'
}

const wantedReport = <Format extends ReportFormat>(
  line: CommandLine,
  given: string,
  formats: readonly Format[],
): WantedReport<Format> | undefined => {
  const [, name = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(given) ?? []
  const format = formats.find(each => each === name)
  if (!format) {
    line.problems.push(
      `Unknown format "${name}": the formats are ${formats.join(', ')}.${didYouMean(name, formats)}`,
    )
    return undefined
  }
  if (file === '') {
    line.problems.push(`--format ${given} names no file. Write --format ${name} or --format ${name}=FILE.`)
    return undefined
  }
  if (file === undefined && isBinary(format)) {
    line.problems.push(
      `A report in the format ${format} is a file of its own, which no terminal shows. Name the file: --format ${format}=FILE.${format}.`,
    )
    return undefined
  }
  return { format, file: file ?? null }
}

/** The reports that `--format` asks for, one for the terminal where it is not given. */
export const wantedReports = <Format extends ReportFormat>(
  line: CommandLine,
  paths: readonly string[],
  formats: readonly (Format | 'terminal')[],
): readonly WantedReport<Format | 'terminal'>[] => {
  const given = line.values('format').filter(value => value !== '')
  if (given.length === 0) return [{ format: 'terminal', file: null }]
  const wanted = given.flatMap(value => wantedReport(line, value, formats) ?? [])
  if (wanted.filter(({ file }) => file === null).length > 1)
    line.problems.push(
      'Two reports cannot share standard output. Give all but one of them a file: --format json=FILE.',
    )
  const files = wanted.flatMap(({ file }) => (file === null ? [] : [file]))
  const named = new Set(paths.map(path => resolve(path)))
  files.forEach((file, index) => {
    if (files.findIndex(other => resolve(other) === resolve(file)) < index)
      line.problems.push(`Two reports cannot share the file ${file}.`)
    if (named.has(resolve(file))) line.problems.push(`The report would overwrite its own input, ${file}.`)
  })
  return wanted
}

const maxWarnings = (line: CommandLine, fallback: number | null): number | null => {
  const [given] = line.values('max-warnings')
  if (given === undefined || given === '') return fallback
  if (!/^\d{1,9}$/.test(given))
    line.problems.push(`--max-warnings cannot be "${given}": it is a number, 0 or more.`)
  return Number(given)
}

export const jobsOption = (line: CommandLine): number => {
  const [given] = line.values('jobs')
  if (given === undefined || given === '') return availableParallelism()
  if (!/^[1-9]\d{0,2}$/.test(given))
    line.problems.push(`--jobs cannot be "${given}": it is a number from 1 to 999.`)
  return Number(given)
}

export const asOfOption = (line: CommandLine): string => {
  const [given] = line.values('as-of')
  if (given === undefined || given === '') return today()
  if (!isDate(given)) line.problems.push(`--as-of cannot be "${given}": it is a day, written YYYY-MM-DD.`)
  return given
}

/** What the configuration says of a run as a whole. */
export type RunDefaults = Partial<FailureTerms & Pick<CheckSettings, 'minConfidence'>>

/**
 * What the options of `check` ask for. What is mistaken is added to the line's problems.
 * @param defaults what holds where an option is not given
 */
export const checkSettings = (
  line: CommandLine,
  paths: readonly string[],
  defaults: RunDefaults = {},
): CheckSettings => ({
  form: formOption(line),
  reports: wantedReports(line, paths, FORMATS),
  failOn: choice(line, 'fail-on', THRESHOLDS, defaults.failOn ?? 'error'),
  minConfidence: choice(line, 'min-confidence', CONFIDENCES, defaults.minConfidence ?? 'medium'),
  maxWarnings: maxWarnings(line, defaults.maxWarnings ?? null),
  asOf: asOfOption(line),
  quiet: line.has('quiet'),
  threads: jobsOption(line),
})
