import { tool } from '../generated/tool.js'
import type { CheckedEvent } from './check-inputs.js'

/** A fault of the program in words; with CYDLINT_DEBUG set, with its place. */
export const faultInWords = (error: unknown): string => {
  const { CYDLINT_DEBUG: debug } = process.env
  if (!(error instanceof Error)) return String(error)
  return debug && error.stack ? error.stack : `${error.name}: ${error.message}`
}

/** What a report of a fault has to say of the program. */
export const programVersion = (): string => `cydlint ${tool.version}, Node ${process.version}`

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Where an input is, and from which line on where it is part of a file. */
interface Place {
  readonly path: string
  readonly lines?: number
}

/** An input whose check was ended by a fault of the program, or for want of memory. */
export const unchecked = ({ path, lines }: Place, error: unknown): CheckedEvent => {
  const what = lines === undefined ? 'it' : `what follows its line ${lines}`
  const message = isOutOfMemory(error)
    ? `there is not enough memory to check ${what}. NODE_OPTIONS=--max-old-space-size=8192 lets Node use more (8192 MB).`
    : `a fault of the program, not of the file, ended the check of ${what}: ${faultInWords(error)}. Please report it with this message, the command and "${programVersion()}".`
  return { type: 'unreadable', error: { path, message } }
}
