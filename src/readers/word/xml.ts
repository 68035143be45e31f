import { Parser } from 'htmlparser2'
import { decode } from '../decode.js'
import { inMebibytes, MAX_NESTING, MAX_TEXT_BYTES } from '../limits.js'
import type { Archive } from '../package/archive.js'

/** Why a Word document is not read, in words for the user. */
export class WordProblem extends Error {
  override readonly name = 'WordProblem'
}

export type Attributes = Readonly<Record<string, string>>

/**
 * Takes the elements of a part in order. Names carry the prefixes that Word itself gives them, whatever the file's are.
 * Offsets are those of the tag or the text in the decoded part; of an empty element ("<w:tab/>") both tags are the one.
 */
export interface XmlHandler {
  readonly open: (name: string, attributes: Attributes, start: number, end: number) => void
  readonly close: (name: string, start: number, end: number) => void
  readonly text?: (data: string, start: number, end: number) => void
}

/** Usual prefixes, by namespace: of the transitional and of the strict variety of the format (ISO/IEC 29500). */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://purl.org/dc/elements/1.1/': 'dc',
}

const prefixOf = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '')

/** Turns the prefixes of a file into the usual ones. */
const nameTable = () => {
  const usual = new Map<string, string>()
  let renames = false
  const known = new Map<string, string>()
  const renamed = (name: string): string => {
    const prefix = prefixOf(name)
    const wanted = usual.get(prefix)
    if (wanted === undefined || wanted === prefix) return name
    return `${wanted}:${prefix === '' ? name : name.slice(prefix.length + 1)}`
  }
  return {
    declare: (attributes: Attributes): void => {
      for (const key in attributes) {
        if (!key.startsWith('xmlns')) continue
        const prefix = key === 'xmlns' ? '' : key.slice(6)
        const wanted = PREFIXES[attributes[key] ?? '']
        if (wanted !== undefined && usual.get(prefix) !== wanted) {
          usual.set(prefix, wanted)
          renames ||= wanted !== prefix
          known.clear()
        }
      }
    },
    element: (name: string): string => {
      if (!renames) return name
      const before = known.get(name)
      if (before !== undefined) return before
      const found = renamed(name)
      known.set(name, found)
      return found
    },
    // An attribute without a prefix belongs to its element, not to the namespace that has none.
    attributes: (attributes: Attributes): Attributes =>
      renames
        ? Object.fromEntries(
            Object.entries(attributes).map(([key, value]) => [key.includes(':') ? renamed(key) : key, value]),
          )
        : attributes,
  }
}

const REPAIR = 'Open it in Word and save it again.'

/**
 * The text of a part, within bounds.
 * @throws {WordProblem} where it is too large or is no text
 */
export const partText = (archive: Archive, part: string): string => {
  const size = archive.sizeOf(part)
  if (size > MAX_TEXT_BYTES)
    throw new WordProblem(
      `${part} in the document holds ${inMebibytes(size)}; at most ${inMebibytes(MAX_TEXT_BYTES)} are read. Check the item alone.`,
    )
  const { text, problem } = decode(archive.read(part))
  if (text === undefined) throw new WordProblem(`${part} in the document ${problem}`)
  return text
}

/**
 * Reads the XML of a part within bounds. Nothing outside the part is looked up, and no entities are declared: Word
 * writes no document type.
 * @throws {WordProblem} where the part is damaged, too large or nested too deep
 */
export const parsePart = (archive: Archive, part: string, handler: XmlHandler): void => {
  const text = partText(archive, part)
  const names = nameTable()
  const damaged = (): WordProblem =>
    new WordProblem(`${part} in the document is damaged: its XML is not whole. ${REPAIR}`)
  let depth = 0
  let roots = 0
  const parser: Parser = new Parser(
    {
      onprocessinginstruction: name => {
        if (/^!doctype/i.test(name))
          throw new WordProblem(
            `${part} in the document declares a document type, which Word never writes and which is not read. ${REPAIR}`,
          )
      },
      onopentag: (raw, given) => {
        if (depth === 0) roots++
        if (++depth > MAX_NESTING)
          throw new WordProblem(
            `${part} in the document is nested more than ${MAX_NESTING} elements deep. Take tables and text boxes out of each other.`,
          )
        names.declare(given)
        handler.open(names.element(raw), names.attributes(given), parser.startIndex, parser.endIndex + 1)
      },
      onclosetag: (raw, isImplied) => {
        // An element that is empty counts as implied too; the end of one that was never written does not end in "/>".
        if (isImplied && text.charCodeAt(parser.endIndex - 1) !== 47) throw damaged()
        depth--
        handler.close(names.element(raw), parser.startIndex, parser.endIndex + 1)
      },
      ontext: data => handler.text?.(data, parser.startIndex, parser.endIndex + 1),
    },
    { xmlMode: true },
  )
  parser.end(text)
  if (roots !== 1) throw damaged()
}

/** An element of a small part, whole. */
export interface Element {
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly Element[]
  readonly text: string
}

/** Reads a small part as a tree. @throws {WordProblem} as {@link parsePart} */
export const readTree = (archive: Archive, part: string): Element => {
  interface Growing extends Element {
    readonly children: Growing[]
    text: string
  }
  const root: Growing = { name: '', attributes: {}, children: [], text: '' }
  const stack: Growing[] = [root]
  parsePart(archive, part, {
    open: (name, attributes) => {
      const element: Growing = { name, attributes, children: [], text: '' }
      stack.at(-1)?.children.push(element)
      stack.push(element)
    },
    close: () => {
      stack.pop()
    },
    text: data => {
      const top = stack.at(-1)
      if (top) top.text += data
    },
  })
  return root.children[0] ?? root
}

/** The first child of a name. */
export const childOf = ({ children }: Element, name: string): Element | undefined =>
  children.find(child => child.name === name)

/** The value of a property that is on where it stands, unless it says otherwise ("<w:b/>", "<w:b w:val="0"/>"). */
export const isOn = (attributes: Attributes): boolean =>
  !/^(?:0|false|off|none)$/.test(attributes['w:val'] ?? '')
