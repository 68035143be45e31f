import type { LexiconFile } from './lexicon.js'
import { type FlatPhrase, parsePhrase, type Step, type Term } from './phrase.js'

/**
 * Lexicon and patterns, compiled: fixed phrases into one trie over words, phrases with classes or gaps into sequences
 * over the classes found by the trie, in an order in which each sequence finds its classes ready.
 */
export interface Program {
  readonly classCount: number
  readonly classId: (name: string) => number | undefined
  readonly trie: Trie
  readonly steps: readonly ProgramStep[]
  /** Number of 32-bit words in a set of classes. */
  readonly setWords: number
}

/** Fixed phrases over atoms (a word, a prefix, any number). Node 0 is the root. */
export interface Trie {
  /** `node * atomCount + atom` -> next node. */
  readonly edges: ReadonlyMap<number, number>
  readonly atomCount: number
  /** Classes whose phrase ends at a node. */
  readonly ends: readonly (readonly number[] | undefined)[]
  /** Atoms that a folded word stands for. */
  readonly atomsOf: (word: string) => readonly number[]
}

export type ProgramStep =
  | {
      readonly kind: 'sequence'
      /** The class to which a match belongs. */
      readonly target: number
      readonly classes: readonly number[]
      readonly gaps: readonly number[]
      /** Index of the step whose assertion counts, -1 for the whole match. */
      readonly focus: number
      /** Classes that all have to be present, as a set. */
      readonly needs: readonly (readonly [word: number, bits: number])[]
    }
  /** Takes away the spans of `target` that lie inside a span of `inside`. */
  | { readonly kind: 'filter'; readonly target: number; readonly inside: number }

/** Mends a lexicon or pattern: the message says which class or phrase is at fault. */
export class LexiconError extends Error {
  override readonly name = 'LexiconError'
}

interface Draft {
  readonly target: number
  readonly flat: FlatPhrase
}

export interface NamedPhrases {
  readonly name: string
  readonly phrases: readonly string[]
  /** Where the phrases stand, for messages. */
  readonly from: string
}

const termKey = (term: Term): string => {
  switch (term.kind) {
    case 'class':
      return `<${term.name}>`
    case 'number':
      return '#'
    case 'fixed':
      return `(${term.phrases.map(phrase => phrase.map(termKey).join(' ')).join('|')})`
    default:
      return `${term.kind[0]}:${term.word}`
  }
}

/**
 * Compiles a lexicon and named phrases that use it.
 * @param lexicon word classes
 * @param patterns phrases that become classes of their own, under their names
 * @throws LexiconError, PhraseError for an unknown class, a circle of classes or a broken phrase
 */
