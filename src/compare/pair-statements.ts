import { wordsOf } from '../text/similarity.js'
import { rising } from './rising.js'
import type { Statement } from './statement.js'

/** Statements of the old text and of the new one that say the same, in the same words or in others. */
export interface StatementPair {
  /** One, or two that became one. */
  readonly old: readonly Statement[]
  /** One, or two that one was parted into. */
  readonly new: readonly Statement[]
  /** Whether the words are the same, letter by letter. */
  readonly same: boolean
}

/** Share of words in common from which two sentences are one sentence, reworded. */
const REWORDED = 0.5
/** The same where both stand between the same two sentences. */
const REWORDED_IN_PLACE = 0.4
/** Sentences between two that are paired, among which every pair is tried. */
const MOST_IN_PLACE = 12
/** Pairs of words that more sentences share than this tell nothing, and would take time. */
const COMMON = 24
/** Sentences that one is held against. */
const TRIED = 6
/** By how much a second sentence has to add to the likeness to be taken as a part of the first. */
const GAIN = 0.04

/** Words that stand in every sentence, and say little of which one it is. */
const LITTLE = new Set(
  'a an the and or of to in on for by with from as at our we us its it is are be has have that which this these their they such any may not other including'.split(
    ' ',
  ),
)

const weightOf = (word: string): number => (LITTLE.has(word) ? 0.3 : 1)

interface Bag {
  readonly counts: ReadonlyMap<string, number>
  readonly weight: number
}

const bagOf = (statements: readonly Statement[]): Bag => {
  const counts = new Map<string, number>()
  let weight = 0
  for (const { sentence } of statements)
    for (const word of wordsOf(sentence.text)) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
      weight += weightOf(word)
    }
  return { counts, weight }
}

/** Words in common over all words, each counted once for each text (Dice's coefficient), little words for a third. */
const likeness = (a: Bag, b: Bag): number => {
  const [small, large] = a.counts.size < b.counts.size ? [a, b] : [b, a]
  let shared = 0
  for (const [word, count] of small.counts) {
    const other = large.counts.get(word)
    if (other !== undefined) shared += Math.min(count, other) * weightOf(word)
  }
  return a.weight + b.weight === 0 ? 0 : (2 * shared) / (a.weight + b.weight)
}

/** Words two by two, each pair once. */
const featuresOf = ({ sentence }: Statement): ReadonlySet<string> => {
  const words = wordsOf(sentence.text)
  return new Set(words.length < 2 ? words : words.slice(1).map((word, index) => `${words[index]} ${word}`))
}

interface Match {
  readonly old: Statement
  readonly new: Statement
  readonly likeness: number
}

/** Pairs that are like enough, the most alike first; of equal ones those that stand at like places. */
const byLikeness = (a: Match, b: Match): number =>
  b.likeness - a.likeness ||
  Math.abs(a.old.order - a.new.order) - Math.abs(b.old.order - b.new.order) ||
  a.new.order - b.new.order ||
  a.old.order - b.old.order

const lazyBags = () => {
  const bags = new Map<Statement, Bag>()
  return (statement: Statement): Bag => {
    const known = bags.get(statement)
    if (known) return known
    const bag = bagOf([statement])
    bags.set(statement, bag)
    return bag
  }
}

/** Sentences anywhere that share rare pairs of words. */
const matchesAnywhere = (
  old: readonly Statement[],
  fresh: readonly Statement[],
  bag: (statement: Statement) => Bag,
): readonly Match[] => {
  const holders = new Map<string, Statement[]>()
  for (const statement of old)
    for (const feature of featuresOf(statement)) {
      const known = holders.get(feature)
      if (!known) holders.set(feature, [statement])
      else if (known.length <= COMMON) known.push(statement)
    }
  return fresh.flatMap(statement => {
    const shared = new Map<Statement, number>()
    for (const feature of featuresOf(statement)) {
      const known = holders.get(feature)
      if (!known || known.length > COMMON) continue
      for (const each of known) shared.set(each, (shared.get(each) ?? 0) + 1)
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0].order - b[0].order)
      .slice(0, TRIED)
      .map(
        ([other]): Match => ({ old: other, new: statement, likeness: likeness(bag(other), bag(statement)) }),
      )
      .filter(match => match.likeness >= REWORDED)
  })
}

type Pairing = Map<Statement, Statement>

