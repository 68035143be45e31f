/** Text of a file, or why its bytes are no text. */
export type Decoded =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: string }

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte)

/** Offset of the first byte that is no valid UTF-8, by the table of the Unicode Standard (3-7). */
const firstInvalid = (bytes: Uint8Array): number => {
  let i = 0
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0
    if (lead < 0x80) {
      i++
      continue
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf
        ? 2
        : lead >= 0xe0 && lead <= 0xef
          ? 3
          : lead >= 0xf0 && lead <= 0xf4
            ? 4
            : 0
    if (length === 0 || i + length > bytes.length) return i
    const second = bytes[i + 1] ?? 0
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (second < low || second > high) return i
    for (let k = 2; k < length; k++) {
      const byte = bytes[i + k] ?? 0
      if (byte < 0x80 || byte > 0xbf) return i
    }
    i += length
  }
  return -1
}

/** Line of a byte offset, counted from 1. */
const lineOf = (bytes: Uint8Array, offset: number): number => {
  let line = 1
  for (let i = 0; i < offset; i++) if (bytes[i] === 10) line++
  return line
}

/** Bytes in which the HTML standard has browsers look for the encoding. */
const HEAD_BYTES = 1024

/** The encoding that an XML declaration or a `meta` element of HTML names, where it is another than UTF-8; "" otherwise. */
const declaredEncoding = (bytes: Uint8Array): string => {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES))
  if (!head.trimStart().startsWith('<')) return ''
  const name =
    /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ??
    /<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    ''
  // A declaration that could be read byte by byte is no UTF-16, whatever it says.
  return /^(?:utf|ucs|iso-10646)/i.test(name) ? '' : name
}

/** What 0x80 to 0x9f are in Windows-1252; a space for the five that are nothing. */
const WINDOWS_SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Node 20 takes Windows-1252 for ISO 8859-1, which has control characters where the other has quotation marks. */
const withWindowsSigns = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, control => WINDOWS_SIGNS.charAt(control.charCodeAt(0) - 0x80))

/**
 * Decodes as the text itself declares, where it names an encoding that is known and all bytes are of it.
 * @returns undefined where it names none
 */
const decodeDeclared = (bytes: Uint8Array): string | undefined => {
  const encoding = declaredEncoding(bytes)
  if (encoding === '') return undefined
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    const text = decoder.decode(bytes)
    return decoder.encoding === 'windows-1252' ? withWindowsSigns(text) : text
  } catch {
    return undefined
  }
}

/**
 * Decodes UTF-8 (with or without byte order mark), UTF-16 with a byte order mark, and XML or HTML of the encoding that
 * it declares; the mark is dropped.
 * @returns a problem in plain words for anything else
 */
export const decode = (bytes: Uint8Array): Decoded => {
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes, 'utf-16le')
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(bytes, 'utf-16be')
  try {
    // Nothing but UTF-8 looks like it: a declaration that says otherwise is wrong.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const declared = decodeDeclared(bytes)
    if (declared !== undefined) return { text: declared }
    const offset = firstInvalid(bytes)
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0')
    return {
      problem: `is not valid UTF-8: byte 0x${byte} at offset ${offset} (line ${lineOf(bytes, offset)}). Save it as UTF-8, for example with "Save as, encoding UTF-8"; curly quotes in Windows-1252 are the usual cause.`,
    }
  }
}

const decodeUtf16 = (bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded => {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return { problem: 'starts like UTF-16 and is not valid UTF-16. Save it as UTF-8.' }
  }
}
