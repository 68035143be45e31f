import type { TagContext } from '../../model/tagging.js'
import {
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
} from './document.js'
import { type StartTag, startTagAt } from './start-tag.js'

/** Facts of one document past which something else than an annual report is at hand; the parser takes it. */
const MOST_FACTS = 5000

const escaped = (literal: string): string => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A document that has to be read by the parser. */
class Unclear extends Error {}

/**
 * Finds the cyd facts of an inline XBRL document without reading the rest: they span less than a hundredth of it. A
 * document is scanned a handful of times for a few strings, and parsed only where they stand.
 * @returns undefined where something does not have the common form (prefixes declared below the root, a tag without
 *   its end): then only a parser can tell
 */
export const scanInline = (text: string): InlineDocument | undefined => {
  try {
    return scan(text)
  } catch (error) {
    if (error instanceof Unclear) return undefined
    throw error
  }
}

interface Prefixes {
  readonly ix: string
  /** Year of the taxonomy by prefix; null where the prefix is declared nowhere. */
  readonly cyd: ReadonlyMap<string, string | null>
  readonly dei: string
}

const NOTHING: InlineDocument = {
  isInline: false,
  facts: [],
  brokenChains: [],
  cover: new Map(),
  contexts: new Map(),
}

const stretchOf = ({ start, end }: StartTag): Stretch => ({ start, end })

const DECLARATION = /xmlns(?::([\w.-]+))?\s*=\s*["']\s*([^"']*?)\s*["']/y

/** Start tag of the root, after declarations and comments. */
const rootOf = (text: string): StartTag => {
  const before = /(?:\s+|\ufeff|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>)*/y
  before.exec(text)
  const root = startTagAt(text, before.lastIndex)
  if (!root) throw new Unclear()
  return root
}

const prefixesOf = (text: string): Prefixes | undefined => {
  const root = rootOf(text)
  const bound = new Map<string, string>()
  for (const [name, value] of Object.entries(root.attributes))
    if (name === 'xmlns' || name.startsWith('xmlns:')) bound.set(name.slice(6), value.trim())
  const matters = (uri: string): boolean =>
    IX_NAMESPACES.has(uri) || CYD_NAMESPACE.test(uri) || DEI_NAMESPACE.test(uri)
  // By plain search, which is twice as quick over a whole report as a pattern.
  for (let at = text.indexOf('xmlns', root.end); at >= 0; at = text.indexOf('xmlns', at + 5)) {
    DECLARATION.lastIndex = at
    const match = DECLARATION.exec(text)
    if (!match) continue
    const [, prefix = '', uri = ''] = match
    const known = bound.get(prefix)
    if (known === uri) continue
    // Bound anew, or bound below the root: which tags it holds for, only a parser tells.
    if (matters(uri) || (known !== undefined && matters(known))) throw new Unclear()
  }
  const ix = [...bound].filter(([, uri]) => IX_NAMESPACES.has(uri))
  const dei = [...bound].filter(([, uri]) => DEI_NAMESPACE.test(uri))
  if (ix.length === 0) return undefined
  if (ix.length > 1 || ix[0]?.[0] === '' || dei.length > 1) throw new Unclear()
  const cyd = new Map<string, string | null>()
  for (const [prefix, uri] of bound) {
    const year = CYD_NAMESPACE.exec(uri)?.[1]
    if (year !== undefined && prefix !== '') cyd.set(prefix, year)
  }
  // A program that lost the declaration leaves the facts: they must not pass for none.
  if (!bound.has('cyd')) cyd.set('cyd', null)
  return { ix: ix[0]?.[0] ?? '', cyd, dei: dei[0]?.[0] ?? 'dei' }
}

