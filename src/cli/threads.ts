import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Tinypool } from 'tinypool'
import { type CheckedEvent, checkInput, type DocumentLine } from './check-inputs.js'
import { unchecked } from './fault.js'
import { effortOf, type FoundInput } from './inputs.js'
import { type Job, type JobPart, type JobTerms, jobPartsOf } from './jobs.js'
import { type Answer, doJob } from './thread-job.js'
import { THREAD_MARK } from './thread-mark.js'

/** More threads than this wait for the one that reports. */
const MOST = 8
/** Jobs a thread that are under way or wait to be reported; the memory of a run is bounded by it. */
const AHEAD = 6
/** Jobs that a thread is handed at a time: it goes on to the next while the one that reports is at a job of its own. */
const IN_HAND = 2
/** Most effort of an input that the thread that reports takes: what it ends on ends the run. */
const LIGHT = 500_000

interface Crew {
  /** Has a thread check the parts. */
  readonly check: (parts: readonly JobPart[]) => Promise<Answer>
  readonly dismiss: () => Promise<void>
}

const crewOf = (size: number, terms: JobTerms): Crew => {
  const pools: Tinypool[] = []
  let ended: Promise<unknown> | undefined
  const dismiss = async (): Promise<void> => {
    ended ??= Promise.all(pools.map(pool => pool.destroy()))
    await ended
  }
  // Told of a thread that ends with no job under way. Any other in its place would, too: the jobs that wait are rejected.
  let fault: Error | undefined
  const poolOf = (threads: number, inHand: number): Tinypool => {
    const pool = new Tinypool({
      filename: fileURLToPath(new URL('cli.cjs', import.meta.url)),
      name: 'doJob',
      argv: [THREAD_MARK],
      minThreads: threads,
      maxThreads: threads,
      concurrentTasksPerWorker: inHand,
    })
    pool.on('error', error => {
      fault = error
      void dismiss()
    })
    pools.push(pool)
    return pool
  }
  const runIn = (pool: Tinypool, job: Job): Promise<Answer> =>
    pool.run(job).catch(error => {
      throw fault ?? error
    })
  const pool = poolOf(size, IN_HAND)
  let careful: Tinypool | undefined
  return {
    dismiss,
    // What a thread ended on cannot be told from the end: each part is tried by itself, with no other beside it.
    check: parts =>
      runIn(pool, { parts, ...terms }).catch(async error => {
        // Nobody waits for it any more.
        if (ended) throw error
        const events: (CheckedEvent | DocumentLine)[] = []
        for (const part of parts) {
          if (fault) throw fault
          careful ??= poolOf(1, 1)
          const own = runIn(careful, { parts: [part], ...terms })
          events.push(...(await own.catch(error => [unchecked(part, error)])))
        }
        return events
      }),
  }
}

const isLight = (parts: readonly JobPart[]): boolean =>
  parts.every(part => part.type === 'stretch' || effortOf(part) <= LIGHT)

/**
 * Checks inputs on several threads; what they met comes in the order of the inputs all the same. An input that a thread
 * ends on is an error, and the others are checked. This thread takes jobs too, when the others have theirs.
 * @param threads how many may be used, this one among them
 */
export async function* checkTogether(
  inputs: AsyncIterable<FoundInput>,
  terms: JobTerms,
  threads: number,
): AsyncGenerator<CheckedEvent | DocumentLine> {
  const others = Math.min(threads, MOST) - 1
  const crew = crewOf(others, terms)
  let inHand = 0
  const underWay: (Promise<Answer> | AsyncIterable<CheckedEvent>)[] = []
  const handOver = (parts: readonly JobPart[]): void => {
    inHand++
    const answer = crew.check(parts).finally(() => {
      inHand--
    })
    // A fault is met when its turn comes.
    answer.catch(() => {})
    underWay.push(answer)
  }
  const reportNext = async function* (): AsyncGenerator<CheckedEvent | DocumentLine> {
    const next = await underWay.shift()
    if (next) yield* next
  }
  try {
    for await (const job of jobPartsOf(inputs)) {
      if ('type' in job) underWay.push(checkInput(job, terms.terms))
      else if (inHand >= others * IN_HAND && isLight(job)) {
        underWay.push(doJob({ parts: job, ...terms }))
        // Lets the answers in that threads gave meanwhile.
        await setImmediate()
      } else handOver(job)
      while (underWay.length > others * AHEAD) yield* reportNext()
    }
    while (underWay.length > 0) yield* reportNext()
  } finally {
    await crew.dismiss()
  }
}
