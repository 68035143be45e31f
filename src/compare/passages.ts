import type { Aspect, PassageChange } from '../model/comparison.js'
import { redline, type WordChange } from '../text/redline.js'
import { aspectsOf } from './aspects.js'
import { pairStatements, type StatementPair } from './pair-statements.js'
import { rising } from './rising.js'
import { beyondCut } from './seen.js'
import { type Side, type Statement, statementsOf } from './statement.js'

/** What became of a sentence, or of two that became one. */
export interface Passage {
  readonly change: PassageChange
  /** Empty where it is new. */
  readonly old: readonly Statement[]
  /** Empty where it is gone. */
  readonly new: readonly Statement[]
  readonly moved: boolean
  readonly redline: readonly WordChange[]
  readonly aspects: readonly Aspect[]
}

/** Words that all diffs of a comparison may cost together, each word once an edit: some seconds at most. */
const EFFORT = 20_000_000
/** Edits that are looked for in one sentence once that is spent. */
const FEW_EDITS = 8

/** Whether a pair stands under other text blocks than before, where blocks are all that is known of places. */
const isUnderOthers = ({ old, new: fresh }: StatementPair): boolean => {
  const before = old.flatMap(({ blocks }) => blocks)
  const after = fresh.flatMap(({ blocks }) => blocks)
  return before.length > 0 && after.length > 0 && !after.some(name => before.includes(name))
}

/** Which pairs moved: of whole items, those out of order; of tagged texts, those under other tags. */
const movedPairs = (pairs: readonly StatementPair[], old: Side, fresh: Side): readonly boolean[] => {
  const views = [old.disclosure.view, fresh.disclosure.view]
  if (views.every(view => view === 'tagged')) return pairs.map(isUnderOthers)
  if (views.includes('tagged')) return pairs.map(() => false)
  return rising(pairs.map(pair => pair.old[0]?.order ?? 0)).map(stays => !stays)
}

const textOf = (statements: readonly Statement[]): string =>
  statements.map(({ sentence }) => sentence.text).join(' ')

/** Gives each diff its share of the effort. */
const redliner = () => {
  let spent = 0
  return (old: string, fresh: string): readonly WordChange[] => {
    const parts = redline(old, fresh, spent < EFFORT ? undefined : FEW_EDITS)
    const changed = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? 0 : text.length), 0)
    spent += ((old.length + fresh.length) * changed) / 25
    return parts
  }
}

/** What became of each statement, in the order of the new text; what is gone stands where it stood. */
export const passagesOf = (old: Side, fresh: Side): readonly Passage[] => {
  const [before, after] = [statementsOf(old), statementsOf(fresh)]
  const pairs = pairStatements(before, after)
  const moved = movedPairs(pairs, old, fresh)
  const paired = new Set(pairs.flatMap(pair => [...pair.old, ...pair.new]))
  const isPaired = (statement: Statement): boolean => paired.has(statement)
  const unseen = new Set([
    ...beyondCut(fresh, after, old, before, isPaired),
    ...beyondCut(old, before, fresh, after, isPaired),
  ])
  const wordsOf = redliner()
  const alone = (statement: Statement, isOld: boolean): Passage => ({
    change: unseen.has(statement) ? 'unseen' : isOld ? 'gone' : 'new',
    old: isOld ? [statement] : [],
    new: isOld ? [] : [statement],
    moved: false,
    redline: [],
    aspects: [],
  })
  const together = (pair: StatementPair, isMoved: boolean): Passage => {
    if (pair.same)
      return { ...pair, change: isMoved ? 'moved' : 'unchanged', moved: isMoved, redline: [], aspects: [] }
    const parts = wordsOf(textOf(pair.old), textOf(pair.new))
    return {
      ...pair,
      change: 'reworded',
      moved: isMoved,
      redline: parts,
      aspects: aspectsOf(pair.old, pair.new, parts, fresh),
    }
  }

  const passages: Passage[] = []
  let [atOld, atNew] = [0, 0]
  const until = (oldOrder: number, newOrder: number): void => {
    for (; atOld < oldOrder; atOld++) {
      const statement = before[atOld]
      if (statement && !isPaired(statement)) passages.push(alone(statement, true))
    }
    for (; atNew < newOrder; atNew++) {
      const statement = after[atNew]
      if (statement && !isPaired(statement)) passages.push(alone(statement, false))
    }
  }
  const stays = rising(pairs.map(pair => pair.old[0]?.order ?? 0))
  pairs.forEach((pair, index) => {
    const [first] = pair.new
    const [partner] = pair.old
    if (!first || !partner) return
    until(stays[index] ? partner.order : atOld, first.order)
    passages.push(together(pair, moved[index] ?? false))
  })
  until(before.length, after.length)
  return passages
}
