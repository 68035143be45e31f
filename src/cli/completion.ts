import { shippedCatalogue } from '../engine/catalogue.js'
import { CONFIDENCES } from '../model/finding.js'
import { FORMS } from '../model/forms.js'
import { REQUIREMENT_NAMES } from '../model/requirements.js'
import { THRESHOLDS } from '../model/verdict.js'
import { COMPARISON_FORMATS } from '../reporters/comparison/reporter.js'
import { FORMATS } from '../reporters/formats.js'
import { didYouMean } from '../text/nearest-name.js'
import { ANNOTATE_OPTIONS } from './annotate.js'
import { BASELINE_OPTIONS } from './baseline.js'
import { CHECK_OPTIONS } from './check-options.js'
import { type Option, parseCommandLine } from './command-line.js'
import { COMPARE_OPTIONS } from './compare.js'
import { type Argument, type CompletedCommand, SCRIPTS, SHELLS } from './completion-scripts.js'
import { CONFIG_FORMATS, CONFIG_OPTIONS } from './config.js'
import { DISPOSITIONS_OPTIONS } from './dispositions.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { EXPLAIN_FORMATS, EXPLAIN_OPTIONS } from './explain.js'
import { HELP } from './help.js'
import { INIT_OPTIONS } from './init.js'
import { INSPECT_FORMATS, INSPECT_OPTIONS } from './inspect.js'
import { print } from './output.js'
import { refuse } from './refusal.js'
import { RULES_FORMATS, RULES_OPTIONS } from './rules.js'
import { SUPPRESSIONS_FORMATS, SUPPRESSIONS_OPTIONS } from './suppressions.js'

const OPTIONS: Readonly<Record<string, Readonly<Record<string, Option>>>> = {
  annotate: ANNOTATE_OPTIONS,
  baseline: BASELINE_OPTIONS,
  check: CHECK_OPTIONS,
  compare: COMPARE_OPTIONS,
  completion: {},
  config: CONFIG_OPTIONS,
  dispositions: DISPOSITIONS_OPTIONS,
  explain: EXPLAIN_OPTIONS,
  help: {},
  init: INIT_OPTIONS,
  inspect: INSPECT_OPTIONS,
  rules: RULES_OPTIONS,
  suppressions: SUPPRESSIONS_OPTIONS,
}

/** Values of `--format`, which differ from command to command. */
const FORMATS_OF: Readonly<Record<string, readonly string[]>> = {
  check: FORMATS,
  compare: COMPARISON_FORMATS,
  config: CONFIG_FORMATS,
  explain: EXPLAIN_FORMATS,
  inspect: INSPECT_FORMATS,
  rules: RULES_FORMATS,
  suppressions: SUPPRESSIONS_FORMATS,
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  form: FORMS,
  'fail-on': THRESHOLDS,
  'min-confidence': CONFIDENCES,
}

const argumentOf = (name: string): Argument => {
  if (name === 'explain') return [...shippedCatalogue().rules.map(rule => rule.name), ...REQUIREMENT_NAMES]
  if (name === 'help') return Object.keys(HELP)
  if (name === 'completion') return SHELLS
  return name === 'rules' ? [] : 'files'
}

/** Every command as shells complete it, by name. */
export const completedCommands = (): readonly CompletedCommand[] =>
  Object.entries(OPTIONS).map(([name, options]) => ({
    name,
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    argument: argumentOf(name),
    values: { ...VALUES, ...(FORMATS_OF[name] ? { format: FORMATS_OF[name] } : {}) },
  }))

/** `cydlint completion SHELL`: a script that makes the shell complete commands, options and their values. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, {})
  const [name, extra] = line.positionals
  const shell = SHELLS.find(each => each === name)
  if (name === undefined) line.problems.push(`For which shell? Name one of ${SHELLS.join(', ')}.`)
  else if (!shell)
    line.problems.push(
      `"${name}" is no shell that cydlint knows: it is one of ${SHELLS.join(', ')}.${didYouMean(name, SHELLS)}`,
    )
  if (extra !== undefined) line.problems.push(`"completion" takes one shell, and "${extra}" is a second one.`)
  if (line.problems.length > 0 || !shell) return refuse(line.problems, 'completion')
  await print(SCRIPTS[shell](completedCommands()))
  return EXIT.ok
}
