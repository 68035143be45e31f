import { COLON, COMMA, cutWords, newWords, SEMICOLON, type Words } from '../text/words.js'
import type { Program, ProgramStep } from './program.js'

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
  readonly count: (classId: number) => number
  readonly spans: (classId: number) => readonly Match[]
}

export interface Matcher {
  /** Reads a sentence; `lead` are words read before it (a lead-in) whose matches count only with words of the sentence. */
  readonly scan: (text: string, lead: string) => Scan
  /** How many words of the last scan belong to the lead-in. */
  readonly leadWords: () => number
}

/** Numbers a span takes in a list: first word, end word, first and end word of the focus. */
const STRIDE = 4
/** Spans of one class kept for one sentence; a page-long "sentence" of one word over and over stays cheap. */
const SPAN_LIMIT = 64
/** Steps of search in one sentence: text made to be ambiguous costs bounded time, and no real sentence comes near. */
const WORK_LIMIT = 50_000

/** Marks that no fixed phrase crosses: "in the event of an incident, management …" speaks of no incident management. */
const PARTING = COMMA | SEMICOLON | COLON

const NO_MATCHES: readonly Match[] = []

/** What is known of a node of the trie where phrases end, worked out when a text first reaches it. */
interface Ending {
  /** The classes as words of a bit set: index and bits by turns. */
  readonly classBits: Int32Array
  /** Steps that are looked at where one of the classes is found, in the same form. */
  readonly stepBits: Int32Array
}

/**
 * Makes the matcher of a program. It keeps a vocabulary, so make one and use it for all texts.
 *
 * Most words of a disclosure belong to dozens of classes, and most classes lead to no match: so a sentence's fixed
 * phrases are only noted, with the set of classes they stand for, and the places of a class are listed when a sequence
 * of which all classes are there asks for them.
 */
