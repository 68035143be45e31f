import { isDraftingNote } from '../text/drafting-note.js'
import {
  BRACKETED,
  isCommentNumber,
  isEditorial,
  isMarkup,
  isPlaceholderInBrackets,
  isQuoted,
} from './bracket-text.js'
import type { Check } from './check.js'
import { aboutWords, occurrencesOf } from './occurrence.js'
import { textsIn } from './parameters.js'

/** Square brackets that were left round words: a choice that nobody made, a fact that nobody confirmed. */
export const bracket: Check = {
  kind: 'bracket',
  parameters: { allowed: [] },
  outcomes: { bracket: ['context'] },
  *run({ disclosure, parameters }) {
    const allowed = new Set(textsIn(parameters, 'allowed').map(text => text.toLowerCase()))
    for (const { words, match } of occurrencesOf(BRACKETED, disclosure)) {
      const { prose, start, end } = words
      const inside = match[0].slice(1, -1)
      if (allowed.has(inside.toLowerCase())) continue
      if (!/\p{L}/u.test(inside) || isEditorial(inside) || isPlaceholderInBrackets(inside)) continue
      if (isDraftingNote(inside) || isCommentNumber(prose.text, start)) continue
      if (isQuoted(prose.text, start) || isMarkup(prose.text, start, end)) continue
      yield aboutWords('bracket', words)
    }
  },
}
