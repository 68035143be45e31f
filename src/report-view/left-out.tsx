import type { VNode } from 'preact'
import { count } from '../reporters/count.js'
import { gather } from '../reporters/gather.js'
import type { PageFinding } from '../reporters/html/page-data.js'
import type { DocumentModel } from './document-model.js'
import { Words } from './words.js'

/** Why a finding is left out. */
const reasonOf = ({ suppressed, supersededBy }: PageFinding): string =>
  suppressed ?? `Follows from ${supersededBy}, which is suppressed.`

const Suppressed = ({ model: { suppressed } }: { readonly model: DocumentModel }): VNode | null =>
  suppressed.length === 0 ? null : (
    <section aria-labelledby="suppressed">
      <h2 id="suppressed">Suppressed</h2>
      <p class="quiet">
        {count(suppressed.length, 'finding')} that somebody has decided to leave out, with the reason given.
      </p>
      <ul class="plain-list">
        {[...gather(suppressed, reasonOf)].map(([reason, group]) => (
          <li key={reason}>
            <p>
              <Words>{reason}</Words>
            </p>
            <ul>
              {group.map((finding, index) => (
                <li key={index}>
                  {finding.severity} <code>{finding.rule}</code>
                  {finding.at !== null && (
                    <span class="quiet">
                      {' '}
                      <Words>{finding.at}</Words>
                    </span>
                  )}
                  <br />
                  <Words>{finding.message}</Words>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )

const NotChecked = ({ model: { notChecked, hidden } }: { readonly model: DocumentModel }): VNode | null =>
  notChecked.length === 0 && hidden === 0 ? null : (
    <section aria-labelledby="not-checked">
      <h2 id="not-checked">Not checked</h2>
      {hidden > 0 && (
        <p>
          {count(hidden, 'finding')} {hidden === 1 ? 'is' : 'are'} left out as less sure than was asked for.
        </p>
      )}
      <ul class="plain-list">
        {[...gather(notChecked, ({ reason }) => reason)].map(([reason, group]) => {
          const rules = group.map(({ rule }) => rule).filter(rule => rule !== '*')
          return (
            <li key={reason}>
              <Words>{reason}</Words>
              {rules.length > 0 && <p class="quiet rules">{rules.join(', ')}</p>}
            </li>
          )
        })}
      </ul>
    </section>
  )

/** What does not count, and what was not looked at: a report that keeps quiet about either is half a report. */
export const LeftOut = ({ model }: { readonly model: DocumentModel }): VNode => (
  <>
    <Suppressed model={model} />
    <NotChecked model={model} />
  </>
)
