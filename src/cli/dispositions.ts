import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import type { SuppressionEntry } from '../engine/suppressions/entry.js'
import { isSuppressing } from '../model/disposition.js'
import type { ReportDocument, ReportFinding } from '../model/report.js'
import { documentName } from '../reporters/document-head.js'
import { printable } from '../reporters/style.js'
import { paragraph } from '../reporters/wrap.js'
import { shorten } from '../text/shorten.js'
import { checkInputs } from './check-inputs.js'
import { asOfOption, formOption } from './check-options.js'
import { type CommandLine, type Option, parseCommandLine } from './command-line.js'
import { MistakenConfig } from './config-files.js'
import { configChoice, configurations } from './configurations.js'
import type { DecidedRow, DispositionSheet } from './disposition-sheet.js'
import { EXIT, type ExitCode } from './exit-code.js'
import { shownPath, slashed } from './folder-path.js'
import { inWords } from './inputs.js'
import { terminalWidth } from './look.js'
import { print, printError, type Sink, UnwritableError } from './output.js'
import { refuse, refuseConfig } from './refusal.js'
import { MistakenFile } from './strict-file.js'
import { withEntries } from './suppression-entries.js'
import { suppressionPlace } from './suppression-files.js'

export const DISPOSITIONS_OPTIONS = {
  'dry-run': { type: 'boolean' },
  form: { type: 'string' },
  'as-of': { type: 'string' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Readonly<Record<string, Option>>

/** Mistakes of a sheet that are told at once. */
const MOST_PROBLEMS = 20

/** The file that a document's name in a report begins with: "season.ndjson" of "season.ndjson#larkspur-2025". */
const fileOf = (document: string): string | undefined => {
  if (existsSync(document)) return document
  for (let at = document.lastIndexOf('#'); at > 0; at = document.lastIndexOf('#', at - 1))
    if (existsSync(document.slice(0, at))) return document.slice(0, at)
  return undefined
}

/** Documents as they are now, by their names. */
interface Checked {
  readonly documents: ReadonlyMap<string, ReportDocument>
  readonly unread: number
}

const checkAll = async (line: CommandLine, paths: readonly string[], asOf: string): Promise<Checked> => {
  const documents = new Map<string, ReportDocument>()
  let unread = 0
  const events = checkInputs({
    paths,
    standardInputName: '<stdin>',
    // Findings that were less sure than asked for may have been in the sheet.
    terms: { form: formOption(line), asOf, minConfidence: 'low' },
    threads: 1,
    configurations: configurations(configChoice(line)),
    wantsIgnored: true,
  })
  for await (const event of events)
    if (event.type === 'document') documents.set(documentName(event.document), event.document)
    else if (event.type === 'unreadable' || event.type === 'missing') {
      unread++
      printError(`cydlint: ${event.error.path}: ${event.error.message}\n`)
    }
  return { documents, unread }
}

/** A row of which something is told. */
interface Told {
  readonly row: DecidedRow
  readonly says: string
}

/** What becomes of the rows that leave words as they are. */
interface Plan {
  /** Entries to write, by the file of suppressions. */
  readonly files: ReadonlyMap<
    string,
    { readonly exists: boolean; readonly entries: readonly SuppressionEntry[] }
  >
  readonly added: readonly Told[]
  readonly kept: readonly Told[]
  readonly stale: readonly Told[]
}

const reasonOf = ({ disposition, comment }: DecidedRow): string =>
  disposition === 'keep as drafted' ? comment : `${disposition}: ${comment}`

/** Why a row's finding is not there: its words have changed, or it is gone. */
const whyStale = (
  { rule, document }: DecidedRow,
  found: ReportDocument | undefined,
  known: ReadonlySet<string>,
): string => {
  if (!found) return `there is no document ${document} to check here.`
  const others = found.findings.filter(each => each.rule === rule && !known.has(each.fingerprint))
  const [other] = others
  if (!other) return 'it is no longer found.'
  return `its words have changed: ${other.quote === null ? other.message : `“${shorten(other.quote)}”`}${others.length > 1 ? `, and ${others.length - 1} more of this rule` : ''}`
}

const entryOf = (
  row: DecidedRow,
  { quote, message }: ReportFinding,
  document: string,
  added: string,
): SuppressionEntry => ({
  document,
  rule: row.rule,
  fingerprint: row.fingerprint,
  reason: reasonOf(row),
  ...(row.owner !== '' && { author: row.owner }),
  added,
  text: quote ?? message,
})

const planOf = (rows: readonly DecidedRow[], { documents }: Checked, asOf: string): Plan => {
  const files = new Map<string, { exists: boolean; entries: SuppressionEntry[] }>()
  const added: Told[] = []
  const kept: Told[] = []
  const stale: Told[] = []
  const known = new Set(rows.map(({ fingerprint }) => fingerprint))
  for (const row of rows) {
    const document = documents.get(row.document)
    const finding = document?.findings.find(
      each => each.rule === row.rule && each.fingerprint === row.fingerprint,
    )
    if (!document || !finding) {
      stale.push({ row, says: whyStale(row, document, known) })
      continue
    }
    if (finding.suppressed !== null) {
      const says =
        finding.suppressed === reasonOf(row) ? 'the same reason.' : `with the reason “${finding.suppressed}”.`
      kept.push({ row, says })
      continue
    }
    const place = suppressionPlace(document.path)
    const name = slashed(relative(realpathSync(dirname(place.path)), realpathSync(document.path)))
    const file = files.get(place.path) ?? { exists: place.exists, entries: [] }
    files.set(place.path, file)
    file.entries.push(entryOf(row, finding, document.id === null ? name : `${name}#${document.id}`, asOf))
    added.push({ row, says: `${row.disposition}${row.owner === '' ? '' : `, ${row.owner}`}: ${row.comment}` })
  }
  return { files, added, kept, stale }
}

/** Puts all files into place, or none. */
const write = async ({ files }: Plan): Promise<void> => {
  const sinks: Sink[] = []
  try {
    for (const [path, { exists, entries }] of files) sinks.push(await withEntries(path, exists, entries))
    for (const sink of sinks) sink.commit()
  } finally {
    for (const sink of sinks) sink.discard()
  }
}

const rowsOf = (count: number): string => `${count} row${count === 1 ? '' : 's'}`

const summaryOf = (
  { decided, undecided }: DispositionSheet,
  { files, added, kept, stale }: Plan,
  isDryRun: boolean,
): string => {
  const width = terminalWidth()
  const lines: string[] = []
  const tell = (title: string, rows: readonly Told[]): void => {
    if (rows.length === 0) return
    lines.push(...paragraph(title, width, ''))
    for (const { row, says } of rows)
      lines.push(
        ...paragraph(
          printable(`row ${row.row}: ${row.rule} in ${row.document}; ${says}`),
          width,
          '    ',
          '  ',
        ),
      )
    lines.push('')
  }
  const places = [...files.keys()].map(shownPath).join(', ')
  tell(
    `${isDryRun ? 'Would be written' : 'Written'} to ${places} as ${added.length === 1 ? 'a suppression' : 'suppressions'}, ${rowsOf(added.length)}:`,
    added,
  )
  tell(`Suppressed before and left as it is, ${rowsOf(kept.length)}:`, kept)
  tell(`No longer matches, ${rowsOf(stale.length)}, of which nothing is written:`, stale)
  const toFix = decided.filter(({ disposition }) => !isSuppressing(disposition)).length
  if (undecided.length > 0)
    lines.push(
      ...paragraph(
        `${rowsOf(undecided.length)} with a comment and no disposition: ${undecided.slice(0, MOST_PROBLEMS).join(', ')}${undecided.length > MOST_PROBLEMS ? ' …' : ''}.`,
        width,
        '',
      ),
    )
  const verb = isDryRun ? 'to suppress' : 'suppressed'
  lines.push(
    decided.length === 0
      ? 'No row has a disposition yet.'
      : `${added.length} ${verb}, ${kept.length} suppressed before, ${toFix} to fix, ${stale.length} no longer matching.`,
  )
  return `${lines.join('\n')}\n`
}

/** Reads the table, checks its documents anew, and writes what was decided. */
const readDispositions = async (
  line: CommandLine,
  path: string,
  named: readonly string[],
  asOf: string,
): Promise<ExitCode> => {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    printError(`cydlint: ${path}: ${inWords(error)}\n`)
    return EXIT.noInput
  }
  // The package that reads workbooks is loaded where there is one to read.
  const { readDispositionSheet } = await import('./disposition-sheet.js')
  const sheet = await readDispositionSheet(path, bytes)
  if (sheet.problems.length > 0) {
    const { problems } = sheet
    const more = problems.length - MOST_PROBLEMS
    return refuse(
      [
        ...problems.slice(0, MOST_PROBLEMS).map(problem => `${path}: ${problem}`),
        ...(more > 0 ? [`${path}: ${more} more rows are mistaken.`] : []),
        'Nothing was written.',
      ],
      'dispositions',
    )
  }
  const rows = sheet.decided.filter(({ disposition }) => isSuppressing(disposition))
  const files = [...new Set(rows.flatMap(({ document }) => fileOf(document) ?? []))]
  const paths = named.length > 0 ? named : files
  const checked =
    paths.length > 0 && rows.length > 0
      ? await checkAll(line, paths, asOf)
      : { documents: new Map(), unread: 0 }
  const plan = planOf(rows, checked, asOf)
  if (!line.has('dry-run')) await write(plan)
  await print(summaryOf(sheet, plan, line.has('dry-run')))
  if (checked.unread > 0) return EXIT.unreadable
  return plan.stale.length > 0 ? EXIT.findings : EXIT.ok
}

/** `cydlint dispositions read`: what was decided in a table of findings becomes suppressions with reasons. */
export const run = async (args: readonly string[]): Promise<ExitCode> => {
  const line = parseCommandLine(args, DISPOSITIONS_OPTIONS)
  const [action, path, ...named] = line.positionals
  if (action !== 'read')
    line.problems.push('Say what to do with dispositions: "cydlint dispositions read FILE".')
  else if (path === undefined)
    line.problems.push('Name the table to read, as "cydlint check --format xlsx=FILE" or csv=FILE wrote it.')
  const asOf = asOfOption(line)
  formOption(line)
  if (line.problems.length > 0 || path === undefined) return refuse(line.problems, 'dispositions')
  try {
    return await readDispositions(line, path, named, asOf)
  } catch (error) {
    if (error instanceof MistakenConfig) return refuseConfig(error)
    if (error instanceof MistakenFile) return refuse([error.message], 'dispositions')
    if (!(error instanceof UnwritableError) && !(error instanceof Error && 'code' in error)) throw error
    printError(`cydlint: ${error.message}\n`)
    return EXIT.unwritable
  }
}
