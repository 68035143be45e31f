import type { VNode } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { RequirementName } from '../model/requirements.js'
import type { PageDocument, PageRun } from '../reporters/html/page-data.js'
import { CoverageList } from './coverage-list.js'
import { DocumentHeading } from './document-heading.js'
import { documentModel, requirementId } from './document-model.js'
import { DocumentTextView } from './document-text-view.js'
import { FindingList } from './finding-list.js'
import { LeftOut } from './left-out.js'
import type { Selection } from './selection.js'
import { showReport, showText } from './show.js'

/** A document: what was found on one side, its text on the other. */
export const DocumentPage = ({
  run,
  document: data,
  opened,
}: {
  readonly run: PageRun
  readonly document: PageDocument
  /** The requirement that is asked for by the address. */
  readonly opened: RequirementName | null
}): VNode => {
  const titles = useMemo(() => new Map(run.requirements.map(({ name, title }) => [name, title])), [run])
  const model = useMemo(() => documentModel(data, name => titles.get(name) ?? name), [data, titles])
  const asked = opened === null ? [] : [requirementId(opened)]
  const [selection, select] = useState<Selection | null>(() =>
    asked[0] === undefined ? null : { target: asked[0], place: null, from: 'text' },
  )
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(asked))
  const page = useRef<HTMLDivElement>(null)

  const toggle = useCallback((ids: readonly string[], isOpen: boolean): void => {
    setOpen(before =>
      isOpen ? new Set([...before, ...ids]) : new Set([...before].filter(id => !ids.includes(id))),
    )
  }, [])

  // The same function every time: a long text is drawn anew only where something changes.
  const pickInText = useCallback(
    (target: string): void => {
      toggle([target], true)
      select({ target, place: null, from: 'text' })
    },
    [toggle],
  )

  useEffect(() => {
    if (selection?.from === 'list') showText(page.current)
    if (selection?.from === 'text') showReport(selection.target)
  }, [selection])

  useEffect(() => {
    const clear = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') select(null)
    }
    window.addEventListener('keydown', clear)
    return () => window.removeEventListener('keydown', clear)
  }, [])

  return (
    <div class="document" ref={page}>
      <div class="report">
        <DocumentHeading run={run} document={model} />
        <CoverageList
          model={model}
          requirements={run.requirements}
          open={open}
          toggle={toggle}
          selection={selection}
          select={select}
        />
        <FindingList model={model} selection={selection} select={select} />
        <LeftOut model={model} />
      </div>
      <DocumentTextView model={model} selection={selection} pick={pickInText} />
    </div>
  )
}
