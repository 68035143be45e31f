import type { Before } from '../../model/span.js'
import { formNamed } from '../form.js'
import {
  failedInput,
  type OpenInput,
  type ReadEntry,
  type ReadOptions,
  type Recognize,
  type Within,
} from '../input.js'

/** One document of a submission: its head, and the bytes of its content. */
interface Part {
  readonly type: string
  readonly name: string
  readonly start: number
  readonly end: number
}

/** What the header of a submission says, "" where it says nothing. */
interface Header {
  readonly type: string
  readonly registrant: string
  readonly period: string
}

interface Submission {
  readonly header: Header
  readonly parts: readonly Part[]
}

const LINE_FEED = 10
const LESS_THAN = 0x3c
/** Lines of the header and the heads of documents are short; a longer one is content. */
const LONGEST_LINE = 400

/** Lines that EDGAR puts round the content of a document. */
const OPENING = /^<(?:XBRL|XML|PDF|XFR)>$/
const CLOSING = /^<\/(?:XBRL|XML|PDF|XFR)>$/

/**
 * Splits a submission into its documents, line by line over the bytes: nothing is decoded but the lines of heads, so
 * that hundreds of megabytes of pictures cost a search for line ends.
 */
const split = (bytes: Uint8Array): Submission => {
  const parts: Part[] = []
  const said = new Map<string, string>()
  let head: { type: string; name: string } | undefined
  /** Where the content starts, once its start is met. */
  let start = -1
  /** Where the lines that close the content start, if nothing follows them. */
  let closing = -1
  let isFirst = false

  const finish = (end: number): void => {
    if (head && start >= 0) parts.push({ ...head, start, end: Math.max(start, closing >= 0 ? closing : end) })
    head = undefined
    start = -1
    closing = -1
  }

  for (let at = 0; at < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, at)
    const next = found < 0 ? bytes.length : found + 1
    const inContent = start >= 0
    if (next - at <= LONGEST_LINE && (!inContent || isFirst || bytes[at] === LESS_THAN)) {
      const line = String.fromCharCode(...bytes.subarray(at, next)).trim()
      if (line === '</DOCUMENT>') finish(at)
      else if (inContent) {
        if (isFirst && (line === '' || OPENING.test(line))) start = next
        else {
          isFirst = false
          if (CLOSING.test(line) || line === '</TEXT>') closing = closing < 0 ? at : closing
          else closing = -1
        }
      } else if (line === '<DOCUMENT>') head = { type: '', name: '' }
      else if (head && line.startsWith('<TYPE>')) head.type = line.slice(6).trim()
      else if (head && line.startsWith('<FILENAME>')) head.name = line.slice(10).trim()
      else if (head && line === '<TEXT>') {
        start = next
        isFirst = true
      } else if (!head) {
        const field = /^(?:<([A-Z-]+)>|([A-Z ]+):)\s*(\S.*)$/.exec(line)
        const name = field?.[1] ?? field?.[2] ?? ''
        if (field && !said.has(name)) said.set(name, field[3] ?? '')
      }
    } else if (inContent) {
      isFirst = false
      if (next - at > 2) closing = -1
    }
    at = next
  }
  finish(bytes.length)
  const period = said.get('CONFORMED PERIOD OF REPORT') ?? said.get('PERIOD') ?? ''
  return {
    parts,
    header: {
      type: said.get('CONFORMED SUBMISSION TYPE') ?? said.get('TYPE') ?? '',
      registrant: said.get('COMPANY CONFORMED NAME') ?? said.get('CONFORMED-NAME') ?? '',
      period: period.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
    },
  }
}

/** Lines and UTF-16 units of UTF-8 text before an offset; a line ends at LF, CR LF or CR. */
const beforeOf = (bytes: Uint8Array, offset: number): Before => {
  let lines = 0
  let characters = 0
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  for (let at = hasMark ? 3 : 0; at < offset; at++) {
    const byte = bytes[at] ?? 0
    if (byte === LINE_FEED || (byte === 13 && bytes[at + 1] !== LINE_FEED)) lines++
    if ((byte & 0xc0) !== 0x80) characters += byte >= 0xf0 ? 2 : 1
  }
  return { lines, characters }
}

