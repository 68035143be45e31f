import type { BrokenChain, TagContext } from '../../model/tagging.js'
import { inMebibytes, MAX_ITEM_MARKUP, MAX_OPEN_ELEMENTS } from '../limits.js'

/** A document that is not read to its end, since it would take unbounded time: the message says why. */
export class UnboundedError extends Error {}

export const TOO_DEEP = `its elements are nested more than ${MAX_OPEN_ELEMENTS} deep. Save the document again with another program.`

/** Offsets of [start, end) in the file. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A cyd fact as it stands in the file. */
export interface InlineFact {
  /** Without prefix. */
  readonly name: string
  /** Year of the namespace that its prefix is bound to; null where it is bound to none. */
  readonly taxonomy: string | null
  readonly attributes: Attributes
  readonly tag: Stretch
  /** Contents: its own, then those of its continuations in their order. */
  readonly segments: readonly Stretch[]
  readonly hidden: boolean
  /** Number of the innermost cyd fact that it stands in. */
  readonly parent: number | null
}

/** Attributes of a start tag by their names as written, entities decoded. */
export type Attributes = Readonly<Record<string, string>>

/** A `dei` fact of the cover page. */
export interface CoverFact {
  readonly attributes: Attributes
  readonly segments: readonly Stretch[]
}

/** What an inline XBRL document holds for us. Two readers make it: `scan.ts`, and `parse.ts` where the scan gives up. */
export interface InlineDocument {
  /** Whether the document declares the namespace of inline XBRL. */
  readonly isInline: boolean
  readonly facts: readonly InlineFact[]
  readonly brokenChains: readonly (Omit<BrokenChain, 'at'> & { readonly tag: Stretch })[]
  /** By local name. */
  readonly cover: ReadonlyMap<string, CoverFact>
  readonly contexts: ReadonlyMap<string, TagContext>
}

export const IX_NAMESPACES: ReadonlySet<string> = new Set([
  'http://www.xbrl.org/2013/inlineXBRL',
  'http://www.xbrl.org/2008/inlineXBRL',
])
/** The cyd taxonomy of a year. */
export const CYD_NAMESPACE = /^https?:\/\/xbrl\.sec\.gov\/cyd\/(\d{4}(?:q[1-4])?)\/?$/
export const DEI_NAMESPACE = /^https?:\/\/xbrl\.sec\.gov\/dei\//

/** Facts of the cover page that are read. */
export const COVER_FACTS = [
  'DocumentType',
  'AmendmentFlag',
  'EntityRegistrantName',
  'DocumentPeriodEndDate',
] as const

/** Elements of inline XBRL that hold a fact. */
export const FACT_ELEMENTS: ReadonlySet<string> = new Set(['nonNumeric', 'nonFraction', 'fraction', 'tuple'])

/** The fact that each one stands in: its tag lies in a segment of the other, the smallest such. */
export const parentsOf = (
  facts: readonly { readonly tag: Stretch; readonly segments: readonly Stretch[] }[],
): readonly (number | null)[] => {
  const events = facts.flatMap(({ tag, segments }, fact) => [
    { at: tag.start, order: 1, fact, end: -1 },
    ...segments.map(({ start, end }) => ({ at: start, order: 0, fact, end })),
  ])
  events.sort((a, b) => a.at - b.at || a.order - b.order || b.end - a.end)
  const parents: (number | null)[] = facts.map(() => null)
  const open: { readonly fact: number; readonly end: number }[] = []
  for (const { at, order, fact, end } of events) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= at) open.pop()
    if (order === 0) open.push({ fact, end })
    else {
      const round = open.findLast(each => each.fact !== fact)?.fact
      // Continuations can put two facts into each other: the first stays outside.
      if (round !== undefined && !standsIn(round, fact, parents)) parents[fact] = round
    }
  }
  return parents
}

/** Whether a fact stands in another, at any depth. */
const standsIn = (fact: number, outer: number, parents: readonly (number | null)[]): boolean => {
  for (let at: number | null = fact; at !== null; at = parents[at] ?? null) if (at === outer) return true
  return false
}

const DATE = /^\s*(\d{4}-\d{2}-\d{2})/

/** The element of a context, as XBRL 2.1 (4.7) has it. @returns undefined where it has no period that can be read */
export const contextOf = (id: string, xml: string): TagContext | undefined => {
  const day = (name: string): string | undefined => {
    const value = new RegExp(`<(?:[\\w.-]+:)?${name}\\b[^>]*>([^<]*)<`).exec(xml)?.[1]
    return DATE.exec(value ?? '')?.[1]
  }
  const start = day('startDate')
  const end = day('endDate') ?? day('instant')
  if (end === undefined) return undefined
  const dimensions = [...xml.matchAll(/\bdimension\s*=\s*["']\s*([^"'\s]+)\s*["']/g)].map(
    match => match[1] ?? '',
  )
  return { id, start: start ?? null, end, dimensions }
}

/** A step from a tag to what continues it. */
export interface Link<Tag> {
  readonly target: string
  /** The tag that has the `continuedAt`. */
  readonly tag: Tag
  readonly next: Tag | undefined
  /** What is wrong with it, if anything. */
  readonly what: BrokenChain['what'] | undefined
}

/** Continuations of one fact that are followed; the real ones go on from page to page. */
export const LONGEST_CHAIN = 1000

/**
 * The continuations of a fact, one after the other, until the chain ends or comes back to itself.
 * @param claimed ids that chains before it lead to; those of this one are added
 */
export function* chainOf<Tag extends { readonly attributes: Attributes; readonly end: number }>(
  first: Tag,
  continuationOf: (id: string, after: number) => Tag | undefined,
  claimed: Set<string>,
): Generator<Link<Tag>> {
  const own = new Set<string>()
  let isShared = false
  for (let tag = first; ; ) {
    const target = tag.attributes['continuedAt']?.trim()
    if (target === undefined) return
    if (own.has(target)) {
      yield { target, tag, next: undefined, what: 'circle' }
      return
    }
    const next: Tag | undefined = continuationOf(target, tag.end)
    // Told once: what follows is shared with it.
    const sharedHere: boolean = claimed.has(target) && !isShared
    isShared ||= sharedHere
    yield { target, tag, next, what: next ? (sharedHere ? 'shared' : undefined) : 'missing' }
    if (!next) return
    own.add(target)
    if (own.size > LONGEST_CHAIN) return
    claimed.add(target)
    tag = next
  }
}

/** Characters of stretches together. */
export const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { start, end }) => sum + end - start, 0)

/** Refuses stretches that are too long for an item or the text of tags. @throws UnboundedError */
export const requireBounded = (stretches: readonly Stretch[]): void => {
  const length = lengthOf(stretches)
  if (length > MAX_ITEM_MARKUP)
    throw new UnboundedError(
      `the item or its tagged text takes up ${inMebibytes(length)}; at most ${inMebibytes(MAX_ITEM_MARKUP)} are read. Check the item alone.`,
    )
}
