import { COMMA, DASH, SEMICOLON } from '../text/marks.js'
import { leadsIn } from './enumeration.js'
import type { Match, Scan } from './match.js'
import type { Program } from './program.js'
import type { AssertionKind } from './requirement.js'

/**
 * Tells how a match is asserted, after NegEx and ConText (Chapman et al. 2001; Harkema et al. 2009): triggers with a
 * scope that runs forward until a terminator. The triggers are classes of `rules/lexicon/assertion.yaml`.
 */
export interface AssertionReader {
  readonly assertionOf: (scan: Scan, match: Match) => AssertionKind
  /**
   * Whether another clause begins within a match, or holds its denial: "no system is immune, we oversee our vendors" denies no
   * oversight, nor does "our board, which has no committees, oversees".
   */
  readonly crossesClause: (scan: Scan, match: Match) => boolean
}

/** How many words forward each trigger reaches. */
const SCOPE = { negation: 14, modal: 4, planned: 24, future: 4, contingentAfter: 10, condition: 8 } as const

/** Words of an aside at most: "not, as of the date of this report, engaged". */
const ASIDE = 12

/** A trigger this near before the match governs it, however far the focus is ("do not have a board committee that oversees"). */
const CLOSE = 2

/** Classes of the lexicon that the reader of assertions asks for. */
export const TRIGGERS = [
  'negation',
  'negation-after',
  'modal',
  'planned',
  'future',
  'contingent',
  'habitual',
  'scope-end',
  'clause-start',
  'clause-subject',
  'aside-start',
  'relative',
] as const

/** Whether one of `marks` stands before one of the words from `from` to `to`, both included. */
const isMarked = (scan: Scan, from: number, to: number, marks: number): boolean => {
  for (let i = from; i <= to; i++) if ((scan.marksBefore(i) & marks) !== 0) return true
  return false
}

