import type { Committee } from './engine.js'
import type { Name } from './name.js'

/** A sentence that goes on about one officer, in the present: "She also reports to …". */
const OF_OFFICER =
  /^(He|She) (?:(?:also|currently|then|in turn|[a-z]+ly),? )?(?:is (?:(?:also|[a-z]+ly) )?(?:responsible|accountable|charged|tasked|entrusted|in charge|informed|briefed|updated|assisted|supported)|leads|manages|oversees|reports|heads|provides|briefs|updates|informs|meets|chairs|supervises|monitors|assesses|identifies|directs|coordinates|works|presents|administers|advises|evaluates|reviews|runs|keeps|communicates)\b/
const ANY = /^(?:He|She|His|Her|Mr\.|Ms\.|Mrs\.|Dr\.) /
/** What an officer did elsewhere, or before. */
const FORMERLY =
  /\b(?:was|were|had|previously|formerly|former|prior|served|until|before joining|graduate|certified|member of the (?:institute|association))\b/i

/** Who is told: "reports to it each quarter", "keeps it informed"; not "as it deems necessary". */
const OF_COMMITTEE =
  /\b(?:reports?|reported|presents?|presented|escalates?|escalated|communicates?|provides?|provided|submits?)\b[^.;]{0,40} to it\b(?! (?:is|was|has|had|deems|considers|receives|requests|may|can))|\b(?:informs?|updates?|briefs?|apprises?|advises?|keeps?) it\b(?= (?:informed|abreast|apprised|updated|up to date|of|on|about|regarding|regularly|periodically|quarterly|annually|each|at least|promptly)\b|[.,])/i
/** How it is told: "It is informed through a written report before each meeting". */
const TOLD_ABOUT =
  /^It is (?:(?:also|[a-z]+ly|kept) )?(?:informed|briefed|updated|apprised|advised|told)\b(?= (?:through|by|via|of|about|on|in|at|regarding|regularly|periodically|quarterly|annually|each|every|twice|before)\b)/
/** A sentence about the board itself: "Our Board of Directors oversees …". */
const OF_BOARD =
  /^(?:The|Our) (?:(?:full|entire) )?[Bb]oard(?: of (?:[Dd]irectors|[Tt]rustees|[Mm]anagers))?(?: as a whole| itself| also)? (?:has|holds|is|[a-z]+s)\b/
/** A quick look before it: words that stand still are found faster than choices among them. */
const HAS_IT = / it\b|^It is /
/** Whom else the pronoun may stand for: whoever the sentence itself names before it. */
const NAMED_BESIDE = /\b(?:committee|board|council|team|group|department|management|company|bank|it)\b/i

/** Sentences back in which an officer is looked for. */
const BACK = 3

/** The sentence that names whom the pronoun at the head of a sentence stands for, or may: its number; -1 for none. */
export const officerBefore = (
  sentences: readonly { readonly text: string }[],
  index: number,
  namesOfficer: (text: string) => boolean,
): number => {
  const text = sentences[index]?.text ?? ''
  if (!(text.startsWith('She ') || text.startsWith('He '))) return -1
  if (!OF_OFFICER.test(text) || FORMERLY.test(text)) return -1
  for (let at = index - 1; at >= Math.max(0, index - BACK); at--) {
    const before = sentences[at]?.text ?? ''
    if (namesOfficer(before)) return at
    if (!ANY.test(before)) return -1
  }
  return -1
}

/** Whether a sentence is about the board, so that "it" in the next one may stand for it. */
export const isOfBoard = (text: string): boolean => OF_BOARD.test(text)

/** The pronoun of a sentence that stands for a body named before, as it is written; undefined where none does. */
const pronounForBody = (text: string): 'It' | 'it' | undefined => {
  if (!HAS_IT.test(text)) return undefined
  if (TOLD_ABOUT.test(text)) return 'It'
  const told = OF_COMMITTEE.exec(text)
  return told && !NAMED_BESIDE.test(text.slice(0, told.index + told[0].lastIndexOf('it'))) ? 'it' : undefined
}

/** Whom the pronouns of a sentence may stand for. */
export interface Antecedents {
  /** Whether "she" at its head stands for an officer named before. */
  readonly officer: boolean
  /** Whether the sentence before it is about the board, and names no committee. */
  readonly board: boolean
  /** Whose committee was named last. */
  readonly committee: Committee
}

/** What "it" is read as where it stands for a committee, by whose the committee is. */
const KIND_OF = { board: 'board-committee', management: 'management-committee' } as const

/** Pronouns of a sentence, as names of what they stand for: an officer, the board or the committee named last. */
export const pronounsIn = (text: string, { officer, board, committee }: Antecedents): readonly Name[] => {
  const she = officer ? OF_OFFICER.exec(text)?.[1] : undefined
  const names: Name[] = she === undefined ? [] : [{ text: she, kind: 'position' }]
  const body = board ? 'board' : committee && KIND_OF[committee]
  const it = body && pronounForBody(text)
  if (body && it) names.push({ text: it, kind: body })
  return names
}
