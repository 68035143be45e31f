import type { Passage, ReportFinding } from '../model/report.js'
import { abridge } from './abridge.js'
import { type Canvas, LOOKS } from './canvas.js'
import { placeName } from './place-name.js'
import { quoted } from './quote.js'
import { withoutNearest } from './quotes-nearest.js'
import { printable } from './style.js'
import { paragraph } from './wrap.js'

/** Of what is said of a finding, under its title. */
export const INDENT = '    '

/** The sentence round the words of a finding, or the words alone. */
export const passageOf = (finding: ReportFinding): Passage | null =>
  finding.passage ??
  (finding.quote === null ? null : { text: finding.quote, start: 0, end: finding.quote.length })

/** Headings above the place, without that of the item itself, which the head of the report names. */
const headingPath = (headings: readonly string[]): string =>
  headings.filter((heading, index) => index > 0 || !/^item\s*(?:1C|16K|1\.05)\b/i.test(heading)).join(' › ')

/** The citations, unless the message gives them already. */
const authorityOf = ({ citations, message }: ReportFinding): string | null =>
  citations.every(citation => message.includes(citation)) ? null : `Authority: ${citations.join('; ')}`

const whole = (text: string): Passage => ({ text, start: 0, end: text.length })

/** What others a finding makes moot, in a sentence. */
export const followingLine = (rule: string, following: readonly ReportFinding[]): string => {
  const names = [...new Set(following.map(finding => finding.rule))]
  const some = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more rules`] : names
  const verb = following.length === 1 ? 'follows' : 'follow'
  return `${following.length} more ${verb} from ${rule} and ${following.length === 1 ? 'is' : 'are'} not shown: ${some.join(', ')}.`
}

/** What a finding is called: rule, severity where it is asked for, place, headings. */
export const findingTitle = (finding: ReportFinding, withSeverity: boolean): string =>
  printable(
    [
      finding.rule,
      withSeverity ? finding.severity : '',
      finding.span === null ? '' : placeName(finding.span),
      headingPath(finding.headings),
      finding.confidence === 'high' ? '' : `${finding.confidence} confidence`,
    ]
      .filter(part => part !== '')
      .join(' · '),
  )

/** The number of a finding, as wide as the indent of what is said of it. */
export const findingNumber = (number: number): string => `${`${number}.`.padEnd(INDENT.length - 1)} `

/** The rule of a title in the color of the severity, where it stands whole. */
export const styledTitle = (title: string, { rule, severity }: ReportFinding, { style }: Canvas): string =>
  title.startsWith(rule) ? style(rule, 'bold', LOOKS[severity]) + title.slice(rule.length) : title

/**
 * One finding: rule and place, the sentence with the words marked, what is wrong and why, what to do, on what
 * authority, and the other places that it concerns.
 * @param number counts the findings of a document from 1
 * @param following findings that this one makes moot
 * @param isNearest the quote is not what the finding is about, but what comes nearest to what is not there
 * @param withSeverity the title names the severity, where no heading over it does
 */
export const findingLines = (
  finding: ReportFinding,
  number: number,
  following: readonly ReportFinding[],
  isNearest: boolean,
  canvas: Canvas,
  withSeverity = false,
): string[] => {
  const { width, style, color } = canvas
  const text = (words: string, indent = INDENT): string[] => paragraph(printable(words), width, indent)
  const [first = '', ...rest] = paragraph(findingTitle(finding, withSeverity), width, INDENT, '')
  const passage = passageOf(finding)
  const authority = authorityOf(finding)
  const quote = passage === null ? [] : quoted(passage, width, INDENT, style, color)
  const showsNearest = isNearest || finding.related.some(({ message }) => message.startsWith('Nearest'))
  const told = showsNearest ? withoutNearest(finding.message) : finding.message
  const message = passage === null ? told : abridge(told, passage)
  return [
    findingNumber(number) + styledTitle(first, finding, canvas),
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
