import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { PageRun } from '../reporters/html/page-data.js'
import { DocumentPage } from './document-page.js'
import { IndexPage } from './index-page.js'
import { readDocument } from './page.js'
import { hashOf, type Route, routeOf } from './route.js'
import { Tools } from './tools.js'
import { plain } from './words.js'

/** What the address within the page leads to, as it is now. */
const useRoute = (count: number): Route => {
  const [route, setRoute] = useState(() => routeOf(location.hash, count))
  useEffect(() => {
    const follow = (): void => {
      setRoute(routeOf(location.hash, count))
      window.scrollTo(0, 0)
    }
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [count])
  return route
}

const titleOf = (run: PageRun, shown: number | null): string => {
  const entry = shown === null ? undefined : run.documents[shown]
  return entry ? `${plain(entry.registrant ?? entry.path)}: cydlint report` : 'cydlint report'
}

const NOT_ADVICE =
  'cydlint says what the words say and what the rule asks. It gives no legal advice and judges no materiality; the decision is counsel’s.'

export const App = ({ run }: { readonly run: PageRun }): VNode => {
  const { shown, requirement } = useRoute(run.documents.length)
  const title = titleOf(run, shown)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <>
      <a class="skip" href={shown === null ? '#index' : '#content'} onClick={skipToContent}>
        Skip to the report
      </a>
      <div class="top">
        {run.documents.length > 1 && shown !== null ? (
          <nav aria-label="Documents">
            <a href={hashOf(null)}>All documents</a>
            {shown > 0 && <a href={hashOf(shown - 1)}>Previous</a>}
            {shown + 1 < run.documents.length && <a href={hashOf(shown + 1)}>Next</a>}
            <span class="quiet">
              {shown + 1} of {run.documents.length}
            </span>
          </nav>
        ) : (
          <span class="brand">cydlint report</span>
        )}
        <Tools />
      </div>
      <main id="content" tabIndex={-1}>
        {shown === null ? (
          <IndexPage run={run} />
        ) : (
          <DocumentPage
            key={`${shown} ${requirement}`}
            run={run}
            document={readDocument(shown)}
            opened={requirement}
          />
        )}
      </main>
      <footer>
        <p>{NOT_ADVICE}</p>
        <p>
          {run.tool.name} {run.tool.version}, ruleset {run.tool.ruleset}, as of {run.asOf}
        </p>
      </footer>
    </>
  )
}

/** The address names the document, so the link must not change it. */
const skipToContent = (event: Event): void => {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
