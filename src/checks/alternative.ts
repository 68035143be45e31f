import { isInDraftingNote } from '../text/drafting-note.js'
import type { Check, Words } from './check.js'
import { aboutWords, occurrencesOf } from './occurrence.js'

const NUMBER = '(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty)'
const OFTEN = '(?:daily|weekly|monthly|quarterly|semi-annually|semiannually|biannually|annually|yearly)'
const BODY_NAME =
  "(?:(?:[A-Z][\\w&’'-]*|and|of|on|audit|risk|corporate|governance|nominating|compensation|technology|cybersecurity),? ){0,7}"

/**
 * Choices between two wordings that cannot both be meant. Strict: a slash between two things that a sentence may well
 * name together ("IT/OT", "CISO/CIO", "vendor/supplier") is no choice left open.
 */
const PATTERNS: readonly RegExp[] = [
  // One body or the other: "board of directors/The corporate governance and nominating committee".
  new RegExp(
    `(?<![/.\\w-])(?:[Bb]oard(?: of [Dd]irectors)?|[Cc]ommittee) ?/ ?(?:[Tt]he |[Oo]ur |[Ii]ts )?(?:${BODY_NAME}(?:[Cc]ommittee|[Ss]ubcommittee|[Cc]ouncil)|(?:full )?[Bb]oard(?: of [Dd]irectors)?)\\b(?![ -]?(?:level|meeting)s?\\b)`,
    'g',
  ),
  // Number and tense of a verb, and its denial.
  /\b(?:is\/are|are\/is|was\/were|were\/was|has\/have|have\/has|does\/do|do\/does|will\/may|may\/will|shall\/may|is\/is not|are\/are not|has\/has not|have\/have not|does\/does not|do\/do not|did\/did not|has\/had|have\/had)\b/gi,
  // Who speaks.
  /\b(?:we|us|our)\/(?:the )?(?:company|group|registrant|fund|trust|partnership|corporation)\b|\b(?:company|group|registrant|fund|trust|partnership|corporation)\/(?:we|us|our)\b/gi,
  // How many, how often.
  new RegExp(`\\b${NUMBER} ?/ ?${NUMBER}\\b(?! (?:compartment|tier|layer))`, 'gi'),
  new RegExp(`\\b${OFTEN} ?/ ?${OFTEN}\\b`, 'gi'),
]

/** Every choice left open has one. */
const SLASH = ['/'] as const

/** A choice that runs on: "A and/or B and/or C". Once is a habit of lawyers. */
const CHAIN = /\band ?\/ ?or\b(?:[^.;/]{1,60}\band ?\/ ?or\b){2,}/gi

/** A pronoun to choose for one officer. Of employees or users in general both are meant. */
const PRONOUN = /\b(?:he\/she|she\/he|s\/he|his\/her|her\/his|him\/her|himself\/herself)\b/gi
const GENERIC =
  /\b(?:each|every|any|all|an?|no|employees?|users?|persons?|personnel|individuals?|persons|staff|customers?|directors?|members?|vendors?|whoever|anyone|everyone|who)\b/i
const OFFICE =
  /\b(?:officer|CISO|CIO|CTO|CFO|CEO|COO|president|head of|director of|manager|controller|counsel|administrator)\b/i

/** The sentence of an officer in which a pronoun stands, or the one before it, with nobody in general in the former. */
const speaksOfOneOfficer = ({ prose: { text }, start, end }: Words): boolean => {
  const from = Math.max(text.lastIndexOf('. ', start) + 1, text.lastIndexOf('\n', start) + 1)
  const own = text.slice(from, start)
  const before = text.slice(Math.max(0, from - 300), end)
  return OFFICE.test(before) && !GENERIC.test(own)
}

/** Two wordings of which one was to be chosen. */
export const alternative: Check = {
  kind: 'alternative',
  outcomes: { alternative: ['context'] },
  *run({ disclosure }) {
    for (const pattern of [...PATTERNS, CHAIN])
      for (const { words } of occurrencesOf({ marks: SLASH, pattern }, disclosure))
        yield aboutWords('alternative', words)
    for (const { words } of occurrencesOf({ marks: SLASH, pattern: PRONOUN }, disclosure))
      if (speaksOfOneOfficer(words) && !isInDraftingNote(words.prose.text, words.start))
        yield aboutWords('alternative', words)
  },
}
