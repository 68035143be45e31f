import type { EvidenceEngine } from './engine.js'
import type { Name } from './name.js'

/** Characters that are looked at before the end of a name. */
const LOOK_BACK = 160
/** Names looked at in one text: real ones give a handful. */
const MOST = 100

/** A committee by its own name, in capitals, at the end of a text. The prose has one space between words. */
const COMMITTEE = /\b(?:(?!Board[’']s )[A-Z][\w&;’'-]{0,30},? (?:(?:and|of|on|&) )?){1,6}Committee$/
/** What follows the name of one that is said to be the board's: "the Reliability Committee of our Board". */
const OF_THE_BOARD =
  /^(?: \([^()]{1,60}\))? (?:of|under|within) (?:the|our|its) (?:full |entire |[Cc]ompany[’']s )?[Bb]oard\b/
/** What stands before the name: "our Board has assigned the oversight to its Reliability Committee". */
const ASSIGNED_BY_THE_BOARD = /\b[Bb]oard\b[^.;]* (?:to|through) its $/
/** Committees that a board may well hand a task to, and that are management's all the same. */
const MANAGEMENTS = /\b(?:Management|Steering|Executive|Disclosure|Response|Crisis|Working|Security)\b/
/** Characters after a name that are looked at. */
const LOOK_AHEAD = 90

const withoutArticle = (name: string): string => name.replace(/^(?:The|Our|An?|This|Its) /, '')

/** Whether a longer name ends with a name: "Operational Risk Committee" with "Risk Committee". */
const isPartOfAnother = (name: string, text: string): boolean => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = /([A-Z][\w&’'-]*),? (?:(?:and|of|&) )?$/.exec(text.slice(Math.max(0, at - 40), at))?.[1]
    if (before !== undefined && !/^(?:The|Our|An?|This|Its|Board(?:[’']s)?|Directors)$/.test(before))
      return true
  }
  return false
}

/** Committees that are said to be the board's, other than those whose name a longer name of another ends with. */
function* ofTheBoard(text: string, engine: EvidenceEngine): Iterable<Name> {
  const seen = new Set<string>()
  for (let at = text.indexOf('Committee'); at >= 0; at = text.indexOf('Committee', at + 1)) {
    const end = at + 'Committee'.length
    const before = text.slice(Math.max(0, at - LOOK_BACK), end)
    const isFollowed = OF_THE_BOARD.test(text.slice(end, end + LOOK_AHEAD))
    if (!isFollowed && !/ its |[Bb]oard[’']s /.test(before)) continue
    const found = COMMITTEE.exec(before)
    if (!found) continue
    const lead = before.slice(0, found.index)
    const isOfTheBoard = isFollowed || /[Bb]oard[’']s $/.test(lead)
    if (!isOfTheBoard && !ASSIGNED_BY_THE_BOARD.test(lead)) continue
    const name = withoutArticle(found[0])
    if (seen.has(name) || name === 'Committee') continue
    if (seen.add(name).size > MOST) return
    // What the lexicon takes for management's ("Enterprise Risk Committee") may still be the board's by what is said of it.
    if (engine.mentions(name, 'board-committee') || isPartOfAnother(name, text)) continue
    if (!isOfTheBoard && MANAGEMENTS.test(name)) continue
    yield { text: name, kind: 'board-committee' }
  }
}

/** Where a name ends right before the words that say who leads it. */
const LED =
  /(?:[A-Z][\w&’'-]* (?:(?:and|of|&) )?){1,5}(?:Committee|Council)(?=,?(?: (?:which|that))?(?: is)?$)/
/** Committees that are the board's by the rules of exchanges, and chairs that are directors. */
const BOARDS_OWN = /\b(?:Audit|Nominat\w+|Compensation|Governance|Board)\b/
const DIRECTOR = /\b(?:independent|non-executive|outside|lead)\s+director|\bboard\b|\bchair\w*\b/i

/** Committees that an officer leads: management's, whatever they are called ("the Technology Committee, chaired by our CIO"). */
function* ledByOfficers(text: string, engine: EvidenceEngine): Iterable<Name> {
  const seen = new Set<string>()
  for (const { 0: verb, index } of text.matchAll(/ (?:chaired|led|headed) by /g)) {
    const found = LED.exec(text.slice(Math.max(0, index - LOOK_BACK), index))?.[0]
    const name = withoutArticle(found ?? '')
    if (!name.includes(' ') || seen.has(name)) continue
    const leader = text.slice(index + verb.length, index + verb.length + 70)
    if (BOARDS_OWN.test(name) || DIRECTOR.test(leader)) continue
    if (seen.add(name).size > MOST) return
    if (engine.mentions(leader, 'position')) yield { text: name, kind: 'management-committee' }
  }
}

/** Committees of which a text says whose they are, by what stands round their names. */
export function* committeesIn(text: string, engine: EvidenceEngine): Iterable<Name> {
  if (!text.includes('Committee') && !text.includes('Council')) return
  yield* ledByOfficers(text, engine)
  yield* ofTheBoard(text, engine)
}