/** Whether an offset lies in a comment or in CDATA, which hold no tags. Each part of a text is searched once. */
const opaqueStretches = (text: string): ((offset: number) => boolean) => {
  const stretches: Stretch[] = []
  let searched = 0
  const searchTo = (offset: number): void => {
    while (searched <= offset) {
      const start = text.indexOf('<!', searched)
      if (start < 0) searched = text.length
      else if (text.startsWith('<!--', start)) add(start, '-->')
      else if (text.startsWith('<![CDATA[', start)) add(start, ']]>')
      else searched = start + 2
    }
  }
  const add = (start: number, close: string): void => {
    const end = text.indexOf(close, start + 4)
    if (end < 0) throw new Unclear()
    stretches.push({ start, end: end + close.length })
    searched = end + close.length
  }
  return offset => {
    if (offset >= searched) searchTo(offset)
    let low = 0
    let high = stretches.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((stretches[middle]?.end ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return (stretches[low]?.start ?? text.length) <= offset
  }
}

const scan = (text: string): InlineDocument => {
  const prefixes = prefixesOf(text)
  if (!prefixes) return NOTHING
  const { ix } = prefixes
  const isOpaque = opaqueStretches(text)

  /** Where the content of an element ends whose start tag ends at `from`. */
  const contentEnd = (from: number, name: string): number => {
    const border = new RegExp(`<(?:(/?)${escaped(name)}(?=[\\s/>])|!--|!\\[CDATA\\[)`, 'g')
    border.lastIndex = from
    let depth = 1
    for (let match = border.exec(text); match; match = border.exec(text)) {
      if (match[1] === undefined) {
        const end = text.indexOf(match[0] === '<!--' ? '-->' : ']]>', border.lastIndex)
        if (end < 0) throw new Unclear()
        border.lastIndex = end + 3
      } else if (match[1] === '/') {
        if (--depth === 0) return match.index
      } else {
        const tag = startTagAt(text, match.index)
        if (!tag) throw new Unclear()
        if (!tag.isEmpty) depth++
        border.lastIndex = tag.end
      }
    }
    throw new Unclear()
  }
  const contentOf = ({ name, end, isEmpty }: StartTag): Stretch => ({
    start: end,
    end: isEmpty ? end : contentEnd(end, name),
  })

  /** The start tag round an attribute's value. */
  const tagRound = (offset: number): StartTag => {
    const tag = startTagAt(text, text.lastIndexOf('<', offset))
    if (!tag || tag.end <= offset) throw new Unclear()
    return tag
  }
  const isFactTag = ({ name }: StartTag): boolean =>
    name.startsWith(`${ix}:`) && FACT_ELEMENTS.has(name.slice(ix.length + 1))

  /** Start tags that have `"PREFIX:name"` as an attribute's value, in order, outside comments. */
  function* tagsNaming(prefix: string, local: string): Generator<{ tag: StartTag; name: string }> {
    const start = `${prefix}:`
    const rest = new RegExp(`(${local})\\s*["']`, 'y')
    for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + start.length)) {
      rest.lastIndex = at + start.length
      const name = rest.exec(text)?.[1]
      if (name === undefined || isOpaque(at)) continue
      const tag = startTagAt(text, text.lastIndexOf('<', at))
      if (tag && tag.end > at && isFactTag(tag) && tag.attributes['name']?.trim() === start + name)
        yield { tag, name }
    }
  }

  /** The `ix:continuation` of an id; it mostly follows what it continues. */
  const continuationOf = (id: string, after: number): StartTag | undefined => {
    const value = new RegExp(`\\sid\\s*=\\s*["']\\s*${escaped(id)}\\s*["']`, 'g')
    const search = (from: number, to: number): StartTag | undefined => {
      value.lastIndex = from
      for (let match = value.exec(text); match && match.index < to; match = value.exec(text)) {
        const tag = tagRound(match.index + match[0].length - 1)
        if (tag.name === `${ix}:continuation` && !isOpaque(tag.start)) return tag
      }
      return undefined
    }
    return search(after, text.length) ?? search(0, after)
  }

  const found: { readonly tag: StartTag; readonly name: string; readonly taxonomy: string | null }[] = []
  for (const [prefix, taxonomy] of prefixes.cyd)
    for (const { tag, name } of tagsNaming(prefix, '[\\w.-]+')) {
      if (found.push({ tag, name, taxonomy }) > MOST_FACTS) throw new Unclear()
    }
  found.sort((a, b) => a.tag.start - b.tag.start)

  const brokenChains: InlineDocument['brokenChains'][number][] = []
  const claimed = new Set<string>()
  const segmentsOf = (first: StartTag, fact: number): readonly Stretch[] => {
    const segments = [contentOf(first)]
    for (const link of chainOf(first, continuationOf, claimed)) {
      if (link.what)
        brokenChains.push({ what: link.what, target: link.target, fact, tag: stretchOf(link.tag) })
      if (link.next) segments.push(contentOf(link.next))
    }
    return segments
  }
  const facts = found.map(({ tag, name, taxonomy }, fact) => ({
    name,
    taxonomy,
    attributes: tag.attributes,
    tag: stretchOf(tag),
    segments: segmentsOf(tag, fact),
  }))
  const parents = parentsOf(facts)
  const hidden = hiddenStretches(text, ix, facts.at(-1)?.tag.start ?? 0)

  const cover = new Map<string, CoverFact>()
  for (const { tag, name } of tagsNaming(prefixes.dei, COVER_FACTS.join('|'))) {
    if (!cover.has(name)) cover.set(name, { attributes: tag.attributes, segments: [contentOf(tag)] })
    if (cover.size === COVER_FACTS.length) break
  }

  const contexts = new Map<string, TagContext>()
  const refs = new Set(
    [...facts, ...cover.values()].flatMap(({ attributes }) => attributes['contextRef']?.trim() ?? []),
  )
  for (const id of refs) {
    const context = contextWithId(text, id, isOpaque)
    if (context) contexts.set(id, context)
  }
  return {
    isInline: true,
    facts: facts.map(
      (fact, index): InlineFact => ({
        ...fact,
        hidden: hidden.some(({ start, end }) => start <= fact.tag.start && fact.tag.start < end),
        parent: parents[index] ?? null,
      }),
    ),
    brokenChains,
    cover,
    contexts,
  }
}

/** The stretches of `ix:hidden` before an offset. */
const hiddenStretches = (text: string, ix: string, before: number): readonly Stretch[] => {
  const stretches: Stretch[] = []
  const border = new RegExp(`<(/?)${escaped(ix)}:hidden(?=[\\s/>])`, 'g')
  let start = -1
  for (const match of text.slice(0, before).matchAll(border)) {
    if (match[1] === '') start = match.index
    else if (start >= 0) {
      stretches.push({ start, end: match.index })
      start = -1
    }
  }
  if (start >= 0) stretches.push({ start, end: text.length })
  return stretches
}

const contextWithId = (
  text: string,
  id: string,
  isOpaque: (offset: number) => boolean,
): TagContext | undefined => {
  const value = new RegExp(`\\sid\\s*=\\s*["']\\s*${escaped(id)}\\s*["']`, 'g')
  for (const match of text.matchAll(value)) {
    const start = text.lastIndexOf('<', match.index)
    const tag = startTagAt(text, start)
    if (!tag || !/(?:^|:)context$/.test(tag.name) || isOpaque(start)) continue
    const end = text.indexOf(`</${tag.name}`, tag.end)
    if (end >= 0) return contextOf(id, text.slice(tag.end, end))
  }
  return undefined
}
