import { once } from 'node:events'
import {
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

/** A place that a report is written to. */
export interface Sink {
  /** @returns false where nobody reads any more, so that the rest need not be made */
  readonly write: (text: string) => Promise<boolean>
  /** Puts what was written into place. */
  readonly commit: () => void
  /** Leaves no trace of what was written. */
  readonly discard: () => void
}

let standardOutputClosed = false

/** Lets the reader of a pipe go away before the end ("| head"): that is no fault of anyone's. */
export const tolerateClosedPipes = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    standardOutputClosed = true
  })
  process.stderr.on('error', () => {})
}

/** Standard output, at the pace of whoever reads it. */
export const standardOutput: Sink = {
  write: async text => {
    if (standardOutputClosed) return false
    if (text !== '' && !process.stdout.write(text) && !standardOutputClosed)
      await Promise.race([
        once(process.stdout, 'drain'),
        once(process.stdout, 'close'),
        once(process.stdout, 'error'),
      ]).catch(() => {})
    return !standardOutputClosed
  },
  commit: () => {},
  discard: () => {},
}

export const print = async (text: string): Promise<void> => {
  await standardOutput.write(text)
}

export const printError = (text: string): void => {
  process.stderr.write(text)
}

/** A device or a pipe cannot be replaced, only written to. */
const isReplaceable = (path: string): boolean => !existsSync(path) || statSync(path).isFile()

/**
 * A file that appears whole or not at all: what is written goes to a file beside it, which takes its name at the end.
 * @throws a file system error where it cannot be made
 */
export const fileOutput = (path: string): Sink => {
  const target = existsSync(path) ? realpathSync(path) : path
  const replaced = isReplaceable(target)
  const temporary = replaced ? join(dirname(target), `.${basename(target)}.${process.pid}.tmp`) : target
  const file = openSync(temporary, replaced ? 'wx' : 'w')
  return {
    write: text => {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      return Promise.resolve(true)
    },
    commit: () => {
      if (replaced) fsyncSync(file)
      closeSync(file)
      if (replaced) renameSync(temporary, target)
    },
    discard: () => {
      closeSync(file)
      if (replaced) rmSync(temporary, { force: true })
    },
  }
}
