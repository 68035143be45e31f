import { foldSpelling } from '../text/spelling.js'

/** A list of whole numbers, as it is compiled or as it is packed. */
export type Numbers = readonly number[] | Int16Array

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
  readonly edges: Numbers
  /** For each node of the trie: how many classes have a phrase that ends there, and which. */
  readonly ends: Numbers
  /** For each step: how many numbers follow, and the step as {@link encodeStep} writes it. */
  readonly steps: Numbers
}

/** What is done, in order, after the trie has found the fixed phrases of a sentence. */
export type ProgramStep = SequenceStep | FilterStep | InclusionStep

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

/** Gives `target` the places of another class: "(<topic>|subject)" is found wherever a topic is. */
export interface InclusionStep {
  readonly kind: 'inclusion'
  readonly target: number
  /** The class that brings the step in: the one that is included, whose places have no focus of their own. */
  readonly key: number
}

/**
 * A step in numbers: key and target of an inclusion; of a filter `inside` too; or key, target, focus, number of classes, classes and gaps by turns, and
 * needs. A gap is written twice as large, and one more where its class may be missing.
 */
export const encodeStep = (step: ProgramStep): readonly number[] => {
  if (step.kind === 'inclusion') return [step.key, step.target]
  if (step.kind === 'filter') return [step.key, step.target, step.inside]
  return [
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
}

/** A program as the matcher takes it in. */
export interface Program extends Pick<ProgramData, 'classCount' | 'edges' | 'ends' | 'steps'> {
  readonly classNamed: (name: string) => number
  readonly atomCount: number
  /** Atoms that one word may stand for. */
  readonly mostAtoms: number
  /** Atoms that a word stands for; its letters are lower case, without apostrophes. */
  readonly atomsOf: (word: string) => readonly number[]
}

/** Makes a program out of its data. */
export const loadProgram = (data: ProgramData): Program => {
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
  const prefixAtoms = new Map<string, number>()
  const prefixLengths = new Set<number>()
  prefixes.forEach((prefix, index) => {
    prefixAtoms.set(prefix, firstPrefix + index)
    prefixLengths.add(prefix.length)
  })
  const numberAtom = data.atoms.number ? firstPrefix + prefixes.length : -1

  const atomsOf = (letters: string): readonly number[] => {
    const word = foldSpelling(letters)
    const found: number[] = []
    const add = (atom: number | undefined): void => {
      if (atom !== undefined && !found.includes(atom)) found.push(atom)
    }
    add(exactAtoms.get(word))
    add(wordAtoms.get(word))
    // Not "its" as the plural of "it".
    if (word.length > 3 && word.endsWith('s')) add(wordAtoms.get(word.slice(0, -1)))
    for (const length of prefixLengths) add(prefixAtoms.get(word.slice(0, length)))
    const first = word.charCodeAt(0)
    if (numberAtom >= 0 && first >= 48 && first <= 57) add(numberAtom)
    return found
  }
  return {
    classCount: data.classCount,
    edges: data.edges,
    ends: data.ends,
    steps: data.steps,
    classNamed: name => {
      const id = data.names[name]
      if (id === undefined) throw new Error(`the lexicon has no class <${name}>`)
      return id
    },
    atomCount: firstPrefix + prefixes.length + 1,
    // A word as it is, exact, and as a plural; its beginnings; a number.
    mostAtoms: prefixLengths.size + 4,
    atomsOf,
  }
}
