import { once } from 'node:events'
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { EXIT } from './exit-code.js'
import { isDevice, isTerminal } from './terminal.js'

/** A place that a report is written to. */
export interface Sink {
  /** @returns false where nobody reads any more, so that the rest need not be made */
  readonly write: (piece: string | Uint8Array) => Promise<boolean>
  /** Puts what was written into place. */
  readonly commit: () => void
  /** Leaves no trace of what was written. */
  readonly discard: () => void
}

/** A report cannot be written: no fault of the program. */
export class UnwritableError extends Error {}

/** A report is asked for at a place where no file can be: a mistake in the command line. */
export class MistakenPathError extends Error {}

const STANDARD_OUTPUT = 1

let standardOutputClosed = false

/** The reader of a pipe may go away before the end ("| head"): that is no fault of anyone's. */
const noteFailure = (error: NodeJS.ErrnoException): void => {
  standardOutputClosed = true
  if (error.code === 'EPIPE') return
  printError(`cydlint: standard output cannot be written: ${error.message}\n`)
  process.exit(EXIT.unwritable)
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error

const bytesOf = (piece: string | Uint8Array): Uint8Array =>
  typeof piece === 'string' ? Buffer.from(piece) : piece

/** Writes to a file or a pipe without a stream. @returns what it does not take yet: its reader may have set it not to block */
const writeAtOnce = (piece: string | Uint8Array): Uint8Array => {
  const bytes = bytesOf(piece)
  let at = 0
  try {
    while (at < bytes.length) at += writeSync(STANDARD_OUTPUT, bytes, at)
  } catch (error) {
    if (!isSystemError(error)) throw error
    if (error.code === 'EAGAIN') return bytes.subarray(at)
    noteFailure(error)
  }
  return bytes.subarray(bytes.length)
}

/** Whether Node's stream is in use; it is from then on, so that nothing overtakes what it holds. */
let isStreaming = false

const writeStream = async (piece: string | Uint8Array): Promise<void> => {
  const { stdout } = process
  if (!isStreaming) stdout.on('error', noteFailure)
  isStreaming = true
  if (stdout.write(piece) || standardOutputClosed) return
  const waiting = new AbortController()
  const { signal } = waiting
  await Promise.race(['drain', 'close', 'error'].map(event => once(stdout, event, { signal }))).catch(
    () => {},
  )
  waiting.abort()
}

/** Standard output, at the pace of whoever reads it. */
export const standardOutput: Sink = {
  write: async piece => {
    if (standardOutputClosed) return false
    if (piece.length === 0) return true
    const rest = isStreaming || isDevice('stdout') ? piece : writeAtOnce(piece)
    if (rest.length > 0) await writeStream(rest)
    return !standardOutputClosed
  },
  commit: () => {},
  discard: () => {},
}

export const print = async (text: string): Promise<void> => {
  await standardOutput.write(text)
}

/** Standard error. That nobody reads it is no fault of anyone's. */
export const standardError = {
  get isTTY(): boolean {
    return isTerminal('stderr')
  },
  write: (text: string): boolean => {
    const { stderr } = process
    if (stderr.listenerCount('error') === 0) stderr.on('error', () => {})
    return stderr.write(text)
  },
}

export const printError = (text: string): void => {
  standardError.write(text)
}

/** A device or a pipe cannot be replaced, only written to. */
const isReplaceable = (path: string): boolean => !existsSync(path) || statSync(path).isFile()

/** Files that are not in place yet, for the case that the run is broken off. */
const unfinished = new Set<string>()

const removeUnfinished = (): void => {
  for (const path of unfinished) rmSync(path, { force: true })
}

const whenInterrupted = (): void => {
  removeUnfinished()
  process.exit(128 + 2)
}

const whenTerminated = (): void => {
  removeUnfinished()
  process.exit(128 + 15)
}

/** Signals are this file's business as long as something is unfinished. */
const noteUnfinished = (path: string): void => {
  if (unfinished.size === 0) process.once('SIGINT', whenInterrupted).once('SIGTERM', whenTerminated)
  unfinished.add(path)
}

/** @returns whether it was unfinished */
const noteFinished = (path: string): boolean => {
  const was = unfinished.delete(path)
  if (unfinished.size === 0) process.off('SIGINT', whenInterrupted).off('SIGTERM', whenTerminated)
  return was
}

/**
 * A file that appears whole or not at all: what is written goes to a file beside it, which takes its name at the end.
 * @throws a file system error where it cannot be made, an `UnwritableError` where it cannot be written
 */
export const fileOutput = (path: string): Sink => {
  const target = existsSync(path) ? realpathSync(path) : path
  const replaced = isReplaceable(target)
  const temporary = replaced ? join(dirname(target), `.${basename(target)}.${process.pid}.tmp`) : target
  const file = openSync(temporary, replaced ? 'wx' : 'w')
  if (replaced) noteUnfinished(temporary)
  let isOpen = true
  const attempt = (act: () => void): void => {
    try {
      act()
    } catch (error) {
      throw new UnwritableError(
        `${path} cannot be written: ${error instanceof Error ? error.message : error}`,
      )
    }
  }
  const close = (): void => {
    if (isOpen) closeSync(file)
    isOpen = false
  }
  return {
    write: async piece => {
      const bytes = bytesOf(piece)
      attempt(() => {
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      })
      return true
    },
    commit: () =>
      attempt(() => {
        if (replaced) fsyncSync(file)
        close()
        if (replaced) renameSync(temporary, target)
        noteFinished(temporary)
      }),
    discard: () => {
      close()
      if (noteFinished(temporary)) rmSync(temporary, { force: true })
    },
  }
}

/**
 * A file that others write to as well: what is written goes to its end.
 * @throws a file system error where it cannot be opened, an `UnwritableError` where it cannot be written
 */
export const appendedOutput = (path: string): Sink => {
  closeSync(openSync(path, 'a'))
  return {
    write: async piece => {
      try {
        if (piece.length > 0) appendFileSync(path, piece)
      } catch (error) {
        throw new UnwritableError(
          `${path} cannot be written: ${error instanceof Error ? error.message : error}`,
        )
      }
      return true
    },
    commit: () => {},
    discard: () => {},
  }
}
