import { resolve } from 'node:path'
import { EXAMPLE_DAY } from '../api/article.js'
import { differenceFrom } from '../api/difference.js'
import { checkedDocument } from '../api/document-report.js'
import { type ExampleContent, exampleInput, priorContent } from '../api/example-input.js'
import type { RuleExample, RuleFile } from '../engine/rule.js'
import type { Disclosure } from '../model/disclosure.js'
import { openInput } from '../readers/read.js'
import { parseCommandLine } from './command-line.js'
import { MistakenConfig } from './config-files.js'
import { configChoice, configurations } from './configurations.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { print, printError } from './output.js'
import { readOwnRules } from './own-rules.js'
import { pluginChecks } from './plugin-checks.js'
import { refuse, refuseConfig } from './refusal.js'

const squeezed = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()

/** The document that an example stands for, or why it cannot be read. */
const readExample = async (example: ExampleContent): Promise<Disclosure | string> => {
  const { path, text, bytes } = exampleInput(example)
  const { entries } = await openInput(bytes ? { path, bytes } : { path, text }, { form: example.form })
  for await (const entry of entries()) return entry.type === 'error' ? entry.error.message : entry.document
  return 'it holds nothing to check.'
}

/** What a rule finds in an example: the words that each finding quotes; or why the example cannot be read. */
const quotesIn = async (
  rule: RuleFile,
  example: RuleExample,
  ownRules: readonly RuleFile[],
): Promise<readonly string[] | string> => {
  const disclosure = await readExample(example)
  if (typeof disclosure === 'string') return disclosure
  const prior = priorContent(example)
  const old = prior && (await readExample(prior))
  if (typeof old === 'string') return `its prior document: ${old}`
  const { document, faults } = checkedDocument(
    disclosure,
    {
      asOf: EXAMPLE_DAY,
      minConfidence: 'low',
      settings: { preview: [rule.name] },
      ownRules,
      ownChecks: [...pluginChecks.values()],
    },
    old && { difference: differenceFrom(old, disclosure) },
  )
  const fault = faults.find(each => each.rule === rule.name)
  if (fault) return `${fault.message}.`
  return document.findings.filter(finding => finding.rule === rule.name).map(({ quote }) => squeezed(quote))
}

/** What is wrong with the examples of a rule, each in a line. */
const failuresOf = async (rule: RuleFile, ownRules: readonly RuleFile[]): Promise<readonly string[]> => {
  const failures: string[] = []
  for (const example of rule.examples.fires) {
    const quotes = await quotesIn(rule, example, ownRules)
    if (typeof quotes === 'string') failures.push(`cannot be tried on "${example.title}": ${quotes}`)
    else if (quotes.length === 0) failures.push(`does not fire on "${example.title}".`)
    else if (example.quote !== undefined && !quotes.includes(squeezed(example.quote)))
      failures.push(
        `quotes ${quotes.map(each => `"${each}"`).join(', ')} in "${example.title}", not "${example.quote}".`,
      )
  }
  for (const example of rule.examples.silent) {
    const quotes = await quotesIn(rule, example, ownRules)
    if (typeof quotes === 'string') failures.push(`cannot be tried on "${example.title}": ${quotes}`)
    else if (quotes.length > 0) failures.push(`fires on "${example.title}", where it has to be silent.`)
  }
  return failures
}

/** `cydlint rules test [FILES]`: whether rules do on their examples what these say. */
export const testRules = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, { config: { type: 'string' }, 'no-config': { type: 'boolean' } })
  try {
    const found = configurations(configChoice(line))
    if (line.problems.length > 0) return refuse(line.problems, 'rules')
    const paths = line.positionals.map(path => resolve(path))
    const config = paths.length === 0 ? await found.configFor(process.cwd()) : undefined
    const { rules, problems } = config?.ownRules ?? (await readOwnRules(paths))
    for (const { path, message } of problems) printError(`cydlint: ${path}: ${message}\n`)
    let failed = 0
    for (const rule of rules) {
      const failures = await failuresOf(rule, rules)
      const { fires, silent } = rule.examples
      if (failures.length === 0) await print(`${rule.name}: ${fires.length + silent.length} examples hold.\n`)
      else failed++
      for (const each of failures) await print(`${rule.file}: ${rule.name} ${each}\n`)
    }
    if (problems.length > 0) return EXIT.unreadable
    if (rules.length === 0) {
      printError(
        'cydlint: There is no rule to test: name its file, or "ruleFiles" or "plugins" in the configuration.\n',
      )
      return EXIT.noInput
    }
    return failed > 0 ? EXIT.findings : EXIT.ok
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    throw error
  }
}
