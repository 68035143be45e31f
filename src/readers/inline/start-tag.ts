import { decodeXML } from 'entities/decode'
import type { Attributes } from './document.js'

/** A start tag as it stands in a file. */
export interface StartTag {
  readonly name: string
  readonly attributes: Attributes
  readonly start: number
  /** After its `>`. */
  readonly end: number
  readonly isEmpty: boolean
}

const NAME = /<([A-Za-z_][\w.:-]*)/y
const ATTRIBUTE = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const CLOSE = /\s*(\/?)>/y

/** Reads the start tag at an offset. @returns undefined where none stands there that is well-formed */
export const startTagAt = (text: string, start: number): StartTag | undefined => {
  NAME.lastIndex = start
  const name = NAME.exec(text)?.[1]
  if (name === undefined) return undefined
  const attributes: Record<string, string> = Object.create(null)
  let at = NAME.lastIndex
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const match = ATTRIBUTE.exec(text)
    if (!match) break
    const value = match[2] ?? match[3] ?? ''
    attributes[match[1] ?? ''] = value.includes('&') ? decodeXML(value) : value
    at = ATTRIBUTE.lastIndex
  }
  CLOSE.lastIndex = at
  const close = CLOSE.exec(text)
  return close ? { name, attributes, start, end: CLOSE.lastIndex, isEmpty: close[1] === '/' } : undefined
}
