import { brokenRules } from '../api/broken-rules.js'
import type { CheckedDocument } from '../api/document-report.js'
import type { ReportError, ReportSummary } from '../model/report.js'
import { type Counted, tally } from '../model/summary.js'
import { type HiddenTally, hiddenTally } from '../reporters/hidden.js'
import type { RuleDescription } from '../reporters/rule-description.js'
import { type CheckedEvent, checkInputs, type DocumentLine } from './check-inputs.js'
import type { CheckSettings } from './check-options.js'
import type { CheckPlan } from './check-plan.js'
import { folderOf } from './configurations.js'
import { printError, standardError } from './output.js'
import { type Progress, progressOn } from './progress.js'
import { openReports, type Reports } from './reports.js'
import { isTerminal } from './terminal.js'

/** What a run met, beside its documents. */
interface Met {
  /** Whether a path led to something that had to be checked. */
  found: boolean
  skipped: number
  /** Files that are named and left out all the same. */
  ignored: number
  /** Inputs that could not be read, each once: its errors come one after the other. */
  unread: number
}

export interface CheckOutcome extends Readonly<Met> {
  /** What the reports leave out of sight. */
  readonly hidden: HiddenTally
  readonly summary: ReportSummary
}

/**
 * Carries a plan out: finds the inputs, reads and checks document by document, and writes what is found to the reports,
 * which are in place at the end or not at all.
 * @throws MistakenPathError or UnwritableError where a report cannot be written, MistakenConfig or MistakenFile where
 * what is met on the way cannot be used
 */
export const carryOut = async (plan: CheckPlan): Promise<CheckOutcome> => {
  const met: Met = { found: false, skipped: 0, ignored: 0, unread: 0 }
  const hidden = hiddenTally()
  const opened = await openReports(
    plan.settings,
    plan.line,
    () => met.skipped,
    plan.known.closing,
    () => rulesOf(plan),
  )
  const { timing } = plan
  const reports: Reports = timing
    ? { ...opened, write: textOf => timing.reporting(() => opened.write(textOf)) }
    : opened
  try {
    const summary = await reportOn(plan, reports, met, hidden)
    reports.commit()
    const { cache } = plan.terms
    if (cache !== undefined) (await import('./cache.js')).pruneCache(cache)
    return { ...met, summary, hidden }
  } finally {
    reports.discard()
  }
}

/** The rules of the run as reports describe them: those of the configuration that holds for its first input. */
const rulesOf = async ({ configurations, paths }: CheckPlan): Promise<readonly RuleDescription[]> => {
  const [{ ruleDescriptions }, { rulesInForce }] = await Promise.all([
    import('../api/rule-descriptions.js'),
    import('./rules-in-force.js'),
  ])
  const { rules } = await rulesInForce(configurations, folderOf(paths[0]))
  const set = new Map(rules.map(({ rule, severity }) => [rule.name, severity.value]))
  return ruleDescriptions(
    rules.map(({ rule }) => rule),
    ({ name, severity }) => set.get(name) ?? severity,
  )
}

/** Writes to the reports what the inputs hold, in their order. */
const reportOn = async (
  plan: CheckPlan,
  reports: Reports,
  met: Met,
  hidden: HiddenTally,
): Promise<ReportSummary> => {
  const { known, configurations, paths } = plan
  const counts = tally()
  const progress = progressFor(plan.settings)
  let failed: string | undefined

  const writeError = (error: ReportError): Promise<boolean> => {
    if (error.path !== failed) met.unread++
    failed = error.path
    return reports.write(reporter => reporter.error(error))
  }
  const broken = brokenRules()
  const count = (document: Counted): void => {
    counts.add(document)
    hidden.add(document)
    plan.statistics?.add(document)
    progress.checked()
  }
  const writeDocument = async (checked: CheckedDocument): Promise<boolean> => {
    for (const error of broken(checked)) await writeError(error)
    const document = await known.mark(checked.document)
    count(document)
    return reports.write(reporter => reporter.document(document))
  }
  const writeLine = async (checked: DocumentLine): Promise<boolean> => {
    for (const error of broken(checked)) await writeError(error)
    count(checked.document)
    return reports.write(() => checked.line)
  }
  /** @returns false once nobody reads any of the reports */
  const take = async (event: CheckedEvent | DocumentLine): Promise<boolean> => {
    switch (event.type) {
      case 'skipped':
        met.skipped++
        return true
      case 'ignored':
        tellIgnored(event.path, event.reason, ++met.ignored)
        return true
      case 'document':
        met.found = true
        return writeDocument(event)
      case 'line':
        met.found = true
        return writeLine(event)
      case 'unreadable':
        met.found = true
        return writeError(event.error)
      case 'missing':
        return writeError(event.error)
    }
  }

  for await (const event of checkInputs(plan)) if (!(await take(event))) break
  if (known.isUntouched()) met.found = true
  for (const problem of await configurations.ruleProblems()) await writeError(problem)
  if (!met.found && met.unread === 0) await writeError(nothingFound(met, paths))
  progress.clear()
  if (met.ignored > MOST_NOTES)
    printError(`cydlint: ${met.ignored - MOST_NOTES} more files are left out in the same way.\n`)
  const summary = counts.summary()
  await reports.write(reporter => reporter.end(summary))
  return summary
}

/** Progress and a report that streams to the same terminal would run into each other. */
const progressFor = ({ reports }: CheckSettings): Progress => {
  const streams = reports.some(({ format, file }) => file === null && format !== 'terminal')
  return progressOn(standardError, !(streams && isTerminal('stdout')))
}

/** Named files that are left out are told by name up to this many. */
const MOST_NOTES = 10

const tellIgnored = (path: string, reason: string, count: number): void => {
  if (count <= MOST_NOTES)
    printError(`cydlint: ${path} is left out by ${reason}. --no-ignore checks it all the same.\n`)
}

const nothingFound = ({ skipped, ignored }: Met, paths: readonly string[]): ReportError => ({
  path: paths.join(' '),
  message:
    skipped === 0
      ? ignored > 0
        ? 'all that is named is left out; --no-ignore checks it all the same.'
        : 'there is no file to check here.'
      : `${skipped === 1 ? 'the one file here holds no cybersecurity item and no' : `none of the ${skipped} files here holds a cybersecurity item or`} cyd facts. "cydlint inspect FILE" says what a file holds.`,
})
