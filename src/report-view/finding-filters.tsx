import type { VNode } from 'preact'
import { SEVERITIES, type Severity } from '../model/finding.js'
import type { DocumentModel } from './document-model.js'
import { type FindingFilter, isFiltering, NO_FILTER } from './finding-filter.js'
import { plain } from './words.js'

const NAMES: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  advice: ['advice', 'advice'],
}

const Choice = ({
  name,
  value,
  values,
  choose,
}: {
  readonly name: string
  readonly value: string
  readonly values: readonly string[]
  readonly choose: (value: string) => void
}): VNode => (
  <label>
    {name}
    <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
      <option value="">all</option>
      {values.map(each => (
        <option key={each} value={each}>
          {plain(each)}
        </option>
      ))}
    </select>
  </label>
)

/** What of the findings is shown: severities, one rule, one section. */
export const FindingFilters = ({
  model,
  filter,
  setFilter,
  shown,
}: {
  readonly model: DocumentModel
  readonly filter: FindingFilter
  readonly setFilter: (filter: FindingFilter) => void
  readonly shown: number
}): VNode => {
  const toggle = (severity: Severity): void => {
    const hiddenSeverities = new Set(filter.hiddenSeverities)
    if (!hiddenSeverities.delete(severity)) hiddenSeverities.add(severity)
    setFilter({ ...filter, hiddenSeverities })
  }
  const rules = [...new Set(model.live.map(({ rule }) => rule))].sort()
  return (
    <fieldset class="filters">
      <legend>Show</legend>
      {SEVERITIES.map(severity => {
        const number = model.live.filter(each => each.severity === severity).length
        const [one, many] = NAMES[severity]
        return (
          number > 0 && (
            <label key={severity} class={`severity ${severity}`}>
              <input
                type="checkbox"
                checked={!filter.hiddenSeverities.has(severity)}
                onChange={() => toggle(severity)}
              />
              {number} {number === 1 ? one : many}
            </label>
          )
        )
      })}
      <Choice
        name="Rule"
        value={filter.rule}
        values={rules}
        choose={rule => setFilter({ ...filter, rule })}
      />
      <Choice
        name="Section"
        value={filter.section}
        values={model.sections.map(({ name }) => name)}
        choose={section => setFilter({ ...filter, section })}
      />
      <output class="quiet">
        {isFiltering(filter) ? `${shown} of ${model.live.length} findings shown` : ''}
      </output>
      {isFiltering(filter) && (
        <button type="button" class="plain" onClick={() => setFilter(NO_FILTER)}>
          Show all
        </button>
      )}
    </fieldset>
  )
}
