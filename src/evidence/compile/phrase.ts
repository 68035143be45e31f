import { foldSpelling } from '../../text/spelling.js'

/**
 * The notation of phrases, in `rules/lexicon` and `rules/requirements`:
 *
 *     board of directors        words in a row; each of three letters or more also stands for its plural and possessive
 *     oversee*                  any word that begins so
 *     "may"                     this word only, not its plural
 *     #                         a number in digits
 *     <board>                   any phrase of a class of the lexicon
 *     (review|assess) risks     one or the other
 *     the [full] board          a part that may be missing
 *     <board> .. <oversees>     up to 8 words between, not across a semicolon
 *     <board> ..3 <oversees>    up to 3 words between
 *     <board> .. !<oversees>    the word whose assertion counts ("does *not* oversee"); without it, the whole match
 */

/** One step of a flat phrase: a word, or a class, after a gap of at most so many words. */
export interface Step {
  readonly gap: number
  readonly focus: boolean
  /** Whether it may be missing; its gap then goes to the next. Never the first or the last step of a phrase. */
  readonly optional: boolean
  readonly term: Term
}

export type Term =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'exact'; readonly word: string }
  | { readonly kind: 'prefix'; readonly word: string }
  | { readonly kind: 'number' }
  | { readonly kind: 'class'; readonly name: string }
  /** Several fixed phrases, any of which will do. */
  | { readonly kind: 'fixed'; readonly phrases: readonly (readonly Term[])[] }

export type FlatPhrase = readonly Step[]

/** A phrase that cannot be read: the message shows it and the place. */
export class PhraseError extends Error {
  constructor(phrase: string, at: number, what: string) {
    super(`${what} at character ${at + 1} of "${phrase}"`)
    this.name = 'PhraseError'
  }
}

const DEFAULT_GAP = 8

interface Cursor {
  readonly source: string
  at: number
}

type Node =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'group'; readonly branches: readonly Sequence[]; readonly optional: boolean }

interface Item {
  readonly node: Node
  readonly gap: number
  readonly focus: boolean
}
type Sequence = readonly Item[]

const TOKEN = /\s*(?:(\.\.)(\d*)|(!)|(<)([a-z][a-z0-9-]*)>|([(|)[\]])|"([^"]+)"|(#)|([^\s()|[\]<>"!#]+))/y

const parseSequence = (cursor: Cursor, closing: string): Sequence => {
  const items: Item[] = []
  let gap = 0
  let focus = false
  const add = (node: Node): void => {
    items.push({ node, gap, focus })
    gap = 0
    focus = false
  }
  for (;;) {
    TOKEN.lastIndex = cursor.at
    const start = cursor.at
    const match = TOKEN.exec(cursor.source)
    if (!match) {
      if (cursor.source.slice(start).trim() === '' && closing === '') return items
      throw new PhraseError(
        cursor.source,
        start,
        closing ? `"${closing}" is missing` : 'unexpected character',
      )
    }
    const [, dots, width, bang, , className, bracket, exact, number, word] = match
    if (bracket && (bracket === '|' || bracket === ')' || bracket === ']')) {
      if (closing === '' || (bracket !== closing && bracket !== '|'))
        throw new PhraseError(cursor.source, start, `stray "${bracket}"`)
      return items
    }
    cursor.at = TOKEN.lastIndex
    if (dots) gap = width ? Number(width) : DEFAULT_GAP
    else if (bang) focus = true
    else if (className) add({ kind: 'term', term: { kind: 'class', name: className } })
    else if (number) add({ kind: 'term', term: { kind: 'number' } })
    else if (exact)
      for (const part of splitWords(exact)) add({ kind: 'term', term: { kind: 'exact', word: part } })
    else if (bracket) {
      const end = bracket === '(' ? ')' : ']'
      const branches: Sequence[] = []
      for (;;) {
        branches.push(parseSequence(cursor, end))
        TOKEN.lastIndex = cursor.at
        const separator = TOKEN.exec(cursor.source)?.[6]
        cursor.at = TOKEN.lastIndex
        if (separator === end) break
      }
      add({ kind: 'group', branches, optional: bracket === '[' })
    } else if (word) {
      if (word.includes(','))
        throw new PhraseError(cursor.source, start, 'a comma parts words and is none: write "..1"')
      if (word.endsWith('*'))
        add({ kind: 'term', term: { kind: 'prefix', word: foldSpelling(word.slice(0, -1).toLowerCase()) } })
      else for (const part of splitWords(word)) add({ kind: 'term', term: { kind: 'word', word: part } })
    }
  }
}

/** "third-party" is two words in texts, and so here. */
const splitWords = (word: string): string[] =>
  word
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[-/.\s]+/)
    .filter(Boolean)
    .map(foldSpelling)

