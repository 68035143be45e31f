import { Parser } from 'htmlparser2'
import type { TextSource } from '../../model/span.js'
import type { TagContext } from '../../model/tagging.js'
import { COVER_FACTS, CYD_NAMESPACE, contextOf, DEI_NAMESPACE } from '../inline/document.js'
import { MAX_NESTING } from '../limits.js'
import { INSTANCE_NAMESPACE, type XmlRoot } from '../xml-root.js'
import { type ElementText, elementText } from './element-text.js'

const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance'

/** A fact of the cyd taxonomy, or of the cover page, as it stands. */
export interface InstanceFact {
  /** Without prefix. */
  readonly name: string
  /** Year of the cyd namespace; null for a fact of the cover page, and where "cyd" is bound to nothing. */
  readonly taxonomy: string | null
  readonly id: string
  readonly contextRef: string
  readonly nil: boolean
  readonly value: ElementText
  /** The whole element. */
  readonly start: number
  readonly end: number
}

/** What an instance holds for us. */
export interface InstanceScan {
  /** Facts of the cyd taxonomy, in document order. */
  readonly facts: readonly InstanceFact[]
  /** Facts of the cover page, in document order. */
  readonly cover: readonly InstanceFact[]
  readonly contextOf: (id: string) => TagContext | null
  /** Why the file is no XML that can be relied on; then the rest holds what was read before. */
  readonly problem: string | undefined
}

/** Namespaces bound by one element, and those round it. */
interface Scope {
  readonly bound: ReadonlyMap<string, string>
  readonly depth: number
  readonly outer: Scope | undefined
}

const uriOf = (scope: Scope | undefined, prefix: string): string | undefined => {
  for (let each = scope; each; each = each.outer) {
    const uri = each.bound.get(prefix)
    if (uri !== undefined) return uri
  }
  return undefined
}

type Attributes = Readonly<Record<string, string>>

const boundBy = (attributes: Attributes): ReadonlyMap<string, string> | undefined => {
  let bound: Map<string, string> | undefined
  for (const name in attributes)
    if (name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')) {
      bound ??= new Map()
      bound.set(name.slice(6), attributes[name]?.trim() ?? '')
    }
  return bound
}

const isNil = (attributes: Attributes, scope: Scope | undefined): boolean =>
  Object.keys(attributes).some(
    name =>
      name.endsWith(':nil') &&
      uriOf(scope, name.slice(0, -4)) === SCHEMA_INSTANCE &&
      /^\s*(?:true|1)\s*$/.test(attributes[name] ?? ''),
  )

/** What an element is to us. */
type Role =
  | { readonly is: 'fact'; readonly taxonomy: string | null }
  | { readonly is: 'cover' | 'context' | 'other' }

const OTHER: Role = { is: 'other' }

const roleOf = (uri: string | undefined, prefix: string, local: string): Role => {
  if (uri === INSTANCE_NAMESPACE) return local === 'context' ? { is: 'context' } : OTHER
  if (uri === undefined) return prefix === 'cyd' ? { is: 'fact', taxonomy: null } : OTHER
  const year = CYD_NAMESPACE.exec(uri)?.[1]
  if (year !== undefined) return { is: 'fact', taxonomy: year }
  return DEI_NAMESPACE.test(uri) && COVER_FACTS.some(name => name === local) ? { is: 'cover' } : OTHER
}

/** Characters parsed at a time: elements without end are met before all of them are. */
const PIECE = 1 << 16

/**
 * Reads the facts of an instance that are ours in one pass, without a tree: an instance of a large registrant has tens
 * of thousands of facts and contexts, of which some twenty matter.
 */
