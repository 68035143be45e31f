import type { CellStyle, ConditionalRule, WriteSheet } from 'hucre/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import { DISPOSITIONS } from '../model/disposition.js'
import { SEVERITIES } from '../model/finding.js'
import type { ReportDocument } from '../model/report.js'
import { REQUIREMENT_NAMES } from '../model/requirements.js'
import { paragraphOf, sentenceOf } from './coverage-table.js'
import { documentName } from './document-head.js'
import { type FindingColumn, findingRow, harmless } from './finding-table.js'
import { isLive } from './live.js'
import { placeName } from './place-name.js'
import type { BinaryReporter, RunHead } from './reporter.js'

type Value = string | number | null

/** A column of a sheet: its heading and its width in characters. */
type Column<Name extends string = string> = readonly [name: Name, width: number]

/** Those of the table of findings that people read; what tells registrant and form stands on a sheet of its own. */
const FINDINGS: readonly Column<FindingColumn>[] = [
  ['document', 24],
  ['section', 22],
  ['place', 13],
  ['severity', 9],
  ['confidence', 11],
  ['rule', 22],
  ['quote', 44],
  ['message', 56],
  ['suggestion', 38],
  ['citation', 20],
  ['disposition', 17],
  ['owner', 14],
  ['comment', 40],
  ['status', 16],
  ['fingerprint', 19],
]

const COVERAGE: readonly Column[] = [
  ['document', 32],
  ['form', 8],
]

const SENTENCES: readonly Column[] = [
  ['document', 24],
  ['requirement', 22],
  ['citation', 28],
  ['status', 15],
  ['sentence', 80],
  ['place', 13],
]

const READ: readonly Column[] = [
  ['document', 32],
  ['registrant', 28],
  ['form', 8],
  ['form told by', 24],
  ['item', 6],
  ['period', 12],
  ['seen', 16],
  ['error', 7],
  ['warning', 9],
  ['advice', 8],
  ['suppressed', 11],
  ['not checked', 70],
]

/** Most rows of a sheet (ECMA-376, as Excel has it), less the heading. */
const MAX_ROWS = 1_048_575
/** Most characters of a cell. */
const MAX_CELL = 32_767
/** Rows, beyond those that are filled, in which a disposition can be chosen from the list. */
const ROOM = 200

/** Cells are text: what somebody edits in one does not become a formula or a date either. */
const RULED: CellStyle['border'] = { bottom: { style: 'hair', color: { rgb: '8896A5' } } }
const TEXT: CellStyle = {
  alignment: { wrapText: true, vertical: 'top' },
  numFmt: '@',
  border: RULED,
}
const HEADING: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDE3EA' } },
  alignment: { wrapText: true, vertical: 'center' },
  border: { bottom: { style: 'thin', color: { rgb: '8896A5' } } },
}
/** Cells that are to be filled in. */
const BLANK: CellStyle = {
  ...TEXT,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFBE6' } },
}
const TO_FILL = new Set(['disposition', 'owner', 'comment'])

const cell = (value: Value | undefined): Value => {
  if (typeof value === 'number') return value
  if (!value) return null
  const text = harmless(value)
  const whole = text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1)}…` : text
  // What looks like the format's own notation of a character is no such thing.
  return whole.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** Name of a column, from 0: A to Z, then AA. */
const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))

const colored = (range: string, colors: Readonly<Record<string, string>>): ConditionalRule[] =>
  Object.entries(colors).map(([word, rgb], index) => ({
    type: 'cellIs',
    operator: 'equal',
    formula: `"${word}"`,
    priority: index + 1,
    range,
    style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } } },
  }))

const RED = 'F8D7DA'
const YELLOW = 'FFF3CD'
const GREEN = 'D9EFDD'
const BLUE = 'DCEAF7'

/** Points of a line of text, and the highest row that there is. */
const LINE = 15
const MAX_HEIGHT = 409

/** Height at which the text of a row is seen whole: a file states it, since few programs work it out when they open one. */
const heightOf = (columns: readonly Column[], row: readonly Value[]): number => {
  const lines = row.map((value, index) => {
    const width = columns[index]?.[1] ?? 10
    return `${value ?? ''}`
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
  })
  return Math.min(MAX_HEIGHT, Math.max(1, ...lines) * LINE)
}

/** A sheet with a heading that stays in view, filters, and text that is wrapped. */
const sheetOf = (
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly (Value | undefined)[])[],
): WriteSheet => {
  const shown = rows.slice(0, MAX_ROWS).map(row => row.map(cell))
  const last = letters(columns.length - 1)
  return {
    name,
    columns: columns.map(([column, width]) => ({ width, style: TO_FILL.has(column) ? BLANK : TEXT })),
    rows: [columns.map(([column]) => column), ...shown],
    cells: new Map(columns.map(([column], index) => [`0,${index}`, { value: column, style: HEADING }])),
    rowDefs: new Map(
      [columns.map(([column]) => column), ...shown].map((row, index) => [
        index,
        { height: heightOf(columns, row) },
      ]),
    ),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}${shown.length + 1}` },
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  }
}