const isFixed = (sequence: Sequence): boolean =>
  sequence.every(
    ({ node, gap, focus }) =>
      gap === 0 &&
      !focus &&
      (node.kind === 'term' ? node.term.kind !== 'class' : node.branches.every(isFixed)),
  )

/** Readings of a fixed sequence past which it is kept as steps: alternatives multiply, steps add up. */
const FIXED_LIMIT = 24

const countFixed = (sequence: Sequence): number =>
  sequence.reduce(
    (product, { node }) =>
      product *
      (node.kind === 'term'
        ? 1
        : node.branches.reduce((sum, branch) => sum + countFixed(branch), node.optional ? 1 : 0)),
    1,
  )

/** Every way to read a sequence of fixed terms. */
const expandFixed = (sequence: Sequence): readonly (readonly Term[])[] => {
  let readings: (readonly Term[])[] = [[]]
  for (const { node } of sequence) {
    const next: readonly (readonly Term[])[] =
      node.kind === 'term'
        ? [[node.term]]
        : [...node.branches.flatMap(expandFixed), ...(node.optional ? [[]] : [])]
    readings = readings.flatMap(reading => next.map(more => [...reading, ...more]))
  }
  return readings
}

const stepOf = (term: Term, optional = false): Step => ({ gap: 0, focus: false, optional, term })

/** The single class or the fixed phrases that a group comes to, if it does. */
const termOf = ({ branches }: Extract<Node, { kind: 'group' }>): Term | undefined => {
  if (branches.every(isFixed)) return { kind: 'fixed', phrases: branches.flatMap(expandFixed) }
  const only = branches.length === 1 && branches[0]?.length === 1 ? branches[0][0] : undefined
  return only && !only.focus && only.node.kind === 'term' ? only.node.term : undefined
}

/** The ways to read one part of a sequence. */
const branchesOf = (node: Node, focus: boolean): readonly FlatPhrase[] => {
  if (node.kind === 'term') return [[stepOf(node.term)]]
  const term = termOf(node)
  if (term && node.optional && !focus) return [[stepOf(term, true)]]
  return [...(term ? [[stepOf(term)]] : node.branches.flatMap(expand)), ...(node.optional ? [[]] : [])]
}

const expand = (sequence: Sequence): readonly FlatPhrase[] => {
  let readings: { readonly steps: FlatPhrase; readonly carry: number }[] = [{ steps: [], carry: 0 }]
  for (const { node, gap, focus } of sequence) {
    const branches = branchesOf(node, focus)
    readings = readings.flatMap(({ steps, carry }) =>
      branches.map(branch => {
        const [first, ...rest] = branch
        // A part that is missing hands its gap on to the next.
        if (!first) return { steps, carry: Math.max(carry, gap) }
        const joined = { ...first, gap: Math.max(first.gap, gap, carry), focus: first.focus || focus }
        return { steps: [...steps, joined, ...rest], carry: 0 }
      }),
    )
  }
  return readings.map(({ steps }) => steps)
}

/** A reading that may begin or end with a part that may be missing, as readings that begin and end with one that stands. */
const settle = (reading: FlatPhrase): readonly FlatPhrase[] => {
  const [first] = reading
  if (first?.optional)
    return [[{ ...first, optional: false }, ...reading.slice(1)], reading.slice(1)].flatMap(settle)
  const last = reading.at(-1)
  if (last?.optional)
    return [[...reading.slice(0, -1), { ...last, optional: false }], reading.slice(0, -1)].flatMap(settle)
  return [reading]
}

/** In how many ways a phrase can be read: what it costs to read it. @throws PhraseError where the notation is broken */
export const readingsOf = (phrase: string): number => countFixed(parseSequence({ source: phrase, at: 0 }, ''))

/**
 * Reads a phrase.
 * @returns every way to read it, each flat: alternatives one by one (alternatives of fixed words stay one step), parts
 *   that may be missing marked so, or in and out where they begin or end the phrase or are longer than a step
 * @throws PhraseError where the notation is broken
 */
export const parsePhrase = (phrase: string): readonly FlatPhrase[] => {
  const cursor: Cursor = { source: phrase, at: 0 }
  const sequence = parseSequence(cursor, '')
  const readings = (
    isFixed(sequence) && (countFixed(sequence) <= FIXED_LIMIT || sequence.length === 1)
      ? expandFixed(sequence).map(terms => terms.map(term => stepOf(term)))
      : expand(sequence).flatMap(settle)
  ).filter(reading => reading.length > 0)
  if (readings.length === 0) throw new PhraseError(phrase, 0, 'nothing to find')
  return readings
}
