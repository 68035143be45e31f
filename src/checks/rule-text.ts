import type { Check } from './check.js'
import { aboutWords, occurrencesOf } from './occurrence.js'

/** How the item speaks of a company, in a text that speaks of itself otherwise. */
const REGISTRANT = /\bthe registrant(?:[’']s|s)?\b/g
const OWN_NAME = /\b(?:we|our|us|the company)\b/i
/** What the item asks, as it asks it. */
const ASKS =
  /(?<!\b(?:[Ww]e|[Tt]o|and|also|that|which|not|us)\s)\b(?:[Dd]escribe|[Dd]isclose|[Ii]dentify|[Dd]iscuss)\s+(?:the\s+registrant|(?:the\s+)?board(?:\s+of\s+directors)?[’']s?\s+oversight|management[’']s?\s+role|whether\s+any\s+risks)|\bwhether\s+and\s+how\s+any\s+such\s+processes|\bin\s+sufficient\s+detail\s+for\s+a\s+reasonable\s+investor/g

const MARKS = [
  ...['escribe', 'isclose', 'dentify', 'iscuss'].flatMap(asks =>
    ['the registrant', 'the board', 'board', 'management', 'whether any'].map(what => `${asks} ${what}`),
  ),
  'any such processes',
  'reasonable investor',
]

/** Words of the regulation that stand where a description should. */
export const ruleText: Check = {
  kind: 'rule-text',
  outcomes: { registrant: ['context'], asks: ['context'] },
  *run({ disclosure }) {
    const speaksOfItself = disclosure.prose.some(({ text }) => OWN_NAME.test(text))
    for (const { words } of occurrencesOf({ marks: MARKS, pattern: ASKS }, disclosure))
      yield aboutWords('asks', words)
    if (!speaksOfItself) return
    for (const { words } of occurrencesOf({ marks: ['the registrant'], pattern: REGISTRANT }, disclosure)) {
      yield aboutWords('registrant', words)
      // One tells of them all.
      return
    }
  },
}
