import { loadRules } from '../engine/catalogue.js'
import type { RuleFile } from '../engine/rule.js'
import { tool } from '../generated/tool.js'
import { LOOKS } from '../reporters/canvas.js'
import { styleFor } from '../reporters/style.js'
import { paragraph } from '../reporters/wrap.js'
import { choice, type Option, parseCommandLine } from './command-line.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { terminalWidth, wantsColor } from './look.js'
import { print } from './output.js'
import { refuse } from './refusal.js'

const table = (rules: readonly RuleFile[], width: number, color: boolean): string => {
  const style = styleFor(color)
  const names = Math.max(...rules.map(({ name }) => name.length))
  const before = names + 2 + 'warning'.length + 2
  const rows = rules.flatMap(({ name, severity, preview, summary }) => {
    const about = preview ? `${summary} (preview: off)` : summary
    const level = style(severity, LOOKS[severity]) + ' '.repeat('warning'.length - severity.length)
    const start = `${style(name, 'bold')}${' '.repeat(names - name.length)}  ${level}`
    if (width - before < 50) return [start, ...paragraph(about, width, '    ')]
    return paragraph(about, width, ' '.repeat(before), `${start}  `)
  })
  const preview = rules.filter(rule => rule.preview).length
  return [
    ...rows,
    '',
    `${rules.length} rules${preview > 0 ? `, ${preview} of them off unless asked for` : ''}.`,
    '"cydlint explain NAME" tells what a rule is for.',
    '',
  ].join('\n')
}

const json = (rules: readonly RuleFile[]): string =>
  `${JSON.stringify({ version: 1, tool, rules: rules.map(({ file: _, ...rule }) => rule) }, null, 2)}\n`

export const RULES_FORMATS = ['table', 'json'] as const

export const RULES_OPTIONS: Readonly<Record<string, Option>> = {
  format: { type: 'string', short: 'f' },
  'changed-since': { type: 'string' },
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
  const rules = loadRules()
  await print(format === 'json' ? json(rules) : table(rules, terminalWidth(), wantsColor(line)))
  return EXIT.ok
}
