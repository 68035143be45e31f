import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { ProseBuilder } from '../../text/prose-builder.js'
import { MASK } from './parse.js'

const REFERENCE = /&(?:#(?:[xX]([\da-fA-F]{1,6})|(\d{1,7}))|([\da-zA-Z]{1,31}));/y

const isAsciiPunctuation = (unit: number): boolean =>
  (unit >= 33 && unit <= 47) ||
  (unit >= 58 && unit <= 64) ||
  (unit >= 91 && unit <= 96) ||
  (unit >= 123 && unit <= 126)
const isBlank = (unit: number): boolean => unit === 32 || unit === 9

const MASK_UNIT = MASK.charCodeAt(0)
const COLON = 58
const UNDERSCORE = 95

/** Length of the character reference at `at`; 0 where there is none, or one that Markdown leaves as it stands. */
const referenceLength = (source: string, at: number): number => {
  REFERENCE.lastIndex = at
  const match = REFERENCE.exec(source)
  if (!match) return 0
  const name = match[3]
  return name !== undefined && decodeNamedCharacterReference(name) === false ? 0 : match[0].length
}

/** Characters that a reference stands for. */
const decoded = (source: string, at: number): string => {
  REFERENCE.lastIndex = at
  const match = REFERENCE.exec(source)
  const [, hexadecimal, decimal, name] = match ?? []
  if (name !== undefined) return decodeNamedCharacterReference(name) || ''
  return String.fromCodePoint(
    Number.isNaN(codeOf(hexadecimal, decimal)) ? 0xfffd : codeOf(hexadecimal, decimal),
  )
}

const codeOf = (hexadecimal: string | undefined, decimal: string | undefined): number => {
  const code =
    hexadecimal === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hexadecimal, 16)
  return code > 0x10ffff ? Number.NaN : code
}

/** Offset of a line's own text: past white space and, in a quotation, up to `quotes` markers. */
const afterPrefix = (source: string, at: number, end: number, quotes: number): number => {
  let i = at
  let markers = 0
  for (;;) {
    while (i < end && isBlank(source.charCodeAt(i))) i++
    if (markers === quotes || source.charCodeAt(i) !== 62 || i >= end) return i
    markers++
    i++
  }
}

/**
 * Adds the text of a Markdown text node, character by character where it differs from its source: character
 * references, backslash escapes, and the prefixes of continued lines (`>`, indentation) stand in the source alone.
 * @param value the node's text
 * @param quotes number of quotations round the node
 */
export const placeText = (
  builder: ProseBuilder,
  source: string,
  start: number,
  end: number,
  value: string,
  quotes: number,
): void => {
  if (end - start === value.length && source.startsWith(value, start)) {
    builder.copy(start, end)
    return
  }
  let i = start
  let j = 0
  let copied = start
  const flush = (): void => {
    if (i > copied) builder.copy(copied, i)
  }
  while (i < end && j < value.length) {
    const unit = source.charCodeAt(i)
    const wanted = value.charCodeAt(j)
    if (
      unit === 92 &&
      i + 1 < end &&
      isAsciiPunctuation(source.charCodeAt(i + 1)) &&
      source.charCodeAt(i + 1) === wanted
    ) {
      flush()
      builder.insert(value.charAt(j), i, i + 2)
      i += 2
      j++
      copied = i
      continue
    }
    const reference = unit === 38 ? referenceLength(source, i) : 0
    if (reference > 0) {
      flush()
      const wide = Math.max(1, decoded(source, i).length)
      builder.insert(value.slice(j, j + wide), i, i + reference)
      i += reference
      j += wide
      copied = i
      continue
    }
    if (unit === 10 || unit === 13) {
      flush()
      const lineEnd = unit === 13 && source.charCodeAt(i + 1) === 10 ? i + 2 : i + 1
      builder.insert(' ', i, lineEnd)
      while (j < value.length && (value.charCodeAt(j) === 10 || value.charCodeAt(j) === 13)) j++
      i = nextLine(source, lineEnd, end, quotes, value.charCodeAt(j))
      copied = i
      continue
    }
    if (wanted === MASK_UNIT && unit !== MASK_UNIT) {
      // A character of a comment: the parser was shown another in its place.
      flush()
      copied = ++i
      j++
      continue
    }
    if (unit === wanted || (unit === COLON && wanted === UNDERSCORE)) {
      // The underscore is the one that the parser was shown in "cyd:".
      i++
      j++
      continue
    }
    if (unit === 0 && wanted === 0xfffd) {
      flush()
      builder.insert('\ufffd', i, i + 1)
      copied = ++i
      j++
      continue
    }
    if (isBlank(unit)) {
      // White space at a line's end is not in the text.
      i++
      continue
    }
    break
  }
  flush()
  // A construct that is not known here: its words are kept, with the place of all that is left.
  if (j < value.length && value.slice(j).trim() !== '') builder.insert(value.slice(j), i, end)
}

/** Offset of the text of the next line, whose first character is `first`: lazy lines leave out some or all `>`. */
const nextLine = (source: string, at: number, end: number, quotes: number, first: number): number => {
  for (let markers = quotes; markers >= 0; markers--) {
    const i = afterPrefix(source, at, end, markers)
    const unit = source.charCodeAt(i)
    if (unit === first || unit === 92 || unit === 38 || unit === 0) return i
  }
  return afterPrefix(source, at, end, quotes)
}