/** The name by which programs know the range that a sheet is filtered in; LibreOffice shows no filters without it. */
const filterName = ({ name, autoFilter }: WriteSheet) => ({
  name: '_xlnm._FilterDatabase',
  range: `${name}!${(autoFilter?.range ?? 'A1').replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`,
  scope: name,
})

const findingsSheet = (documents: readonly ReportDocument[]): WriteSheet => {
  const rows = documents.flatMap(document =>
    document.findings.map(finding => {
      const row = findingRow(document, finding)
      return FINDINGS.map(([column]) => row[column])
    }),
  )
  const at = (column: FindingColumn): string => letters(FINDINGS.findIndex(([name]) => name === column))
  const end = Math.min(MAX_ROWS, rows.length) + 1
  return {
    ...sheetOf('Findings', FINDINGS, rows),
    dataValidations: [
      {
        type: 'list',
        values: [...DISPOSITIONS],
        range: `${at('disposition')}2:${at('disposition')}${Math.min(MAX_ROWS + 1, end + ROOM)}`,
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: 'Disposition',
        errorMessage: `One of: ${DISPOSITIONS.join(', ')}.`,
        showInputMessage: true,
        inputTitle: 'Disposition',
        inputMessage:
          '“fix”: the draft will change. With the others the words stay; say why under “comment”, in two words or more.',
      },
    ],
    conditionalRules: colored(`${at('severity')}2:${at('severity')}${end}`, {
      error: RED,
      warning: YELLOW,
      advice: BLUE,
    }),
  }
}

const coverageSheet = (documents: readonly ReportDocument[]): WriteSheet => {
  const [first] = documents
  const columns: readonly Column[] = [
    ...COVERAGE,
    ...REQUIREMENT_NAMES.map((name): Column => {
      const row = first?.coverage.find(({ requirement }) => requirement === name)
      return [row ? `${name}\n${paragraphOf(row.citation)}` : name, 15]
    }),
  ]
  const rows = documents.map(document => [
    documentName(document),
    document.form,
    ...REQUIREMENT_NAMES.map(
      name => document.coverage.find(({ requirement }) => requirement === name)?.status ?? null,
    ),
  ])
  const range = `C2:${letters(columns.length - 1)}${rows.length + 1}`
  return {
    ...sheetOf('Coverage', columns, rows),
    freezePane: { rows: 1, columns: 1 },
    conditionalRules: colored(range, {
      addressed: GREEN,
      affected: GREEN,
      'not-affected': GREEN,
      negated: BLUE,
      weak: YELLOW,
      'cross-reference': YELLOW,
      absent: RED,
    }),
  }
}

const sentencesSheet = (documents: readonly ReportDocument[]): WriteSheet =>
  sheetOf(
    'Sentences',
    SENTENCES,
    documents.flatMap(document =>
      document.coverage
        .filter(({ status }) => status !== 'not-applicable')
        .map(row => {
          const [deciding] = [...row.evidence, ...row.nearest]
          return [
            documentName(document),
            row.requirement,
            row.citation,
            row.status,
            sentenceOf(row),
            deciding ? placeName(deciding.span) : null,
          ]
        }),
    ),
  )

const readRow = (document: ReportDocument): readonly Value[] => {
  const { form, formFrom, item, registrant, periodOfReport, view, findings, notChecked } = document
  const live = findings.filter(isLive)
  return [
    documentName(document),
    registrant,
    form,
    formFrom,
    item,
    periodOfReport,
    view === 'tagged' ? 'tagged text only' : 'the whole item',
    ...SEVERITIES.map(severity => live.filter(finding => finding.severity === severity).length),
    findings.filter(({ suppressed }) => suppressed !== null).length,
    [...new Set(notChecked.map(({ rule, reason }) => (rule === '*' ? reason : `${rule}: ${reason}`)))].join(
      '\n',
    ),
  ]
}

/**
 * A workbook to decide on findings in: a row a finding, with columns for the disposition, its owner and a comment; the
 * coverage of the 13 requirements, document by document; the sentences that decide it; and what was read.
 */
export const xlsx = ({ tool, asOf }: RunHead): BinaryReporter => {
  const documents: ReportDocument[] = []
  const unread: (readonly Value[])[] = []
  return {
    document: document => {
      documents.push(document)
      return ''
    },
    error: ({ path, message }) => {
      unread.push([path, ...Array<null>(READ.length - 2).fill(null), `Could not be checked: ${message}`])
      return ''
    },
    end: async () => {
      const made = `Checked as of ${asOf} by ${tool.name} ${tool.version} (rules ${tool.ruleset}).`
      const day = new Date(`${asOf}T00:00:00Z`)
      const sheets = [
        findingsSheet(documents),
        coverageSheet(documents),
        sentencesSheet(documents),
        sheetOf('Documents', READ, [...documents.map(readRow), ...unread, [], [made]]),
      ]
      return writeXlsx({
        sheets,
        namedRanges: sheets.map(filterName),
        // No time of day: two runs as of one day give the same bytes.
        properties: { title: 'Findings', creator: tool.name, description: made, created: day, modified: day },
      })
    },
  }
}