export const createAssertionReader = (program: Program): AssertionReader => {
  const classOf = (trigger: (typeof TRIGGERS)[number]): number => program.classNamed(trigger)
  const negation = classOf('negation')
  const negationAfter = classOf('negation-after')
  const modal = classOf('modal')
  const planned = classOf('planned')
  const future = classOf('future')
  const contingent = classOf('contingent')
  const habitual = classOf('habitual')
  const scopeEnd = classOf('scope-end')
  const clauseStart = classOf('clause-start')
  const clauseSubject = classOf('clause-subject')
  const asideStart = classOf('aside-start')
  const relative = classOf('relative')

  const standsAt = (scan: Scan, id: number, word: number): boolean =>
    scan.spans(id).some(({ start }) => start === word)

  /** Where the sentence goes on behind an aside that a comma opens at a word: the second comma. -1 where there is none. */
  const behindAside = (scan: Scan, word: number, last: number): number => {
    if (!standsAt(scan, asideStart, word)) return -1
    for (let i = word + 1; i <= Math.min(last, word + ASIDE); i++) {
      const marks = scan.marksBefore(i)
      if ((marks & (SEMICOLON | DASH)) !== 0) return -1
      if ((marks & COMMA) !== 0) return opensClause(scan, i) ? -1 : i
    }
    return -1
  }

  /** Whether a terminator, or one of `marks`, stands between two words; an aside may go on as far as `last`. */
  const isCut = (scan: Scan, from: number, to: number, marks: number, last = to): boolean => {
    for (let i = from; i <= to; i++) {
      const mark = scan.marksBefore(i) & marks
      if (mark === 0 || (mark === COMMA && !opensClause(scan, i))) continue
      const behind = mark === COMMA ? behindAside(scan, i, last) : -1
      if (behind < 0) return true
      i = behind
    }
    if (scan.has(scopeEnd)) {
      for (const end of scan.spans(scopeEnd)) if (end.start >= from && end.end <= to) return true
    }
    return false
  }

  const opensClause = (scan: Scan, word: number): boolean => standsAt(scan, clauseStart, word)

  /** Whether a word stands in a condition: "if a vendor does not furnish a report" denies nothing. */
  const isInCondition = (scan: Scan, word: number): boolean =>
    scan
      .spans(contingent)
      .some(
        ({ end }) =>
          end <= word && word - end <= SCOPE.condition && !isMarked(scan, end, word, COMMA | SEMICOLON),
      )

  /** Whether a word stands in a relative clause that is over within the match: "our board, which has no committees, oversees". */
  const isInRelativeClause = (scan: Scan, word: number, { start, end }: Match): boolean =>
    scan
      .spans(relative)
      .some(
        clause =>
          clause.start > start &&
          clause.start < word &&
          (scan.marksBefore(clause.start) & COMMA) !== 0 &&
          isMarked(scan, word + 1, end - 1, COMMA) &&
          !isMarked(scan, clause.end, word, COMMA | SEMICOLON),
      )

  /** Whether a trigger governs the focus of the match from before it. */
  const governs = (scan: Scan, trigger: number, match: Match, reach: number): boolean => {
    if (!scan.has(trigger)) return false
    for (const { start, end } of scan.spans(trigger)) {
      if (end > match.focusEnd) continue
      if (trigger === negation && isInCondition(scan, start)) continue
      if (isInRelativeClause(scan, start, match)) continue
      if (start >= match.focusStart) return true
      if (match.focusStart - end > reach && match.start - end > CLOSE) continue
      // A trigger before the whole match, parted from it by a comma, belongs to another clause.
      const marks = end <= match.start ? COMMA | SEMICOLON | DASH : SEMICOLON
      const to = end <= match.start ? match.start : match.focusStart
      if (!isCut(scan, end, to, marks, match.focusStart)) return true
    }
    return false
  }

  const isContingent = (scan: Scan, match: Match): boolean => {
    if (!scan.has(contingent)) return false
    for (const { start, end } of scan.spans(contingent)) {
      if (start < match.focusStart && !isMarked(scan, end, match.start, SEMICOLON)) return true
      if (
        start >= match.end &&
        start - match.end <= SCOPE.contingentAfter &&
        !isMarked(scan, match.end, start, SEMICOLON | COMMA)
      )
        return true
    }
    return false
  }
  /** What is planned as a whole is planned item by item: "we intend to do the following: hire a firm; train our staff". */
  const isPlannedWithAll = (scan: Scan, match: Match): boolean => {
    for (const { start } of scan.spans(planned)) if (leadsIn(scan, start, match.start)) return true
    return false
  }

  /** Behind a plan, what "will" be is planned too: "we plan to adopt a program, which our board will oversee". */
  const isFutureOfPlan = (scan: Scan, match: Match): boolean => {
    const plans = scan.spans(planned)
    if (plans.length === 0) return false
    const wills = scan
      .spans(future)
      .filter(({ start, end }) => end >= match.start - SCOPE.future && start <= match.end + SCOPE.future)
    return plans.some(
      ({ start }) =>
        start < match.start &&
        wills.some(will => start < will.start) &&
        !isMarked(scan, start, match.start, SEMICOLON),
    )
  }

  const isNegatedAfter = (scan: Scan, match: Match): boolean => {
    if (!scan.has(negationAfter)) return false
    for (const { start } of scan.spans(negationAfter))
      if (
        start >= match.focusEnd &&
        start - match.end <= 2 &&
        !isCut(scan, match.end, start, SEMICOLON | COMMA)
      )
        return true
    return false
  }

  const assertionOf = (scan: Scan, match: Match): AssertionKind => {
    if (governs(scan, negation, match, SCOPE.negation) || isNegatedAfter(scan, match)) return 'negated'
    if (
      governs(scan, planned, match, SCOPE.planned) ||
      isPlannedWithAll(scan, match) ||
      isFutureOfPlan(scan, match)
    )
      return 'planned'
    if (governs(scan, modal, match, SCOPE.modal) && !scan.has(habitual)) return 'modal'
    return isContingent(scan, match) ? 'contingent' : 'affirmed'
  }

  const crossesClause = (scan: Scan, match: Match): boolean =>
    scan
      .spans(clauseSubject)
      .some(
        ({ start }) => start > match.start && start < match.end && (scan.marksBefore(start) & COMMA) !== 0,
      ) || scan.spans(negation).some(({ start }) => isInRelativeClause(scan, start, match))
  return { assertionOf, crossesClause }
}
