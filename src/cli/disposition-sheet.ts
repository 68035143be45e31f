import { type CellValue, readXlsx } from 'hucre/xlsx'
import { reasonProblem } from '../engine/suppressions/reason.js'
import { DISPOSITIONS, type Disposition, isSuppressing } from '../model/disposition.js'
import { decode } from '../readers/decode.js'
import { inMebibytes, MAX_TEXT_BYTES } from '../readers/limits.js'
import { openArchive } from '../readers/package/archive.js'
import { asWritten } from '../reporters/finding-table.js'
import { didYouMean } from '../text/nearest-name.js'
import { MistakenFile } from './strict-file.js'

/** A row of a table of findings in which somebody has decided something. */
export interface DecidedRow {
  /** Number of the row as a spreadsheet program counts it. */
  readonly row: number
  /** The document, as the report calls it. */
  readonly document: string
  readonly rule: string
  readonly fingerprint: string
  readonly disposition: Disposition
  readonly owner: string
  readonly comment: string
}

/** What a table of findings says that was filled in. */
export interface DispositionSheet {
  readonly decided: readonly DecidedRow[]
  /** Rows that have a comment and no disposition. */
  readonly undecided: readonly number[]
  /** What is wrong with rows, in words. */
  readonly problems: readonly string[]
}

/** Columns without which nothing can be told. */
const NEEDED = ['document', 'rule', 'fingerprint', 'disposition', 'comment'] as const
type Name = (typeof NEEDED)[number] | 'owner'
const NAMES: readonly Name[] = [...NEEDED, 'owner']

/** Rows in which the heading is looked for: somebody may have put a title above it. */
const HEADING_ROWS = 20
/** Most rows that a spreadsheet program has. */
const MAX_ROWS = 1_048_576
/** No column of the tables stands further to the right, also where somebody has put in some of their own. */
const RANGE = `A1:CV${MAX_ROWS}`

type Rows = readonly (readonly CellValue[])[]

const textOf = (value: CellValue | undefined): string =>
  value === null || value === undefined
    ? ''
    : value instanceof Date
      ? value.toISOString().slice(0, 10)
      : asWritten(String(value)).trim()

const ZIP = [0x50, 0x4b] as const
/** How compound files begin: workbooks of before 2007, and those with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0] as const
const begins = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte)

const workbookRows = async (path: string, bytes: Uint8Array): Promise<readonly Rows[]> => {
  const { archive, problem } = openArchive(bytes)
  if (!archive) throw new MistakenFile(`${path} cannot be opened: ${problem}`)
  if (!archive.names.includes('xl/workbook.xml'))
    throw new MistakenFile(`${path} is no workbook that is read. Save it as .xlsx or .csv.`)
  const size = archive.names.reduce((sum, name) => sum + archive.sizeOf(name), 0)
  if (size > MAX_TEXT_BYTES)
    throw new MistakenFile(
      `${path} unpacks to ${inMebibytes(size)}; at most ${inMebibytes(MAX_TEXT_BYTES)} are read.`,
    )
  try {
    const { sheets } = await readXlsx(bytes, { range: RANGE })
    return sheets.map(({ rows }) => rows)
  } catch (error) {
    throw new MistakenFile(
      `${path} cannot be read: ${error instanceof Error ? error.message : error} Open it in a spreadsheet program and save it again.`,
    )
  }
}

const textRows = async (path: string, bytes: Uint8Array): Promise<readonly Rows[]> => {
  if (bytes.length > MAX_TEXT_BYTES)
    throw new MistakenFile(
      `${path} holds ${inMebibytes(bytes.length)}; at most ${inMebibytes(MAX_TEXT_BYTES)} are read.`,
    )
  const { text, problem } = decode(bytes)
  if (text === undefined) throw new MistakenFile(`${path} ${problem}`)
  const { parseCsv } = await import('hucre/csv')
  // The heading tells what parts the columns: spreadsheet programs of some countries write semicolons.
  const [heading = ''] = text.split(/[\r\n]/, 1)
  const delimiter = [',', ';', '\t'].find(each => heading.split(each).length >= NEEDED.length)
  return [parseCsv(text, delimiter === undefined ? {} : { delimiter })]
}

/** The heading of a table of findings: its row, and where each column stands. */
const headingOf = (
  rows: Rows,
): { readonly at: number; readonly columns: ReadonlyMap<Name, number> } | undefined => {
  for (const [at, row] of rows.slice(0, HEADING_ROWS).entries()) {
    const names = row.map(cell => textOf(cell).toLowerCase())
    if (!NEEDED.every(name => names.includes(name))) continue
    return { at, columns: new Map(NAMES.map(name => [name, names.indexOf(name)])) }
  }
  return undefined
}

