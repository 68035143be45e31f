import { matcherCode } from '../generated/matcher.js'
import { letterOf } from '../text/letters.js'
import type { Numbers, Program } from './program.js'

/** Where a class was found: word numbers [start, end) and those of the words whose assertion counts. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly focusStart: number
  readonly focusEnd: number
}

/** One sentence, with every class that was found in it. The same object is filled anew for each sentence. */
export interface Scan {
  /** Offsets of a word's characters in its text. */
  readonly startOf: (word: number) => number
  readonly endOf: (word: number) => number
  /** Marks before a word, as bits (src/text/marks.ts). */
  readonly marksBefore: (word: number) => number
  /** Which part of the sentence a word stands in, semicolons parting them: 0 before the first. */
  readonly partOf: (word: number) => number
  /** Whether a class was found; -1 is none. */
  readonly has: (classId: number) => boolean
  /** The first class from `from` on, below `to`, that was found; -1 where there is none. */
  readonly nextFound: (from: number, to: number) => number
  readonly count: (classId: number) => number
  readonly spans: (classId: number) => readonly Match[]
}

/** Words of a text that are read as one other: "Digital Trust Committee" as a word of the lexicon. */
export interface Renaming {
  readonly text: string
  readonly word: string
}

/** A class whose fixed phrases stand, in one sentence, for another class: "the committee" for the one named before. */
export interface Standing {
  readonly from: number
  readonly to: number
}

export interface Matcher {
  /**
   * Reads a sentence; `lead` are words read before it (a lead-in) whose matches count only with words of the sentence,
   * `also` are classes that stand for others in it, `renamed` names that are read as words of the lexicon.
   */
  readonly scan: (
    text: string,
    lead: string,
    also?: readonly Standing[],
    renamed?: readonly Renaming[],
  ) => Scan
  /** How many words of the last scan belong to the lead-in. */
  readonly leadWords: () => number
}

/** What `matcher/index.ts` exports. Addresses are those of its memory, in bytes. */
interface Inner {
  readonly memory: { readonly buffer: ArrayBuffer }
  /** Address of the numbers that `whereabouts` of matcher/index.ts tells. */
  readonly whereabouts: () => number
  readonly take: (count: number) => number
  readonly load: (
    classCount: number,
    atomCount: number,
    mostAtoms: number,
    edges: number,
    edgesLength: number,
    nodeEnds: number,
    nodeEndsLength: number,
    steps: number,
    stepsLength: number,
  ) => void
  readonly begin: (units: number) => void
  readonly cut: (length: number) => number
  readonly rename: (length: number, lead: number) => number
  readonly note: () => void
  readonly stand: (from: number, to: number) => void
  readonly run: () => void
}

/** Numbers from one class's list of places to the next: that of matcher/places.ts. */
const LIST_LENGTH = 65

/** Numbers of a word's record (matcher/words.ts); the last holds marks, and above them how many semicolons stand before. */
const RECORD = 4
const MARK_BITS = 8
const MARKS = (1 << MARK_BITS) - 1

const encoder = new TextEncoder()

const NO_MATCHES: readonly Match[] = []
const NONE_STANDING: readonly Standing[] = []
const NONE_RENAMED: readonly Renaming[] = []
const NO_NAMES: readonly string[] = []

let code: WebAssembly.Module | undefined
/** The inner loops, compiled once for all programs. */
const innerCode = (): WebAssembly.Module => {
  if (code) return code
  const text = atob(matcherCode)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i)
  code = new WebAssembly.Module(bytes)
  return code
}

/** An instance of the inner loops that holds a program. */
const instantiate = (program: Program): Inner => {
  const wordAt = (at: number, length: number): string =>
    String.fromCharCode(...new Uint16Array(inner.memory.buffer, at, length))
  /** Words that found no room in the vocabulary's table. */
  const elsewhere = new Map<string, number>()
  const inner: Inner = new WebAssembly.Instance(innerCode(), {
    letters: { letterOf },
    vocabulary: {
      atomsOf: (at: number, length: number, into: number): number => {
        const atoms = program.atomsOf(wordAt(at, length))
        new Int32Array(inner.memory.buffer, into, atoms.length).set(atoms)
        return atoms.length
      },
      numberElsewhere: (at: number, length: number, fresh: number): number => {
        const word = wordAt(at, length)
        const known = elsewhere.get(word)
        if (known !== undefined) return known
        elsewhere.set(word, fresh)
        return fresh
      },
      forgetElsewhere: (): void => elsewhere.clear(),
    },
  }).exports as unknown as Inner
  const { classCount, atomCount, mostAtoms, edges, ends, steps } = program
  const taken = (numbers: Numbers): number => {
    const at = inner.take(numbers.length)
    new Int32Array(inner.memory.buffer, at, numbers.length).set(numbers)
    return at
  }
  const lists = [edges, ends, steps].flatMap(numbers => [taken(numbers), numbers.length])
  const [edgesAt = 0, edgesLength = 0, endsAt = 0, endsLength = 0, stepsAt = 0, stepsLength = 0] = lists
  inner.load(classCount, atomCount, mostAtoms, edgesAt, edgesLength, endsAt, endsLength, stepsAt, stepsLength)
  return inner
}

