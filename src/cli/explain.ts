import type { Explained } from '../api/article.js'
import { explain } from '../api/explain.js'
import { styleFor } from '../reporters/style.js'
import { choice, type Option, parseCommandLine } from './command-line.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { explanationPage } from './explanation-page.js'
import { explanationText } from './explanation-text.js'
import { terminalWidth, wantsColor } from './look.js'
import { print } from './output.js'
import { refuse } from './refusal.js'

export const EXPLAIN_FORMATS = ['text', 'markdown', 'json'] as const

export const EXPLAIN_OPTIONS: Readonly<Record<string, Option>> = {
  format: { type: 'string', short: 'f' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
}

const laidOut = async (
  explanation: Explained,
  format: (typeof EXPLAIN_FORMATS)[number],
  color: boolean,
): Promise<string> => {
  if (format === 'json') return `${JSON.stringify(explanation, null, 2)}\n`
  if (format === 'markdown') return explanationPage(explanation)
  const width = Math.min(100, Math.max(40, terminalWidth()))
  return `${(await explanationText(explanation, { width, color, style: styleFor(color) })).join('\n')}\n`
}

/** `cydlint explain NAME`: a rule, a requirement, an element or a citation. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, EXPLAIN_OPTIONS)
  const format = choice(line, 'format', EXPLAIN_FORMATS, 'text')
  // A citation may be typed with its spaces: explain Item 106 (c).
  const name = line.positionals.join(' ')
  if (name === '')
    line.problems.push(
      'Explain what? Name a rule (missing/expertise), a requirement (expertise) or a citation (229.106(c)).',
    )
  const explanation = explain(name)
  if (explanation.type === 'unknown' && name !== '') {
    const meant = explanation.suggestion === null ? '' : ` Did you mean "${explanation.suggestion}"?`
    line.problems.push(
      `"${name}" is no rule, requirement, element or citation that cydlint knows.${meant} "cydlint rules" lists the rules.`,
    )
  }
  if (line.problems.length > 0 || explanation.type === 'unknown') return refuse(line.problems, 'explain')
  await print(await laidOut(explanation, format, wantsColor(line)))
  return EXIT.ok
}
