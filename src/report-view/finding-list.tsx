import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { DocumentModel } from './document-model.js'
import { FindingEntry } from './finding-entry.js'
import { isFiltering, NO_FILTER, passes } from './finding-filter.js'
import { FindingFilters } from './finding-filters.js'
import type { Select, Selection } from './selection.js'
import { Words } from './words.js'

/** The findings that count, under the headings that they stand under. */
export const FindingList = ({
  model,
  selection,
  select,
}: {
  readonly model: DocumentModel
  readonly selection: Selection | null
  readonly select: Select
}): VNode => {
  const [filter, setFilter] = useState(NO_FILTER)
  const sections = model.sections
    .map(({ name, findings }) => ({ name, findings: findings.filter(each => passes(each, filter)) }))
    .filter(({ findings }) => findings.length > 0)
  const shown = sections.reduce((sum, { findings }) => sum + findings.length, 0)

  // A finding that is picked in the text is shown, whatever was filtered out before.
  useEffect(() => {
    const picked = model.live.find(({ id }) => id === selection?.target)
    if (selection?.from === 'text' && picked && !passes(picked, filter)) setFilter(NO_FILTER)
  }, [selection])

  return (
    <section class="findings" aria-labelledby="findings">
      <h2 id="findings">Findings</h2>
      {model.live.length === 0 ? (
        <p>The rules found nothing to report.</p>
      ) : (
        <FindingFilters model={model} filter={filter} setFilter={setFilter} shown={shown} />
      )}
      <div class="entries">
        {sections.map(({ name, findings }) => (
          <section key={name}>
            <h3>
              <Words>{name}</Words>
            </h3>
            {findings.map(finding => (
              <FindingEntry
                key={finding.id}
                finding={finding}
                model={model}
                isPicked={selection?.target === finding.id}
                select={select}
              />
            ))}
          </section>
        ))}
      </div>
      {shown === 0 && isFiltering(filter) && <p>No finding is like that.</p>}
    </section>
  )
}
