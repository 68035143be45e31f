import { comparePair, NOT_ASKED_FOR, unpairedDocument } from '../api/compare.js'
import { olderDocuments } from '../compare/pair-documents.js'
import { tool } from '../generated/tool.js'
import type { UnpairedDocument } from '../model/comparison.js'
import { CONFIDENCES } from '../model/finding.js'
import type { ReportError, ReportFinding } from '../model/report.js'
import { FAILING, THRESHOLDS } from '../model/verdict.js'
import {
  COMPARISON_FORMATS,
  type ComparisonFormat,
  type ComparisonReporter,
} from '../reporters/comparison/reporter.js'
import { isLive } from '../reporters/live.js'
import { type CheckTerms, termsFor } from './check-inputs.js'
import { asOfOption, formOption, standardInputName, wantedReports } from './check-options.js'
import { type CommandLine, choice, type Option, parseCommandLine } from './command-line.js'
import { MistakenConfig } from './config-files.js'
import { configChoice, configurations, withSettings } from './configurations.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { STANDARD_INPUT } from './inputs.js'
import { pageWidth, screenHeight, terminalWidth, wantsColor } from './look.js'
import { MistakenPathError, printError, type Sink, UnwritableError } from './output.js'
import { type ReadDocument, readDocuments } from './read-documents.js'
import { refuse, refuseConfig } from './refusal.js'
import { openSink } from './reports.js'
import { MistakenFile } from './strict-file.js'

export const COMPARE_OPTIONS = {
  form: { type: 'string' },
  'stdin-filename': { type: 'string' },
  format: { type: 'string', repeatable: true, short: 'f' },
  all: { type: 'boolean', short: 'a' },
  'fail-on': { type: 'string' },
  'min-confidence': { type: 'string' },
  'as-of': { type: 'string' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Readonly<Record<string, Option>>

const reporterFor = async (
  format: ComparisonFormat,
  file: string | null,
  line: CommandLine,
): Promise<ComparisonReporter> => {
  switch (format) {
    case 'json':
      return (await import('../reporters/comparison/json.js')).comparisonJson(tool)
    case 'markdown':
      return (await import('../reporters/comparison/markdown.js')).comparisonMarkdown()
    case 'terminal':
      return (await import('../reporters/comparison/terminal.js')).comparisonTerminal({
        all: line.has('all'),
        color: file === null ? wantsColor(line) : line.has('color'),
        width: file === null ? terminalWidth() : pageWidth(),
        height: screenHeight(file === null),
      })
  }
}

interface Output {
  readonly reporter: ComparisonReporter
  readonly sink: Sink
}

/** What the command compares, read. */
interface Both {
  readonly olds: readonly ReadDocument[]
  readonly news: readonly ReadDocument[]
  readonly errors: readonly ReportError[]
  /** Where a side holds no document: whether there was something that could not be read. */
  readonly lacks: 'nothing' | 'a document' | 'input'
}

const readBoth = async (
  line: CommandLine,
  paths: readonly string[],
  inputName: string,
  form: CheckTerms['form'],
): Promise<Both> => {
  const found = configurations(configChoice(line))
  const withOwn = (inputs: Parameters<typeof withSettings>[0]) => withSettings(inputs, found)
  const [old, fresh] = [
    await readDocuments(paths[0] ?? '', inputName, form, withOwn),
    await readDocuments(paths[1] ?? '', inputName, form, withOwn),
  ]
  return {
    olds: old.documents,
    news: fresh.documents,
    errors: [...old.errors, ...fresh.errors],
    lacks: [old, fresh].every(({ documents }) => documents.length > 0)
      ? 'nothing'
      : [old, fresh].every(({ isRead }) => isRead)
        ? 'a document'
        : 'input',
  }
}

/** Compares every newer document with the one before it, and writes as it goes. @returns findings that count */
const writePairs = async (
  { olds, news, errors }: Both,
  terms: CheckTerms,
  outputs: readonly Output[],
): Promise<readonly ReportFinding[]> => {
  const older = olderDocuments(
    olds.map(({ disclosure }) => disclosure),
    news.length === 1,
  )
  const unpaired: UnpairedDocument[] = []
  const live: ReportFinding[] = []
  const write = async (textOf: (reporter: ComparisonReporter) => string): Promise<void> => {
    for (const { reporter, sink } of outputs) await sink.write(textOf(reporter))
  }
  for (const { disclosure, own } of news) {
    const found = older.before(disclosure)
    if (!found.old) {
      unpaired.push(unpairedDocument(disclosure, 'new', found.reason))
      continue
    }
    const pair = comparePair(found.old, disclosure, termsFor(own, terms))
    live.push(...pair.findings.filter(isLive))
    await write(reporter => reporter.pair(pair))
  }
  unpaired.push(...older.unused().map(each => unpairedDocument(each, 'old', NOT_ASKED_FOR)))
  await write(reporter => reporter.end({ unpaired, errors }))
  return live
}

/** `cydlint compare OLD NEW`: what differs between two drafts, two years, a draft and last year's filing. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, COMPARE_OPTIONS)
  const paths = line.positionals
  const form = formOption(line)
  const wanted = wantedReports(line, paths, COMPARISON_FORMATS)
  const failOn = choice(line, 'fail-on', THRESHOLDS, 'never')
  const minConfidence = choice(line, 'min-confidence', CONFIDENCES, undefined)
  const asOf = asOfOption(line)
  const inputName = standardInputName(line, paths)
  if (paths.length !== 2)
    line.problems.push(
      `Name two inputs, the older one first: cydlint compare OLD NEW.${paths.length > 2 ? ` These are ${paths.length}.` : ''}`,
    )
  if (paths.length === 2 && paths.every(path => path === STANDARD_INPUT))
    line.problems.push('Standard input can be one of the two inputs, not both.')
  if (line.problems.length > 0) return refuse(line.problems, 'compare')

  const outputs: Output[] = []
  try {
    const both = await readBoth(line, paths, inputName, form)
    if (both.lacks !== 'nothing') {
      for (const { path, message } of both.errors) printError(`cydlint: ${path}: ${message}\n`)
      return both.lacks === 'input' ? EXIT.noInput : EXIT.unreadable
    }
    for (const { format, file } of wanted)
      outputs.push({ reporter: await reporterFor(format, file, line), sink: openSink(file) })
    const terms: CheckTerms = { form, asOf, ...(minConfidence && { minConfidence }) }
    const findings = await writePairs(both, terms, outputs)
    for (const { sink } of outputs) sink.commit()
    if (both.errors.length > 0) return EXIT.unreadable
    return findings.some(({ severity }) => FAILING[failOn].includes(severity)) ? EXIT.findings : EXIT.ok
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    if (error instanceof MistakenFile || error instanceof MistakenPathError)
      return refuse([error.message], 'compare')
    if (!(error instanceof UnwritableError)) throw error
    printError(`cydlint: ${error.message}\n`)
    return EXIT.unwritable
  } finally {
    for (const { sink } of outputs) sink.discard()
  }
}