/** Sentences that stand between the same two paired ones in both texts, few enough to hold each against each. */
const matchesInPlace = (
  old: readonly Statement[],
  fresh: readonly Statement[],
  ofNew: ReadonlyMap<Statement, Statement>,
  isPaired: (statement: Statement) => boolean,
  bag: (statement: Statement) => Bag,
): readonly Match[] => {
  const paired = fresh.filter(each => ofNew.has(each))
  const partners = paired.map(each => ofNew.get(each)?.order ?? 0)
  const stayed = rising(partners)
  const matches: Match[] = []
  let [atOld, atNew] = [0, 0]
  const between = (untilOld: number, untilNew: number): void => {
    if (untilOld - atOld <= MOST_IN_PLACE && untilNew - atNew <= MOST_IN_PLACE)
      for (const one of fresh.slice(atNew, untilNew))
        for (const other of old.slice(atOld, untilOld))
          if (!ofNew.has(one) && !isPaired(other))
            matches.push({ old: other, new: one, likeness: likeness(bag(other), bag(one)) })
    ;[atOld, atNew] = [untilOld + 1, untilNew + 1]
  }
  paired.forEach((each, index) => {
    if (stayed[index]) between(partners[index] ?? 0, each.order)
  })
  between(old.length, fresh.length)
  return matches.filter(match => match.likeness >= REWORDED_IN_PLACE)
}

/** The neighbor of a sentence, in the same paragraph, that no other is paired with. */
const freeNeighbors = (
  statement: Statement,
  all: readonly Statement[],
  isFree: (statement: Statement) => boolean,
): readonly Statement[] =>
  [all[statement.order - 1], all[statement.order + 1]].filter(
    (each): each is Statement =>
      each !== undefined &&
      isFree(each) &&
      each.sentence.prose === statement.sentence.prose &&
      each.sentence.unit === statement.sentence.unit,
  )

const inOrder = (statements: readonly Statement[]): readonly Statement[] =>
  statements.toSorted((a, b) => a.order - b.order)

const lettersOf = (statements: readonly Statement[]): string =>
  statements.map(({ letters }) => letters).join('')

/**
 * Pairs the statements of two texts: first those of the same words, then those that share most of theirs, wherever they
 * stand, then those between the same neighbors. The time is bounded by the number of words, whatever they are.
 * @returns pairs in the order of the new text
 */
export const pairStatements = (
  old: readonly Statement[],
  fresh: readonly Statement[],
): readonly StatementPair[] => {
  const bag = lazyBags()
  const byLetters = new Map(old.map(statement => [statement.letters, statement]))
  const ofNew: Pairing = new Map()
  const ofOld: Pairing = new Map()
  const pair = (one: Statement, other: Statement): void => {
    if (ofOld.has(one) || ofNew.has(other)) return
    ofOld.set(one, other)
    ofNew.set(other, one)
  }
  for (const statement of fresh) {
    const same = byLetters.get(statement.letters)
    if (same) pair(same, statement)
  }
  const free = (all: readonly Statement[], pairing: Pairing): readonly Statement[] =>
    all.filter(each => !pairing.has(each))
  for (const match of [...matchesAnywhere(free(old, ofOld), free(fresh, ofNew), bag)].sort(byLikeness))
    pair(match.old, match.new)
  for (const match of [...matchesInPlace(old, fresh, ofNew, each => ofOld.has(each), bag)].sort(byLikeness))
    pair(match.old, match.new)

  const taken = new Set<Statement>()
  const isFree = (pairing: Pairing) => (each: Statement) => !pairing.has(each) && !taken.has(each)
  return fresh.flatMap((statement): StatementPair[] => {
    const other = ofNew.get(statement)
    if (!other) return []
    if (other.letters === statement.letters) return [{ old: [other], new: [statement], same: true }]
    const before = likeness(bag(other), bag(statement))
    const options = [
      ...freeNeighbors(other, old, isFree(ofOld)).map(each => ({ old: [other, each], new: [statement] })),
      ...freeNeighbors(statement, fresh, isFree(ofNew)).map(each => ({
        old: [other],
        new: [statement, each],
      })),
    ].map(option => ({ ...option, likeness: likeness(bagOf(option.old), bagOf(option.new)) }))
    const best = options.sort((a, b) => b.likeness - a.likeness)[0]
    if (!best || best.likeness < before + GAIN) return [{ old: [other], new: [statement], same: false }]
    for (const each of [...best.old, ...best.new]) taken.add(each)
    const joined = { old: inOrder(best.old), new: inOrder(best.new) }
    return [{ ...joined, same: lettersOf(joined.old) === lettersOf(joined.new) }]
  })
}
