import type { ReportFinding } from '../model/report.js'
import { abridge } from './abridge.js'
import type { Canvas } from './canvas.js'
import { findingNumber, INDENT, styledTitle } from './finding-lines.js'
import { placeName } from './place-name.js'
import { printable } from './style.js'
import { paragraph, shortened } from './wrap.js'

/** Lines that the sentence on a finding may take. */
const BRIEF_LINES = 2
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

/** The sentences of a message; a stop inside quotation marks or after "Inc" ends none. */
const SENTENCES = /(?:“[^”]*”|[^“.]|\.(?! [A-Z“]|$)|(?<=\b(?:Inc|Ltd|Corp|No|U\.S))\.)+(?:\. ?|$)/g
/** Characters below which a sentence says too little alone: "The flag processesIntegrated is true." */
const SAYS_LITTLE = 45

/** How a message begins: the sentence that says what is wrong. */
const whatIsWrong = (finding: ReportFinding): string => {
  const passage = finding.passage ?? null
  const abridged = passage === null ? finding.message : abridge(finding.message, passage)
  // The title gives the citation.
  const message = abridged.replace(` (${finding.citations[0]})`, '')
  const [first = message, second = ''] = message.match(SENTENCES) ?? []
  return printable((first.length < SAYS_LITTLE ? first + second : first).trim())
}

/** One finding in a few lines: title with the citation, and what is wrong in a sentence. */
export const briefLines = (finding: ReportFinding, number: number, canvas: Canvas): string[] => {
  const room = canvas.width - INDENT.length
  const [citation = ''] = finding.citations
  // The form is named at the head of the report.
  const cited = `${titleOf([finding])} · ${citation.replace(/^Form \S+ (?=Item)/, '')}`
  const title = citation !== '' && cited.length <= room ? cited : shortened(titleOf([finding]), room)
  const lines = paragraph(whatIsWrong(finding), canvas.width, INDENT)
  const kept = lines.slice(0, BRIEF_LINES)
  const last = kept.at(-1)
  if (last !== undefined && lines.length > kept.length)
    kept[kept.length - 1] = INDENT + shortened(`${last.trimStart()} …`, room - 2)
  return [findingNumber(number) + styledTitle(title, finding, canvas), ...kept]
}

/** Findings of one rule and severity in one line: the rule, where, and what is wrong where there is room for it. */
export const oneLine = (findings: FindingGroup, number: number, canvas: Canvas): string => {
  const [first] = findings
  const room = canvas.width - INDENT.length
  const title = shortened(titleOf(findings), room)
  const wrong = `: ${whatIsWrong(first)}`
  const fits = title.length + wrong.length <= room
  return findingNumber(number) + styledTitle(title, first, canvas) + (fits ? canvas.style(wrong, 'dim') : '')
}
