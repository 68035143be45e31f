import { type CheckedEvent, checkInput, checkRead } from './check-inputs.js'
import type { Job } from './jobs.js'
import { readStretch } from './stretches.js'

const done = async ({ parts, terms }: Job): Promise<readonly CheckedEvent[]> => {
  const events: CheckedEvent[] = []
  for (const part of parts)
    for await (const event of part.type === 'stretch'
      ? checkRead(readStretch(part, terms.form), part, terms)
      : checkInput(part, terms))
      events.push(event)
  return events
}

let before: Promise<unknown> = Promise.resolve()

/** Does the job that a thread of the pool is handed, after those that it was handed before: the first is waited for first. */
export const doJob = (job: Job): Promise<readonly CheckedEvent[]> => {
  const answer = before.then(() => done(job))
  before = answer.catch(() => {})
  return answer
}