export const compile = (lexicon: readonly LexiconFile[], patterns: readonly NamedPhrases[]): Program => {
  const ids = new Map<string, number>()
  const idOf = (name: string): number => {
    const known = ids.get(name)
    if (known !== undefined) return known
    ids.set(name, ids.size)
    return ids.size - 1
  }

  const atoms = new Map<string, number>()
  const prefixes: { readonly prefix: string; readonly atom: number }[] = []
  let numberAtom = -1
  const atomOf = (term: Term): number => {
    const key = termKey(term)
    const known = atoms.get(key)
    if (known !== undefined) return known
    const atom = atoms.size
    atoms.set(key, atom)
    if (term.kind === 'prefix') prefixes.push({ prefix: term.word, atom })
    if (term.kind === 'number') numberAtom = atom
    return atom
  }

  /** Trie edges under construction: the number of atoms is not yet known, so keys are strings of two numbers. */
  const children: Map<number, number>[] = [new Map()]
  const ends: (number[] | undefined)[] = []
  const addFixed = (terms: readonly Term[], target: number): void => {
    let node = 0
    for (const term of terms) {
      const atom = atomOf(term)
      const next = children[node]?.get(atom) ?? children.length
      if (next === children.length) {
        children[node]?.set(atom, next)
        children.push(new Map())
      }
      node = next
    }
    const at = ends[node]
    if (at) {
      if (!at.includes(target)) at.push(target)
    } else ends[node] = [target]
  }

  const drafts: Draft[] = []
  const defined = new Set<string>()
  const filters: { readonly target: number; readonly inside: number }[] = []

  const define = (name: string, phrases: readonly string[], from: string): void => {
    if (defined.has(name)) throw new LexiconError(`${from}: <${name}> is defined twice`)
    defined.add(name)
    const target = idOf(name)
    for (const phrase of phrases) {
      for (const flat of parsePhrase(phrase)) {
        if (flat.every(({ gap, focus, term }) => gap === 0 && !focus && term.kind !== 'class' && term.kind !== 'fixed'))
          addFixed(flat.map(({ term }) => term), target)
        else drafts.push({ target, flat })
      }
    }
  }

  for (const { file, classes } of lexicon) {
    for (const [name, { words, not }] of Object.entries(classes)) {
      define(name, words, file)
      if (!not) continue
      define(`not:${name}`, not, file)
      filters.push({ target: idOf(name), inside: idOf(`not:${name}`) })
    }
  }
  for (const { name, phrases, from } of patterns) define(name, phrases, from)

  /** Class of a step; words and alternatives inside a sequence become classes without a name. */
  const classOfStep = ({ term }: Step): number => {
    if (term.kind === 'class') return idOf(term.name)
    const name = `words:${termKey(term)}`
    const known = ids.has(name)
    const id = idOf(name)
    if (!known) {
      defined.add(name)
      for (const phrase of term.kind === 'fixed' ? term.phrases : [[term]]) addFixed(phrase, id)
    }
    return id
  }
  const sequences = drafts.map(({ target, flat }) => ({
    target,
    classes: flat.map(classOfStep),
    gaps: flat.map(({ gap }) => gap),
    focus: flat.findIndex(({ focus }) => focus),
  }))

  for (const name of ids.keys())
    if (!defined.has(name)) throw new LexiconError(`the lexicon has no class <${name}>, which a phrase uses`)

  const names = [...ids.keys()]
  const steps = order(sequences, filters, names)
  const atomCount = atoms.size
  const edges = new Map<number, number>()
  children.forEach((nodes, node) => {
    for (const [atom, next] of nodes) edges.set(node * atomCount + atom, next)
  })

  const wordAtoms = (word: string): readonly number[] => {
    const found: number[] = []
    const add = (atom: number | undefined): void => {
      if (atom !== undefined && !found.includes(atom)) found.push(atom)
    }
    add(atoms.get(`e:${word}`))
    add(atoms.get(`w:${word}`))
    if (word.endsWith('s')) add(atoms.get(`w:${word.slice(0, -1)}`))
    for (const { prefix, atom } of prefixes) if (word.startsWith(prefix)) add(atom)
    if (numberAtom >= 0) {
      const first = word.charCodeAt(0)
      if (first >= 48 && first <= 57) add(numberAtom)
    }
    return found
  }

  return {
    classCount: names.length,
    classId: name => ids.get(name),
    trie: { edges, atomCount, ends, atomsOf: wordAtoms },
    steps,
    setWords: (names.length + 31) >> 5,
  }
}

/** Sets of classes as the words in which they have bits. */
const needsOf = (classes: readonly number[]): readonly (readonly [number, number])[] => {
  const words = new Map<number, number>()
  for (const id of classes) words.set(id >> 5, (words.get(id >> 5) ?? 0) | (1 << (id & 31)))
  return [...words]
}

/** Topological order: what fills a class, then what is taken from it, then what uses it (Kahn 1962). */
const order = (
  sequences: readonly { target: number; classes: readonly number[]; gaps: readonly number[]; focus: number }[],
  filters: readonly { readonly target: number; readonly inside: number }[],
  names: readonly string[],
): readonly ProgramStep[] => {
  const filling = new Map<number, typeof sequences[number][]>()
  for (const sequence of sequences) {
    const list = filling.get(sequence.target)
    if (list) list.push(sequence)
    else filling.set(sequence.target, [sequence])
  }
  const filterOf = new Map(filters.map(filter => [filter.target, filter.inside]))
  const steps: ProgramStep[] = []
  const state = new Map<number, 'open' | 'done'>()
  const visit = (id: number, path: readonly number[]): void => {
    const seen = state.get(id)
    if (seen === 'done') return
    if (seen === 'open')
      throw new LexiconError(`classes refer to each other in a circle: ${[...path, id].map(each => `<${names[each]}>`).join(' -> ')}`)
    state.set(id, 'open')
    const own = filling.get(id) ?? []
    const below = [...path, id]
    for (const { classes } of own) for (const each of classes) visit(each, below)
    const inside = filterOf.get(id)
    if (inside !== undefined) visit(inside, below)
    for (const sequence of own) steps.push({ kind: 'sequence', ...sequence, needs: needsOf(sequence.classes) })
    if (inside !== undefined) steps.push({ kind: 'filter', target: id, inside })
    state.set(id, 'done')
  }
  for (let id = 0; id < names.length; id++) visit(id, [])
  return steps
}
