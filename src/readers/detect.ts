import type { InputKind } from './input.js'
import { elementLabeled, LABEL_LINE } from './viewer/labels.js'
import { INSTANCE_NAMESPACE, type XmlRoot, xmlRoot } from './xml-root.js'

/** A kind of input that is known and not read yet, or no text at all: what it is and what to do. */
export interface Unread {
  readonly what: string
  readonly remedy: string
}

/** Kinds that are told by their text; those of packages are told by their bytes. */
type TextKind = Exclude<InputKind, 'word' | 'zip' | 'submission'>

export type Detected =
  | { readonly kind: TextKind; readonly unread?: undefined }
  | { readonly kind?: undefined; readonly unread: Unread }

const SAVE_AS_TEXT = 'Save the item as Markdown or plain text, or the facts as JSON, and check that.'
const SAVE_AS_WORD = 'Save it as a Word document (DOCX) and check that.'
const USE_VIEWER_PAGE =
  'Check the page of EDGAR’s viewer that shows the cybersecurity facts (R4.htm or the like), or the item as Markdown or plain text.'

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end))

const starts = (bytes: Uint8Array, signature: string): boolean =>
  ascii(bytes, 0, signature.length) === signature

/** Name of the part of an encrypted Office file, in UTF-16 as its container keeps it. */
const ENCRYPTED_PART = [...'EncryptedPackage'].join('\0')

/** UTF-16 of Latin letters has a zero in one half of nearly every pair, and in the other half none. */
const looksLikeUtf16 = (head: Uint8Array): boolean => {
  const zeros = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  return Math.max(...zeros) > head.length / 4 && Math.min(...zeros) === 0
}

/** Whether a file is a zip archive: a Word document, or files of a filing. An archive of no files is one too. */
export const isArchive = (bytes: Uint8Array): boolean =>
  starts(bytes, 'PK\x03\x04') || starts(bytes, 'PK\x05\x06')

/** What a file is whose bytes are no text; undefined for text. */
export const detectBinary = (bytes: Uint8Array): Unread | undefined => {
  if (starts(bytes, '%PDF-')) return { what: 'a PDF document', remedy: SAVE_AS_TEXT }
  if (starts(bytes, '\xd0\xcf\x11\xe0'))
    return new TextDecoder('latin1').decode(bytes).includes(ENCRYPTED_PART)
      ? { what: 'a document protected by a password', remedy: 'Save it without the password and check that.' }
      : { what: 'an old Office document (DOC, XLS)', remedy: SAVE_AS_WORD }
  if (starts(bytes, '\x1f\x8b'))
    return { what: 'a gzip archive', remedy: 'Unpack it and check what it holds.' }
  if (starts(bytes, '{\\rtf')) return { what: 'a Rich Text document', remedy: SAVE_AS_WORD }
  const isUtf16 = starts(bytes, '\xff\xfe') || starts(bytes, '\xfe\xff')
  if (isUtf16 || !bytes.subarray(0, 65536).includes(0)) return undefined
  return looksLikeUtf16(bytes.subarray(0, 1024))
    ? { what: 'UTF-16 text without a byte order mark', remedy: 'Save it as UTF-8.' }
    : { what: 'a binary file', remedy: SAVE_AS_TEXT }
}

const extensionOf = (path: string): string => /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''

/** First part of a text, which tells its kind. */
const HEAD = 20_000

/** A text without the comments that it opens with. */
const withoutComments = (head: string): string => {
  let rest = head.trimStart()
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->')
    if (end < 0) return rest
    rest = rest.slice(end + 3).trimStart()
  }
  return rest
}

const looksLikeHtml = (head: string): boolean =>
  /^<(?:!doctype|\?xml|html|head|body|table|div|span|p|xbrl|[a-z]+:)/i.test(withoutComments(head))

