import { longFormOf } from '../evidence/names.js'
import type { Naming } from '../evidence/namings.js'
import type { Check, Outcome } from './check.js'
import { aboutWords } from './occurrence.js'

const JOINING = /^(?:and|&|of)$/i
/** Words of a name that tell it from others, in lower case. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/[’']s\b/g, '')
    .split(/[\s,]+/)
    .filter(word => word !== '' && !JOINING.test(word))
    .map(word => word.toLowerCase())

const initialsOf = (name: string): string =>
  wordsOf(name)
    .map(word => word.charAt(0).toUpperCase())
    .join('')

/** Fewer words make no name that could be turned round. */
const FEWEST_WORDS = 3

/**
 * What two names have to share to be one name written in two ways: the same words in another order ("Audit and Risk",
 * "Risk and Audit"). For an officer "and" matters too: of a "Chief Information and Security Officer" it makes another
 * title than that of a "Chief Information Security Officer".
 */
const keyOf = ({ kind, name }: Naming): string => `${kind} ${[...wordsOf(name)].sort().join(' ')}`
const spelledOut = ({ kind, name }: Naming): string =>
  kind === 'officer' ? name.toLowerCase().replace(/&/g, 'and') : wordsOf(name).join(' ')

/** Usual short forms of officers, with what each stands for. */
const USUAL: Readonly<Record<string, string>> = {
  CAO: 'Chief Administrative or Accounting Officer',
  CCO: 'Chief Compliance Officer',
  CEO: 'Chief Executive Officer',
  CFO: 'Chief Financial Officer',
  CIO: 'Chief Information Officer',
  CISO: 'Chief Information Security Officer',
  COO: 'Chief Operating Officer',
  CRO: 'Chief Risk Officer',
  CSO: 'Chief Security Officer',
  CTO: 'Chief Technology Officer',
}

/** Whether the letters of a short form stand in the initials in their order: "CISO" for a "Chief Information Security and Privacy Officer". */
const isWithin = (short: string, initials: string): boolean => {
  let at = 0
  for (const letter of initials) if (letter === short[at]) at++
  return at === short.length
}

const about = (outcome: string, first: Naming, second: Naming, data: Record<string, string>): Outcome => ({
  ...aboutWords(outcome, second, data),
  related: [{ message: 'First here', words: first }],
})

/** An office that somebody held before, or elsewhere: "previously served as Chief Technology & Product Officer at …". */
const HELD_BEFORE = /\b(?:previous\w*|former\w*|prior|served|was|were|held|career|roles?)\b[^.;]*$/i
const isOfNow = ({ prose: { text }, start }: Naming): boolean =>
  !HELD_BEFORE.test(text.slice(Math.max(0, start - 120), start))

/** Each name, with each short form, where it first stands for somebody of now. */
const firstOfEach = (namings: readonly Naming[]): readonly Naming[] => {
  const seen = new Set<string>()
  return namings.filter(naming => {
    const key = `${naming.kind} ${naming.name} ${naming.short}`
    if (seen.has(key) || !isOfNow(naming)) return false
    seen.add(key)
    return true
  })
}

/** One body or officer under two names. */
function* twoNames(namings: readonly Naming[]): Iterable<Outcome> {
  const firstOf = new Map<string, Naming>()
  const told = new Set<string>()
  for (const naming of namings) {
    const key = keyOf(naming)
    if (/\bBoards?\b/.test(naming.name)) continue
    const first = firstOf.get(key)
    if (!first) firstOf.set(key, naming)
    else if (
      spelledOut(first) !== spelledOut(naming) &&
      wordsOf(naming.name).length >= FEWEST_WORDS &&
      !told.has(key)
    ) {
      told.add(key)
      yield about('two-names', first, naming, { first: first.name, second: naming.name })
    }
  }
}

/** A short form that is defined for two names. */
function* twoMeanings(namings: readonly Naming[]): Iterable<Outcome> {
  const firstOf = new Map<string, { readonly naming: Naming; readonly meaning: string }>()
  const told = new Set<string>()
  for (const naming of namings) {
    const { short, name } = naming
    // What stands before a name may be glued to it; its own words are those that give the short form.
    const meaning = short === null ? undefined : longFormOf(name, short)
    if (short === null || meaning === undefined || told.has(short)) continue
    const first = firstOf.get(short)
    if (!first) firstOf.set(short, { naming, meaning })
    else if (meaning.toLowerCase() !== first.meaning.toLowerCase()) {
      told.add(short)
      yield about('two-meanings', first.naming, naming, { short, first: first.meaning, second: meaning })
    }
  }
}

/** The usual short form of another office. */
function* otherOffices(namings: readonly Naming[]): Iterable<Outcome> {
  const told = new Set<string>()
  for (const naming of namings) {
    const { kind, short, name } = naming
    const usual = short === null ? undefined : USUAL[short]
    if (kind !== 'officer' || short === null || usual === undefined || told.has(short)) continue
    const initials = initialsOf(name)
    if (initials === short || (USUAL[initials] === undefined && isWithin(short, initials))) continue
    told.add(short)
    yield { ...aboutWords('other-office', naming, { short, name, usual }) }
  }
}

/** Officers and committees that the text calls by more than one name, or by another’s. */
export const inconsistentName: Check = {
  kind: 'inconsistent-name',
  outcomes: {
    'two-names': ['context', 'first', 'second'],
    'two-meanings': ['context', 'short', 'first', 'second'],
    'other-office': ['context', 'short', 'name', 'usual'],
  },
  *run({ reading }) {
    const namings = firstOfEach(reading.namings())
    yield* twoNames(namings)
    yield* twoMeanings(namings)
    yield* otherOffices(namings)
  },
}
