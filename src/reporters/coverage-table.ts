import type { CoverageStatus } from '../model/coverage.js'
import type { ReportCoverage, ReportDocument } from '../model/report.js'
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

/**
 * The 13 requirements: what the text does about each, where the rule asks it, and the sentence that decides.
 * @param isShort names those that are answered, and gives rows to the others alone, without their sentences where these do not stand beside them
 */
export const coverageTable = (
  { coverage: all, form, view }: ReportDocument,
  canvas: Canvas,
  isShort = false,
): string[] => {
  const { width, style } = canvas
  const answered = isShort ? all.filter(({ status }) => ANSWERED.has(status)) : []
  const coverage = all.filter(row => !answered.includes(row))
  const titled = (title: string): string[] => paragraph(title, width, '').map(line => style(line, 'bold'))
  const [first] = all
  if (all.every(({ status }) => status === 'not-applicable'))
    return titled(`Coverage: the 13 requirements are of annual reports, and this is a Form ${form}.`)
  const heading = `Coverage of ${first ? sourceOf(first.citation) : ''} in ${view === 'tagged' ? 'the tagged text' : 'the text'}`
  const names = column(coverage.map(({ requirement }) => requirement))
  const statuses = column(coverage.map(({ status }) => status))
  const paragraphs = column(coverage.map(({ citation }) => paragraphOf(citation)))
  const before = names + statuses + paragraphs + 6
  const beside = width - before >= LEAST_SENTENCE
  const rows = coverage.flatMap(row => {
    const sentence = printable(sentenceOf(row)).replaceAll('\n', ' ')
    const status = style(row.status, LOOK[row.status]) + ' '.repeat(statuses - row.status.length)
    const start = `${row.requirement.padEnd(names)}  ${status}  `
    const cited = paragraphOf(row.citation)
    if (beside) return [`${start}${cited.padEnd(paragraphs)}  ${shortened(sentence, width - before)}`]
    const fits = before - 2 <= width
    // The findings on what is not answered quote the sentence.
    if (isShort && fits) return [start + cited]
    if (before < width && sentence === NOTHING) return [`${start}${cited.padEnd(paragraphs)}  ${NOTHING}`]
    const indent = '    '
    const under = shortened(fits ? sentence : `${cited} ${sentence}`, width - indent.length)
    return [fits ? start + cited : start.trimEnd(), indent + style(under, 'dim')]
  })
  return [...titled(heading), ...answeredLines(answered, all.length, canvas), ...rows]
}
