import type { Disclosure } from '../model/disclosure.js'
import type { Form } from '../model/forms.js'
import type { ReportError } from '../model/report.js'
import { openInput } from '../readers/read.js'
import { findInputs, inWords } from './inputs.js'

/** What reading met: documents one by one, and what came to none. */
export type ReadEvent =
  | { readonly type: 'document'; readonly document: Disclosure }
  /** Something is there and cannot be read, in whole or in part. */
  | { readonly type: 'unreadable'; readonly error: ReportError }
  /** A path leads nowhere. */
  | { readonly type: 'missing'; readonly error: ReportError }
  /** A file of a folder holds no disclosure. */
  | { readonly type: 'skipped'; readonly path: string; readonly reason: string }

/** Reads what paths lead to, one document at a time: a season of filings is never in memory at once. */
export async function* readInputs(
  paths: readonly string[],
  standardInputName: string,
  form: Form | undefined,
): AsyncGenerator<ReadEvent> {
  for await (const input of findInputs(paths, standardInputName)) {
    const { path } = input
    if (input.type !== 'file') {
      yield { type: input.type, error: { path, message: input.message } }
      continue
    }
    const bytes = await input.bytes().catch(inWords)
    if (typeof bytes === 'string') {
      yield { type: 'unreadable', error: { path, message: bytes } }
      continue
    }
    const { skipped, entries } = await openInput({ path, bytes }, { form, inFolder: input.inFolder })
    if (skipped !== null) yield { type: 'skipped', path, reason: skipped }
    else
      for (const entry of entries())
        yield entry.type === 'document' ? entry : { type: 'unreadable', error: entry.error }
  }
}
