import { type CoverageDifference, isAnswer } from '../compare/coverage.js'
import type { Passage } from '../compare/passages.js'
import { lostTextOn, lostTextReason } from '../evidence/lost-text.js'
import type { Sentence } from '../model/coverage.js'
import { shorten } from '../text/shorten.js'
import type { Check } from './check.js'

const VALUES = ['requirement', 'before'] as const

const holds = (statements: Passage['old'], sentence: Sentence): boolean =>
  statements.some(statement => statement.sentence.text === sentence.text)

/** Whether every sentence that answered before is gone. */
const isGone = ({ old }: CoverageDifference, passages: readonly Passage[]): boolean =>
  old.evidence.every(
    ({ sentence }) => passages.find(passage => holds(passage.old, sentence))?.change === 'gone',
  )

/** A requirement that the document before answered and this one does not: the sentences that did are gone. */
export const coverageChange: Check = {
  kind: 'coverage-change',
  outcomes: { lost: VALUES, weakened: VALUES },
  *run({ disclosure, difference }) {
    if (!difference) return
    for (const change of difference.coverage) {
      const { requirement } = change
      const outcome = change.new.status === 'absent' ? 'lost' : 'weakened'
      if (change.change === 'unknown' && isAnswer(change.old.status)) {
        const cut = lostTextOn(disclosure, requirement)
        if (cut.length > 0) yield { outcome, requirement, unchecked: lostTextReason(cut) }
        continue
      }
      const [deciding] = change.old.evidence
      // A sentence that stands in other words may well answer still.
      if (change.change !== 'lost' || !deciding || !isGone(change, difference.passages)) continue
      yield {
        outcome,
        requirement,
        element: null,
        words: null,
        place: null,
        data: { requirement, before: shorten(deciding.sentence.text) },
        related: [],
      }
    }
  },
}
