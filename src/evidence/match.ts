import { grown } from '../text/grown.js'
import { COLON, COMMA, cutWords, newWords, SEMICOLON, type Words } from '../text/words.js'
import { FILTER_LENGTH, type Program } from './program.js'

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

/** Places of one class kept for one sentence; a page-long "sentence" of one word over and over stays cheap. */
const PLACE_LIMIT = 64
const PLACE_SHIFT = 6
/** Steps of search in one sentence: text made to be ambiguous costs bounded time, and no real sentence comes near. */
const WORK_LIMIT = 50_000

/** What is left of a name but for its last word. */
const NAMELESS = 'namedbody'

/** Marks that no fixed phrase crosses: "in the event of an incident, management …" speaks of no incident management. */
const PARTING = COMMA | SEMICOLON | COLON

const NO_MATCHES: readonly Match[] = []
const NONE_STANDING: readonly Standing[] = []
const NONE_RENAMED: readonly Renaming[] = []

/**
 * Makes the matcher of a program. It keeps a vocabulary, so make one and use it for all texts.
 *
 * Most words of a disclosure belong to a dozen classes, and most classes lead to no match. So a place is written once,
 * whatever the number of its classes; a class lists the numbers of its places; and a sequence is looked at only where
 * the rarest of its classes was found.
 */
