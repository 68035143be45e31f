import { SEVERITIES } from '../model/finding.js'
import type { ReportDocument, ReportError, ReportFinding } from '../model/report.js'
import type { FailureTerms } from '../model/verdict.js'
import { count, listed } from './count.js'
import { documentName } from './document-head.js'
import { gather } from './gather.js'
import { liveFindings } from './live.js'
import { code, shown } from './markdown-text.js'
import { placeName } from './place-name.js'
import type { Reporter, RunHead } from './reporter.js'
import { verdictLine } from './verdict-line.js'

export interface MarkdownOptions extends FailureTerms {
  /** Files of folders that hold no disclosure, as known at the end. */
  readonly skipped: () => number
  /** Most characters of the whole; what would go beyond is left out, and told. Default 60,000. */
  readonly limit?: number
}

/** A comment on a pull request may have 65,536 characters. */
const COMMENT_LIMIT = 60_000

const summaryLine = (document: ReportDocument, live: readonly ReportFinding[]): string => {
  const { form, item, registrant, periodOfReport, view } = document
  const found = SEVERITIES.map(
    severity => [severity, live.filter(each => each.severity === severity).length] as const,
  )
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => (severity === 'advice' ? `${number} advice` : count(number, severity)))
  return [
    registrant,
    `Form ${form}${item === null ? '' : `, Item ${item}`}`,
    periodOfReport && `period ended ${periodOfReport}`,
    view === 'tagged' ? 'tagged text only' : null,
    found.join(', ') || 'no findings',
  ]
    .filter(part => part !== null)
    .map(part => shown(part))
    .join(' · ')
}

const folded = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0
    ? []
    : [
        '',
        `<details><summary>${title}</summary>`,
        '',
        ...lines.slice(0, lines.at(-1) === '' ? -1 : undefined),
        '',
        '</details>',
      ]

const findingLines = (finding: ReportFinding, following: number): readonly string[] => [
  `- **${finding.severity}** ${code(finding.rule)}${finding.span === null ? '' : ` · ${shown(placeName(finding.span))}`}${finding.confidence === 'high' ? '' : ` · ${finding.confidence} confidence`}`,
  ...(finding.quote === null ? [] : ['', `  > ${shown(finding.quote)}`]),
  '',
  `  ${shown(finding.message)}`,
  ...finding.related.flatMap(({ message, quote, span }) => [
    '',
    `  ${shown(message)} (${shown(placeName(span))}): “${shown(quote)}”`,
  ]),
  '',
  `  To do: ${shown(finding.suggestion)}${following === 0 ? '' : ` (${following} more ${following === 1 ? 'follows' : 'follow'} from this.)`}`,
  '',
]

/** A document, with everything that is folded and without. */
const documentLines = (document: ReportDocument): { readonly whole: string; readonly short: string } => {
  const live = liveFindings(document)
  const followers = gather(document.findings, ({ supersededBy }) => supersededBy)
  const told = new Set<string>()
  const rows = SEVERITIES.flatMap(severity => live.filter(finding => finding.severity === severity))
  const table = rows.map(
    ({ severity, rule, span, suggestion }) =>
      `| ${severity} | ${code(rule)} | ${span === null ? '' : shown(placeName(span))} | ${shown(suggestion)} |`,
  )
  const details = rows.flatMap(finding => {
    const following = told.has(finding.rule) ? 0 : (followers.get(finding.rule)?.length ?? 0)
    told.add(finding.rule)
    return findingLines(finding, following)
  })
  const coverage = document.coverage
    .filter(({ status }) => status !== 'not-applicable')
    .map(
      ({ requirement, status, citation, evidence }) =>
        `| ${requirement} | ${status} | ${shown(citation)} | ${shown(evidence[0]?.quote ?? '')} |`,
    )
  const suppressed = document.findings.filter(finding => finding.suppressed !== null)
  const notChecked = [...gather(document.notChecked, ({ reason }) => reason)].map(([reason, entries]) => {
    const rules = entries.map(({ rule }) => rule).filter(rule => rule !== '*')
    return `- ${shown(reason)}${rules.length === 0 ? '' : ` (${rules.map(code).join(', ')})`}`
  })
  const short = [
    '',
    `#### ${code(documentName(document))}`,
    '',
    summaryLine(document, live),
    ...(rows.length === 0 ? [] : ['', '| | rule | place | to do |', '| --- | --- | --- | --- |', ...table]),
  ]
  const whole = [
    ...short,
    ...folded(`Details of ${count(rows.length, 'finding')}`, details),
    ...folded(
      `${suppressed.length} suppressed`,
      suppressed.map(finding => `- ${code(finding.rule)}: ${shown(finding.suppressed ?? '')}`),
    ),
    ...folded(
      'Coverage of the 13 requirements',
      coverage.length === 0
        ? []
        : ['| requirement | status | citation | sentence |', '| --- | --- | --- | --- |', ...coverage],
    ),
    ...folded('Not checked', notChecked),
  ]
  return { whole: `${whole.join('\n')}\n`, short: `${short.join('\n')}\n` }
}

const errorLines = ({ path, message }: ReportError): string =>
  `\n#### ${code(path)}\n\nCould not be checked: ${shown(message)}\n`

/**
 * A report for a comment on a pull request or the summary of a build: the verdict, a table a document, and everything
 * else folded.
 */
export const markdown = ({ asOf }: RunHead, options: MarkdownOptions): Reporter => {
  const { limit = COMMENT_LIMIT, skipped } = options
  // The verdict stands first, so the rest waits, up to the limit.
  const pieces: string[] = []
  let length = 0
  let cut = 0
  let shortened = 0
  let unread = 0
  let failed: string | undefined
  const add = (whole: string, short = whole): void => {
    const fits = length + whole.length <= limit
    const piece = fits ? whole : short
    if (cut > 0 || length + piece.length > limit) {
      cut++
      return
    }
    if (!fits) shortened++
    pieces.push(piece)
    length += piece.length
  }
  return {
    document: document => {
      const { whole, short } = documentLines(document)
      add(whole, short)
      return ''
    },
    error: error => {
      if (error.path !== failed) unread++
      failed = error.path
      add(errorLines(error))
      return ''
    },
    end: summary => {
      const verdict = verdictLine({ summary, unread, skipped: skipped() }, options)
      const missing = [
        shortened > 0 && `the details of ${count(shortened, 'document')}`,
        cut > 0 && count(cut, 'further document'),
      ].filter(part => part !== false)
      const left =
        missing.length === 0 ? '' : `\nLeft out, as this report would grow too long: ${listed(missing)}.\n`
      return `### cydlint\n\n**${shown(verdict)}** Checked as of ${asOf}.\n${pieces.join('')}${left}`
    },
  }
}
