import type { Glossary } from '../model/glossary.js'
import { committeesIn } from './committees.js'
import type { EvidenceEngine } from './engine.js'
import { KINDS, type Name, type NameKind } from './name.js'

/** A definition in parentheses of a name, and what follows it: "(the “RCSC”) of the board". */
const defining = (name: string): RegExp =>
  new RegExp(String.raw`^\((?:the\s|our\s)?${name}\)(\s+of\s(?:the|our|its)\s[^()]{0,30})?`)
/**
 * A short form after what it stands for: "the Regulatory Compliance & Sustainability Committee (RCSC)". Only one with two
 * capitals is taken: "(the “Committee”)" is a word, not a name.
 */
const SHORT_FORM = defining(`[“"‘']?([A-Z][A-Za-z&]{0,8}[A-Z][A-Za-z&]{0,3})[”"’']?`)
/** The same of a committee that is known by part of its name, or by its initials: "(the “Security Committee”)", "(NCG Committee)". */
const SHORT_COMMITTEE = defining(String.raw`[“"‘']*((?:[A-Z][\w&;-]*\s){1,4}(?:Committee|Council))[”"’']*`)
/** A code for one, in quotation marks: ("QC3"). */
const CODE = defining(`[“"]([A-Z][A-Z0-9&]{1,7})[”"]`)
/** The long form of such a one, which stands right before it. */
const LONG_COMMITTEE =
  /(?:[A-Z][\w&;’'-]*,? (?:(?:and|of|on|for|the|&) ){0,2}){1,9}(?:Committee|Council|Team|Group)$/
/** Characters before it in which its long form ends. */
const LOOK_BACK = 120
const CONNECTS = /^(?:and|of|the|for|on|&)$/

/** Most names of one document: real ones give a handful. */
const MOST = 40

/** The kind of body or position that a long name is, if the lexicon tells one and not two. */
const kindOf = (long: string, after: string, engine: EvidenceEngine): NameKind | undefined => {
  const isBoards = engine.mentions(`${long}${after}`, 'board-committee')
  const isManagements = engine.mentions(long, 'management-committee')
  if (isBoards && isManagements) return undefined
  if (isBoards) return 'board-committee'
  if (isManagements) return 'management-committee'
  return engine.mentions(long, 'position') ? 'position' : undefined
}

/** What a word gives to a short form: its first letter, and all letters of a word in capitals ("ERM"). */
const initialsOf = (word: string): string => {
  const letters = word.replace(/[^A-Za-z]/g, '')
  return letters === letters.toUpperCase() ? letters : letters.charAt(0)
}

/** The last words of a phrase whose initials are the capitals of a short form; undefined where no such words end it. */
export const longFormOf = (phrase: string, short: string): string | undefined => {
  const capitals = short.replace(/[^A-Z]/g, '')
  let initials = ''
  const words = [...phrase.matchAll(/\S+/g)]
  for (const { 0: word, index } of words.reverse()) {
    if (/^[A-Z]/.test(word)) initials = initialsOf(word) + initials
    else if (!CONNECTS.test(word)) return undefined
    if (initials === capitals) return phrase.slice(index)
    if (initials.length > capitals.length) return undefined
  }
  return undefined
}

/** What a definition in parentheses at the head of `text` gives a name to, and the name. */
const defined = (
  text: string,
  before: string,
): { readonly short: string; readonly long: string; readonly after: string } | undefined => {
  const committee = SHORT_COMMITTEE.exec(text) ?? CODE.exec(text)
  const [, short, after = ''] = committee ?? SHORT_FORM.exec(text) ?? []
  if (short === undefined) return undefined
  const long = (committee && LONG_COMMITTEE.exec(before)?.[0]) ?? longFormOf(before, short)
  return long === undefined ? undefined : { short, long, after }
}

/** The short forms that texts define, each once: the first definition counts; and the committees that they tell whose they are. */
export const namesDefinedIn = (texts: readonly string[], engine: EvidenceEngine): readonly Name[] => {
  const names = new Map<string, Name['kind']>()
  for (const text of texts) {
    for (const { text: name, kind } of committeesIn(text, engine)) {
      if (names.size >= MOST) break
      if (!names.has(name)) names.set(name, kind)
    }
    for (let at = text.indexOf('('); at >= 0 && names.size < MOST; at = text.indexOf('(', at + 1)) {
      const found = defined(text.slice(at, at + 80), text.slice(Math.max(0, at - LOOK_BACK), at).trimEnd())
      if (!found || names.has(found.short)) continue
      const { short, long, after } = found
      const kind = kindOf(long, after, engine)
      // What the lexicon knows ("CISO", "Audit Committee") it knows more of.
      if (kind && !KINDS.some(each => engine.mentions(short, each))) names.set(short, kind)
    }
  }
  return [...names].map(([text, kind]) => ({ text, kind }))
}

/** The names of a glossary. */
export const namesIn = ({ boardCommittees, managementCommittees, positions }: Glossary): readonly Name[] => [
  ...boardCommittees.map((text): Name => ({ text, kind: 'board-committee' })),
  ...managementCommittees.map((text): Name => ({ text, kind: 'management-committee' })),
  ...positions.map((text): Name => ({ text, kind: 'position' })),
]
