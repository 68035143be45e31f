import type { Disclosure, ReadError } from '../model/disclosure.js'
import { partSource } from '../model/span.js'
import { decode } from './decode.js'
import { detectBinary, detectKind, isArchive, isNdjson, isSubmission } from './detect.js'
import {
  failedInput,
  type Input,
  type OpenInput,
  type ReadOptions,
  type ReadResult,
  type Recognize,
} from './input.js'
import { inMebibytes, MAX_MARKUP_BYTES, MAX_TEXT_BYTES } from './limits.js'

/**
 * Recognizes an input and makes its documents ready to be taken one by one. The parser of a kind is loaded only where
 * that kind is met.
 * @returns errors as entries: nothing that a file holds makes this throw
 */
export const openInput = async (input: Input, options: ReadOptions = {}): Promise<OpenInput> => {
  const opened = await recognize(input, options)
  if (!options.inFolder) return { ...opened, skipped: null }
  return opened.skipped === null ? opened : { ...opened, entries: () => [] }
}

const recognize: Recognize = async (input, options, within) => {
  const { path } = input
  const size = 'bytes' in input ? input.bytes.length : input.text.length
  if (size === 0) return failedInput(path, 'the file is empty.', 'it is empty')
  if ('bytes' in input && isArchive(input.bytes))
    return (await import('./package/open.js')).openPackage(path, input.bytes, options, recognize, within)
  if ('bytes' in input) {
    const unread = detectBinary(input.bytes)
    if (unread) return failedInput(path, `this is ${unread.what}. ${unread.remedy}`, `it is ${unread.what}`)
  }
  const head =
    'bytes' in input
      ? new TextDecoder().decode(input.bytes.subarray(0, 1 << 16))
      : input.text.slice(0, 1 << 16)
  if (within?.what !== 'submission' && isSubmission(head)) {
    const bytes = 'bytes' in input ? input.bytes : new TextEncoder().encode(input.text)
    return (await import('./package/submission.js')).openSubmission(path, bytes, options, recognize)
  }
  // Lines of UTF-16 cannot be told by their bytes: such a file is decoded whole.
  const isUtf16 = 'bytes' in input && /^(?:255,254|254,255)$/.test(input.bytes.subarray(0, 2).join())
  if (!isUtf16 && isNdjson(path, head)) {
    const { openNdjson } = await import('./facts/ndjson.js')
    return openNdjson(path, 'bytes' in input ? input.bytes : withoutMark(input.text), options)
  }
  if (size > MAX_TEXT_BYTES)
    return failedInput(
      path,
      `the file holds ${inMebibytes(size)}; at most ${inMebibytes(MAX_TEXT_BYTES)} are read. Check the item alone.`,
    )
  const decoded = 'bytes' in input ? decode(input.bytes) : { text: withoutMark(input.text) }
  if (decoded.text === undefined) return failedInput(path, `the file ${decoded.problem}`)
  const { text } = decoded
  if (text.trim() === '')
    return failedInput(path, 'the file is empty: it holds white space alone.', 'it is empty')
  const { kind, unread } = detectKind(path, text)
  if (unread) {
    const holdsFacts = /\bcyd:/.test(text)
    return failedInput(
      path,
      `this is ${unread.what}. ${unread.remedy}`,
      holdsFacts ? null : `it is ${unread.what}`,
    )
  }
  if ((kind === 'markdown' || kind === 'yaml') && size > MAX_MARKUP_BYTES)
    return failedInput(
      path,
      `the file holds ${inMebibytes(size)}; of ${kind === 'yaml' ? 'YAML' : 'Markdown'} at most ${inMebibytes(MAX_MARKUP_BYTES)} are read. Check the item alone.`,
    )
  const reader = { path, text, options, source: within?.before && partSource(text, within.before) }
  switch (kind) {
    case 'markdown':
      return (await import('./markdown/markdown.js')).openMarkdown(reader)
    case 'text':
      return (await import('./plain/text.js')).openText(reader)
    case 'viewer-text':
      return (await import('./viewer/pasted.js')).openViewerText(reader)
    case 'viewer-html':
      return (await import('./viewer/page.js')).openViewerPage(reader)
    case 'instance':
      return (await import('./instance/instance.js')).openInstance(reader)
    case 'inline':
      return (await import('./inline/inline.js')).openInline(reader)
    case 'json':
      return (await import('./facts/json.js')).openJson(reader)
    case 'yaml':
      return (await import('./facts/yaml.js')).openYaml(reader)
    case 'ndjson':
      return (await import('./facts/ndjson.js')).openNdjson(path, text, options)
  }
}

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)

/**
 * Reads all documents of an input.
 *
 * A file met in a folder (`inFolder`) that holds neither such an item nor such facts has no documents and no errors, and
 * `skipped` says why; a file that is named is always read.
 */
export const readInput = async (input: Input, options: ReadOptions = {}): Promise<ReadResult> => {
  const { kind, skipped, entries } = await openInput(input, options)
  const documents: Disclosure[] = []
  const errors: ReadError[] = []
  for await (const entry of entries()) {
    if (entry.type === 'document') documents.push(entry.document)
    else errors.push(entry.error)
  }
  return { kind, skipped, documents, errors }
}
