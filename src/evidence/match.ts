import { cutWords, foldSpelling, newWords, SEMICOLON, type Words } from '../text/words.js'
import type { Program } from './compile.js'

/** Spans of one class in one sentence: triples of first word, end word, packed focus (0 for none). */
type Spans = number[]

/** Where a class was found: word numbers [start, end) and those of the words whose assertion counts. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly focusStart: number
  readonly focusEnd: number
}

/** One sentence, with every class that was found in it. The same object is filled anew for each sentence. */
export interface Scan {
  readonly words: Words
  readonly has: (classId: number) => boolean
  readonly spans: (classId: number) => Iterable<Match>
}

export interface Matcher {
  /** Reads a sentence; `lead` are words read before it (a lead-in) whose matches count only with words of the sentence. */
  readonly scan: (text: string, lead: string) => Scan
  /** How many words of the last scan belong to the lead-in. */
  readonly leadWords: () => number
}

const STRIDE = 4
/** The vocabulary is dropped when it has grown past this: a document of random words must not fill the memory. */
const VOCABULARY_LIMIT = 200_000
/** Spans of one class kept for one sentence; a page-long "sentence" of one word over and over stays cheap. */
const SPAN_LIMIT = 64

/** Steps of search in one sentence: text made to be ambiguous costs bounded time, and no real sentence comes near. */
const WORK_LIMIT = 50_000

const NO_ATOMS: readonly number[] = []

