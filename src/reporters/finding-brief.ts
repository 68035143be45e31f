import type { ReportFinding } from '../model/report.js'
import type { Canvas } from './canvas.js'
import { findingNumber, INDENT, passageOf, styledTitle } from './finding-lines.js'
import { placeName } from './place-name.js'
import { excerpt } from './quote.js'
import { printable } from './style.js'
import { shortened } from './wrap.js'

/** Columns that it is worth to begin a sentence in. */
const ROOM = 24
const QUOTE = '│ '
/** Places that a line names. */
const MOST_PLACES = 4

/** Findings of one rule and severity. */
export type FindingGroup = readonly [ReportFinding, ...ReportFinding[]]

const placesOf = (findings: FindingGroup): string => {
  const places = [...new Set(findings.flatMap(({ span }) => (span === null ? [] : placeName(span))))]
  // "line 4, line 9": the word once.
  const numbers = places.map(place => /^line (\d+)$/.exec(place)?.[1])
  const named = places.length > 1 && numbers.every(each => each !== undefined) ? numbers : places
  const shown = named.slice(0, MOST_PLACES).join(', ')
  const more = named.length > MOST_PLACES ? ` and ${named.length - MOST_PLACES} more` : ''
  return `${named === numbers ? 'lines ' : ''}${shown}${more}`
}

const titleOf = (findings: FindingGroup): string => {
  const [{ rule, severity }] = findings
  const times = findings.length > 1 ? ` × ${findings.length}` : ''
  return printable([`${rule}${times}`, severity, placesOf(findings)].filter(part => part !== '').join(' · '))
}

/** The words of a finding in one line, with as much of their sentence as there is room for. */
const quoteLine = (finding: ReportFinding, { width, style }: Canvas): string[] => {
  const passage = passageOf(finding)
  if (passage === null) return []
  const room = width - INDENT.length - QUOTE.length
  const { text, start, end } = excerpt(passage, room - 4)
  const line = shortened(printable(text).replaceAll('\n', ' '), room)
  const isMarked = end - start < text.trim().length && end <= line.length - 1
  const marked = isMarked ? style(line.slice(start, end), 'bold', 'underline') : line.slice(start, end)
  return [INDENT + style(QUOTE, 'dim') + line.slice(0, start) + marked + line.slice(end)]
}

/** One finding in three lines: title, the words, and what to do. */
export const briefLines = (finding: ReportFinding, number: number, canvas: Canvas): string[] => {
  const room = canvas.width - INDENT.length
  return [
    findingNumber(number) + styledTitle(shortened(titleOf([finding]), room), finding, canvas),
    ...quoteLine(finding, canvas),
    INDENT + shortened(printable(`To do: ${finding.suggestion}`), room),
  ]
}

/** Findings of one rule and severity in one line: the rule, where, and the beginning of what to do. */
export const oneLine = (findings: FindingGroup, number: number, canvas: Canvas): string => {
  const [first] = findings
  const room = canvas.width - INDENT.length
  const title = shortened(titleOf(findings), room)
  const left = room - title.length - 2
  const toDo = left < ROOM ? '' : `: ${shortened(printable(first.suggestion), left)}`
  return findingNumber(number) + styledTitle(title, first, canvas) + canvas.style(toDo, 'dim')
}
