import { isAscii } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Disclosure } from '../model/disclosure.js'
import type { Form } from '../model/forms.js'
import type { ReportError } from '../model/report.js'
import type { Input, OpenInput, ReadOptions } from '../readers/input.js'
import { openInput } from '../readers/read.js'
import { bytesOf, type FoundInput, inWords } from './inputs.js'

/** What was met beside documents. */
export type Unread =
  /** A named file is left out. */
  | { readonly type: 'ignored'; readonly path: string; readonly reason: string }
  /** Something is there and cannot be read, in whole or in part. */
  | { readonly type: 'unreadable'; readonly error: ReportError }
  /** A path leads nowhere. */
  | { readonly type: 'missing'; readonly error: ReportError }
  /** A file of a folder holds no disclosure. */
  | { readonly type: 'skipped'; readonly path: string; readonly reason: string }

export type ReadEvent = { readonly type: 'document'; readonly document: Disclosure } | Unread

/** Reads what was found, one document at a time: a season of filings is never in memory at once. */
export async function* readFound(input: FoundInput, form: Form | undefined): AsyncGenerator<ReadEvent> {
  const { path } = input
  if ('message' in input) {
    yield { type: input.type, error: { path, message: input.message } }
    return
  }
  if (input.type === 'skipped' || input.type === 'ignored') {
    yield input
    return
  }
  const bytes = await bytesOf(input).catch(inWords)
  if (typeof bytes === 'string') {
    yield { type: 'unreadable', error: { path, message: bytes } }
    return
  }
  yield* readOpened(
    path,
    await openInput(inputOf(path, bytes), {
      form,
      assumedForm: input.settings?.assumedForm,
      ...(await circumstances(input)),
    }),
  )
}

const TAG = 0x3c

/** An input as the readers take it. Markup in ASCII, as nearly all filings are, is text at once: that is quicker than to decode it. */
const inputOf = (path: string, bytes: Uint8Array): Input =>
  bytes[0] === TAG && isAscii(bytes)
    ? { path, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1') }
    : { path, bytes }

/** What is known of an input beside its content: how it was met, and what the cover page beside it says. */
export const circumstances = async (
  input: Extract<FoundInput, { type: 'file' | 'piped' }>,
): Promise<Pick<ReadOptions, 'inFolder' | 'cover' | 'unpacked'>> => {
  if (input.type === 'piped') return { inFolder: false }
  const { inFolder, cover, unpacked } = input
  if (unpacked) return { inFolder, unpacked }
  if (cover === undefined) return { inFolder }
  const { readCoverPage } = await import('../readers/viewer/cover-page.js')
  try {
    return { inFolder, cover: readCoverPage(basename(cover), readFileSync(cover, 'utf8')) }
  } catch {
    // The page is read for itself, too, and why it cannot be is said then.
    return { inFolder }
  }
}

/** Reads an input that has been recognized. */
export async function* readOpened(path: string, { skipped, entries }: OpenInput): AsyncGenerator<ReadEvent> {
  if (skipped !== null) yield { type: 'skipped', path, reason: skipped }
  else
    for await (const entry of entries())
      yield entry.type === 'document' ? entry : { type: 'unreadable', error: entry.error }
}
