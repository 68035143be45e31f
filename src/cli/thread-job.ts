import { countedOf } from '../model/summary.js'
import { type CheckedEvent, checkInput, checkRead, type DocumentLine } from './check-inputs.js'
import type { Job } from './jobs.js'
import { readStretch } from './stretches.js'

export type Answer = readonly (CheckedEvent | DocumentLine)[]

const asLine = async (event: CheckedEvent): Promise<CheckedEvent | DocumentLine> => {
  if (event.type !== 'document') return event
  const { documentLine } = await import('../reporters/ndjson.js')
  const { document, faults } = event
  return { type: 'line', document: countedOf(document), faults, line: Buffer.from(documentLine(document)) }
}

const done = async ({ parts, terms, asLines }: Job): Promise<Answer> => {
  const events: (CheckedEvent | DocumentLine)[] = []
  for (const part of parts)
    for await (const event of part.type === 'stretch'
      ? checkRead(readStretch(part, terms.form), part, terms)
      : checkInput(part, terms))
      events.push(asLines ? await asLine(event) : event)
  return events
}

let before: Promise<unknown> = Promise.resolve()

/** Does the job that a thread of the pool is handed, after those that it was handed before: the first is waited for first. */
export const doJob = (job: Job): Promise<Answer> => {
  const answer = before.then(() => done(job))
  before = answer.catch(() => {})
  return answer
}
