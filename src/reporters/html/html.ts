import type { FailureTerms } from '../../model/verdict.js'
import { type HiddenTerms, hiddenTally } from '../hidden.js'
import type { Reporter, RunHead } from '../reporter.js'
import { verdictLine } from '../verdict-line.js'
import { xmlText } from '../xml-text.js'
import {
  type PageEntry,
  type PageRun,
  pageDocument,
  pageEntry,
  type RequirementDescription,
} from './page-data.js'

/** The program and the looks of the page, with their digests, as `scripts/report-view.mjs` makes them. */
export interface ReportView {
  readonly script: string
  readonly style: string
  /** `sha256-…`, of the script and of the style sheet. */
  readonly scriptDigest: string
  readonly styleDigest: string
}

export interface HtmlOptions extends FailureTerms, Pick<HiddenTerms, 'minConfidence'> {
  readonly view: ReportView
  readonly requirements: readonly RequirementDescription[]
  /** Files of folders that hold no disclosure, as known at the end. */
  readonly skipped: () => number
}

/**
 * Data as the content of a script element that is not run. "<" is written as an escape, so that no text of a document
 * ends the element or opens a comment in it (HTML, 4.12.1.3, restrictions for contents of script elements).
 */
const asData = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const opening = ({ style, styleDigest, scriptDigest }: ReportView): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${scriptDigest}'; style-src '${styleDigest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>cydlint report</title>
<style>${style}</style>
</head>
<body>
<div id="report"></div>
`

/**
 * A page that shows the report beside the documents: one file with everything in it, which asks nothing of any other
 * place and may run nothing but its own program. Documents are data in it, each in an element of its own.
 */
export const html = (head: RunHead, { view, requirements, skipped, ...terms }: HtmlOptions): Reporter => {
  const documents: PageEntry[] = []
  const hidden = hiddenTally()
  const errors: PageRun['errors'][number][] = []
  let isOpen = false
  const opened = (): string => {
    if (isOpen) return ''
    isOpen = true
    return opening(view)
  }
  return {
    document: document => {
      documents.push(pageEntry(document))
      hidden.add(document)
      return `${opened()}<script type="application/json" data-document>${asData(pageDocument(document))}</script>\n`
    },
    error: ({ path, message }) => {
      errors.push({ path, message })
      return opened()
    },
    end: summary => {
      const unread = new Set(errors.map(({ path }) => path)).size
      const line = verdictLine({ summary, unread, skipped: skipped() }, terms)
      const [, verdict = line, counts = ''] = /^([^:]*): (.*)$/s.exec(line) ?? []
      const run: PageRun = {
        tool: head.tool,
        asOf: head.asOf,
        verdict,
        counts,
        hidden: hidden.line({ ...terms, quiet: false }),
        failOn: terms.failOn,
        errors,
        requirements,
        documents,
      }
      return `${opened()}<noscript>
<h1>${xmlText(line)}</h1>
<p>This page shows its report with a script that it brings along. Allow scripts for it, or write the report as text:
cydlint check --format terminal=report.txt</p>
</noscript>
<script type="application/json" data-run>${asData(run)}</script>
<script>${view.script}</script>
</body>
</html>
`
    },
  }
}