/** Makes the matcher of a program. It keeps a vocabulary, so make one and use it for all texts. */
export const createMatcher = (program: Program): Matcher => {
  const { trie, steps, setWords, classCount } = program
  const { edges, atomCount, ends } = trie
  const words = newWords()
  const vocabulary = new Map<string, number>()
  let atomsOfWord: (readonly number[])[] = []

  const present = new Uint32Array(setWords)
  const found: Spans[] = Array.from({ length: classCount }, () => [])
  const touched: number[] = []

  const numberOf = (word: string): number => {
    const known = vocabulary.get(word)
    if (known !== undefined) return known
    const number = vocabulary.size
    vocabulary.set(word, number)
    const atoms = trie.atomsOf(foldSpelling(word))
    atomsOfWord.push(atoms.length ? atoms : NO_ATOMS)
    return number
  }

  const add = (id: number, start: number, end: number, focusStart: number, focusEnd: number): void => {
    const spans = found[id]
    if (!spans) return
    if (spans.length === 0) {
      touched.push(id)
      present[id >> 5] = (present[id >> 5] ?? 0) | (1 << (id & 31))
    } else if (spans.length >= SPAN_LIMIT * STRIDE) return
    else {
      for (let i = spans.length - STRIDE; i >= 0 && i >= spans.length - STRIDE * 8; i -= STRIDE)
        if (spans[i] === start && spans[i + 1] === end && spans[i + 2] === focusStart) return
    }
    spans.push(start, end, focusStart, focusEnd)
  }

  const remove = (id: number): void => {
    present[id >> 5] = (present[id >> 5] ?? 0) & ~(1 << (id & 31))
  }

  const walkTrie = (): void => {
    const { count, ids } = words
    for (let first = 0; first < count; first++) walk(0, first, first, count, ids)
  }
  const walk = (node: number, first: number, at: number, count: number, ids: Int32Array): void => {
    if (at >= count) return
    const atoms = atomsOfWord[ids[at] ?? 0] ?? NO_ATOMS
    for (const atom of atoms) {
      const next = edges.get(node * atomCount + atom)
      if (next === undefined) continue
      const here = ends[next]
      if (here) for (const id of here) add(id, first, at + 1, first, at + 1)
      walk(next, first, at + 1, count, ids)
    }
  }

  /** Prefix counts of semicolons, so that a gap can be asked whether it crosses one. */
  let semicolons = new Int32Array(512)
  const countSemicolons = (): void => {
    if (semicolons.length <= words.count) semicolons = new Int32Array(words.ids.length + 1)
    let sum = 0
    for (let i = 0; i < words.count; i++) {
      if (((words.before[i] ?? 0) & SEMICOLON) !== 0) sum++
      semicolons[i] = sum
    }
  }

  let work = 0
  const starts = new Int32Array(32)
  const finishes = new Int32Array(32)

  /** Extends a sequence from its `index`-th class on, nearest spans first. */
  const extend = (classes: readonly number[], gaps: readonly number[], index: number, from: number): boolean => {
    if (index === classes.length) return true
    if (++work > WORK_LIMIT) return false
    const spans = found[classes[index] ?? 0]
    if (!spans) return false
    const limit = from + (gaps[index] ?? 0)
    for (let i = 0; i < spans.length; i += STRIDE) {
      const start = spans[i] ?? 0
      if (start < from || start > limit) continue
      if (start > from && (semicolons[start] ?? 0) !== (semicolons[from - 1] ?? 0)) continue
      const end = spans[i + 1] ?? 0
      starts[index] = start
      finishes[index] = end
      if (extend(classes, gaps, index + 1, end)) return true
    }
    return false
  }

  const runSteps = (): void => {
    for (const step of steps) {
      if (step.kind === 'filter') {
        filter(step.target, step.inside)
        continue
      }
      let ready = true
      for (const [word, bits] of step.needs) {
        if (((present[word] ?? 0) & bits) !== bits) {
          ready = false
          break
        }
      }
      if (!ready) continue
      const { classes, gaps, target, focus } = step
      const firsts = found[classes[0] ?? 0]
      if (!firsts) continue
      const { length } = firsts
      for (let i = 0; i < length; i += STRIDE) {
        const start = firsts[i] ?? 0
        const end = firsts[i + 1] ?? 0
        starts[0] = start
        finishes[0] = end
        if (!extend(classes, gaps, 1, end)) continue
        const last = finishes[classes.length - 1] ?? end
        add(
          target,
          start,
          last,
          focus < 0 ? start : (starts[focus] ?? start),
          focus < 0 ? last : (finishes[focus] ?? last),
        )
      }
    }
  }

  const filter = (target: number, inside: number): void => {
    const spans = found[target]
    const covers = found[inside]
    if (!spans || !covers || spans.length === 0 || covers.length === 0) return
    let kept = 0
    for (let i = 0; i < spans.length; i += STRIDE) {
      const start = spans[i] ?? 0
      const end = spans[i + 1] ?? 0
      let covered = false
      for (let j = 0; j < covers.length && !covered; j += STRIDE)
        covered = (covers[j] ?? 0) <= start && (covers[j + 1] ?? 0) >= end
      if (covered) continue
      for (let k = 0; k < STRIDE; k++) spans[kept + k] = spans[i + k] ?? 0
      kept += STRIDE
    }
    spans.length = kept
    if (kept === 0) remove(target)
  }

  function* spansOf(id: number): Generator<Match> {
    if (!has(id)) return
    const spans = found[id] ?? []
    for (let i = 0; i < spans.length; i += STRIDE)
      yield {
        start: spans[i] ?? 0,
        end: spans[i + 1] ?? 0,
        focusStart: spans[i + 2] ?? 0,
        focusEnd: spans[i + 3] ?? 0,
      }
  }
  const has = (id: number): boolean => ((present[id >> 5] ?? 0) & (1 << (id & 31))) !== 0

  let lead = 0
  const scanned: Scan = { words, has, spans: spansOf }
  const scan = (text: string, leadText: string): Scan => {
    for (const id of touched) {
      const spans = found[id]
      if (spans) spans.length = 0
    }
    touched.length = 0
    present.fill(0)
    work = 0
    if (vocabulary.size > VOCABULARY_LIMIT) {
      vocabulary.clear()
      atomsOfWord = []
    }
    words.count = 0
    if (leadText) cutWords(leadText, words, numberOf)
    lead = words.count
    cutWords(text, words, numberOf)
    countSemicolons()
    walkTrie()
    runSteps()
    return scanned
  }
  return { scan, leadWords: () => lead }
}
