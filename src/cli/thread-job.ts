import { type CheckedEvent, checkInput, checkRead } from './check-inputs.js'
import type { Job } from './jobs.js'
import { readStretch } from './stretches.js'

/** Does the job that a thread of the pool is handed. */
export const doJob = async ({ parts, terms }: Job): Promise<readonly CheckedEvent[]> => {
  const events: CheckedEvent[] = []
  for (const part of parts)
    for await (const event of part.type === 'stretch'
      ? checkRead(readStretch(part, terms.form), part, terms)
      : checkInput(part, terms))
      events.push(event)
  return events
}