export const createMatcher = (program: Program): Matcher => {
  const { steps, stepsOf, classCount, vocabulary, atomsOf, startsOf, next, ends, goesOn } = program
  const words = newWords()

  const endings: (Ending | undefined)[] = []
  /** The number of the sentence in which a node was last reached. */
  const reached = new Int32Array(ends.length)
  let sentence = 0

  /** Fixed phrases of the sentence: node, first word, end word. */
  let phrases = new Int32Array(3 * 512)
  let phraseCount = 0
  const setWords = (classCount + 31) >> 5
  const present = new Int32Array(setWords)
  /** The classes of each node, one set after the other; filled in with its ending. */
  const classesOf = new Int32Array(ends.length * setWords)
  /** Steps that are due: those whose key class was found. A step's key is filled before the step's turn. */
  const due = new Int32Array((steps.length + 31) >> 5)
  /** Spans of each class, in lists that keep their room from sentence to sentence, and how many numbers each holds. */
  const found: number[][] = Array.from({ length: classCount }, () => [])
  const lengths = new Int32Array(classCount)
  /** The number of the sentence whose spans `found` lists. */
  const listed = new Int32Array(classCount)

  const has = (id: number): boolean => ((present[id >> 5] ?? 0) & (1 << (id & 31))) !== 0

  const bitsOf = (ids: readonly number[]): Int32Array => {
    const bits = new Map<number, number>()
    for (const id of ids) bits.set(id >> 5, (bits.get(id >> 5) ?? 0) | (1 << (id & 31)))
    return Int32Array.from([...bits].flat())
  }
  const endingOf = (node: number, classes: readonly number[]): Ending => {
    const ending = { classBits: bitsOf(classes), stepBits: bitsOf(classes.flatMap(id => stepsOf[id] ?? [])) }
    const { classBits } = ending
    for (let i = 0; i < classBits.length; i += 2)
      classesOf[node * setWords + (classBits[i] ?? 0)] = classBits[i + 1] ?? 0
    endings[node] = ending
    return ending
  }

  const merge = (into: Int32Array, bits: Int32Array): void => {
    for (let i = 0; i < bits.length; i += 2)
      into[bits[i] ?? 0] = (into[bits[i] ?? 0] ?? 0) | (bits[i + 1] ?? 0)
  }

  /** Every fixed phrase, wherever it starts. Plain loops: each word of each text passes here. */
  const notePhrases = (): void => {
    const { count, ids } = words
    for (let first = 0; first < count; first++) {
      const nodes = startsOf(ids[first] ?? 0)
      for (let i = 0; i < nodes.length; i++) arrive(nodes[i] ?? 0, first, first + 1)
    }
  }
  const arrive = (node: number, first: number, end: number): void => {
    const classes = ends[node]
    if (classes !== undefined && classes.length > 0) {
      if (phraseCount + 3 > phrases.length) phrases = grown(phrases)
      phrases[phraseCount] = node
      phrases[phraseCount + 1] = first
      phrases[phraseCount + 2] = end
      phraseCount += 3
      if (reached[node] !== sentence) {
        reached[node] = sentence
        const { classBits, stepBits } = endings[node] ?? endingOf(node, classes)
        merge(present, classBits)
        merge(due, stepBits)
      }
    }
    if (goesOn[node] === 0 || end >= words.count || ((words.before[end] ?? 0) & PARTING) !== 0) return
    const atoms = atomsOf(words.ids[end] ?? 0)
    for (let i = 0; i < atoms.length; i++) {
      const child = next(node, atoms[i] ?? 0)
      if (child !== 0) arrive(child, first, end + 1)
    }
  }

  /** The places of a class, its fixed phrases first; sequences add to the same list. */
  const spansOf = (id: number): number[] => {
    const spans = found[id] ?? []
    if (listed[id] === sentence) return spans
    listed[id] = sentence
    const word = id >> 5
    const bit = 1 << (id & 31)
    let length = 0
    for (let i = 0; i < phraseCount; i += 3) {
      if (((classesOf[(phrases[i] ?? 0) * setWords + word] ?? 0) & bit) === 0) continue
      if (length === SPAN_LIMIT * STRIDE) break
      spans[length] = spans[length + 2] = phrases[i + 1] ?? 0
      spans[length + 1] = spans[length + 3] = phrases[i + 2] ?? 0
      length += STRIDE
    }
    lengths[id] = length
    return spans
  }

  const add = (id: number, start: number, end: number, focusStart: number, focusEnd: number): void => {
    const spans = spansOf(id)
    const length = lengths[id] ?? 0
    if (length === SPAN_LIMIT * STRIDE) return
    for (let i = 0; i < length; i += STRIDE)
      if (spans[i] === start && spans[i + 1] === end && spans[i + 2] === focusStart) return
    if (!has(id)) {
      present[id >> 5] = (present[id >> 5] ?? 0) | (1 << (id & 31))
      for (const step of stepsOf[id] ?? []) due[step >> 5] = (due[step >> 5] ?? 0) | (1 << (step & 31))
    }
    spans[length] = start
    spans[length + 1] = end
    spans[length + 2] = focusStart
    spans[length + 3] = focusEnd
    lengths[id] = length + STRIDE
  }

  /** Running count of semicolons, so that a gap can be asked whether it crosses one. */
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
  const extend = (
    classes: readonly number[],
    gaps: readonly number[],
    index: number,
    from: number,
  ): boolean => {
    if (index === classes.length) return true
    if (++work > WORK_LIMIT) return false
    const id = classes[index] ?? 0
    const spans = spansOf(id)
    const length = lengths[id] ?? 0
    const gap = gaps[index] ?? 0
    const limit = from + gap
    for (let i = 0; i < length; i += STRIDE) {
      const start = spans[i] ?? 0
      if (start < from || start > limit) continue
      if (start > from && (semicolons[start] ?? 0) !== (semicolons[from - 1] ?? 0)) continue
      if (gap === 0 && ((words.before[start] ?? 0) & PARTING) !== 0) continue
      const end = spans[i + 1] ?? 0
      starts[index] = start
      finishes[index] = end
      if (extend(classes, gaps, index + 1, end)) return true
    }
    return false
  }

  const runSequence = ({ classes, gaps, target, focus, needs }: ProgramStep & { kind: 'sequence' }): void => {
    for (let i = 0; i < needs.length; i++) if (!has(needs[i] ?? 0)) return
    const id = classes[0] ?? 0
    const firsts = spansOf(id)
    const length = lengths[id] ?? 0
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

  /** Takes away the spans of a class that lie inside those of another. */
  const filter = (target: number, inside: number): void => {
    if (!has(target)) return
    const spans = spansOf(target)
    const covers = spansOf(inside)
    const length = lengths[target] ?? 0
    const coverLength = lengths[inside] ?? 0
    let kept = 0
    for (let i = 0; i < length; i += STRIDE) {
      const start = spans[i] ?? 0
      const end = spans[i + 1] ?? 0
      let covered = false
      for (let j = 0; j < coverLength && !covered; j += STRIDE)
        covered = (covers[j] ?? 0) <= start && (covers[j + 1] ?? 0) >= end
      if (covered) continue
      for (let k = 0; k < STRIDE; k++) spans[kept + k] = spans[i + k] ?? 0
      kept += STRIDE
    }
    lengths[target] = kept
    if (kept === 0) present[target >> 5] = (present[target >> 5] ?? 0) & ~(1 << (target & 31))
  }

  const runSteps = (): void => {
    for (let block = 0; block < due.length; block++) {
      // A step may make a later one of the same block due: look again after each.
      for (let bits = due[block] ?? 0; bits !== 0; bits = due[block] ?? 0) {
        const bit = 31 - Math.clz32(bits & -bits)
        due[block] = bits & ~(1 << bit)
        const step = steps[block * 32 + bit]
        if (step?.kind === 'sequence') runSequence(step)
        else if (step) filter(step.target, step.inside)
      }
    }
  }

  const matchesOf = (id: number): readonly Match[] => {
    if (!has(id)) return NO_MATCHES
    const spans = spansOf(id)
    const length = lengths[id] ?? 0
    const matches: Match[] = []
    for (let i = 0; i < length; i += STRIDE)
      matches.push({
        start: spans[i] ?? 0,
        end: spans[i + 1] ?? 0,
        focusStart: spans[i + 2] ?? 0,
        focusEnd: spans[i + 3] ?? 0,
      })
    return matches
  }

  let lead = 0
  const scanned: Scan = {
    words,
    has,
    count: id => matchesOf(id).length,
    spans: matchesOf,
  }
  const scan = (text: string, leadText: string): Scan => {
    sentence++
    present.fill(0)
    due.fill(0)
    phraseCount = 0
    work = 0
    vocabulary.trim()
    words.count = 0
    if (leadText) cutWords(leadText, words, vocabulary)
    lead = words.count
    cutWords(text, words, vocabulary)
    countSemicolons()
    notePhrases()
    runSteps()
    return scanned
  }
  return { scan, leadWords: () => lead }
}

const grown = (numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}
