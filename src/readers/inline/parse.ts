import { Parser } from 'htmlparser2'
import type { TagContext } from '../../model/tagging.js'
import { MAX_OPEN_ELEMENTS } from '../limits.js'
import {
  type Attributes,
  COVER_FACTS,
  type CoverFact,
  CYD_NAMESPACE,
  chainOf,
  contextOf,
  DEI_NAMESPACE,
  FACT_ELEMENTS,
  type InlineDocument,
  type InlineFact,
  IX_NAMESPACES,
  parentsOf,
  type Stretch,
  TOO_DEEP,
  UnboundedError,
} from './document.js'

/** An element while it is open. */
interface OpenElement {
  readonly uri: string
  readonly local: string
  readonly attributes: Attributes
  readonly start: number
  /** After its start tag. */
  readonly end: number
  /** Namespaces as they are bound in it. */
  readonly bound: ReadonlyMap<string, string>
  readonly hidden: boolean
}

/** A whole element that matters. */
interface Element extends OpenElement {
  readonly content: Stretch
}

const splitName = (name: string): readonly [prefix: string, local: string] => {
  const colon = name.indexOf(':')
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}

const bindings = (
  attributes: Attributes,
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> => {
  let bound: Map<string, string> | undefined
  for (const name of Object.keys(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    bound ??= new Map(outer)
    bound.set(name.slice(6), attributes[name]?.trim() ?? '')
  }
  return bound ?? outer
}

/**
 * Reads the cyd facts of an inline XBRL document by parsing all of it, tag by tag and tolerantly, with namespaces
 * wherever they are declared: for documents that `scan.ts` does not understand.
 * @throws UnboundedError where elements are nested too deep
 */
export const parseInline = (text: string): InlineDocument => {
  const stack: OpenElement[] = []
  const found: Element[] = []
  const cover = new Map<string, Element>()
  const continuations = new Map<string, Element[]>()
  const contexts = new Map<string, TagContext>()
  let isInline = false

  const close = (open: OpenElement, contentEnd: number): void => {
    const { uri, local, attributes } = open
    const element: Element = { ...open, content: { start: open.end, end: Math.max(open.end, contentEnd) } }
    const id = attributes['id']?.trim() ?? ''
    if (IX_NAMESPACES.has(uri)) {
      if (FACT_ELEMENTS.has(local)) addFact(element)
      else if (local === 'continuation') {
        const known = continuations.get(id)
        if (known) known.push(element)
        else continuations.set(id, [element])
      }
    } else if (local === 'context' && id !== '' && !contexts.has(id)) {
      const context = contextOf(id, text.slice(element.content.start, element.content.end))
      if (context) contexts.set(id, context)
    }
  }
  const addFact = (element: Element): void => {
    const [prefix, local] = splitName(element.attributes['name']?.trim() ?? '')
    const uri = element.bound.get(prefix)
    if (uri === undefined ? prefix === 'cyd' : CYD_NAMESPACE.test(uri)) found.push(element)
    else if (
      (uri === undefined ? prefix === 'dei' : DEI_NAMESPACE.test(uri)) &&
      COVER_FACTS.some(name => name === local)
    ) {
      const known = cover.get(local)
      if (!known || known.start > element.start) cover.set(local, element)
    }
  }

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (stack.length >= MAX_OPEN_ELEMENTS) throw new UnboundedError(TOO_DEEP)
        const outer = stack.at(-1)
        const bound = bindings(attributes, outer?.bound ?? new Map())
        const [prefix, local] = splitName(name)
        const uri = bound.get(prefix) ?? ''
        if (!isInline) isInline = [...bound.values()].some(value => IX_NAMESPACES.has(value))
        stack.push({
          uri,
          local,
          attributes,
          start: parser.startIndex,
          end: parser.endIndex + 1,
          bound,
          hidden: (outer?.hidden ?? false) || (IX_NAMESPACES.has(uri) && local === 'hidden'),
        })
      },
      onclosetag: () => {
        const open = stack.pop()
        if (open) close(open, parser.startIndex)
      },
    },
    { xmlMode: true },
  )
  const CHUNK = 1 << 20
  for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK))
  parser.end()

  found.sort((a, b) => a.start - b.start)
  for (const same of continuations.values()) same.sort((a, b) => a.start - b.start)
  /** Of several with one id, which no sound document has, the next. */
  const continuationOf = (id: string, after: number): Element | undefined => {
    const same = continuations.get(id) ?? []
    return same.find(({ start }) => start >= after) ?? same[0]
  }
  const brokenChains: InlineDocument['brokenChains'][number][] = []
  const claimed = new Set<string>()
  const facts = found.map((element, fact) => {
    const [prefix, name] = splitName(element.attributes['name']?.trim() ?? '')
    const segments = [element.content]
    for (const link of chainOf(element, continuationOf, claimed)) {
      if (link.what)
        brokenChains.push({
          what: link.what,
          target: link.target,
          fact,
          tag: { start: link.tag.start, end: link.tag.end },
        })
      if (link.next) segments.push(link.next.content)
    }
    return {
      name,
      taxonomy: CYD_NAMESPACE.exec(element.bound.get(prefix) ?? '')?.[1] ?? null,
      attributes: element.attributes,
      tag: { start: element.start, end: element.end },
      segments,
      hidden: element.hidden,
    }
  })
  const parents = parentsOf(facts)
  const used = new Set(
    [...facts, ...cover.values()].flatMap(({ attributes }) => attributes['contextRef']?.trim() ?? []),
  )
  return {
    isInline,
    facts: facts.map((fact, index): InlineFact => ({ ...fact, parent: parents[index] ?? null })),
    brokenChains,
    cover: new Map(
      [...cover].map(([name, { attributes, content }]): [string, CoverFact] => [
        name,
        { attributes, segments: [content] },
      ]),
    ),
    contexts: new Map([...contexts].filter(([id]) => used.has(id))),
  }
}
