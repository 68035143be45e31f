import type { Outcome } from '../../checks/check.js'
import type { Reading } from '../../evidence/read.js'
import type { Disclosure, Place } from '../../model/disclosure.js'
import type { Finding } from '../../model/finding.js'
import { type CommentDirective, type NamedRules, nameNow, readComment, ruleProblem } from './comment.js'
import type { SuppressionEntry } from './entry.js'
import { reasonProblem } from './reason.js'
import { type Scope, scopesOf, startInSource } from './scope.js'

/** A finding with what it was made of. */
export interface MadeFinding {
  readonly finding: Finding
  readonly outcome: Outcome
}

/** How a suppression fared. `not checked`: its rule was not applied. */
export type SuppressionState = 'used' | 'unused' | 'expired' | 'invalid' | 'not checked'

/** One suppression of a document, and what came of it. */
export interface Suppression {
  readonly state: SuppressionState
  /** What asks for it: the words after `cydlint-` in a comment, or `entry` of a file beside the document. */
  readonly kind: CommentDirective['kind'] | 'entry'
  readonly rule: string
  readonly reason: string
  readonly author: string | null
  readonly added: string | null
  readonly expires: string | null
  /** Where its comment stands. */
  readonly at: Place | null
  /** Words that the findings it covers are about; of an entry that covers none, its own. */
  readonly texts: readonly string[]
  readonly findings: number
  /** What is wrong with it; "" where nothing is. */
  readonly problem: string
}

export interface Suppressed<Made extends MadeFinding> {
  /** The findings in their order, those that are covered with the reason. */
  readonly findings: readonly Made[]
  readonly suppressions: readonly Suppression[]
}

/** What a document is asked to leave out, and by what it is judged. */
export interface SuppressionTerms {
  readonly asOf: string
  readonly rules: NamedRules
  /** Rules that were applied. */
  readonly active: ReadonlySet<string>
  readonly entries: readonly SuppressionEntry[]
}

/** Offsets in the source of a comment at which a finding stands. What is not there stands at every heading. */
const anchorsOf = (
  { finding, outcome: { words, place } }: MadeFinding,
  source: Place['source'],
  headings: readonly number[],
): readonly number[] => {
  const own: number[] = []
  if (words) {
    if (words.prose.source === source) own.push(startInSource(words.prose, words.start))
  } else if (place && place.at.source === source) own.push(place.at.start)
  const isAbsence = finding.rule.startsWith('missing/') || (!words && !place)
  return isAbsence ? [...own, ...headings] : own
}

/** Offsets of the headings of a document, and of the directives that stand in their place. */
const headingsIn = ({ prose, blocks }: Disclosure, source: Place['source']): readonly number[] => [
  ...prose
    .filter(each => each.source === source)
    .flatMap(each =>
      each.units.filter(({ kind }) => kind === 'heading').map(({ start }) => startInSource(each, start)),
    ),
  ...blocks.filter(({ at }) => at.source === source).map(({ at }) => at.start),
]

const covers = ({ from, to }: Scope, anchors: readonly number[]): boolean =>
  to === Number.POSITIVE_INFINITY || anchors.some(at => at >= from && at < to)

const INVALID = { findings: 0, texts: [], author: null, added: null, expires: null } as const

/** Marks the findings that comments of the drafters, or entries of a file beside the document, cover. */
export const suppress = <Made extends MadeFinding>(
  made: readonly Made[],
  disclosure: Disclosure,
  reading: Reading,
  { asOf, rules, active, entries }: SuppressionTerms,
): Suppressed<Made> => {
  const comments = disclosure.suppressionComments ?? []
  if (comments.length === 0 && entries.length === 0) return { findings: made, suppressions: [] }
  const holding = new Map<Made, Pick<Suppression, 'kind' | 'reason'>>()
  const suppressions: Suppression[] = []
  const judge = (
    suppression: Omit<Suppression, 'state' | 'texts' | 'findings' | 'problem'>,
    text: string | undefined,
    isCovered: (each: Made) => boolean,
  ): void => {
    const { rule, expires } = suppression
    const isExpired = expires !== null && expires < asOf
    const covered = isExpired ? [] : made.filter(each => each.finding.rule === rule && isCovered(each))
    for (const each of covered) if (!holding.has(each)) holding.set(each, suppression)
    const texts = [...new Set(covered.map(({ finding: { quote, message } }) => quote ?? message))]
    const idle = active.has(rule) ? 'unused' : 'not checked'
    suppressions.push({
      ...suppression,
      state: isExpired ? 'expired' : covered.length > 0 ? 'used' : idle,
      texts: texts.length > 0 || text === undefined ? texts : [text],
      findings: covered.length,
      problem: '',
    })
  }

  const read = comments.flatMap(at => readComment(at, rules))
  const { scoped, problems } = scopesOf(
    read.flatMap(each => ('problem' in each ? [] : each)),
    disclosure,
    reading,
  )
  for (const { problem, at } of [...read.flatMap(each => ('problem' in each ? each : [])), ...problems])
    suppressions.push({
      ...INVALID,
      state: 'invalid',
      kind: 'disable-next',
      rule: '',
      reason: '',
      at,
      problem,
    })
  const source = comments[0]?.source
  const headings = source ? headingsIn(disclosure, source) : []
  for (const { directive, scope } of scoped) {
    const { kind, rule, reason, until, at } = directive
    judge({ kind, rule, reason, author: null, added: null, expires: until, at }, undefined, each =>
      covers(scope, anchorsOf(each, at.source, headings)),
    )
  }
  for (const { rule: named, fingerprint, reason, author, added, expires, text } of entries) {
    const rule = nameNow(named, rules)
    const problem = ruleProblem(named, rules) ?? reasonProblem(reason)
    const own = {
      kind: 'entry' as const,
      rule,
      reason,
      author: author ?? null,
      added: added ?? null,
      expires: expires ?? null,
      at: null,
    }
    if (problem !== null)
      suppressions.push({ ...own, state: 'invalid', texts: text ? [text] : [], findings: 0, problem })
    else judge(own, text, each => each.finding.fingerprint === fingerprint)
  }
  return {
    findings: made.map(each => {
      const held = holding.get(each)
      if (!held) return each
      const marks = { suppressed: held.reason, ...(held.kind !== 'entry' && { suppressedInSource: true }) }
      return { ...each, finding: { ...each.finding, ...marks } }
    }),
    suppressions,
  }
}

const OUTCOMES: Readonly<Partial<Record<SuppressionState, string>>> = {
  unused: 'unused',
  expired: 'expired',
  invalid: 'invalid',
}

/** What is to be said of suppressions: outcomes of the check of kind `suppression`. */
export const suppressionOutcomes = (
  suppressions: readonly Suppression[],
): readonly { readonly outcome: Outcome; readonly identity: string }[] =>
  suppressions.flatMap(({ state, kind, rule, reason, expires, at, problem, texts }) => {
    const outcome = OUTCOMES[state]
    if (outcome === undefined) return []
    const about = kind === 'entry' && texts[0] !== undefined ? ` for “${texts[0]}”` : ''
    const data = {
      what: kind === 'entry' ? `entry${about} in the file of suppressions` : 'comment',
      suppressed: rule,
      reason,
      expires: expires ?? '',
      problem: problem === '' ? '' : problem.charAt(0).toUpperCase() + problem.slice(1),
    }
    return {
      outcome: {
        outcome,
        requirement: null,
        element: null,
        words: null,
        place: at && { at },
        data,
        related: [],
      },
      identity: `${kind} ${rule} ${reason} ${problem}`,
    }
  })
