import { LOOKS } from '../reporters/canvas.js'
import { styleFor } from '../reporters/style.js'
import { paragraph } from '../reporters/wrap.js'
import type { ToldConfiguration } from './config.js'

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - text.length))

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length))

const SECTION_HEADS = {
  ignore: 'Left out',
  glossary: 'Glossary',
  rules: 'Rules',
  settings: 'Settings',
} as const

/** What holds, as a table; where each thing was set stands at the end of its line. */
export const configurationText = (told: ToldConfiguration, width: number, color: boolean): string => {
  const style = styleFor(color)
  const { file, config, leftOut, settings, rules, sections, ignore, glossary } = told
  const lines: string[] = [
    config === null ? 'No configuration holds here.' : `Configuration: ${style(config, 'bold')}`,
    ...(leftOut === null ? [] : [`${file} is left out by ${leftOut}.`]),
    '',
    style(SECTION_HEADS.settings, 'bold'),
  ]
  const values = Object.entries(settings).map(([key, { value, from }]) => ({
    key,
    value: value === null ? (key === 'form' ? 'as the input says' : 'no limit') : String(value),
    from,
  }))
  const keys = widest(values.map(({ key }) => key))
  const shown = widest(values.map(({ value }) => value))
  for (const { key, value, from } of values)
    lines.push(`  ${padded(key, keys)}  ${padded(value, shown)}  ${style(from, 'dim')}`)

  lines.push('', style(SECTION_HEADS.rules, 'bold'))
  const names = widest(rules.map(({ rule }) => rule))
  for (const { rule, severity, severityFrom, minConfidence, minConfidenceFrom, options } of rules) {
    const level = severity === 'off' ? 'off' : style(severity, LOOKS[severity])
    const own =
      minConfidenceFrom === settings.minConfidence.from
        ? ''
        : `; confidence ${minConfidence} or better: ${minConfidenceFrom}`
    lines.push(
      `  ${padded(rule, names)}  ${level}${' '.repeat('warning'.length - severity.length)}  ${style(`${severityFrom}${own}`, 'dim')}`,
    )
    for (const { option, value, from } of options)
      lines.push(`    ${padded(`${option}: ${JSON.stringify(value)}`, names + 7)}  ${style(from, 'dim')}`)
  }
  for (const each of sections) {
    lines.push('', style(`In ${each.sections.map(path => `"${path}"`).join(', ')}`, 'bold'))
    for (const { rule, severity, from } of each.rules)
      lines.push(`  ${padded(rule, names)}  ${padded(severity ?? 'as above', 8)}  ${style(from, 'dim')}`)
  }
  if (ignore.length > 0) {
    const patterns = widest(ignore.map(({ value }) => value))
    lines.push('', style(SECTION_HEADS.ignore, 'bold'))
    for (const { value, from } of ignore) lines.push(`  ${padded(value, patterns)}  ${style(from, 'dim')}`)
  }
  const terms = Object.entries(glossary).filter(([, list]) => list.length > 0)
  if (terms.length > 0) {
    lines.push('', style(SECTION_HEADS.glossary, 'bold'))
    for (const [key, list] of terms) lines.push(...paragraph(list.join(', '), width, '    ', `  ${key}: `))
  }
  return `${lines.join('\n')}\n`
}
