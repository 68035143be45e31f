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
import { EXIT } from './exit-code.js'

/** A place that a report is written to. */
export interface Sink {
  /** @returns false where nobody reads any more, so that the rest need not be made */
  readonly write: (text: string) => Promise<boolean>
  /** Puts what was written into place. */
  readonly commit: () => void
  /** Leaves no trace of what was written. */
  readonly discard: () => void
}

/** A report cannot be written: no fault of the program. */
export class UnwritableError extends Error {}

let standardOutputClosed = false

/** Lets the reader of a pipe go away before the end ("| head"): that is no fault of anyone's. */
export const tolerateClosedPipes = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    standardOutputClosed = true
    if (error.code === 'EPIPE') return
    printError(`cydlint: standard output cannot be written: ${error.message}\n`)
    process.exit(EXIT.unwritable)
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

/** Files that are not in place yet, for the case that the run is broken off. */
const unfinished = new Set<string>()

const removeUnfinished = (): void => {
  for (const path of unfinished) rmSync(path, { force: true })
}

const removeWhenBrokenOff = (): void => {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const)
    process.once(signal, () => {
      removeUnfinished()
      process.exit(128 + number)
    })
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
  if (replaced) {
    if (unfinished.size === 0) removeWhenBrokenOff()
    unfinished.add(temporary)
  }
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
    write: async text => {
      const bytes = Buffer.from(text)
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
        unfinished.delete(temporary)
      }),
    discard: () => {
      close()
      if (unfinished.delete(temporary)) rmSync(temporary, { force: true })
    },
  }
}
