import { Vocabulary } from '../text/vocabulary.js'

/**
 * A lexicon and the phrases over it, compiled: plain numbers, made once by `compile/` when the package is built, so
 * that a run reads them and neither parses nor links anything.
 */
export interface ProgramData {
  readonly classCount: number
  /** Classes that code asks for by name: those of the lexicon, and the patterns. */
  readonly names: Readonly<Record<string, number>>
  /** What a word of a text can stand for. An atom's number is its index in `words`, then `exact`, then `prefixes`. */
  readonly atoms: {
    /** Words that also stand for their plural and possessive. */
    readonly words: readonly string[]
    readonly exact: readonly string[]
    readonly prefixes: readonly string[]
    /** Whether the last atom is "any number". */
    readonly number: boolean
  }
  /** Edges of the trie of fixed phrases as triples of node, atom, next node. Node 0 is the root. */
  readonly edges: readonly number[]
  /** For each node of the trie: how many classes have a phrase that ends there, and which. */
  readonly ends: readonly number[]
  /** For each step: how many numbers follow, and the step as {@link encodeStep} writes it. */
  readonly steps: readonly number[]
}

/** What is done, in order, after the trie has found the fixed phrases of a sentence. */
export type ProgramStep = SequenceStep | FilterStep

export interface SequenceStep {
  readonly kind: 'sequence'
  /** The class to which a match belongs. */
  readonly target: number
  readonly classes: readonly number[]
  /** Words that may stand before each class, after the one before it. */
  readonly gaps: readonly number[]
  /** Whether each class may be missing. */
  readonly optional: readonly boolean[]
  /** Index of the class whose assertion counts, -1 for the whole match. */
  readonly focus: number
  /** The rarest of its classes: the step is looked at only where this one was found. */
  readonly key: number
  /** The others, rarest first: all have to be there before any place is looked for. */
  readonly needs: readonly number[]
}

/** Takes away the places of `target` that lie inside a place of `inside`. */
export interface FilterStep {
  readonly kind: 'filter'
  readonly target: number
  readonly inside: number
  /** The class that brings the step in: `inside`. */
  readonly key: number
}

/**
 * A step in numbers: key, target, then `inside` of a filter, or focus, number of classes, classes and gaps by turns, and
 * needs. A gap is written twice as large, and one more where its class may be missing.
 */
export const encodeStep = (step: ProgramStep): readonly number[] =>
  step.kind === 'filter'
    ? [step.key, step.target, step.inside]
    : [
        step.key,
        step.target,
        step.focus,
        step.classes.length,
        ...step.classes.flatMap((id, index) => [
          id,
          2 * (step.gaps[index] ?? 0) + (step.optional[index] ? 1 : 0),
        ]),
        ...step.needs,
      ]

/** How many numbers a filter takes; a sequence takes more. */
export const FILTER_LENGTH = 3

/** A program as the matcher runs it. What a text does not reach is not unpacked. */
export interface Program {
  readonly classCount: number
  readonly classNamed: (name: string) => number
  /** Steps as {@link encodeStep} writes them, each led by its length, and where each begins. */
  readonly steps: Int32Array
  readonly stepOffsets: Int32Array
  /** Steps to look at when a class is found. */
  readonly stepsOf: (id: number) => readonly number[]
  readonly vocabulary: Vocabulary
  /** Atoms that a word of the vocabulary stands for. */
  readonly atomsOf: (word: number) => readonly number[]
  /** Nodes of the trie to which a word leads from the root. */
  readonly startsOf: (word: number) => readonly number[]
  /** The node after `node` by way of `atom`, or 0. */
  readonly next: (node: number, atom: number) => number
  /** Classes that have a phrase which ends at a node, each list led by its length, and where the node's list begins. */
  readonly ends: Int32Array
  readonly endOffsets: Int32Array
  /** 1 for each node from which a phrase goes on. */
  readonly goesOn: Uint8Array
}

const NONE: readonly number[] = []

/** Lists of numbers written one behind the other, each led by its length: where each begins. */
const offsetsOf = (numbers: readonly number[]): Int32Array => {
  let count = 0
  for (let at = 0; at < numbers.length; at += 1 + (numbers[at] ?? 0)) count++
  const offsets = new Int32Array(count)
  for (let at = 0, list = 0; at < numbers.length; at += 1 + (numbers[at] ?? 0)) offsets[list++] = at + 1
  return offsets
}

