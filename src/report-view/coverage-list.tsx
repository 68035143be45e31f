import type { VNode } from 'preact'
import type { PageCoverage, PageEvidence, RequirementDescription } from '../reporters/html/page-data.js'
import { moveByArrows } from './arrow-keys.js'
import {
  type DocumentModel,
  type NumberedFinding,
  paragraphOf,
  placeOf,
  requirementId,
  textOf,
} from './document-model.js'
import type { Select, Selection } from './selection.js'
import { STATUS_LOOKS } from './status.js'
import { Words } from './words.js'

interface CoverageProps {
  readonly model: DocumentModel
  readonly requirements: readonly RequirementDescription[]
  readonly open: ReadonlySet<string>
  readonly toggle: (ids: readonly string[], isOpen: boolean) => void
  readonly selection: Selection | null
  readonly select: Select
}

/** A sentence that decides, or comes nearest: a press shows it in the text. */
const Sentence = ({
  model,
  evidence,
  target,
  select,
}: {
  readonly model: DocumentModel
  readonly evidence: PageEvidence
  readonly target: string
  readonly select: Select
}): VNode => {
  const place = placeOf(evidence)
  const words = <Words>{textOf(model, evidence)}</Words>
  return (
    <li>
      {place ? (
        <button type="button" class="quote" onClick={() => select({ target, place, from: 'list' })}>
          {words}
        </button>
      ) : (
        <blockquote class="quote">{words}</blockquote>
      )}
      <span class="quiet">
        {evidence.at !== null && <Words>{evidence.at}</Words>}
        {evidence.assertion !== 'affirmed' && ` · ${evidence.assertion}`}
      </span>
    </li>
  )
}

const Sentences = ({
  title,
  rows,
  ...shared
}: {
  readonly title: string
  readonly rows: readonly PageEvidence[]
  readonly model: DocumentModel
  readonly target: string
  readonly select: Select
}): VNode | null =>
  rows.length === 0 ? null : (
    <>
      <h5>{title}</h5>
      <ol class="sentences">
        {rows.map((evidence, index) => (
          <Sentence key={index} evidence={evidence} {...shared} />
        ))}
      </ol>
    </>
  )

const Row = ({
  row,
  requirement,
  findings,
  model,
  open,
  toggle,
  selection,
  select,
}: CoverageProps & {
  readonly row: PageCoverage
  readonly requirement: RequirementDescription
  readonly findings: readonly NumberedFinding[]
}): VNode => {
  const id = requirementId(row.requirement)
  const isOpen = open.has(id)
  const look = STATUS_LOOKS[row.status]
  const press = (): void => {
    toggle([id], !isOpen)
    if (!isOpen) select({ target: id, place: null, from: 'list' })
  }
  return (
    <li id={id} class={`requirement ${look.tone} ${selection?.target === id ? 'picked' : ''}`}>
      <h4>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={`${id}-more`}
          onClick={press}
          onKeyDown={moveByArrows}
        >
          <span class="sign" aria-hidden="true">
            {look.sign}
          </span>
          <span class="paragraph">{paragraphOf(row.citation)}</span>
          <span class="title">{requirement.title}</span>
          <span class="state">{look.name}</span>
        </button>
      </h4>
      <div class="more" id={`${id}-more`} hidden={!isOpen}>
        <p>
          {requirement.asks}{' '}
          <span class="quiet">
            {row.citation}, {requirement.force}
          </span>
        </p>
        <Sentences
          title={row.evidence.length === 1 ? 'The sentence that decides' : 'The sentences that decide'}
          rows={row.evidence}
          {...{ model, target: id, select }}
        />
        <Sentences title="Nothing decides; nearest" rows={row.nearest} {...{ model, target: id, select }} />
        {findings.length > 0 && (
          <p class="see">
            {findings.length === 1 ? 'Finding' : 'Findings'}{' '}
            {findings.map(finding => (
              <a
                key={finding.id}
                class={`number ${finding.severity}`}
                href={`#${finding.id}`}
                aria-label={`Finding ${finding.number}, ${finding.severity}: ${finding.rule}`}
                onClick={event => {
                  event.preventDefault()
                  select({ target: finding.id, place: null, from: 'text' })
                }}
              >
                {finding.number}
              </a>
            ))}
          </p>
        )}
      </div>
    </li>
  )
}

/** The two subjects of the rule: paragraphs (b) and (c). */
const SUBJECTS = [
  ['(b)', 'Risk management and strategy'],
  ['(c)', 'Governance'],
] as const

/** The 13 requirements: what the text does about each; each opens to its sentences and to what the rule asks. */
export const CoverageList = (props: CoverageProps): VNode => {
  const { model, requirements, open, toggle } = props
  if (model.coverage.every(({ status }) => status === 'not-applicable'))
    return (
      <section class="coverage" aria-labelledby="coverage">
        <h2 id="coverage">Coverage</h2>
        <p>The 13 requirements are of annual reports, and this is a Form {model.form}.</p>
      </section>
    )
  const ids = model.coverage.map(({ requirement }) => requirementId(requirement))
  const isAllOpen = ids.every(id => open.has(id))
  return (
    <section class="coverage entries" aria-labelledby="coverage">
      <div class="bar">
        <h2 id="coverage">Coverage of the 13 requirements</h2>
        <button type="button" class="plain" onClick={() => toggle(ids, !isAllOpen)}>
          {isAllOpen ? 'Close all' : 'Open all'}
        </button>
      </div>
      {SUBJECTS.map(([paragraph, name]) => (
        <div key={paragraph}>
          <h3>{name}</h3>
          <ol class="requirements">
            {model.coverage
              .filter(({ citation }) => paragraphOf(citation).startsWith(paragraph))
              .map(row => {
                const requirement = requirements.find(each => each.name === row.requirement)
                return (
                  requirement && (
                    <Row
                      key={row.requirement}
                      row={row}
                      requirement={requirement}
                      findings={model.live.filter(each => each.requirement === row.requirement)}
                      {...props}
                    />
                  )
                )
              })}
          </ol>
        </div>
      ))}
    </section>
  )
}