/** What is decided in a row; in words what is wrong with it. */
const decisionOf = (word: string, comment: string): Disposition | { readonly problem: string } => {
  const asked = word.toLowerCase().replace(/\s+/g, ' ')
  const disposition = DISPOSITIONS.find(each => each === asked)
  if (!disposition)
    return {
      problem: `“${word}” is no disposition: it is one of ${DISPOSITIONS.join(', ')}.${didYouMean(asked, DISPOSITIONS)}`,
    }
  const why = isSuppressing(disposition) ? reasonProblem(comment) : null
  return why === null ? disposition : { problem: `“${disposition}” needs a comment that says why; ${why}` }
}

/**
 * Reads what was filled in in a table of findings, a workbook or CSV. Rows and columns may have been moved, filtered or
 * added.
 * @throws MistakenFile where it is no such table
 */
export const readDispositionSheet = async (path: string, bytes: Uint8Array): Promise<DispositionSheet> => {
  if (begins(bytes, COMPOUND))
    throw new MistakenFile(
      `${path} is a workbook of an old kind, or has a password. Save it as .xlsx without a password.`,
    )
  const tables = begins(bytes, ZIP) ? await workbookRows(path, bytes) : await textRows(path, bytes)
  const [found] = tables.flatMap(rows => {
    const heading = headingOf(rows)
    return heading ? { rows, heading } : []
  })
  if (!found)
    throw new MistakenFile(
      `${path} holds no table of findings: no row names the columns ${NEEDED.join(', ')}. "cydlint check --format xlsx=FILE" makes one.`,
    )
  const { rows, heading } = found
  const decided: DecidedRow[] = []
  const undecided: number[] = []
  const problems: string[] = []
  const first = new Map<string, DecidedRow>()
  for (const [index, cells] of rows.entries()) {
    if (index <= heading.at) continue
    const row = index + 1
    const of = (name: Name): string => textOf(cells[heading.columns.get(name) ?? -1])
    const [word, comment, owner] = [of('disposition'), of('comment').replace(/\s+/g, ' '), of('owner')]
    if (word === '') {
      if (comment !== '') undecided.push(row)
      continue
    }
    const decision = decisionOf(word, comment)
    const fingerprint = of('fingerprint')
    if (typeof decision !== 'string') problems.push(`row ${row}: ${decision.problem}`)
    else if (!/^[0-9a-f]{16}$/.test(fingerprint))
      problems.push(
        `row ${row}: “${fingerprint}” is no fingerprint of a finding. A spreadsheet program may have made a number of it: work in the .xlsx.`,
      )
    else {
      const each = {
        row,
        document: of('document'),
        rule: of('rule'),
        fingerprint,
        disposition: decision,
        owner,
        comment,
      }
      const key = [each.document, each.rule, fingerprint].join('\n')
      const before = first.get(key)
      if (before && (before.disposition !== decision || before.comment !== comment))
        problems.push(`row ${row} decides otherwise about the finding of row ${before.row}. Keep one.`)
      if (before) continue
      first.set(key, each)
      decided.push(each)
    }
  }
  return { decided, undecided, problems }
}
