import type { CheckTerms } from './check-inputs.js'
import { effortOf, type FoundInput } from './inputs.js'
import { type Stretch, stretchesOf } from './stretches.js'

/** What one thread checks at a time: inputs, or stretches of one. */
export type JobPart = Exclude<FoundInput, { type: 'piped' }> | Stretch

/** How the parts of a job are done. */
export interface JobTerms {
  readonly terms: CheckTerms
  /** Whether documents come as their lines of the report. */
  readonly asLines: boolean
}

/** Plain data, which a thread is handed. */
export interface Job extends JobTerms {
  readonly parts: readonly JobPart[]
}

/** Standard input, which threads do not share. */
type Piped = Extract<FoundInput, { type: 'piped' }>

/** Effort (in bytes of a draft) and files of a job: enough that handing over costs little, few enough that no thread is left with all the rest. */
const JOB_EFFORT = 250_000
const JOB_INPUTS = 100

/** Groups inputs to the parts of jobs; a large file of records becomes several. */
export async function* jobPartsOf(
  inputs: AsyncIterable<FoundInput>,
): AsyncGenerator<readonly JobPart[] | Piped> {
  let parts: JobPart[] = []
  let effort = 0
  const add = function* (part: JobPart): Generator<readonly JobPart[]> {
    parts.push(part)
    effort += part.type === 'stretch' ? part.size : effortOf(part)
    if (effort >= JOB_EFFORT || parts.length >= JOB_INPUTS) yield* close()
  }
  const close = function* (): Generator<readonly JobPart[]> {
    if (parts.length > 0) yield parts
    parts = []
    effort = 0
  }
  for await (const input of inputs) {
    if (input.type === 'piped') {
      yield* close()
      yield input
    } else if (input.type === 'file' && effortOf(input) > JOB_EFFORT) {
      for (const part of stretchesOf(input, JOB_EFFORT)) yield* add(part)
    } else yield* add(input)
  }
  yield* close()
}
