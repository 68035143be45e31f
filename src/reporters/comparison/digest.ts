import type {
  ComparedCoverage,
  ComparedFlag,
  ComparedPair,
  ComparedPassage,
  PassageChange,
} from '../../model/comparison.js'
import type { RequirementName } from '../../model/requirements.js'
import type { Span } from '../../model/span.js'
import { count, listed } from '../count.js'
import { isLive } from '../live.js'

/** Passages that follow each other and had one fate: a paragraph that came, or went. */
export interface PassageGroup {
  readonly change: PassageChange
  readonly text: string
  readonly span: Span
  /** Where it stood, or stands now. */
  readonly other: Span | null
  readonly sentences: number
  readonly requirements: readonly RequirementName[]
}

const sideOf = (passage: ComparedPassage) => passage.new ?? passage.old

const isContinued = (last: ComparedPassage | undefined, next: ComparedPassage): boolean =>
  last !== undefined &&
  last.change === next.change &&
  sideOf(last)?.headings.join('\n') === sideOf(next)?.headings.join('\n') &&
  sideOf(last)?.blocks.join() === sideOf(next)?.blocks.join()

/** Passages of one fate, those that follow each other as one. */
export const groupsOf = (
  passages: readonly ComparedPassage[],
  change: PassageChange,
): readonly PassageGroup[] => {
  const groups: PassageGroup[] = []
  let last: ComparedPassage | undefined
  for (const passage of passages) {
    const side = sideOf(passage)
    if (passage.change === change && side) {
      const before = groups.at(-1)
      if (before && isContinued(last, passage))
        groups[groups.length - 1] = {
          ...before,
          text: `${before.text} ${side.text}`,
          sentences: before.sentences + 1,
          requirements: [...new Set([...before.requirements, ...passage.requirements])],
        }
      else
        groups.push({
          change,
          text: side.text,
          span: side.span,
          other: passage.new && passage.old ? passage.old.span : null,
          sentences: 1,
          requirements: passage.requirements,
        })
    }
    last = passage
  }
  return groups
}

/** Those that bear on a requirement first; else in the order of the text. */
export const weightiestFirst = <Item extends { readonly requirements: readonly RequirementName[] }>(
  items: readonly Item[],
): readonly Item[] => [
  ...items.filter(({ requirements }) => requirements.length > 0),
  ...items.filter(({ requirements }) => requirements.length === 0),
]

/** How much a rewording weighs, by what it touches: the answer itself first, a number last. */
const WEIGHT: Readonly<Record<string, number>> = {
  answer: 32,
  negation: 24,
  materiality: 16,
  who: 8,
  certainty: 6,
  'how often': 6,
  number: 3,
}

const weightOf = ({ aspects, requirements }: ComparedPassage): number =>
  aspects.reduce((sum, aspect) => sum + (WEIGHT[aspect] ?? 0), 0) + (requirements.length > 0 ? 4 : 0)

/** Rewordings that touch more than the wording, those that weigh most first. */
export const rewordedInSubstance = ({ passages }: ComparedPair): readonly ComparedPassage[] =>
  passages
    .filter(({ change, aspects }) => change === 'reworded' && aspects.length > 0)
    .toSorted((a, b) => weightOf(b) - weightOf(a))

export const rewordedInWording = ({ passages }: ComparedPair): readonly ComparedPassage[] =>
  passages.filter(({ change, aspects }) => change === 'reworded' && aspects.length === 0)

/** Answers that changed and that no finding tells of. */
export const coverageToTell = ({ coverage, findings }: ComparedPair): readonly ComparedCoverage[] =>
  coverage.filter(
    ({ change, requirement }) =>
      change !== 'same' &&
      change !== 'unknown' &&
      !findings.some(
        each => isLive(each) && each.rule === 'compare/coverage-lost' && each.requirement === requirement,
      ),
  )

/** Flags that changed and that no finding tells of. */
export const flagsToTell = ({ flags, findings }: ComparedPair): readonly ComparedFlag[] =>
  flags.filter(
    ({ change, flag }) =>
      change !== 'same' &&
      !findings.some(each => isLive(each) && each.rule === 'compare/flag-flipped' && each.flag === flag),
  )

/** What a flag became, in words. */
export const flagLine = ({ old, new: fresh, change, words }: ComparedFlag): string => {
  if (change === 'added') return `not given → ${fresh}`
  if (change === 'removed') return `${old} → not given`
  const why: Readonly<Record<ComparedFlag['words'], string>> = {
    changed: 'the words that bear on it changed, too',
    unchanged: 'the words that bear on it did not change',
    'same-as-seen': 'the words that bear on it did not change, as far as they were seen',
    unknown: 'no words on it were seen',
  }
  return `${old} → ${fresh}; ${why[words]}`
}

/** "31 of 43 sentences as before; 5 reworded, 4 new, 2 gone, 1 moved." */
export const summaryLine = ({ summary }: ComparedPair): string => {
  const { unchanged, moved, reworded, new: added, gone, unseen } = summary
  const all = unchanged + moved + reworded + added
  const parts = [
    reworded > 0 && `${reworded} reworded`,
    added > 0 && `${added} new`,
    moved > 0 && `${moved} moved`,
    gone > 0 && `${gone} gone`,
    unseen > 0 && `${unseen} that the source of the other document cut off`,
  ].filter(part => part !== false)
  if (all + gone + unseen === 0) return 'Neither document holds a sentence.'
  if (parts.length === 0)
    return `All ${count(all, 'sentence')} ${all === 1 ? 'is' : 'are'} as before, word for word.`
  return `${unchanged} of ${count(all, 'sentence')} as before; ${listed(parts)}.`
}

/** Both names of what differs from side to side, one where it does not: "10-K → 20-F". */
export const fromTo = (old: string | null, fresh: string | null): string | null => {
  if (old === null || fresh === null) return fresh ?? old
  return old === fresh ? fresh : `${old} → ${fresh}`
}

/** Whose, which form, which period. */
export const pairHead = ({ old, new: fresh }: ComparedPair): string =>
  [
    fromTo(old.registrant, fresh.registrant),
    fromTo(
      `Form ${old.form}${old.item === null ? '' : `, Item ${old.item}`}`,
      `Form ${fresh.form}${fresh.item === null ? '' : `, Item ${fresh.item}`}`,
    ),
    old.periodOfReport === null && fresh.periodOfReport === null
      ? null
      : `period ended ${fromTo(old.periodOfReport, fresh.periodOfReport)}`,
  ]
    .filter(part => part !== null)
    .join(' · ')
