import { encodeStep, type ProgramData, type ProgramStep } from '../program.js'
import type { LexiconFile } from './lexicon.js'
import { type FlatPhrase, parsePhrase, type Step, type Term } from './phrase.js'

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
      return `(${term.phrases
        .map(phrase => phrase.map(termKey).join(' '))
        .sort()
        .join('|')})`
    default:
      return `${term.kind[0]}:${term.word}`
  }
}

/**
 * Compiles a lexicon and named phrases that use it.
 * @param lexicon word classes
 * @param patterns phrases that become classes of their own, under their names
 * @param frequency how often a class is found in ordinary text, in any unit
 * @throws LexiconError, PhraseError for an unknown class, a circle of classes or a broken phrase
 */
export const compileProgram = (
  lexicon: readonly LexiconFile[],
  patterns: readonly NamedPhrases[],
  frequency: ClassFrequency = () => 0,
): ProgramData => {
  const ids = new Map<string, number>()
  const idOf = (name: string): number => {
    const known = ids.get(name)
    if (known !== undefined) return known
    ids.set(name, ids.size)
    return ids.size - 1
  }

  // What every sentence is asked for has numbers side by side, so that asking touches little memory.
  for (const { name } of patterns) idOf(name)

  const atoms = new Map<string, Term>()
  /** Children of each node of the trie, by the key of the atom that leads there. */
  const children: Map<string, number>[] = [new Map()]
  const ends: (number[] | undefined)[] = []
  const addFixed = (terms: readonly Term[], target: number): void => {
    let node = 0
    for (const term of terms) {
      const key = termKey(term)
      atoms.set(key, term)
      const next = children[node]?.get(key) ?? children.length
      if (next === children.length) {
        children[node]?.set(key, next)
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
        if (
          flat.every(
            ({ gap, focus, term }) => gap === 0 && !focus && term.kind !== 'class' && term.kind !== 'fixed',
          )
        )
          addFixed(
            flat.map(({ term }) => term),
            target,
          )
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
    optional: flat.map(({ optional }) => optional),
    focus: flat.findIndex(({ focus }) => focus),
  }))

  for (const name of ids.keys())
    if (!defined.has(name)) throw new LexiconError(`the lexicon has no class <${name}>, which a phrase uses`)

  const names = [...ids.keys()]
  const listed = [...atoms.values()]
  const ofKind = (kind: 'word' | 'exact' | 'prefix'): readonly string[] =>
    listed.flatMap(term => (term.kind === kind ? [term.word] : []))
  const words = ofKind('word')
  const exact = ofKind('exact')
  const prefixes = ofKind('prefix')
  const number = listed.some(({ kind }) => kind === 'number')
  const numbers = new Map(
    [
      ...words.map(word => `w:${word}`),
      ...exact.map(word => `e:${word}`),
      ...prefixes.map(word => `p:${word}`),
      ...(number ? ['#'] : []),
    ].map((key, atom) => [key, atom]),
  )
  return {
    classCount: names.length,
    names: Object.fromEntries([...ids].filter(([name]) => !name.startsWith('words:'))),
    atoms: { words, exact, prefixes, number },
    edges: children.flatMap((nodes, node) =>
      [...nodes].flatMap(([key, next]) => [node, numbers.get(key) ?? -1, next]),
    ),
    ends: children.flatMap((_, node) => led(ends[node] ?? [])),
    steps: order(sequences, filters, names, frequency).flatMap(step => led(encodeStep(step))),
  }
}

/** A list led by its length. */
const led = (numbers: readonly number[]): readonly number[] => [numbers.length, ...numbers]

/** How often a class is found, by its number: numbers are the same whenever the same data is compiled. */
export type ClassFrequency = (id: number) => number

interface Sequence {
  readonly target: number
  readonly classes: readonly number[]
  readonly gaps: readonly number[]
  readonly optional: readonly boolean[]
  readonly focus: number
}

/** Topological order: what fills a class, then what is taken from it, then what uses it (Kahn 1962). */
const order = (
  sequences: readonly Sequence[],
  filters: readonly { readonly target: number; readonly inside: number }[],
  names: readonly string[],
  frequency: ClassFrequency,
): readonly ProgramStep[] => {
  const byRarity = (classes: readonly number[]): readonly number[] =>
    [...new Set(classes)].sort((a, b) => frequency(a) - frequency(b))
  const filling = new Map<number, Sequence[]>()
  for (const sequence of sequences) {
    const list = filling.get(sequence.target)
    if (list) list.push(sequence)
    else filling.set(sequence.target, [sequence])
  }
  const filterOf = new Map(filters.map(filter => [filter.target, filter.inside]))
  /** Classes with a place whose focus is not the whole of it. */
  const focused = new Set<number>()
  const steps: ProgramStep[] = []
  const state = new Map<number, 'open' | 'done'>()
  const visit = (id: number, path: readonly number[]): void => {
    const seen = state.get(id)
    if (seen === 'done') return
    if (seen === 'open')
      throw new LexiconError(
        `classes refer to each other in a circle: ${[...path, id].map(each => `<${names[each]}>`).join(' -> ')}`,
      )
    state.set(id, 'open')
    const own = filling.get(id) ?? []
    const below = [...path, id]
    for (const { classes } of own) for (const each of classes) visit(each, below)
    const inside = filterOf.get(id)
    if (inside !== undefined) visit(inside, below)
    for (const sequence of own) {
      const [included, ...more] = sequence.classes
      if (included !== undefined && more.length === 0 && !focused.has(included)) {
        steps.push({ kind: 'inclusion', target: id, key: included })
        continue
      }
      if (sequence.focus >= 0) focused.add(id)
      const [key = 0, ...needs] = byRarity(sequence.classes.filter((_, index) => !sequence.optional[index]))
      steps.push({ kind: 'sequence', ...sequence, key, needs })
    }
    if (inside !== undefined) steps.push({ kind: 'filter', target: id, inside, key: inside })
    state.set(id, 'done')
  }
  for (let id = 0; id < names.length; id++) visit(id, [])
  return steps
}
