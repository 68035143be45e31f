import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brokenRules } from '../api/broken-rules.js'
import {
  type Baseline,
  EMPTY_BASELINE,
  movedDocuments,
  type NamedDocument,
  rewritten,
  withMoved,
} from '../baseline/baseline.js'
import { documentKey } from '../model/document-key.js'
import { CONFIDENCES, type Confidence } from '../model/finding.js'
import type { ReportError } from '../model/report.js'
import { type BaselinePlace, baselinePlace, pathFrom, readBaseline, writeBaseline } from './baseline-file.js'
import { checkInputs } from './check-inputs.js'
import { asOfOption, CHECK_OPTIONS, formOption, jobsOption } from './check-options.js'
import { type CommandLine, choice, type Option, parseCommandLine } from './command-line.js'
import { MistakenConfig } from './config-files.js'
import { configChoice, configurations, folderOf } from './configurations.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { shownPath } from './folder-path.js'
import { STANDARD_INPUT } from './inputs.js'
import { print, printError, UnwritableError } from './output.js'
import { refuse, refuseConfig } from './refusal.js'
import { MistakenFile } from './strict-file.js'

export const ACTIONS = ['write', 'check', 'prune', 'move'] as const
type Action = (typeof ACTIONS)[number]

const TAKEN = [
  'form',
  'min-confidence',
  'as-of',
  'jobs',
  'config',
  'no-config',
  'no-ignore',
  'baseline',
  'help',
]
export const BASELINE_OPTIONS: Readonly<Record<string, Option>> = {
  ...Object.fromEntries(Object.entries(CHECK_OPTIONS).filter(([name]) => TAKEN.includes(name))),
  'allow-growth': { type: 'boolean' },
  reason: { type: 'string' },
}

/** What a run over the paths found, for a baseline. */
interface Run {
  readonly documents: readonly NamedDocument[]
  readonly unread: number
}

interface Terms {
  readonly line: CommandLine
  readonly paths: readonly string[]
  readonly place: BaselinePlace
  readonly asOf: string
  readonly least: Confidence
}

const checkAll = async ({ line, paths, place, asOf }: Terms): Promise<Run> => {
  const documents: NamedDocument[] = []
  let unread = 0
  const [least] = line.values('min-confidence')
  const terms = {
    form: formOption(line),
    asOf,
    ...(least !== undefined && { minConfidence: choice(line, 'min-confidence', CONFIDENCES, 'medium') }),
  }
  const plan = {
    paths,
    standardInputName: '<stdin>',
    terms,
    threads: jobsOption(line),
    configurations: configurations(configChoice(line)),
    wantsIgnored: line.has('no-ignore'),
  }
  const fail = ({ path, message }: ReportError): void => {
    unread++
    printError(`cydlint: ${path}: ${message}\n`)
  }
  const broken = brokenRules()
  for await (const event of checkInputs(plan)) {
    if (event.type === 'document') {
      documents.push({ document: event.document, path: pathFrom(place.path, event.document.path) })
      for (const error of broken(event)) fail(error)
    } else if (event.type === 'unreadable' || event.type === 'missing') fail(event.error)
  }
  // Findings of a rule that cannot be used would seem to be fixed.
  for (const problem of await plan.configurations.ruleProblems()) fail(problem)
  return { documents, unread }
}

const findings = (count: number): string => `${count} finding${count === 1 ? '' : 's'}`

const size = ({ documents }: Baseline): number =>
  documents.reduce((sum, each) => sum + each.findings.length, 0)

const exitOf = ({ documents, unread }: Run, otherwise: ExitCode): ExitCode =>
  unread > 0 ? EXIT.unreadable : documents.length === 0 ? EXIT.noInput : otherwise

const write = async (terms: Terms): Promise<ExitCode> => {
  const { line, place, asOf, least } = terms
  const before = place.exists ? await readBaseline(place.path) : null
  const run = await checkAll(terms)
  if (exitOf(run, EXIT.ok) !== EXIT.ok) {
    printError('cydlint: the baseline is left as it is, because not everything could be checked.\n')
    return exitOf(run, EXIT.ok)
  }
  const grows = before === null || line.has('allow-growth')
  const { baseline, added, removed } = rewritten(before ?? EMPTY_BASELINE, run.documents, {
    asOf,
    least,
    grows,
  })
  if (!grows && added > 0) {
    printError(
      `cydlint: ${findings(added)} would be added to ${shownPath(place.path)}, and a baseline only shrinks. Cure them or suppress them; where they have to be added, say why: --allow-growth --reason "…".\n`,
    )
    return EXIT.findings
  }
  const [reason = ''] = line.values('reason')
  const growth =
    before !== null && added > 0
      ? [...baseline.growth, { date: asOf, added, reason: reason.trim() }]
      : baseline.growth
  await writeBaseline(place.path, { ...baseline, growth })
  await print(
    `${shownPath(place.path)} holds ${findings(size(baseline))}${before === null ? '' : `: ${added} added, ${removed} taken out`}.\n`,
  )
  return EXIT.ok
}

const existing = async ({ path, exists }: BaselinePlace): Promise<Baseline> => {
  if (!exists)
    throw new MistakenFile(
      `There is no baseline at ${shownPath(path)}. "cydlint baseline write PATH" makes one.`,
    )
  return readBaseline(path)
}