export const createMatcher = (program: Program): Matcher => {
  const {
    steps,
    stepOffsets,
    stepsOf,
    classCount,
    vocabulary,
    atomsOf,
    startsOf,
    next,
    ends,
    endOffsets,
    goesOn,
  } = program
  const words = newWords()

  /** Places of the sentence: first word, end word, first and end word of the focus. */
  let places = new Int32Array(4 * 512)
  let placeCount = 0
  /** Numbers of the places of each class, PLACE_LIMIT to a class, and how many there are in this sentence. */
  const lists = new Int32Array(classCount << PLACE_SHIFT)
  const counts = new Int32Array(classCount)
  /** Steps that are due, as bits: those whose key class was found. A step's key is filled before the step's turn. */
  const due = new Int32Array((stepOffsets.length + 31) >> 5)

  const has = (id: number): boolean => (counts[id] ?? 0) > 0

  const note = (id: number, place: number): void => {
    const count = counts[id] ?? 0
    if (count === PLACE_LIMIT) return
    lists[(id << PLACE_SHIFT) + count] = place
    counts[id] = count + 1
  }

  const makeDue = (bits: Int32Array): void => {
    for (let i = 0; i < bits.length; i += 2) due[bits[i] ?? 0] = (due[bits[i] ?? 0] ?? 0) | (bits[i + 1] ?? 0)
  }
  /** Steps as words of a bit set: index and bits by turns. */
  const stepBits = (classes: Iterable<number>): Int32Array => {
    const bits = new Map<number, number>()
    for (const id of classes)
      for (const step of stepsOf(id)) bits.set(step >> 5, (bits.get(step >> 5) ?? 0) | (1 << (step & 31)))
    return Int32Array.from([...bits].flat())
  }
  const remember = (known: (Int32Array | undefined)[], at: number, classes: Iterable<number>): Int32Array => {
    const bits = stepBits(classes)
    known[at] = bits
    return bits
  }
  const stepsOfClass: (Int32Array | undefined)[] = []
  const stepsOfNode: (Int32Array | undefined)[] = []
  /** The number of the sentence in which a node was last reached. */
  const reached = new Int32Array(goesOn.length)
  let sentence = 0

  const addPlace = (start: number, end: number, focusStart: number, focusEnd: number): number => {
    if (placeCount + 4 > places.length) places = grown(places)
    const place = placeCount
    places[place] = start
    places[place + 1] = end
    places[place + 2] = focusStart
    places[place + 3] = focusEnd
    placeCount += 4
    return place
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
    const at = endOffsets[node] ?? 0
    const length = ends[at - 1] ?? 0
    if (length > 0) {
      const place = addPlace(first, end, first, end)
      for (let i = at; i < at + length; i++) note(ends[i] ?? 0, place)
      if (reached[node] !== sentence) {
        reached[node] = sentence
        makeDue(stepsOfNode[node] ?? remember(stepsOfNode, node, ends.subarray(at, at + length)))
      }
    }
    if (goesOn[node] === 0 || end >= words.count || ((words.before[end] ?? 0) & PARTING) !== 0) return
    const atoms = atomsOf(words.ids[end] ?? 0)
    for (let i = 0; i < atoms.length; i++) {
      const child = next(node, atoms[i] ?? 0)
      if (child !== 0) arrive(child, first, end + 1)
    }
  }

  /** Notes what a sequence found, once. */
  const addMatch = (id: number, start: number, end: number, focusStart: number, focusEnd: number): void => {
    const list = id << PLACE_SHIFT
    const count = counts[id] ?? 0
    for (let i = 0; i < count; i++) {
      const place = lists[list + i] ?? 0
      if (places[place] === start && places[place + 1] === end && places[place + 2] === focusStart) return
    }
    if (count === 0) makeDue(stepsOfClass[id] ?? remember(stepsOfClass, id, [id]))
    if (count < PLACE_LIMIT) note(id, addPlace(start, end, focusStart, focusEnd))
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
  /** Places chosen for the classes of the sequence at hand. */
  const chosen = new Int32Array(32)

  /**
   * Extends a sequence, whose classes and gaps stand at `at`, from its `index`-th class on, nearest places first.
   * @param handed the gap of what was missing before
   */
  const extend = (at: number, length: number, index: number, from: number, handed: number): boolean => {
    if (index === length) return true
    if (++work > WORK_LIMIT) return false
    const id = steps[at + 2 * index] ?? 0
    const list = id << PLACE_SHIFT
    const count = counts[id] ?? 0
    const written = steps[at + 2 * index + 1] ?? 0
    const own = written >> 1
    const gap = own > handed ? own : handed
    const limit = from + gap
    for (let i = 0; i < count; i++) {
      const place = lists[list + i] ?? 0
      const start = places[place] ?? 0
      if (start < from || start > limit) continue
      if (start > from && (semicolons[start] ?? 0) !== (semicolons[from - 1] ?? 0)) continue
      if (gap === 0 && ((words.before[start] ?? 0) & PARTING) !== 0) continue
      chosen[index] = place
      if (extend(at, length, index + 1, places[place + 1] ?? 0, 0)) return true
    }
    return (written & 1) !== 0 && extend(at, length, index + 1, from, gap)
  }

  const runSequence = (at: number, end: number): void => {
    const length = steps[at + 3] ?? 0
    const classes = at + 4
    for (let i = classes + 2 * length; i < end; i++) if (!has(steps[i] ?? 0)) return
    const target = steps[at + 1] ?? 0
    const focus = steps[at + 2] ?? 0
    const id = steps[classes] ?? 0
    const list = id << PLACE_SHIFT
    const count = counts[id] ?? 0
    for (let i = 0; i < count; i++) {
      const first = lists[list + i] ?? 0
      chosen[0] = first
      if (!extend(classes, length, 1, places[first + 1] ?? 0, 0)) continue
      const start = places[first] ?? 0
      const last = places[(chosen[length - 1] ?? 0) + 1] ?? 0
      const focused = chosen[focus] ?? 0
      addMatch(
        target,
        start,
        last,
        focus < 0 ? start : (places[focused] ?? 0),
        focus < 0 ? last : (places[focused + 1] ?? 0),
      )
    }
  }

  /** Takes away the places of a class that lie inside those of another. */
  const runFilter = (target: number, inside: number): void => {
    const list = target << PLACE_SHIFT
    const count = counts[target] ?? 0
    const covers = inside << PLACE_SHIFT
    const coverCount = counts[inside] ?? 0
    let kept = 0
    for (let i = 0; i < count; i++) {
      const place = lists[list + i] ?? 0
      let covered = false
      for (let j = 0; j < coverCount && !covered; j++) {
        const cover = lists[covers + j] ?? 0
        covered =
          (places[cover] ?? 0) <= (places[place] ?? 0) && (places[cover + 1] ?? 0) >= (places[place + 1] ?? 0)
      }
      if (!covered) lists[list + kept++] = place
    }
    counts[target] = kept
  }

  /** Lets the places of a class count for another, before the steps run. */
  const stand = ({ from, to }: Standing): void => {
    const count = counts[from] ?? 0
    if (count === 0) return
    for (let i = 0; i < count; i++) note(to, lists[(from << PLACE_SHIFT) + i] ?? 0)
    makeDue(stepsOfClass[to] ?? remember(stepsOfClass, to, [to]))
  }

  const runSteps = (): void => {
    for (let block = 0; block < due.length; block++) {
      // A step may make a later one of the same block due: look again after each.
      for (let bits = due[block] ?? 0; bits !== 0; bits = due[block] ?? 0) {
        const bit = 31 - Math.clz32(bits & -bits)
        due[block] = bits & ~(1 << bit)
        const at = stepOffsets[block * 32 + bit] ?? 0
        const length = steps[at - 1] ?? 0
        if (length === FILTER_LENGTH) runFilter(steps[at + 1] ?? 0, steps[at + 2] ?? 0)
        else runSequence(at, at + length)
      }
    }
  }

  /** Matches of a class as objects, made once a sentence: the assertion of every match asks for the same triggers. */
  const shown: Match[][] = []
  const shownIn = new Int32Array(classCount)
  const matchesOf = (id: number): readonly Match[] => {
    const count = counts[id] ?? 0
    if (count === 0) return NO_MATCHES
    const known = shown[id]
    if (known && shownIn[id] === sentence) return known
    const matches: Match[] = []
    shown[id] = matches
    shownIn[id] = sentence
    for (let i = 0; i < count; i++) {
      const place = lists[(id << PLACE_SHIFT) + i] ?? 0
      matches.push({
        start: places[place] ?? 0,
        end: places[place + 1] ?? 0,
        focusStart: places[place + 2] ?? 0,
        focusEnd: places[place + 3] ?? 0,
      })
    }
    return matches
  }

  let lead = 0
  const scanned: Scan = {
    words,
    has,
    count: id => counts[id] ?? 0,
    spans: matchesOf,
  }
  const name = newWords(16)
  /** Reads a name, wherever it stands, as another word: its last word is that one, those before it are nothing. */
  const rename = ({ text, word }: Renaming): void => {
    name.count = 0
    cutWords(text, name, vocabulary)
    const { count: length, ids: wanted } = name
    if (length === 0) return
    const as = vocabulary.numberAt(word, 0)
    const nothing = vocabulary.numberAt(NAMELESS, 0)
    for (let first = 0; first + length <= words.count; first++) {
      let same = 0
      while (same < length && words.ids[first + same] === wanted[same]) same++
      if (same < length) continue
      words.ids.fill(nothing, first, first + length - 1)
      words.ids[first + length - 1] = as
    }
  }

  const scan = (
    text: string,
    leadText: string,
    also: readonly Standing[] = NONE_STANDING,
    renamed: readonly Renaming[] = NONE_RENAMED,
  ): Scan => {
    sentence++
    counts.fill(0)
    due.fill(0)
    placeCount = 0
    work = 0
    vocabulary.trim()
    words.count = 0
    if (leadText) cutWords(leadText, words, vocabulary)
    lead = words.count
    cutWords(text, words, vocabulary)
    for (const renaming of renamed) rename(renaming)
    countSemicolons()
    notePhrases()
    for (const standing of also) stand(standing)
    runSteps()
    return scanned
  }
  return { scan, leadWords: () => lead }
}
