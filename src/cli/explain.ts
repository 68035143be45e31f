import type { ArticleTerms, Explained, Fact } from '../api/article.js'
import { explainIn } from '../api/explain.js'
import { catalogueWith, shippedCatalogue } from '../engine/catalogue.js'
import { styleFor } from '../reporters/style.js'
import { choice, type Option, parseCommandLine } from './command-line.js'
import { MistakenConfig } from './config-files.js'
import { configChoice, configurations } from './configurations.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { explanationPage } from './explanation-page.js'
import { explanationText } from './explanation-text.js'
import { terminalWidth, wantsColor } from './look.js'
import { print, printError } from './output.js'
import { refuse, refuseConfig } from './refusal.js'
import { type RuleInForce, type RulesInForce, rulesInForce } from './rules-in-force.js'

export const EXPLAIN_FORMATS = ['text', 'markdown', 'json'] as const

export const EXPLAIN_OPTIONS: Readonly<Record<string, Option>> = {
  format: { type: 'string', short: 'f' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
}

const laidOut = async (
  explanation: Explained,
  format: (typeof EXPLAIN_FORMATS)[number],
  color: boolean,
  terms: ArticleTerms,
): Promise<string> => {
  if (format === 'json') return `${JSON.stringify(explanation, null, 2)}\n`
  if (format === 'markdown') return explanationPage(explanation, undefined, terms)
  const width = Math.min(100, Math.max(40, terminalWidth()))
  return `${(await explanationText(explanation, { width, color, style: styleFor(color) }, terms)).join('\n')}\n`
}

/** How the configuration here sets a rule, where it does. */
const settingFacts = ({ severity: { value, from }, options }: RuleInForce): readonly Fact[] => [
  ...(from.startsWith('default') ? [] : [{ label: 'Set here', text: `${value}, by ${from}` }]),
  ...options
    .filter(option => option.from !== 'default')
    .map(option => ({
      label: 'Option set',
      text: `${option.option}: ${JSON.stringify(option.value)}, by ${option.from}`,
    })),
]

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
  let found: RulesInForce
  try {
    found = await rulesInForce(configurations(configChoice(line)), process.cwd())
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    throw error
  }
  const { own, checks, rules } = found
  const catalogue = own.length === 0 ? shippedCatalogue() : catalogueWith(own, checks)
  const explanation = explainIn(name, catalogue)
  if (explanation.type === 'unknown' && name !== '') {
    const meant = explanation.suggestion === null ? '' : ` Did you mean "${explanation.suggestion}"?`
    line.problems.push(
      `"${name}" is no rule, requirement, element or citation that cydlint knows.${meant} "cydlint rules" lists the rules.`,
    )
  }
  if (line.problems.length > 0 || explanation.type === 'unknown') return refuse(line.problems, 'explain')
  for (const { path, message } of found.problems) printError(`cydlint: ${path}: ${message}\n`)
  const about = explanation.type === 'rule' ? rules.find(({ rule }) => rule === explanation.rule) : undefined
  const terms = { rules: own, checks, setting: about ? settingFacts(about) : [] }
  await print(await laidOut(explanation, format, wantsColor(line), terms))
  return EXIT.ok
}