/** Types of documents that are never the form itself. */
const SUPPLEMENT = /^(?:EX-|GRAPHIC|ZIP|EXCEL|XML|JSON|PDF|COVER|CORRESP)/i

const isEncoded = (bytes: Uint8Array, { start }: Part): boolean =>
  /^begin \d{3} /.test(String.fromCharCode(...bytes.subarray(start, start + 10)))

/** The documents that may tell: the form itself, then an instance. */
const candidatesIn = (bytes: Uint8Array, parts: readonly Part[]): readonly Part[] => {
  const texts = parts.filter(part => !isEncoded(bytes, part))
  const main = texts.find(({ type }) => !SUPPLEMENT.test(type))
  const instance = texts.find(({ type, name }) => /^EX-101\.INS$/i.test(type) || /_htm\.xml$/i.test(name))
  return [main, instance].filter(part => part !== undefined)
}

/** A part that was read. */
interface ReadPart {
  readonly part: Part
  readonly skipped: string | null
  readonly entries: readonly ReadEntry[]
}

const isTagged = ({ entries }: ReadPart): boolean =>
  entries.some(
    entry =>
      entry.type === 'document' &&
      ((entry.document.tagging?.facts.length ?? 0) > 0 ||
        entry.document.flags.length + entry.document.blocks.length > 0),
  )

const hasDocument = ({ entries }: ReadPart): boolean => entries.some(({ type }) => type === 'document')

/** Reads a submission as EDGAR keeps it (`0009999001-26-000012.txt`): one filing, whose form is checked once. */
export const openSubmission = async (
  path: string,
  bytes: Uint8Array,
  options: ReadOptions,
  recognize: Recognize,
): Promise<OpenInput> => {
  const { header, parts } = split(bytes)
  const candidates = candidatesIn(bytes, parts)
  if (candidates.length === 0)
    return failedInput(
      path,
      parts.length === 0
        ? 'this is a submission to EDGAR without a document. It was cut short; download it again.'
        : 'none of the documents of this submission to EDGAR is a form as text. Check the form itself.',
    )

  const readPart = async (part: Part, form = options.form): Promise<ReadPart> => {
    const { name, start, end } = part
    const within: Within = { what: 'submission', before: beforeOf(bytes, start) }
    // The path of the part tells its kind where its content does not.
    const inner = { path: name || path, bytes: bytes.subarray(start, end) }
    const { skipped, entries } = await recognize(inner, { ...options, form }, within)
    const read: ReadEntry[] = []
    for await (const entry of entries()) read.push(entry)
    return { part, skipped, entries: read }
  }
  /** The type of the submission tells the form where the document itself does not. */
  const readWithForm = async (part: Part): Promise<ReadPart> => {
    const read = await readPart(part)
    const where = formNamed(part.type) ? part.type : header.type
    const form = formNamed(where)
    if (hasDocument(read) || options.form !== undefined || !form || part.type === 'XML') return read
    const again = await readPart(part, form)
    return {
      ...again,
      entries: again.entries.map(entry =>
        entry.type === 'document'
          ? { type: 'document', document: { ...entry.document, formFrom: 'the type of the submission' } }
          : entry,
      ),
    }
  }

  let chosen: ReadPart | undefined
  for (const part of candidates) {
    const read = await readWithForm(part)
    if (!chosen || isTagged(read) || (!hasDocument(chosen) && hasDocument(read))) chosen = read
    if (isTagged(read)) break
  }
  const entries = (chosen?.entries ?? []).map((entry): ReadEntry => {
    const name = chosen?.part.name ?? ''
    if (entry.type === 'error') {
      const { message } = entry.error
      return { type: 'error', error: { path: name === '' ? path : `${path}#${name}`, message } }
    }
    const { document } = entry
    return {
      type: 'document',
      document: {
        ...document,
        path,
        id: name || document.id,
        registrant: document.registrant ?? (header.registrant || null),
        periodOfReport:
          document.periodOfReport ?? (/^\d{4}-\d\d-\d\d$/.test(header.period) ? header.period : null),
      },
    }
  })
  return {
    kind: 'submission',
    skipped:
      chosen && chosen.skipped !== null
        ? `its document ${chosen.part.name || chosen.part.type} was looked at: ${chosen.skipped}`
        : null,
    entries: () => entries,
  }
}
