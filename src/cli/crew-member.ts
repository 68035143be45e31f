import { parentPort, workerData } from 'node:worker_threads'
import { type CheckedEvent, type CheckTerms, checkEvent, settingsOf, termsFor } from './check-inputs.js'
import type { Answer, Job } from './crew.js'
import { readFound } from './read-inputs.js'
import { readStretch } from './stretches.js'

/** Does the jobs that the crew's thread is handed. @returns false where this is no such thread */
export const serve = (): boolean => {
  const port = parentPort
  if (!port) return false
  const terms = workerData as CheckTerms
  port.on('message', async (job: Job) => {
    port.postMessage(await answerTo(job, terms))
  })
  return true
}

const answerTo = async (job: Job, terms: CheckTerms): Promise<Answer> => {
  try {
    const events: CheckedEvent[] = []
    for (const part of job) {
      const read = part.type === 'stretch' ? readStretch(part, terms.form) : readFound(part, terms.form)
      const own = termsFor(part.type === 'stretch' ? part : settingsOf(part), terms)
      for await (const event of read) events.push(checkEvent(event, own))
    }
    return { events }
  } catch (error) {
    return { fault: error instanceof Error ? error : new Error(String(error)) }
  }
}
