import { SEVERITIES } from '../model/finding.js'
import type { ReportCoverage, ReportDocument, ReportError, ReportFinding } from '../model/report.js'
import type { FailureTerms } from '../model/verdict.js'
import { shorten } from '../text/shorten.js'
import { abridge } from './abridge.js'
import { count, listed } from './count.js'
import { documentName } from './document-head.js'
import { gather } from './gather.js'
import { type HiddenTerms, hiddenTally } from './hidden.js'
import { liveFindings } from './live.js'
import { code, shown } from './markdown-text.js'
import { placeName } from './place-name.js'
import { excerpt } from './quote.js'
import type { Reporter, RunHead } from './reporter.js'
import { verdictLine } from './verdict-line.js'

export interface MarkdownOptions extends FailureTerms, Pick<HiddenTerms, 'minConfidence'> {
  /** Files of folders that hold no disclosure, as known at the end. */
  readonly skipped: () => number
  /** Most characters of the whole; what would go beyond is left out, and told. Default 60,000. */
  readonly limit?: number
}

/** A comment on a pull request may have 65,536 characters. */
const COMMENT_LIMIT = 60_000

/** Rows of a document's table; the details have all. */
const MOST_ROWS = 30
/** Longest quotation in the table. */
const WORDS = 60

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

/** The sentence that a finding is on, with its words in bold. */
const quoteOf = ({ passage, quote }: ReportFinding): string => {
  if (!passage) return shown(quote ?? '')
  const { text, start, end } = excerpt(passage)
  const words = text.slice(start, end)
  if (words.trim() !== words || words === '' || words.length === text.length) return shown(text)
  const [before, after] = [text.slice(0, start), text.slice(end)]
  // A letter beside the signs of emphasis would take their meaning away.
  const isApart = !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)
  return isApart ? `${shown(before)}**${shown(words)}**${shown(after)}` : shown(text)
}

const findingLines = (finding: ReportFinding, following: number): readonly string[] => {
  const { severity, confidence, rule, span, quote, message, passage, related, suggestion } = finding
  return [
    `- **${severity}** ${code(rule)}${span === null ? '' : ` · ${shown(placeName(span))}`}${confidence === 'high' ? '' : ` · ${confidence} confidence`}`,
    ...(quote === null ? [] : ['', `  > ${quoteOf(finding)}`]),
    '',
    `  ${shown(passage ? abridge(message, passage) : message)}`,
    ...related.flatMap(each => [
      '',
      `  ${shown(each.message)} (${shown(placeName(each.span))}): “${shown(each.quote)}”`,
    ]),
    '',
    `  To do: ${shown(suggestion)}${following === 0 ? '' : ` (${following} more ${following === 1 ? 'follows' : 'follow'} from this.)`}`,
    '',
  ]
}

/** What is answered of what is asked, a row each; nothing where nothing is asked. */
const answersTable = (
  what: string,
  rows: readonly (Pick<ReportCoverage, 'status' | 'citation' | 'evidence'> & { readonly name: string })[],
): readonly string[] =>
  rows.length === 0
    ? []
    : [
        `| ${what} | status | citation | sentence |`,
        '| --- | --- | --- | --- |',
        ...rows.map(
          ({ name, status, citation, evidence }) =>
            `| ${name} | ${status} | ${shown(citation)} | ${shown(evidence[0]?.quote ?? '')} |`,
        ),
      ]

/** What a finding is about, for the table: its rule, and the words where it is about some. */
const aboutLine = ({ rule, quote }: ReportFinding): string =>
  quote === null || rule.startsWith('missing/')
    ? code(rule)
    : `${code(rule)} “${shown(shorten(quote, WORDS))}”`

/** A document, with everything that is folded and without. */
const documentLines = (document: ReportDocument): { readonly whole: string; readonly short: string } => {
  const live = liveFindings(document)
  const followers = gather(document.findings, ({ supersededBy }) => supersededBy)
  const told = new Set<string>()
  const rows = SEVERITIES.flatMap(severity => live.filter(finding => finding.severity === severity))
  const table = rows
    .slice(0, MOST_ROWS)
    .map(
      finding =>
        `| ${finding.severity} | ${aboutLine(finding)} | ${finding.span === null ? '' : shown(placeName(finding.span))} | ${shown(finding.suggestion)} |`,
    )
  const further = rows.length - table.length
  const details = rows.flatMap(finding => {
    const following = told.has(finding.rule) ? 0 : (followers.get(finding.rule)?.length ?? 0)
    told.add(finding.rule)
    return findingLines(finding, following)
  })
  const coverage = document.coverage.filter(({ status }) => status !== 'not-applicable')
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
    ...(rows.length === 0
      ? []
      : ['', '| | finding | place | to do |', '| --- | --- | --- | --- |', ...table]),
    ...(further > 0 ? ['', `And ${count(further, 'more finding')}.`] : []),
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
      answersTable(
        'requirement',
        coverage.map(row => ({ ...row, name: row.requirement })),
      ),
    ),
    ...folded(
      'What Item 1.05 asks of the incident',
      answersTable(
        'subject',
        (document.incident ?? []).map(row => ({ ...row, name: row.subject })),
      ),
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
  // The verdict stands first, so the rest waits: of each document the table, and its details as far as there is room.
  const pieces: { readonly whole: string; readonly short: string }[] = []
  let length = 0
  let cut = 0
  const hidden = hiddenTally()
  let unread = 0
  let failed: string | undefined
  const add = (whole: string, short = whole): void => {
    if (cut > 0 || length + short.length > limit) cut++
    else {
      pieces.push({ whole, short })
      length += short.length
    }
  }
  /** The pieces as far as there is room, and how many of them lack their details. */
  const fitted = (): { readonly text: string; readonly shortened: number } => {
    let room = limit - length
    let shortened = 0
    const text = pieces.map(({ whole, short }) => {
      const more = whole.length - short.length
      if (more > room) {
        shortened++
        return short
      }
      room -= more
      return whole
    })
    return { text: text.join(''), shortened }
  }
  return {
    document: document => {
      hidden.add(document)
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
      const { text, shortened } = fitted()
      const missing = [
        shortened > 0 && `the details of ${count(shortened, 'document')}`,
        cut > 0 && count(cut, 'further document'),
      ].filter(part => part !== false)
      const left =
        missing.length === 0 ? '' : `\nLeft out, as this report would grow too long: ${listed(missing)}.\n`
      const unseen = hidden.line({ ...options, quiet: false })
      const aside = unseen === null ? '' : `\n${shown(unseen)}\n`
      return `### cydlint\n\n**${shown(verdict)}** Checked as of ${asOf}.\n${aside}${text}${left}`
    },
  }
}
