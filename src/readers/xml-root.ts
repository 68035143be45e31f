/** Namespace of XBRL 2.1, which is that of an instance's root. */
export const INSTANCE_NAMESPACE = 'http://www.xbrl.org/2003/instance'

/** The start of the element that holds a whole XML text. */
export interface XmlRoot {
  /** As written, with its prefix. */
  readonly name: string
  /** Offset of its `<`. */
  readonly start: number
  /** Its start tag, as far as it is looked at. */
  readonly tag: string
  /** Document type declaration before it, as far as it is looked at; undefined where there is none. */
  readonly doctype: string | undefined
}

const LOOKED_AT = 20_000

/** End of a document type declaration that starts at `at`; its internal subset may hold ">". */
const doctypeEnd = (text: string, at: number): number => {
  const close = text.indexOf('>', at)
  const subset = text.indexOf('[', at)
  if (subset < 0 || close < 0 || subset > close) return close < 0 ? text.length : close + 1
  const end = text.indexOf(']', subset)
  const after = end < 0 ? -1 : text.indexOf('>', end)
  return after < 0 ? text.length : after + 1
}

const after = (text: string, mark: string, at: number): number => {
  const found = text.indexOf(mark, at)
  return found < 0 ? text.length : found + mark.length
}

/**
 * Finds the root element of an XML text, after declarations, comments and instructions.
 * @returns undefined where the text does not start as XML does
 */
export const xmlRoot = (text: string): XmlRoot | undefined => {
  const space = /\s*/y
  let doctype: string | undefined
  for (let at = 0; ; ) {
    space.lastIndex = at
    space.exec(text)
    at = space.lastIndex
    if (text.startsWith('<?', at)) at = after(text, '?>', at)
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4)
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      const end = doctypeEnd(text, at)
      doctype ??= text.slice(at, Math.min(end, at + LOOKED_AT))
      at = end
    } else {
      const tag = text.slice(at, at + LOOKED_AT)
      const name = /^<([A-Za-z_][\w.:-]*)/.exec(tag)?.[1]
      if (name === undefined) return undefined
      const end = tag.indexOf('>')
      return { name, start: at, tag: end < 0 ? tag : tag.slice(0, end + 1), doctype }
    }
  }
}
