import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type CheckedEvent, type CheckTerms, checkEvent, settingsOf, termsFor } from './check-inputs.js'
import { CREW_MEMBER } from './crew-name.js'
import { effortOf, type FoundInput } from './inputs.js'
import { readFound } from './read-inputs.js'
import { type Stretch, stretchesOf } from './stretches.js'

/** Inputs, or a part of one, that one thread checks at a time. */
export type Job = readonly (FoundInput | Stretch)[]

/** What a thread answers: what it met in the job, or the fault that ended it. */
export type Answer = { readonly events: readonly CheckedEvent[] } | { readonly fault: Error }

/** More threads than this wait for the one that reports. */
const MOST = 8
/** Effort (in bytes of a draft) and files of a job: enough that handing over costs little, few enough that no thread is left with all the rest. */
const JOB_EFFORT = 250_000
const JOB_INPUTS = 100
/** Jobs a thread that are under way or wait to be reported; the memory of a run is bounded by it. */
const AHEAD = 3

/** Groups inputs to jobs; a large file of records becomes several. */
async function* jobsOf(
  first: readonly FoundInput[],
  rest: AsyncIterator<FoundInput>,
): AsyncGenerator<Job | FoundInput> {
  let job: (FoundInput | Stretch)[] = []
  let effort = 0
  const add = function* (part: FoundInput | Stretch): Generator<Job> {
    job.push(part)
    effort += part.type === 'stretch' ? part.size : effortOf(part)
    if (effort < JOB_EFFORT && job.length < JOB_INPUTS) return
    yield job
    job = []
    effort = 0
  }
  for await (const input of inTurn(first, rest)) {
    if (input.type === 'piped') {
      if (job.length > 0) yield job
      job = []
      effort = 0
      yield input
    } else if (input.type === 'file' && effortOf(input) > JOB_EFFORT) {
      for (const part of stretchesOf(input, JOB_EFFORT)) yield* add(part)
    } else yield* add(input)
  }
  if (job.length > 0) yield job
}

async function* inTurn<T>(first: readonly T[], rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield* first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** Threads that each do one job after another. */
class Crew {
  private readonly idle: Worker[] = []
  private readonly all: Worker[] = []
  private readonly waiting: ((worker: Worker) => void)[] = []

  constructor(
    private readonly size: number,
    private readonly terms: CheckTerms,
  ) {}

  /** Has a job done by the next thread that is free. @throws what ended the thread, if anything did */
  async do(job: Job): Promise<readonly CheckedEvent[]> {
    const worker = await this.free()
    const answered = once(worker, 'message')
    worker.postMessage(job)
    const [answer] = (await answered) as [Answer]
    if ('fault' in answer) throw answer.fault
    const next = this.waiting.shift()
    if (next) next(worker)
    else this.idle.push(worker)
    return answer.events
  }

  private async free(): Promise<Worker> {
    const idle = this.idle.pop()
    if (idle) return idle
    if (this.all.length === this.size) return new Promise(resolve => this.waiting.push(resolve))
    const worker = new Worker(new URL('cli.cjs', import.meta.url), {
      argv: [CREW_MEMBER],
      workerData: this.terms,
    })
    this.all.push(worker)
    return worker
  }

  async dismiss(): Promise<void> {
    await Promise.all(this.all.map(worker => worker.terminate()))
  }
}

/**
 * Checks inputs on several threads; what they met comes in the order of the inputs all the same.
 * @param first inputs found so far
 * @param rest those to be found
 * @param threads how many may be used
 */
export async function* checkTogether(
  first: readonly FoundInput[],
  rest: AsyncIterator<FoundInput>,
  terms: CheckTerms,
  threads: number,
): AsyncGenerator<CheckedEvent> {
  const size = Math.min(threads, MOST)
  const crew = new Crew(size, terms)
  const underWay: (FoundInput | Promise<readonly CheckedEvent[]>)[] = []
  const report = async function* (): AsyncGenerator<CheckedEvent> {
    const next = await underWay.shift()
    if (next === undefined) return
    if ('type' in next)
      for await (const event of readFound(next, terms.form))
        yield checkEvent(event, termsFor(settingsOf(next), terms))
    else yield* next
  }
  try {
    for await (const job of jobsOf(first, rest)) {
      if ('type' in job) underWay.push(job)
      else {
        const done = crew.do(job)
        // A fault is met when its turn comes.
        done.catch(() => {})
        underWay.push(done)
      }
      if (underWay.length >= size * AHEAD) yield* report()
    }
    while (underWay.length > 0) yield* report()
  } finally {
    await crew.dismiss()
  }
}