/**
 * Makes the matcher of a program. It keeps a vocabulary, so make one and use it for all texts.
 *
 * The inner loops are in `matcher/`; what is here hands them texts and shows what they found.
 */
export const createMatcher = (program: Program): Matcher => {
  const inner = instantiate(program)

  /** The instance's memory as numbers; made anew where it has grown, which leaves the old view empty. */
  let numbers = new Int32Array()
  /** The same as bytes, and from where on a text is written. */
  let bytes = new Uint8Array()
  let sink = new Uint8Array()
  /** Where things stand, as indices into `numbers`; the counts, which are bytes, into `bytes`. */
  let words = 0
  let counts = 0
  let lists = 0
  let places = 0
  const whereabouts = inner.whereabouts() >> 2
  const look = (): void => {
    if (numbers.length === 0) numbers = new Int32Array(inner.memory.buffer)
    if (bytes.length === 0) bytes = new Uint8Array(numbers.buffer)
    const encoded = numbers[whereabouts] ?? 0
    if (sink.length === 0 || sink.byteOffset !== encoded) sink = bytes.subarray(encoded)
    words = (numbers[whereabouts + 1] ?? 0) >> 2
    counts = numbers[whereabouts + 2] ?? 0
    lists = (numbers[whereabouts + 3] ?? 0) >> 2
    places = (numbers[whereabouts + 4] ?? 0) >> 2
  }

  /** Hands a text over, which is gone with the next. @returns its length in bytes */
  const put = (words: string): number => {
    if (numbers.length === 0) look()
    return encoder.encodeInto(words, sink).written
  }

  const count = (id: number): number => (id >= 0 ? (bytes[counts + id] ?? 0) : 0)
  const has = (id: number): boolean => count(id) > 0

  /** Matches of a class as objects, made once a sentence: the assertion of every match asks for the same triggers. */
  const shown: Match[][] = []
  const shownIn = new Int32Array(program.classCount)
  let sentence = 0
  const spans = (id: number): readonly Match[] => {
    const found = count(id)
    if (found === 0) return NO_MATCHES
    const known = shown[id]
    if (known && shownIn[id] === sentence) return known
    const matches: Match[] = []
    shown[id] = matches
    shownIn[id] = sentence
    for (let i = 0; i < found; i++) {
      const place = places + (numbers[lists + id * LIST_LENGTH + i] ?? 0)
      matches.push({
        start: numbers[place] ?? 0,
        end: numbers[place + 1] ?? 0,
        focusStart: numbers[place + 2] ?? 0,
        focusEnd: numbers[place + 3] ?? 0,
      })
    }
    return matches
  }

  const nextFound = (from: number, to: number): number => {
    for (let id = from; id < to; id++) {
      if ((bytes[counts + id] ?? 0) > 0) return id
      // Few are found, and four counts are one number.
      while ((id & 3) === 3 && id + 4 < to && numbers[(counts + id + 1) >> 2] === 0) id += 4
    }
    return -1
  }

  const scanned: Scan = {
    startOf: word => numbers[words + RECORD * word + 1] ?? 0,
    endOf: word => numbers[words + RECORD * word + 2] ?? 0,
    marksBefore: word => (numbers[words + RECORD * word + 3] ?? 0) & MARKS,
    partOf: word => (numbers[words + RECORD * word + 3] ?? 0) >> MARK_BITS,
    has,
    nextFound,
    count,
    spans,
  }
  let lead = 0
  return {
    scan: (sentenceText, leadText, also = NONE_STANDING, renamed = NONE_RENAMED) => {
      sentence++
      const names = renamed.length === 0 ? NO_NAMES : renamed.map(({ text: name, word }) => `${name} ${word}`)
      let units = sentenceText.length + leadText.length
      for (const { length } of names) units += length
      inner.begin(units)
      look()
      lead = leadText ? inner.cut(put(leadText)) : 0
      inner.cut(put(sentenceText))
      for (const name of names) lead = inner.rename(put(name), lead)
      inner.note()
      for (const { from, to } of also) inner.stand(from, to)
      inner.run()
      look()
      return scanned
    },
    leadWords: () => lead,
  }
}
