import { shippedCatalogue } from '../engine/catalogue.js'
import { tool } from '../generated/tool.js'
import { LOOKS } from '../reporters/canvas.js'
import { styleFor } from '../reporters/style.js'
import { paragraph } from '../reporters/wrap.js'
import { choice, type Option, parseCommandLine } from './command-line.js'
import { MistakenConfig } from './config-files.js'
import { configChoice, configurations } from './configurations.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { terminalWidth, wantsColor } from './look.js'
import { print, printError } from './output.js'
import { refuse, refuseConfig } from './refusal.js'
import { type RuleInForce, type RulesInForce, rulesInForce } from './rules-in-force.js'

const isShipped = (name: string): boolean => shippedCatalogue().named.has(name)

const table = (rules: readonly RuleInForce[], width: number, color: boolean): string => {
  const style = styleFor(color)
  const names = Math.max(...rules.map(({ rule: { name } }) => name.length))
  const before = names + 2 + 'warning'.length + 2
  const rows = rules.flatMap(({ rule: { name, severity, preview, summary, file }, severity: set }) => {
    const { from } = set
    // A rule on trial is off, and the severity tells what it would be.
    const isOnTrial = preview && set.value === 'off' && from.startsWith('default')
    const value = isOnTrial ? severity : set.value
    const isOwn = !isShipped(name)
    const notes = [
      ...(isOnTrial ? ['preview: off'] : []),
      ...(from.startsWith('default') ? [] : [`set by ${from}`]),
      ...(isOwn ? [`your own, ${file}`] : []),
    ]
    const about = notes.length > 0 ? `${summary} (${notes.join('; ')})` : summary
    const level =
      (value === 'off' ? value : style(value, LOOKS[value])) + ' '.repeat('warning'.length - value.length)
    const start = `${style(name, 'bold')}${' '.repeat(names - name.length)}  ${level}`
    if (width - before < 50) return [start, ...paragraph(about, width, '    ')]
    return paragraph(about, width, ' '.repeat(before), `${start}  `)
  })
  const off = rules.filter(({ rule, severity }) => rule.preview && severity.value === 'off').length
  return [
    ...rows,
    '',
    `${rules.length} rules${off > 0 ? `, ${off} of them off unless asked for` : ''}.`,
    '"cydlint explain NAME" tells what a rule is for.',
    '',
  ].join('\n')
}

const json = (rules: readonly RuleInForce[]): string =>
  `${JSON.stringify(
    {
      version: 1,
      tool,
      rules: rules.map(({ rule: { file, ...rule }, severity, options }) => ({
        ...rule,
        ...(isShipped(rule.name) ? {} : { file }),
        inForce: { severity: severity.value, from: severity.from, options },
      })),
    },
    null,
    2,
  )}\n`

export const RULES_FORMATS = ['table', 'json'] as const

export const RULES_OPTIONS: Readonly<Record<string, Option>> = {
  format: { type: 'string', short: 'f' },
  'changed-since': { type: 'string' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
}

/** `cydlint rules`: the catalogue. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  if (args[0] === 'test') return (await import('./rules-test.js')).testRules(args.slice(1))
  const line = parseCommandLine(args, RULES_OPTIONS)
  const format = choice(line, 'format', RULES_FORMATS, 'table')
  const [extra] = line.positionals
  if (extra !== undefined)
    line.problems.push(`"rules" takes no name. Did you mean "cydlint explain ${extra}"?`)
  const [since] = line.values('changed-since')
  if (line.values('changed-since').length > 1) line.problems.push('--changed-since names one version.')
  if (since !== undefined && line.problems.length === 0) {
    const { changesSince } = await import('./rules-changed.js')
    const color = wantsColor(line)
    const canvas = { width: terminalWidth(), color, style: styleFor(color) }
    const changes = changesSince(since, format, canvas)
    if ('problem' in changes) line.problems.push(changes.problem)
    else {
      await print(changes.text)
      return EXIT.ok
    }
  }
  if (line.problems.length > 0) return refuse(line.problems, 'rules')
  let found: RulesInForce
  try {
    const configured = configurations(configChoice(line))
    if (line.problems.length > 0) return refuse(line.problems, 'rules')
    found = await rulesInForce(configured, process.cwd())
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    throw error
  }
  for (const { path, message } of found.problems) printError(`cydlint: ${path}: ${message}\n`)
  await print(format === 'json' ? json(found.rules) : table(found.rules, terminalWidth(), wantsColor(line)))
  return found.problems.length > 0 ? EXIT.unreadable : EXIT.ok
}