/** Whether a root is that of an XBRL instance, under whatever prefix. */
const isInstance = ({ name, tag }: XmlRoot): boolean => {
  const [local, prefix] = name.split(':').reverse()
  const declares = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`
  return (
    local === 'xbrl' &&
    [...tag.matchAll(/\s(xmlns(?::[\w.-]+)?)\s*=\s*["']\s*([^"']*?)\s*["']/g)].some(
      ([, attribute, uri]) => attribute === declares && uri === INSTANCE_NAMESPACE,
    )
  )
}

/** Linkbases, schemas and the like: XML whose root is not that of an HTML page. */
const isOtherXml = (head: string, { name }: XmlRoot): boolean =>
  head.trimStart().startsWith('<?xml') && !/^(?:[\w.-]+:)?(?:html|body|div|p|span|table)$/i.test(name)

const INLINE = /www\.xbrl\.org\/20\d\d\/inlineXBRL|<ix:/i
/** No page of the viewer on one taxonomy is as large. */
const LARGE_PAGE = 2_000_000

const detectMarkup = (text: string, head: string): Detected => {
  const root = xmlRoot(text)
  if (root && isInstance(root)) return { kind: 'instance' }
  if (root && isOtherXml(head, root))
    return { unread: { what: 'an XML file that is no XBRL instance', remedy: USE_VIEWER_PAGE } }
  // A report is large, and says what it is in its root.
  if (INLINE.test(head) || text.length > LARGE_PAGE) return { kind: 'inline' }
  return {
    kind: /defref_[a-z]|class="?report\b|\[(?:flag|text block)\]/i.test(text) ? 'viewer-html' : 'inline',
  }
}

const hasKnownLabel = (text: string): boolean => {
  for (const match of text.matchAll(LABEL_LINE)) {
    const label = match.groups?.['label'] ?? ''
    if (match[0].trimStart().startsWith('|')) continue
    if (
      match.groups?.['mark'] !== undefined
        ? /\[(?:flag|text block|line items)\]$/i.test(label)
        : elementLabeled(label)
    )
      return true
  }
  return false
}

const isFrontMatter = (head: string): boolean => /^---[ \t]*\r?\n/.test(head)
const hasMarkdown = (head: string): boolean =>
  /^ {0,3}#{1,6}[ \t]+\S/m.test(head) || /^[ \t]*:{3,}\s*[A-Za-z]/m.test(head)

const YAML_KEY =
  /^(?:form|registrant|periodOfReport|flags|blocks|text|id|truncated|x-[\w-]+)[ \t]*:(?:[ \t]|\r?$)/m
const looksLikeYaml = (head: string): boolean => {
  const first = head.split(/\r?\n/).find(line => line.trim() !== '' && !/^(?:#|---|%)/.test(line))
  return first !== undefined && YAML_KEY.test(first) && /^(?:flags|blocks|text)[ \t]*:/m.test(head)
}

/** Whether each of the first lines that hold something is a JSON object of its own. */
const looksLikeNdjson = (text: string): boolean => {
  const end = text.indexOf('\n')
  if (end < 0) return false
  const first = text.slice(0, end).trim()
  const rest = text.slice(end, end + 10_000).trimStart()
  return first.startsWith('{') && rest.startsWith('{') && (first.endsWith('}') || isJson(first))
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Whether a first line means NDJSON, for a file too large to be taken for anything else. */
export const isNdjson = (path: string, head: string): boolean =>
  /^(?:ndjson|jsonl)$/.test(extensionOf(path)) || looksLikeNdjson(head.trimStart())

/** Whether a text is a whole submission as EDGAR keeps it: a header, then document after document. */
export const isSubmission = (head: string): boolean =>
  /^(?:\s*|-----BEGIN PRIVACY-ENHANCED MESSAGE-----[\s\S]*?)<(?:SEC-DOCUMENT|SEC-HEADER|SUBMISSION|DOCUMENT)>/.test(
    head,
  ) && /^<(?:SEC-HEADER|TYPE)>/m.test(head)

/**
 * Tells the kind of an input from what it holds; its extension decides only where that leaves a choice.
 * @param text the whole text, without byte order mark
 */
export const detectKind = (path: string, text: string): Detected => {
  const head = text.slice(0, HEAD)
  const start = head.trimStart()
  const extension = extensionOf(path)
  const isMarkdownName = extension === 'md' || extension === 'markdown' || extension === 'mdx'
  if (extension === 'ndjson' || extension === 'jsonl') return { kind: 'ndjson' }
  if (/^\{\s*["}]/.test(start) || extension === 'json')
    return { kind: looksLikeNdjson(start) ? 'ndjson' : 'json' }
  if (/^\[\s*[{\]]/.test(start) && !isMarkdownName) return { kind: 'json' }
  if (extension === 'yaml' || extension === 'yml') return { kind: 'yaml' }
  if (isFrontMatter(head) && (isMarkdownName || /\n---[ \t]*(?:\r?\n|$)/.test(head)))
    return { kind: 'markdown' }
  if (!isMarkdownName && looksLikeHtml(head)) return detectMarkup(text, head)
  const markdown = hasMarkdown(head)
  if (!markdown && hasKnownLabel(text)) return { kind: 'viewer-text' }
  if (!isMarkdownName && looksLikeYaml(head)) return { kind: 'yaml' }
  return { kind: isMarkdownName || markdown ? 'markdown' : 'text' }
}
