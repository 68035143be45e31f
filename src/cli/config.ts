import { basename, join, resolve } from 'node:path'
import type { Effective, Settled } from '../config/resolve.js'
import { loadRules } from '../engine/catalogue.js'
import type { Confidence, Severity } from '../model/finding.js'
import type { Glossary } from '../model/glossary.js'
import type { OptionValue } from '../model/option.js'
import { checkSettings, formOption } from './check-options.js'
import { type CommandLine, choice, type Option, parseCommandLine } from './command-line.js'
import { MistakenConfig } from './config-files.js'
import { configurationText } from './configuration-text.js'
import { configChoice, configurations, folderOf } from './configurations.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { shownPath } from './folder-path.js'
import { leftOut } from './ignore-files.js'
import { terminalWidth, wantsColor } from './look.js'
import { print } from './output.js'
import { refuse, refuseConfig } from './refusal.js'
import { inForce, originOf, type RuleInForce, type Told } from './rules-in-force.js'

/** What holds for one rule. */
export interface ToldRule {
  readonly rule: string
  readonly severity: Severity | 'off'
  readonly severityFrom: string
  readonly minConfidence: Confidence
  readonly minConfidenceFrom: string
  /** Its options with their values; empty where it has none. */
  readonly options: readonly (Told<OptionValue> & { readonly option: string })[]
}

/** All that holds for a file, as `cydlint config --format json` prints it. */
export interface ToldConfiguration {
  readonly version: 1
  /** null where none is asked about. */
  readonly file: string | null
  /** null where there is none. */
  readonly config: string | null
  /** Why the file is left out, where it is. */
  readonly leftOut: string | null
  readonly settings: Readonly<
    Record<
      'form' | 'failOn' | 'maxWarnings' | 'minConfidence' | 'preview',
      Told<string | number | boolean | null>
    >
  >
  readonly rules: readonly ToldRule[]
  readonly sections: readonly {
    readonly sections: readonly string[]
    readonly rules: readonly {
      readonly rule: string
      readonly severity: string | null
      readonly from: string
    }[]
  }[]
  readonly ignore: readonly Told<string>[]
  readonly glossary: Glossary
}

export const CONFIG_FORMATS = ['text', 'json'] as const

export const CONFIG_OPTIONS: Readonly<Record<string, Option>> = {
  format: { type: 'string', short: 'f' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  form: { type: 'string' },
  'fail-on': { type: 'string' },
  'min-confidence': { type: 'string' },
  'max-warnings': { type: 'string' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
}

const told = <Value>(
  line: CommandLine,
  option: string,
  given: Value,
  settled: Settled<Value> | undefined,
): Told<Value> => {
  if (line.has(option)) return { value: given, from: `--${option}` }
  return settled ? { value: settled.value, from: originOf(settled) } : { value: given, from: 'default' }
}

const toldRule = (
  { rule: { name }, severity, options }: RuleInForce,
  effective: Effective | undefined,
  least: Told<Confidence>,
): ToldRule => {
  const { minConfidence } = effective?.rules.get(name) ?? {}
  const confidence =
    minConfidence && !least.from.startsWith('--')
      ? { value: minConfidence.value, from: originOf(minConfidence) }
      : least
  return {
    rule: name,
    severity: severity.value,
    severityFrom: severity.from,
    minConfidence: confidence.value,
    minConfidenceFrom: confidence.from,
    options,
  }
}

const toldSections = (effective: Effective | undefined): ToldConfiguration['sections'] =>
  (effective?.sections ?? []).map(({ sections, rules }) => ({
    sections: sections.map(path => path.join(' > ')),
    rules: [...rules].flatMap(([rule, { severity, minConfidence }]) => {
      const origin = severity ?? minConfidence
      return origin ? [{ rule, severity: severity?.value ?? null, from: originOf(origin) }] : []
    }),
  }))

/** `cydlint config [FILE]`: what holds, and where it was set. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, CONFIG_OPTIONS)
  const [file, extra] = line.positionals
  if (extra !== undefined) line.problems.push('One file at a time: what holds may differ from file to file.')
  const format = choice(line, 'format', CONFIG_FORMATS, 'text')
  const form = formOption(line)
  const folder = folderOf(file)
  try {
    const found = configurations(configChoice(line))
    // A folder, or no file at all, is asked about as a file in it that no override names.
    const isFolder = file === undefined || folder === resolve(file)
    const effective = isFolder
      ? await found.runSettings(folder)
      : await found.effectiveFor(join(folder, basename(file)))
    const settings = checkSettings(
      { ...line, values: name => (name === 'format' ? [] : line.values(name)) },
      [],
    )
    if (line.problems.length > 0) return refuse(line.problems, 'config')
    const config = await found.configFor(folder)
    const least = told(line, 'min-confidence', settings.minConfidence, effective?.minConfidence)
    const rules = [...loadRules(), ...(config?.ownRules?.rules ?? [])]
    const report: ToldConfiguration = {
      version: 1,
      file: file ?? null,
      config: config ? shownPath(config.path) : null,
      leftOut: isFolder ? null : ((await leftOut(found.ignoredIn)(join(folder, basename(file)))) ?? null),
      settings: {
        form: told(line, 'form', form ?? null, effective?.form),
        failOn: told(line, 'fail-on', settings.failOn, effective?.failOn),
        maxWarnings: told(line, 'max-warnings', settings.maxWarnings, effective?.maxWarnings),
        minConfidence: least,
        preview: told<boolean>(line, 'preview', false, effective?.preview),
      },
      rules: rules.map(rule => toldRule(inForce(rule, effective), effective, least)),
      sections: toldSections(effective),
      ignore: (config?.layers ?? []).flatMap(({ config: { ignore = [] }, placeOf }) =>
        ignore.map((value, index) => ({ value, from: placeOf(['ignore', index]) })),
      ),
      glossary: effective?.glossary ?? { boardCommittees: [], managementCommittees: [], positions: [] },
    }
    await print(
      format === 'json'
        ? `${JSON.stringify(report, null, 2)}\n`
        : configurationText(report, terminalWidth(), wantsColor(line)),
    )
    return EXIT.ok
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    throw error
  }
}
