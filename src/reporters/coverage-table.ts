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

const column = (words: readonly string[]): number => Math.max(...words.map(({ length }) => length))

/** The 13 requirements: what the text does about each, where the rule asks it, and the sentence that decides. */
export const coverageTable = (
  { coverage, form, view }: ReportDocument,
  { width, style }: Canvas,
): string[] => {
  const titled = (title: string): string[] => paragraph(title, width, '').map(line => style(line, 'bold'))
  const [first] = coverage
  if (coverage.every(({ status }) => status === 'not-applicable'))
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
    if (before < width && sentence === NOTHING) return [`${start}${cited.padEnd(paragraphs)}  ${NOTHING}`]
    const indent = '    '
    const under = shortened(fits ? sentence : `${cited} ${sentence}`, width - indent.length)
    return [fits ? start + cited : start.trimEnd(), indent + style(under, 'dim')]
  })
  return [...titled(heading), ...rows]
}