const isGoneFrom = (place: BaselinePlace) => (path: string) => !existsSync(join(dirname(place.path), path))

const inspect = async (terms: Terms, prunes: boolean): Promise<ExitCode> => {
  const { place, asOf, least } = terms
  const before = await existing(place)
  const run = await checkAll(terms)
  const { baseline, added, removed } = rewritten(before, run.documents, { asOf, least, grows: false })
  const isGone = isGoneFrom(place)
  const moved = movedDocuments(before, run.documents, isGone)
  const gone = baseline.documents.filter(
    ({ document, path }) => isGone(path) && !moved.some(({ from }) => from === document),
  )
  const lines = [
    ...moved.map(
      ({ from, to, shared, entries }) =>
        `The entries of ${from} seem to belong to ${to}: ${shared} of ${entries} match. "cydlint baseline move ${quoted(from)} ${quoted(to)}" moves them.`,
    ),
    ...gone.map(({ document, findings: own }) => `${document} is gone: ${findings(own.length)} of it.`),
  ]
  const named = shownPath(place.path)
  if (!prunes) {
    lines.push(
      `${named} holds ${findings(size(before))}; ${removed} fixed${removed > 0 ? ' ("cydlint baseline prune" takes them out)' : ''}; ${added} found that it does not hold.`,
    )
    await print(`${lines.join('\n')}\n`)
    return exitOf(run, removed + gone.length + moved.length > 0 ? EXIT.findings : EXIT.ok)
  }
  const pruned = { ...baseline, documents: baseline.documents.filter(each => !gone.includes(each)) }
  const taken = size(before) - size(pruned)
  if (taken > 0) await writeBaseline(place.path, pruned)
  lines.push(`${named}: ${findings(taken)} taken out, ${size(pruned)} left.`)
  await print(`${lines.join('\n')}\n`)
  return exitOf(run, EXIT.ok)
}

const quoted = (name: string): string => (/^[\w./#-]+$/.test(name) ? name : JSON.stringify(name))

/** Moves the entries of one document to another, which is checked to know its registrant. */
const move = async (terms: Terms): Promise<ExitCode> => {
  const { place, paths } = terms
  const [from = '', to = ''] = paths
  const before = await existing(place)
  const entry = before.documents.find(({ document }) => document === from)
  if (!entry) {
    const { didYouMean } = await import('../text/nearest-name.js')
    const known = before.documents.map(({ document }) => document)
    return refuse([`The baseline has no entries of ${from}.${didYouMean(from, known)}`], 'baseline')
  }
  const file = join(dirname(place.path), to.replace(/#.*$/, ''))
  const run = await checkAll({ ...terms, paths: [existsSync(file) ? file : to] })
  const target = run.documents.find(
    ({ document: { id }, path }) => documentKey({ path, id }) === to || path === to,
  )
  if (!target) return refuse([`No document ${to} was found to move the entries to.`], 'baseline')
  const key = documentKey({ path: target.path, id: target.document.id })
  if (before.documents.some(({ document }) => document === key))
    return refuse([`${key} has entries of its own. Write the baseline anew instead.`], 'baseline')
  await writeBaseline(place.path, withMoved(before, from, target))
  await print(`${findings(entry.findings.length)} of ${from} moved to ${key}.\n`)
  return EXIT.ok
}

/** `cydlint baseline`: findings that were there, so that only new ones count. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, BASELINE_OPTIONS)
  const [name, ...paths] = line.positionals
  const action: Action | undefined = ACTIONS.find(each => each === name)
  if (!action) {
    line.problems.push(
      name === undefined
        ? `Say what to do with the baseline: ${ACTIONS.join(', ')}.`
        : `"baseline ${name}" is nothing that can be asked: it is one of ${ACTIONS.join(', ')}.`,
    )
  } else if (action === 'move' ? paths.length !== 2 : paths.length === 0)
    line.problems.push(
      action === 'move'
        ? 'Name the document that had the entries and the one that gets them.'
        : `Name what to check: cydlint baseline ${action} PATH.`,
    )
  if (paths.includes(STANDARD_INPUT))
    line.problems.push('A baseline is of files, and standard input is none.')
  const [reason] = line.values('reason')
  if (line.has('allow-growth')) {
    const { reasonProblem } = await import('../engine/suppressions/reason.js')
    const problem = reasonProblem(reason ?? '')
    if (problem !== null) line.problems.push(`--allow-growth needs --reason: ${problem}`)
  } else if (reason !== undefined)
    line.problems.push('--reason is that of --allow-growth, which is not given.')
  const asOf = asOfOption(line)
  const least = choice(line, 'min-confidence', CONFIDENCES, 'medium')
  formOption(line)
  jobsOption(line)
  if (line.problems.length > 0 || !action) return refuse(line.problems, 'baseline')
  try {
    const place = baselinePlace(line, folderOf(action === 'move' ? undefined : paths[0]))
    const terms: Terms = { line, paths, place, asOf, least }
    switch (action) {
      case 'write':
        return await write(terms)
      case 'move':
        return await move(terms)
      default:
        return await inspect(terms, action === 'prune')
    }
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    if (error instanceof MistakenFile) return refuse([error.message], 'baseline')
    if (!(error instanceof UnwritableError)) throw error
    printError(`cydlint: ${error.message}\n`)
    return EXIT.unwritable
  }
}
