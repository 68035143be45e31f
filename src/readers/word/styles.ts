import type { Archive } from '../package/archive.js'
import { type Attributes, childOf, type Element, isOn, readTree } from './xml.js'

/** What a style or a run says of its letters; undefined where it says nothing. */
export interface Letters {
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly underlined?: boolean | undefined
  readonly capitals?: boolean | undefined
  readonly hidden?: boolean | undefined
}

/** What a paragraph says of its place; undefined where it says nothing. */
export interface Layout {
  /** Outline level from 0; 9 is that of body text. */
  readonly outline?: number | undefined
  /** The list that it is an item of, and its level from 0; null where it is taken out of the list of its style. */
  readonly list?: { readonly id: string; readonly level: number } | null | undefined
}

/** A style with all that it inherits. */
export interface Style extends Letters, Layout {
  readonly name: string
}

/** Gives the style of an id; undefined for one that the document does not define. */
export type Styles = (id: string) => Style | undefined

const LETTERS: Readonly<Record<string, keyof Letters>> = {
  'w:b': 'bold',
  'w:i': 'italic',
  'w:u': 'underlined',
  'w:caps': 'capitals',
  'w:vanish': 'hidden',
}

/** What one property of a run says; undefined for one that is of no account here. */
export const letterProperty = (name: string, attributes: Attributes): Letters | undefined => {
  const key = LETTERS[name]
  return key === undefined ? undefined : { [key]: isOn(attributes) }
}

const lettersOf = (properties: Element | undefined): Letters =>
  Object.assign(
    {},
    ...(properties?.children ?? []).map(({ name, attributes }) => letterProperty(name, attributes)),
  )

/** The number that a property has; undefined where it is none. */
export const numberOf = (attributes: Attributes | undefined): number | undefined => {
  const value = attributes?.['w:val']
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined
}

/** List of a paragraph, from the values of its numbering properties. */
export const listOf = (id: string | undefined, level: number | undefined): Layout['list'] =>
  id === undefined ? undefined : id === '0' ? null : { id, level: level ?? 0 }

const layoutOf = (properties: Element | undefined): Layout => {
  if (!properties) return {}
  const outline = numberOf(childOf(properties, 'w:outlineLvl')?.attributes)
  const numbering = childOf(properties, 'w:numPr')
  const list =
    numbering &&
    listOf(
      childOf(numbering, 'w:numId')?.attributes['w:val'],
      numberOf(childOf(numbering, 'w:ilvl')?.attributes),
    )
  return { ...(outline === undefined ? {} : { outline }), ...(list === undefined ? {} : { list }) }
}

/** Most styles that are based one on another; real documents have a handful. */
const MAX_CHAIN = 30

/** Reads the styles of a document. A style that is based on itself, over others or not, inherits nothing more there. */
export const readStyles = (archive: Archive, part: string | undefined): Styles => {
  if (part === undefined) return () => undefined
  const elements = new Map<string, Element>()
  for (const element of readTree(archive, part).children) {
    const id = element.attributes['w:styleId']
    if (element.name === 'w:style' && id !== undefined && !elements.has(id)) elements.set(id, element)
  }
  const resolved = new Map<string, Style | undefined>()
  const resolve = (id: string, above: readonly string[]): Style | undefined => {
    const before = resolved.get(id)
    if (before) return before
    const element = elements.get(id)
    if (!element) return undefined
    const base = childOf(element, 'w:basedOn')?.attributes['w:val']
    const inherited =
      base === undefined || base === id || above.includes(base) || above.length > MAX_CHAIN
        ? undefined
        : resolve(base, [...above, id])
    const style = {
      ...inherited,
      ...lettersOf(childOf(element, 'w:rPr')),
      ...layoutOf(childOf(element, 'w:pPr')),
      name: childOf(element, 'w:name')?.attributes['w:val'] ?? id,
    }
    resolved.set(id, style)
    return style
  }
  return id => resolve(id, [])
}

/** Outline level from 0 of a style that is a heading by its name ("heading 2", "Title"); undefined for another. */
export const levelOfName = (name: string): number | undefined => {
  const found = /^heading\s?([1-9])\b/i.exec(name)
  if (found) return Number(found[1]) - 1
  return /^title$/i.test(name) ? 0 : undefined
}
