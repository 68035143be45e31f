import type { VNode } from 'preact'
import { count } from '../reporters/count.js'
import { documentName } from '../reporters/document-head.js'
import type { PageRun } from '../reporters/html/page-data.js'
import { dayInWords } from './day.js'
import type { DocumentModel } from './document-model.js'
import { RunVerdict } from './run-verdict.js'
import { UnreadInputs } from './unread-inputs.js'
import { Words } from './words.js'

const VIEWS = {
  item: 'The whole item',
  tagged:
    'Tagged text only: what stands elsewhere in the filing is unknown, and “absent” means not in the tagged text',
} as const

/** What was found of each severity, where a run has several documents and its verdict is of all of them. */
const ownCounts = ({ live }: DocumentModel): string => {
  const of = (severity: string): number => live.filter(finding => finding.severity === severity).length
  const [errors, warnings, advice] = ['error', 'warning', 'advice'].map(of)
  const parts = [
    errors && count(errors, 'error'),
    warnings && count(warnings, 'warning'),
    advice && count(advice, 'point of advice', 'points of advice'),
  ].filter(part => typeof part === 'string')
  return parts.join(', ') || 'No findings'
}

const Read = ({ name, children }: { readonly name: string; readonly children: string }): VNode => (
  <div>
    <dt>{name}</dt>
    <dd>
      <Words>{children}</Words>
    </dd>
  </div>
)

/** Whose disclosure it is, the verdict, and what was read. */
export const DocumentHeading = ({
  run,
  document,
}: {
  readonly run: PageRun
  readonly document: DocumentModel
}): VNode => {
  const { form, formFrom, item, view, registrant, periodOfReport } = document
  const single = run.documents.length === 1
  return (
    <header class="heading">
      <h1>
        <Words>{registrant ?? documentName(document)}</Words>
      </h1>
      <p class="of">
        Form {form}
        {item !== null && `, Item ${item}`}
        {periodOfReport !== null && `, period ended ${dayInWords(periodOfReport)}`}
      </p>
      {single ? (
        <>
          <RunVerdict run={run} />
          <UnreadInputs run={run} />
        </>
      ) : (
        <p class="verdict">{ownCounts(document)}</p>
      )}
      <dl class="read" aria-label="What was read">
        <Read name="File">{documentName(document)}</Read>
        <Read name="Form">{`${form}, by ${formFrom}`}</Read>
        <Read name="Period of report">{periodOfReport ?? 'Not given'}</Read>
        <Read name="What was seen">{VIEWS[view]}</Read>
        <Read name="Checked as of">{run.asOf}</Read>
        <Read name="Rules">{`cydlint ${run.tool.version}, ruleset ${run.tool.ruleset}`}</Read>
      </dl>
    </header>
  )
}
