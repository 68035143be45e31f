import type { Disclosure, ReadError } from '../model/disclosure.js'
import { type Before, type TextSource, textSource } from '../model/span.js'
import type { FormOptions } from './form.js'
import type { PageCover } from './viewer/cover-page.js'

/** Kinds of input that are read. */
export const INPUT_KINDS = [
  'markdown',
  'text',
  'viewer-text',
  'viewer-html',
  'json',
  'yaml',
  'ndjson',
  'inline',
  'instance',
  'word',
  'zip',
  'submission',
] as const
export type InputKind = (typeof INPUT_KINDS)[number]

/** One input: its name, and its bytes or its text. No reader touches the disk. */
export type Input =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly text: string }

export interface ReadOptions extends FormOptions {
  /**
   * The file was met in a folder rather than named: where it holds neither such an item nor such facts it is skipped,
   * and `skipped` of the result says why. A file that is named is always read.
   */
  readonly inFolder?: boolean | undefined
  /** What the cover page of the filing says, for a page of EDGAR's viewer that stands beside it. */
  readonly cover?: PageCover | undefined
  /** Files of an archive that lie unpacked beside it, and are read there. */
  readonly unpacked?: readonly string[] | undefined
}

/** A document or an error, in the order in which the input holds them. */
export type ReadEntry =
  | { readonly type: 'document'; readonly document: Disclosure }
  | { readonly type: 'error'; readonly error: ReadError }

/** An input that has been recognized. */
export interface OpenInput {
  /** null where the kind is unknown or not read. */
  readonly kind: InputKind | null
  /** Why the file is skipped, where it was met in a folder: it holds no such item and no such facts. */
  readonly skipped: string | null
  /**
   * Documents and errors, made one at a time as they are asked for, so that a season of records is never in memory at
   * once. Where the input holds others, each is recognized only then.
   */
  readonly entries: () => Iterable<ReadEntry> | AsyncIterable<ReadEntry>
}

/** Where an input stands that is a part of another. */
export interface Within {
  readonly what: 'archive' | 'submission'
  /** What stands in the file before it, where its places are those of the file. */
  readonly before?: Before
}

/** Recognizes an input, or a part of one. */
export type Recognize = (input: Input, options: ReadOptions, within?: Within) => Promise<OpenInput>

/** Everything that one input holds. */
export interface ReadResult {
  readonly kind: InputKind | null
  readonly skipped: string | null
  readonly documents: readonly Disclosure[]
  readonly errors: readonly ReadError[]
}

/** What every reader is given: the text without a byte order mark, and the options. */
export interface ReaderInput {
  readonly path: string
  readonly text: string
  readonly options: ReadOptions
  /** Tells places in the text, where they are not those of the text itself. */
  readonly source?: TextSource | undefined
}

/** The source of an input's text. */
export const sourceOf = ({ source, text }: ReaderInput): TextSource => source ?? textSource(text)

/** An input of which nothing can be read, and why. */
export const failedInput = (path: string, message: string, skipped: string | null = null): OpenInput => ({
  kind: null,
  skipped,
  entries: () => [errorEntry(path, message)],
})

export const documentEntry = (document: Disclosure): ReadEntry => ({ type: 'document', document })
export const errorEntry = (path: string, message: string): ReadEntry => ({
  type: 'error',
  error: { path, message },
})
