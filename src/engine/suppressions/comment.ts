import type { Place } from '../../model/disclosure.js'
import { isDate } from '../../text/date.js'
import { didYouMean } from '../../text/nearest-name.js'
import { reasonProblem } from './reason.js'

/** Rules by each name that they have or had. */
export type NamedRules = ReadonlyMap<string, { readonly name: string }>

/** What a comment of the drafters asks for. */
export type CommentKind = 'disable-next' | 'disable' | 'enable' | 'disable-file'
const KINDS: readonly CommentKind[] = ['disable-next', 'disable', 'enable', 'disable-file']

/** One rule that a comment names. */
export interface CommentDirective {
  readonly kind: CommentKind
  readonly rule: string
  /** "" for `enable`. */
  readonly reason: string
  /** Last day on which it holds, YYYY-MM-DD. */
  readonly until: string | null
  readonly at: Place
}

/** What is wrong with a comment, in words. */
export interface CommentProblem {
  readonly problem: string
  readonly at: Place
}

const BODY = /^<!--\s*cydlint-([A-Za-z-]*)([\s\S]*?)(?:-->)?$/
/** Two hyphens; a dash or a colon in XML, whose comments may hold no two hyphens. */
const BEFORE_REASON = /(?:^|\s)(?:--|[—–])(?=\s|$)|:(?=\s|$)/

/** Takes a comment apart. A comment that names several rules is a directive for each. */
export const readComment = (at: Place, rules: NamedRules): readonly (CommentDirective | CommentProblem)[] => {
  const text = at.source.text.slice(at.start, at.end)
  const failed = (problem: string): readonly CommentProblem[] => [{ problem, at }]
  const [, verb = '', rest = ''] = BODY.exec(text) ?? []
  if (!text.endsWith('-->')) return failed('it is not closed: “-->” is missing.')
  const kind = KINDS.find(each => each === verb)
  if (!kind)
    return failed(
      `“cydlint-${verb}” is nothing that a comment can ask for.${didYouMean(verb, KINDS) || ` It is one of ${KINDS.map(each => `cydlint-${each}`).join(', ')}.`}`,
    )
  const parted = BEFORE_REASON.exec(rest)
  const head = parted ? rest.slice(0, parted.index) : rest
  const reason = parted
    ? rest
        .slice(parted.index + parted[0].length)
        .replace(/\s+/g, ' ')
        .trim()
    : ''
  const [, named = '', until] = /^([\s\S]*?)(?:\buntil\s+(\S+)\s*)?$/.exec(head) ?? []
  const names = named.split(/[\s,]+/).filter(name => name !== '')
  if (names.length === 0)
    return failed('it names no rule, and there is no way to leave out all rules at once.')
  if (until !== undefined && !isDate(until))
    return failed(`“until ${until}” names no day: a day is written YYYY-MM-DD.`)
  const why = kind === 'enable' ? null : reasonProblem(reason)
  return names.map((rule): CommentDirective | CommentProblem => {
    const problem = ruleProblem(rule, rules) ?? why
    return problem === null
      ? { kind, rule: nameNow(rule, rules), reason, until: until ?? null, at }
      : { problem, at }
  })
}

/** The name of a rule that may be called by one that it had before. */
export const nameNow = (name: string, rules: NamedRules): string => rules.get(name)?.name ?? name

/** Why a name cannot stand for a rule in a suppression; null where it can. */
export const ruleProblem = (name: string, rules: NamedRules): string | null => {
  if (name === '*' || name.includes('*'))
    return `“${name}” is no rule, and there is no way to leave out several rules by a pattern.`
  if (!rules.has(name)) return `there is no rule “${name}”.${didYouMean(name, rules.keys())}`
  if (name.startsWith('suppression/')) return `findings of ${name} are cured, not suppressed.`
  return null
}
