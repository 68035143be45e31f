import type { Glossary } from '../model/glossary.js'
import type { EvidenceEngine } from './engine.js'

/** What a name stands for. The lexicon has a word for each, which the name is read as. */
export type NameKind = 'board-committee' | 'management-committee' | 'position'

/** A name that a document gives, or that its registrant told us: "RCSC", "Digital Trust Committee". */
export interface Name {
  readonly text: string
  readonly kind: NameKind
}

const KINDS: readonly NameKind[] = ['board-committee', 'management-committee', 'position']

/** The word of the lexicon that a name of each kind is read as; no text has it. */
export const WORD_FOR: Readonly<Record<NameKind, string>> = {
  'board-committee': 'namedboardcommittee',
  'management-committee': 'namedmanagementcommittee',
  position: 'namedposition',
}

/**
 * A short form in parentheses after what it stands for, and what follows: "the Regulatory Compliance & Sustainability
 * Committee (RCSC) of the board". Only one with two capitals is taken: "(the “Committee”)" is a word, not a name.
 */
const SHORT_FORM =
  /^\((?:the\s|our\s)?[“"‘']?([A-Z][A-Za-z&]{0,8}[A-Z][A-Za-z&]{0,3})[”"’']?\)(\s+of\s(?:the|our|its)\s[^()]{0,30})?/
/** The same of a committee that is known by part of its name, or by its initials: "(the “Security Committee”)", "(NCG Committee)". */
const SHORT_COMMITTEE =
  /^\((?:the\s|our\s)?[“"‘']*((?:[A-Z][\w&;-]*\s){1,4}(?:Committee|Council))[”"’']*\)(\s+of\s(?:the|our|its)\s[^()]{0,30})?/
/** A code for one, in quotation marks: ("QC3"). */
const CODE = /^\((?:the\s|our\s)?[“"]([A-Z][A-Z0-9&]{1,7})[”"]\)(\s+of\s(?:the|our|its)\s[^()]{0,30})?/
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

/** A committee by its own name, in capitals. The prose has one space between words. */
const COMMITTEE = String.raw`(?:[A-Z][\w&;’'-]*,? (?:(?:and|of|on|&) )?){1,6}Committee`
/** One that is said to be the board's: "the Reliability Committee of our Board", "our Board has assigned it to its Reliability Committee". */
const OF_THE_BOARD = new RegExp(
  String.raw`(${COMMITTEE})(?:\s\([^()]{1,60}\))?\s(?:of|under|within)\s(?:the|our|its)\s(?:full\s|entire\s|[Cc]ompany[’']s\s)?[Bb]oard\b|\b[Bb]oard\b[^.;]{0,160}?\s(?:to|through)\sits\s(${COMMITTEE})`,
  'g',
)

/** Names of committees that are said to be the board's, and that no longer name of another committee ends with. */
const ofTheBoard = (text: string, engine: EvidenceEngine, names: Map<string, NameKind>): void => {
  if (!text.includes('Committee')) return
  for (const [, named, assigned] of text.matchAll(OF_THE_BOARD)) {
    const name = (named ?? assigned ?? '').replace(/^(?:The|Our|An?|This|Its)\s+/, '')
    if (names.size >= MOST || names.has(name) || name === 'Committee') continue
    // Management's by what it is called ("Enterprise Risk Committee") may still be the board's by what is said of it.
    const known: readonly NameKind[] = named === undefined ? KINDS : ['board-committee']
    if (known.some(kind => engine.mentions(name, kind)) || isPartOfAnother(name, text)) continue
    names.set(name, 'board-committee')
  }
}

/** Whether a longer name ends with a name: "Operational Risk Committee" with "Risk Committee". */
const isPartOfAnother = (name: string, text: string): boolean => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = /([A-Z][\w&’'-]*),?\s+(?:(?:and|of|&)\s+)?$/.exec(
      text.slice(Math.max(0, at - 40), at),
    )?.[1]
    if (before !== undefined && !/^(?:The|Our|An?|This|Its|Board|Directors)$/.test(before)) return true
  }
  return false
}

/** Committees that are the board's by the rules of exchanges, and chairs that are directors. */
const BOARDS_OWN = /\b(?:Audit|Nominat\w+|Compensation|Governance|Board)\b/
const DIRECTOR = /\b(?:independent|non-executive|outside|lead)\s+director|\bboard\b|\bchair\w*\b/i

/** Names of committees that an officer leads: management's, whatever they are called ("the Technology Committee, chaired by our CIO"). */
const ledByOfficers = (text: string, engine: EvidenceEngine, names: Map<string, NameKind>): void => {
  for (const { 0: verb, index } of text.matchAll(/ (?:chaired|led|headed) by /g)) {
    const from = Math.max(0, index - LOOK_BACK)
    const before = text.slice(from, index)
    const name =
      /(?:[A-Z][\w&’'-]* (?:(?:and|of|&) )?){1,5}(?:Committee|Council)(?=,?(?: (?:which|that))?(?: is)?$)/.exec(
        before,
      )?.[0]
    const leader = text.slice(index + verb.length, index + verb.length + 70)
    if (name === undefined || names.has(name) || names.size >= MOST) continue
    const plain = name.replace(/^(?:The|Our|A|This)\s+/, '')
    if (BOARDS_OWN.test(plain) || DIRECTOR.test(leader) || plain.split(/\s+/).length < 2) continue
    if (engine.mentions(leader, 'position')) names.set(plain, 'management-committee')
  }
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

/**
 * The short forms that texts define, each once: the first definition counts; committees that officers lead, and those that are
 * said to be the board's.
 */
export const namesDefinedIn = (texts: readonly string[], engine: EvidenceEngine): readonly Name[] => {
  const names = new Map<string, NameKind>()
  for (const text of texts) {
    ledByOfficers(text, engine, names)
    ofTheBoard(text, engine, names)
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
