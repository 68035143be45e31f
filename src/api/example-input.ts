import type { RuleExample } from '../engine/rule.js'
import { isAnnual } from '../model/forms.js'
import { exampleWord } from './example-word.js'

/** What of an example is read. */
export interface ExampleContent {
  readonly form: RuleExample['form']
  readonly periodOfReport?: string | undefined
  readonly text?: string | undefined
  readonly flags?: RuleExample['flags'] | undefined
  readonly blocks?: RuleExample['blocks'] | undefined
  readonly truncated?: RuleExample['truncated'] | undefined
  readonly inline?: string | undefined
  readonly word?: string | undefined
  readonly prior?: RuleExample['prior'] | undefined
}

export interface ExampleFile {
  readonly path: string
  /** What it holds; for a Word document, what it was made of. */
  readonly text: string
  readonly bytes?: Uint8Array
}

const DAY_MS = 86_400_000

/** The day so many years and days before another, YYYY-MM-DD. */
const before = (day: string, years: number, days = 0): string => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() - years)
  return new Date(date.getTime() - days * DAY_MS).toISOString().slice(0, 10)
}

const REGISTRANT = '<xbrli:identifier scheme="http://www.sec.gov/CIK">0000000000</xbrli:identifier>'

const context = (id: string, period: string, dimension = ''): string =>
  `<xbrli:context id="${id}"><xbrli:entity>${REGISTRANT}${dimension}</xbrli:entity><xbrli:period>${period}</xbrli:period></xbrli:context>`

const during = (start: string, end: string): string =>
  `<xbrli:startDate>${start}</xbrli:startDate><xbrli:endDate>${end}</xbrli:endDate>`

const along = (axis: string, member: string): string =>
  `<xbrli:segment><xbrldi:explicitMember dimension="${axis}">${member}</xbrldi:explicitMember></xbrli:segment>`

/** The contexts that the body of an example may name. */
const contextsOf = ({ form, periodOfReport: end = '2025-12-31' }: ExampleContent): readonly string[] => {
  // A current report is of one day.
  const year = during(isAnnual(form) ? before(end, 1, -1) : end, end)
  return [
    context('year', year),
    context('prior-year', during(before(end, 2, -1), before(end, 1))),
    context('last-quarter', during(before(end, 0, 91), end)),
    context('last-day', `<xbrli:instant>${end}</xbrli:instant>`),
    context('incident', year, along('cyd:MaterialCybersecurityIncidentAxis', 'ex:SpringIncidentMember')),
    context('segment', year, along('us-gaap:StatementBusinessSegmentsAxis', 'ex:RetailMember')),
  ]
}

const NAMESPACES = [
  ['', 'http://www.w3.org/1999/xhtml'],
  [':ix', 'http://www.xbrl.org/2013/inlineXBRL'],
  [':ixt', 'http://www.xbrl.org/inlineXBRL/transformation/2022-02-16'],
  [':xbrli', 'http://www.xbrl.org/2003/instance'],
  [':xbrldi', 'http://xbrl.org/2006/xbrldi'],
  [':xsi', 'http://www.w3.org/2001/XMLSchema-instance'],
  [':dei', 'http://xbrl.sec.gov/dei/2025'],
  [':cyd', 'http://xbrl.sec.gov/cyd/2025'],
  [':us-gaap', 'http://fasb.org/us-gaap/2025'],
  [':ex', 'http://example.com/20251231'],
]

const cover = (name: string, value: string): string =>
  `<p><ix:nonNumeric name="dei:${name}" contextRef="year">${value}</ix:nonNumeric></p>`

const inlineDocument = (
  example: ExampleContent,
  body: string,
): string => `<html ${NAMESPACES.map(([prefix, uri]) => `xmlns${prefix}="${uri}"`).join(' ')}>
<head><title>Annual report</title></head>
<body>
<div style="display:none"><ix:header><ix:resources>
${contextsOf(example).join('\n')}
</ix:resources></ix:header></div>
${cover('DocumentType', example.form)}
${cover('DocumentPeriodEndDate', example.periodOfReport ?? '2025-12-31')}
${cover('EntityRegistrantName', 'Example Corp.')}
${body}
</body>
</html>
`

/** What stands for the document before an example, with the example's form where it names none. */
export const priorContent = ({ form, prior }: ExampleContent): ExampleContent | undefined =>
  prior && { form, ...prior }

/** An example of a rule as a file, for the readers. */
export const exampleInput = (example: ExampleContent): ExampleFile => {
  const { form, periodOfReport, text, flags, blocks, truncated, inline, word } = example
  if (word !== undefined) return { path: 'example.docx', text: word, bytes: exampleWord(word) }
  if (inline === undefined)
    return {
      path: 'example.json',
      text: JSON.stringify({ form, periodOfReport, text, flags, blocks, truncated }),
    }
  const isWhole = inline.startsWith('<html')
  return { path: 'example.htm', text: isWhole ? inline : inlineDocument(example, inline) }
}
