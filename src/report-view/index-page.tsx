import type { VNode } from 'preact'
import { documentName } from '../reporters/document-head.js'
import { gather } from '../reporters/gather.js'
import type { PageEntry, PageRun } from '../reporters/html/page-data.js'
import { hashOf } from './route.js'
import { RunVerdict } from './run-verdict.js'
import { STATUS_LOOKS } from './status.js'
import { UnreadInputs } from './unread-inputs.js'
import { Words } from './words.js'

const CountCell = ({ value, severity }: { readonly value: number; readonly severity: string }): VNode => (
  <td class={`count ${value > 0 ? severity : 'quiet'}`}>{value}</td>
)

const Row = ({
  entry,
  index,
  run,
}: {
  readonly entry: PageEntry
  readonly index: number
  readonly run: PageRun
}): VNode => (
  <tr>
    <th scope="row">
      <a href={hashOf(index)}>
        <Words>{entry.registrant ?? documentName(entry)}</Words>
      </a>
      <span class="quiet">
        {entry.form}
        {entry.periodOfReport !== null && `, ${entry.periodOfReport}`}
        {entry.registrant !== null && (
          <>
            {' · '}
            <Words>{documentName(entry)}</Words>
          </>
        )}
      </span>
    </th>
    {entry.statuses.map((status, column) => {
      const look = STATUS_LOOKS[status]
      const requirement = run.requirements[column]
      return (
        requirement && (
          <td key={requirement.name} class={`cell ${look.tone}`} title={`${requirement.title}: ${look.name}`}>
            <a href={hashOf(index, requirement.name)} tabIndex={-1}>
              <span aria-hidden="true">{look.sign}</span>
              <span class="heard">{look.name}</span>
            </a>
          </td>
        )
      )
    })}
    <CountCell value={entry.summary.error} severity="error" />
    <CountCell value={entry.summary.warning} severity="warning" />
    <CountCell value={entry.summary.advice} severity="advice" />
  </tr>
)

/** What the signs of the table mean, those of one tone and sign named together. */
const Legend = (): VNode => (
  <ul class="legend quiet">
    {[...gather(Object.values(STATUS_LOOKS), ({ sign, tone }) => `${tone} ${sign}`)].map(([key, looks]) => (
      <li key={key}>
        <span class={`cell ${looks[0]?.tone}`} aria-hidden="true">
          {looks[0]?.sign}
        </span>{' '}
        {looks.map(({ name }) => name.toLowerCase()).join(', ')}
      </li>
    ))}
  </ul>
)

/** All documents of the run, requirement by requirement. */
export const IndexPage = ({ run }: { readonly run: PageRun }): VNode => (
  <div class="index">
    <header class="heading">
      <h1>{run.documents.length} documents</h1>
      <RunVerdict run={run} />
      <UnreadInputs run={run} />
      <dl class="read" aria-label="What was read">
        <div>
          <dt>Checked as of</dt>
          <dd>{run.asOf}</dd>
        </div>
        <div>
          <dt>Rules</dt>
          <dd>
            cydlint {run.tool.version}, ruleset {run.tool.ruleset}
          </dd>
        </div>
      </dl>
    </header>
    {run.documents.length > 0 && (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
      <section class="scroll" tabIndex={0} aria-label="Requirements by document">
        <table class="heat">
          <caption>Requirements by document</caption>
          <thead>
            <tr>
              <th scope="col">Document</th>
              {run.requirements.map(({ name, title }) => (
                <th key={name} scope="col" class="turned" title={title}>
                  <span>{name}</span>
                </th>
              ))}
              <th scope="col" class="turned">
                <span>errors</span>
              </th>
              <th scope="col" class="turned">
                <span>warnings</span>
              </th>
              <th scope="col" class="turned">
                <span>advice</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {run.documents.map((entry, index) => (
              <Row key={index} entry={entry} index={index} run={run} />
            ))}
          </tbody>
        </table>
        <Legend />
      </section>
    )}
  </div>
)