export const scanInstance = (source: TextSource, root: XmlRoot): InstanceScan => {
  const { text } = source
  const facts: InstanceFact[] = []
  const cover: InstanceFact[] = []
  const contexts = new Map<string, { readonly start: number; end: number }>()
  /** Offsets and names of the elements that are open. */
  const open: { readonly name: string; readonly start: number }[] = []
  let scope: Scope | undefined
  let roots = 0
  let unclosed: { readonly name: string; readonly start: number } | undefined
  let tooDeep = false
  let inCdata = false
  let context: { readonly start: number; end: number } | undefined
  let fact:
    | {
        readonly depth: number
        readonly into: InstanceFact[]
        readonly name: string
        readonly taxonomy: string | null
        readonly attributes: Attributes
        readonly nil: boolean
        readonly text: ReturnType<typeof elementText>
        readonly start: number
        readonly contentStart: number
      }
    | undefined

  const enter = (name: string, attributes: Attributes): void => {
    const depth = open.length
    const bound = boundBy(attributes)
    if (bound) scope = { bound, depth, outer: scope }
    if (depth === 1) {
      roots++
      return
    }
    if (fact) {
      // Markup that was not escaped: it is read as if it had been.
      const end = parser.endIndex + 1
      fact.text.add(text.slice(parser.startIndex, end), parser.startIndex, end)
      return
    }
    if (context) return
    const colon = name.indexOf(':')
    const prefix = colon < 0 ? '' : name.slice(0, colon)
    const local = name.slice(colon + 1)
    const role = roleOf(uriOf(scope, prefix), prefix, local)
    if (role.is === 'context') {
      const id = attributes['id']?.trim() ?? ''
      context = { start: parser.endIndex + 1, end: parser.endIndex + 1 }
      if (id !== '' && !contexts.has(id)) contexts.set(id, context)
    } else if (role.is !== 'other')
      fact = {
        depth,
        into: role.is === 'fact' ? facts : cover,
        name: local,
        taxonomy: role.is === 'fact' ? role.taxonomy : null,
        attributes,
        nil: isNil(attributes, scope),
        text: elementText(),
        start: parser.startIndex,
        contentStart: parser.endIndex + 1,
      }
  }

  const leave = (implied: boolean): void => {
    const depth = open.length
    const element = open.pop()
    const isEmpty = element?.start === parser.startIndex
    if (implied && element && !isEmpty) unclosed ??= element
    if (fact?.depth === depth) {
      fact.into.push({
        name: fact.name,
        taxonomy: fact.taxonomy,
        id: fact.attributes['id']?.trim() ?? '',
        contextRef: fact.attributes['contextRef']?.trim() ?? '',
        nil: fact.nil,
        value: fact.text.finish(fact.contentStart),
        start: fact.start,
        end: parser.endIndex + 1,
      })
      fact = undefined
    } else if (fact && !isEmpty)
      fact.text.add(
        text.slice(parser.startIndex, parser.endIndex + 1),
        parser.startIndex,
        parser.endIndex + 1,
      )
    if (depth === 2 && context) {
      context.end = Math.max(context.start, parser.startIndex)
      context = undefined
    }
    if (scope?.depth === depth) scope = scope.outer
  }

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push({ name, start: parser.startIndex })
        if (open.length > MAX_NESTING) tooDeep = true
        else enter(name, attributes)
      },
      onclosetag: (_, implied) => {
        if (!tooDeep) leave(implied)
      },
      oncdatastart: () => {
        inCdata = true
      },
      oncdataend: () => {
        inCdata = false
      },
      ontext: data => {
        if (!fact) return
        const start = parser.startIndex + (inCdata ? '<![CDATA['.length : 0)
        fact.text.add(data, start, inCdata ? start + data.length : parser.endIndex + 1)
      },
    },
    { xmlMode: true },
  )
  // What stands before the root is passed over, so that no declaration of it is ever looked at.
  parser.write(' '.repeat(root.start))
  for (let at = root.start; at < text.length && !tooDeep; at += PIECE)
    parser.write(text.slice(at, at + PIECE))
  if (!tooDeep) parser.end()

  const lineOf = (offset: number): number => source.span(offset, offset).start.line
  const problem = tooDeep
    ? `elements are nested more than ${MAX_NESTING} deep. An instance has five levels; export it again.`
    : unclosed
      ? `line ${lineOf(unclosed.start)}: <${unclosed.name}> is opened and not closed. The file was cut short, or is no well-formed XML; download or export it again.`
      : roots === 0
        ? 'the file ends within its first tag. It was cut short; download or export it again.'
        : roots > 1
          ? 'the file holds more than one XML document. Split it, and check each.'
          : undefined
  return {
    facts,
    cover,
    contextOf: id => {
      const found = contexts.get(id)
      return (found && contextOf(id, text.slice(found.start, found.end))) ?? null
    },
    problem,
  }
}
