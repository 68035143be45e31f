import type { CoverageStatus } from '../model/coverage.js'
import type { ReportCoverage, ReportDocument, ReportIncidentAnswer } from '../model/report.js'
import type { Canvas } from './canvas.js'
import { type Look, printable } from './style.js'
import { paragraph, shortened } from './wrap.js'

const LOOK: Readonly<Record<CoverageStatus, Look>> = {
  addressed: 'green',
  affected: 'green',
  'not-affected': 'green',
  negated: 'cyan',
  weak: 'yellow',
  'cross-reference': 'yellow',
  absent: 'red',
  'not-applicable': 'dim',
}

/** Citations of one document share their beginning, which the heading of the table gives: "Form 20-F Item 16K". */
export const paragraphOf = (citation: string): string => citation.slice(Math.max(0, citation.indexOf('(')))
const sourceOf = (citation: string): string => citation.slice(0, Math.max(0, citation.indexOf('(')))

/** Stands where there is no sentence to show. */
const NOTHING = '—'

/** The deciding sentence; where nothing decides, the nearest, and said to be no more than that. */
export const sentenceOf = ({ evidence, nearest }: ReportCoverage): string => {
  const [deciding] = evidence
  if (deciding) return deciding.quote
  const [near] = nearest
  return near ? `nearest: ${near.quote}` : NOTHING
}

/** Narrowest column in which a shortened sentence still says something. */
const LEAST_SENTENCE = 44

const column = (words: readonly string[]): number => Math.max(0, ...words.map(({ length }) => length))

const ANSWERED: ReadonlySet<CoverageStatus> = new Set(['addressed', 'affected', 'not-affected', 'negated'])

/** Names of the requirements that are answered, in a line or two. */
const answeredLines = (rows: readonly ReportCoverage[], of: number, { width, style }: Canvas): string[] => {
  const named = (wanted: (status: CoverageStatus) => boolean): string =>
    rows.flatMap(({ requirement, status }) => (wanted(status) ? requirement : [])).join(', ')
  const denied = named(status => status === 'negated')
  const told = named(status => status !== 'negated')
  const parts = [told, denied && `${told && '; '}said to be none: ${denied}`].join('')
  return parts === ''
    ? []
    : paragraph(`answered (${rows.length} of ${of}): ${parts}`, width, '    ', '').map(line =>
        style(line, 'dim'),
      )
}

/** A row of a table of what a text answers. */
interface Row {
  readonly name: string
  readonly status: CoverageStatus
  /** Where it is asked, as far as the heading does not say it. */
  readonly asked: string
  readonly sentence: string
}

/** @param isBrief leaves the sentences out where they do not stand beside the rest: findings quote them */
const rowLines = (rows: readonly Row[], { width, style }: Canvas, isBrief: boolean): string[] => {
  const names = column(rows.map(({ name }) => name))
  const statuses = column(rows.map(({ status }) => status))
  const places = column(rows.map(({ asked }) => asked))
  const before = names + statuses + places + 6
  const beside = width - before >= LEAST_SENTENCE
  return rows.flatMap(row => {
    const sentence = printable(row.sentence).replaceAll('\n', ' ')
    const status = style(row.status, LOOK[row.status]) + ' '.repeat(statuses - row.status.length)
    const start = `${row.name.padEnd(names)}  ${status}  `
    if (beside) return [`${start}${row.asked.padEnd(places)}  ${shortened(sentence, width - before)}`]
    const fits = before - 2 <= width
    if (isBrief && fits) return [start + row.asked]
    if (before < width && sentence === NOTHING) return [`${start}${row.asked.padEnd(places)}  ${NOTHING}`]
    const indent = '    '
    const under = shortened(fits ? sentence : `${row.asked} ${sentence}`, width - indent.length)
    return [fits ? start + row.asked : start.trimEnd(), indent + style(under, 'dim')]
  })
}

const titled = (title: string, { width, style }: Canvas): string[] =>
  paragraph(title, width, '').map(line => style(line, 'bold'))

/** What a report on Form 8-K tells of its incident; that something is not determined is asked only where it is so. */
const incidentTable = (
  answers: readonly ReportIncidentAnswer[],
  where: string,
  canvas: Canvas,
  isShort: boolean,
): string[] => {
  const rows = answers
    .filter(({ subject, status }) => subject !== 'undetermined' || status !== 'absent')
    .map(({ subject, status, citation, evidence: [deciding] }) => ({
      name: subject,
      status,
      asked: citation.replace(/^Form 8-K Item 1\.05,? ?/, ''),
      sentence: deciding?.quote ?? NOTHING,
    }))
  return [
    ...titled(`What Form 8-K Item 1.05 asks of the incident, in ${where}`, canvas),
    ...rowLines(rows, canvas, isShort),
  ]
}

/**
 * The 13 requirements: what the text does about each, where the rule asks it, and the sentence that decides. Of a current
 * report, what it tells of its incident.
 * @param isShort names those that are answered, and gives rows to the others alone, without their sentences where these do not stand beside them
 */
export const coverageTable = (
  { coverage: all, form, view, incident }: ReportDocument,
  canvas: Canvas,
  isShort = false,
): string[] => {
  const answered = isShort ? all.filter(({ status }) => ANSWERED.has(status)) : []
  const coverage = all.filter(row => !answered.includes(row))
  const [first] = all
  const where = view === 'tagged' ? 'the tagged text' : 'the text'
  if (incident) return incidentTable(incident, where, canvas, isShort)
  if (all.every(({ status }) => status === 'not-applicable'))
    return titled(`Coverage: the 13 requirements are of annual reports, and this is a Form ${form}.`, canvas)
  const rows = coverage.map(row => ({
    name: row.requirement,
    status: row.status,
    asked: paragraphOf(row.citation),
    sentence: sentenceOf(row),
  }))
  return [
    ...titled(`Coverage of ${first ? sourceOf(first.citation) : ''} in ${where}`, canvas),
    ...answeredLines(answered, all.length, canvas),
    ...rowLines(rows, canvas, isShort),
  ]
}