/** Makes a program out of its data. */
export const loadProgram = (data: ProgramData): Program => {
  const vocabulary = new Vocabulary()
  const atomsOfWord: (readonly number[])[] = []
  const { words, exact, prefixes } = data.atoms
  const wordAtoms = new Map<string, number>()
  words.forEach((word, atom) => {
    wordAtoms.set(word, atom)
  })
  const exactAtoms = new Map<string, number>()
  exact.forEach((word, index) => {
    exactAtoms.set(word, words.length + index)
  })
  const firstPrefix = words.length + exact.length
  const numberAtom = data.atoms.number ? firstPrefix + prefixes.length : -1

  const resolve = (word: string): readonly number[] => {
    const found: number[] = []
    const add = (atom: number | undefined): void => {
      if (atom !== undefined && !found.includes(atom)) found.push(atom)
    }
    add(exactAtoms.get(word))
    add(wordAtoms.get(word))
    // Not "its" as the plural of "it".
    if (word.length > 3 && word.endsWith('s')) add(wordAtoms.get(word.slice(0, -1)))
    for (let index = 0; index < prefixes.length; index++)
      if (word.startsWith(prefixes[index] ?? word)) add(firstPrefix + index)
    const first = word.charCodeAt(0)
    if (numberAtom >= 0 && first >= 48 && first <= 57) add(numberAtom)
    return found.length ? found : NONE
  }
  const atomsOf = (word: number): readonly number[] => {
    const known = atomsOfWord[word]
    if (known) return known
    const atoms = resolve(vocabulary.folded(word))
    atomsOfWord[word] = atoms
    return atoms
  }
  const next = edgeTable(data.edges, firstPrefix + prefixes.length + 1)
  const startsOfWord: (readonly number[])[] = []
  const startsOf = (word: number): readonly number[] => {
    const known = startsOfWord[word]
    if (known) return known
    const nodes = atomsOf(word).flatMap(atom => next(0, atom) || [])
    startsOfWord[word] = nodes.length ? nodes : NONE
    return nodes
  }
  vocabulary.onReset(() => {
    atomsOfWord.length = 0
    startsOfWord.length = 0
  })

  const endOffsets = offsetsOf(data.ends)
  const ends = Int32Array.from(data.ends)
  const goesOn = new Uint8Array(endOffsets.length)
  for (let i = 0; i < data.edges.length; i += 3) goesOn[data.edges[i] ?? 0] = 1

  const stepOffsets = offsetsOf(data.steps)
  const steps = Int32Array.from(data.steps)
  const stepsOfClass: number[][] = []
  for (let step = 0; step < stepOffsets.length; step++) {
    const key = steps[stepOffsets[step] ?? 0] ?? 0
    const known = stepsOfClass[key]
    if (known) known.push(step)
    else stepsOfClass[key] = [step]
  }

  return {
    classCount: data.classCount,
    classNamed: name => {
      const id = data.names[name]
      if (id === undefined) throw new Error(`the lexicon has no class <${name}>`)
      return id
    },
    steps,
    stepOffsets,
    stepsOf: id => stepsOfClass[id] ?? NONE,
    vocabulary,
    atomsOf,
    startsOf,
    next,
    ends,
    endOffsets,
    goesOn,
  }
}

/** The edges of the trie as an open-addressed table: two array reads where a Map would hash. */
const edgeTable = (edges: readonly number[], atomCount: number): ((node: number, atom: number) => number) => {
  let size = 16
  while (size < edges.length) size *= 2
  const mask = size - 1
  const keys = new Int32Array(size)
  const values = new Int32Array(size)
  const slotOf = (key: number): number => {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }
  for (let i = 0; i < edges.length; i += 3) {
    const key = (edges[i] ?? 0) * atomCount + (edges[i + 1] ?? 0) + 1
    const slot = slotOf(key)
    keys[slot] = key
    values[slot] = edges[i + 2] ?? 0
  }
  return (node, atom) => values[slotOf(node * atomCount + atom + 1)] ?? 0
}
