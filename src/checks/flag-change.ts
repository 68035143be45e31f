import { type CoverageDifference, isAnswer } from '../compare/coverage.js'
import type { FlagDifference } from '../compare/flags.js'
import { lostTextOn } from '../evidence/lost-text.js'
import type { CoverageStatus } from '../model/coverage.js'
import { shorten } from '../text/shorten.js'
import type { Check, Outcome } from './check.js'
import { flagMeaning } from './flag-meaning.js'
import { plainAnswers } from './plain-answer.js'

const VALUES = ['flag', 'value', 'before', 'meaning', 'shown', 'cut', 'old'] as const

const YES: readonly CoverageStatus[] = ['addressed', 'affected']
const NO: readonly CoverageStatus[] = ['negated', 'not-affected']

/** What a status says in answer to a flag: yes, no, or neither. */
const saidBy = (status: CoverageStatus | undefined): boolean | undefined => {
  if (status === undefined) return undefined
  return YES.includes(status) ? true : NO.includes(status) ? false : undefined
}

/** Whether the words went from yes to no, or the reverse. */
const isReversed = ({ old, new: fresh }: CoverageDifference): boolean =>
  isAnswer(old.status) && isAnswer(fresh.status) && saidBy(old.status) !== saidBy(fresh.status)

/** Whether plain words now say the opposite of a flag. */
const denies = ({ element, new: flag }: FlagDifference, { new: coverage }: CoverageDifference): boolean =>
  saidBy(coverage.status) !== flag?.value && plainAnswers(element.name, coverage).length > 0

/** A flag that changed while the words that bear on it did not, and a flag that stayed while its words were reversed. */
export const flagChange: Check = {
  kind: 'flag-change',
  outcomes: { flipped: VALUES, corrected: VALUES, stayed: VALUES },
  *run({ disclosure, difference }) {
    if (!difference) return
    const outcomeOf = (outcome: string, { element, old, new: flag }: FlagDifference): Outcome[] => {
      const { requirement, name } = element
      const coverage = difference.coverage.find(each => each.requirement === requirement)
      if (!requirement || !flag || !old) return []
      const [shown] = coverage?.new.evidence ?? []
      const [before] = coverage?.old.evidence ?? []
      const cut = [difference.old.disclosure, disclosure].flatMap(each => lostTextOn(each, requirement))
      return [
        {
          outcome,
          requirement,
          element,
          words: shown?.sentence ?? null,
          place: flag,
          data: {
            flag: name,
            value: String(flag.value),
            before: String(old.value),
            meaning: flagMeaning(name, flag.value),
            shown: shown ? shorten(shown.sentence.text) : '',
            cut: [...new Set(cut)].join(', '),
            old: before ? shorten(before.sentence.text) : '',
          },
          related: [],
        },
      ]
    }
    for (const flag of difference.flags) {
      const coverage = difference.coverage.find(({ requirement }) => requirement === flag.element.requirement)
      const said = saidBy(coverage?.new.status)
      if (flag.change === 'flipped' && (flag.words === 'unchanged' || flag.words === 'same-as-seen'))
        yield* outcomeOf(said === flag.new?.value ? 'corrected' : 'flipped', flag)
      if (flag.change === 'same' && coverage && isReversed(coverage) && denies(flag, coverage))
        yield* outcomeOf('stayed', flag)
    }
  },
}
