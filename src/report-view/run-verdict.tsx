import type { VNode } from 'preact'
import type { Threshold } from '../model/verdict.js'
import type { PageRun } from '../reporters/html/page-data.js'

const TONES: Readonly<Record<string, string>> = { Fail: 'fails', Incomplete: 'fails', Pass: 'passes' }

/** What fails a run, by the threshold that it was given. */
const THRESHOLDS: Readonly<Record<Threshold, string>> = {
  error: 'An error fails the check.',
  warning: 'An error or a warning fails the check.',
  advice: 'Any finding fails the check.',
  never: 'No finding fails the check.',
}

/** The verdict of the run, in its words, and what fails a run. */
export const RunVerdict = ({ run }: { readonly run: PageRun }): VNode => (
  <p class={`verdict ${TONES[run.verdict] ?? ''}`}>
    <strong>{run.verdict}</strong> <span>{run.counts}</span>{' '}
    <span class="terms quiet">
      {THRESHOLDS[run.failOn]}
      {run.hidden === null ? '' : ` ${run.hidden}`}
    </span>
  </p>
)
