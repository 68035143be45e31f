import type { ReportFinding } from '../model/report.js'
import { OWN_AUTHOR } from '../readers/word/comments.js'
import { abridge } from '../reporters/abridge.js'
import { placeName } from '../reporters/place-name.js'
import { printable } from '../reporters/style.js'
import { xmlAttributes, xmlText } from '../reporters/xml-text.js'

/** How cydlint signs comments where there is little room. */
const INITIALS = 'cyd'

/** Half points: the size in which programs show comments that have no style. */
const SIZE = '<w:sz w:val="20"/>'

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}${SIZE}</w:rPr><w:t xml:space="preserve">${xmlText(printable(text.replace(/\s+/g, ' ')))}</w:t></w:r>`

const paragraph = (content: string): string => `<w:p>${content}</w:p>`

/** "Warning, medium confidence", as a comment begins. */
const severityOf = ({ severity, confidence }: ReportFinding): string =>
  `${severity.slice(0, 1).toUpperCase()}${severity.slice(1)}${confidence === 'high' ? '' : `, ${confidence} confidence`}`

/** A finding as a comment says it: rule and citation, what is wrong, and what to do. */
const linesOf = (finding: ReportFinding): readonly string[] => {
  const { message, suggestion, passage, related } = finding
  return [
    passage ? abridge(message, passage) : message,
    ...related.map(({ message: says, quote, span }) => `${says} (${placeName(span)}): “${quote}”`),
  ].concat(`To do: ${suggestion}`)
}

/**
 * A comment of Word on a finding.
 * @param asOf the day that it bears, YYYY-MM-DD
 * @param declaration what its element has to declare
 */
export const commentXml = (finding: ReportFinding, id: number, asOf: string, declaration: string): string => {
  const { rule, citations } = finding
  const head = [severityOf(finding), rule, ...(citations.length > 0 ? [citations.join('; ')] : [])]
  const attributes = xmlAttributes({
    'w:id': id,
    'w:author': OWN_AUTHOR,
    'w:date': `${asOf}T00:00:00Z`,
    'w:initials': INITIALS,
  })
  const lines = linesOf(finding).map(line => paragraph(run(line)))
  return `<w:comment${declaration}${attributes}>${paragraph(`<w:r><w:annotationRef/></w:r>${run(head.join(' · '), '<w:b/>')}`)}${lines.join('')}</w:comment>`
}
