import type { Passage, ReportFinding } from '../model/report.js'
import { abridge } from './abridge.js'
import { type Canvas, LOOKS } from './canvas.js'
import { placeName } from './place-name.js'
import { quoted } from './quote.js'
import { printable } from './style.js'
import { paragraph } from './wrap.js'

const INDENT = '    '

const passageOf = (finding: ReportFinding): Passage | null =>
  finding.passage ??
  (finding.quote === null ? null : { text: finding.quote, start: 0, end: finding.quote.length })

/** Headings above the place, without that of the item itself, which the head of the report names. */
const headingPath = (headings: readonly string[]): string =>
  headings.filter((heading, index) => index > 0 || !/^item\s*(?:1C|16K|1\.05)\b/i.test(heading)).join(' › ')

/** The citations, unless the message gives them already. */
const authorityOf = ({ citations, message }: ReportFinding): string | null =>
  citations.every(citation => message.includes(citation)) ? null : `Authority: ${citations.join('; ')}`

/** What a message says of the nearest sentence, which the report shows under it. */
const NEAREST = / *Nearest: “[^”]*”\.?/

const whole = (text: string): Passage => ({ text, start: 0, end: text.length })

const followingLine = (rule: string, following: readonly ReportFinding[]): string => {
  const names = [...new Set(following.map(finding => finding.rule))]
  const some = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more rules`] : names
  const verb = following.length === 1 ? 'follows' : 'follow'
  return `${following.length} more ${verb} from ${rule} and ${following.length === 1 ? 'is' : 'are'} not shown: ${some.join(', ')}.`
}

/**
 * One finding: rule and place, the sentence with the words marked, what is wrong and why, what to do, on what
 * authority, and the other places that it concerns.
 * @param number counts the findings of a document from 1
 * @param following findings that this one makes moot
 * @param isNearest the quote is not what the finding is about, but what comes nearest to what is not there
 */
export const findingLines = (
  finding: ReportFinding,
  number: number,
  following: readonly ReportFinding[],
  isNearest: boolean,
  { width, style, color }: Canvas,
): string[] => {
  const text = (words: string, indent = INDENT): string[] => paragraph(printable(words), width, indent)
  const label = `${number}.`.padEnd(INDENT.length - 1)
  const title = [
    finding.rule,
    finding.span === null ? '' : placeName(finding.span),
    headingPath(finding.headings),
    finding.confidence === 'high' ? '' : `${finding.confidence} confidence`,
  ].filter(part => part !== '')
  const [first = '', ...rest] = paragraph(printable(title.join(' · ')), width, INDENT, '')
  const styledFirst = first.startsWith(finding.rule)
    ? style(finding.rule, 'bold', LOOKS[finding.severity]) + first.slice(finding.rule.length)
    : first
  const passage = passageOf(finding)
  const authority = authorityOf(finding)
  const quote = passage === null ? [] : quoted(passage, width, INDENT, style, color)
  const showsNearest = isNearest || finding.related.some(({ message }) => message.startsWith('Nearest'))
  const told = showsNearest ? finding.message.replace(NEAREST, '') : finding.message
  const message = passage === null ? told : abridge(told, passage)
  return [
    `${label} ${styledFirst}`,
    ...rest,
    ...(isNearest ? [...text(message), ...text('Nearest:'), ...quote] : [...quote, ...text(message)]),
    ...finding.related.flatMap(({ message, quote, span }) =>
      quote === passage?.text
        ? text(`${message} (${placeName(span)}): the same words.`)
        : [...text(`${message} (${placeName(span)}):`), ...quoted(whole(quote), width, INDENT, style, color)],
    ),
    ...text(`To do: ${finding.suggestion}`),
    ...(authority === null ? [] : text(authority).map(line => style(line, 'dim'))),
    ...(following.length === 0 ? [] : text(followingLine(finding.rule, following))),
  ]
}
