const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

/** How the elements of the text are named in a part. */
export interface PartNames {
  /** The variety of the format that forbids what is out of date (ISO/IEC 29500 Strict). */
  readonly isStrict: boolean
  readonly namespace: string
  /** What a new element has to declare so that it may be called "w:…": mostly nothing. */
  readonly declaration: string
}

const ROOT = /<(?![?!])[^>]*>/

/** Looks at the root of a part. @param isStrict the variety, where the root does not tell */
export const namesOf = (xml: string, isStrict = false): PartNames => {
  const [root = ''] = ROOT.exec(xml) ?? []
  const strict = root.includes(STRICT) || (isStrict && !root.includes(TRANSITIONAL))
  const namespace = strict ? STRICT : TRANSITIONAL
  const isBound = new RegExp(`\\sxmlns:w\\s*=\\s*["']${namespace.replaceAll('.', '\\.')}["']`).test(root)
  return { isStrict: strict, namespace, declaration: isBound ? '' : ` xmlns:w="${namespace}"` }
}

/** A part as bytes. They are UTF-8, whatever they were. */
export const bytesOfPart = (xml: string): Uint8Array =>
  new TextEncoder().encode(
    xml.replace(/^(\s*<\?xml[^>]*?encoding\s*=\s*["'])[^"']*/, (_, before: string) => `${before}UTF-8`),
  )

/** The edit that puts elements at the end of a part's root, which may be empty so far. */
export const atEndOfRoot = (xml: string, content: string): { start: number; end: number; text: string } => {
  const close = /<\/[^>]*>\s*(?:<!--[\s\S]*?-->\s*)*$/.exec(xml)
  if (close) return { start: close.index, end: close.index, text: content }
  const [root = ''] = ROOT.exec(xml) ?? []
  const start = xml.indexOf(root)
  const [, name = ''] = /^<([^\s/>]+)/.exec(root) ?? []
  return { start, end: start + root.length, text: `${root.replace(/\/>$/, '>')}${content}</${name}>` }
}
