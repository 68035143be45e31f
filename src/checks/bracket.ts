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

/** Square brackets that were left round words: a choice that nobody made, a fact that nobody confirmed. */
export const bracket: Check = {
  kind: 'bracket',
  outcomes: { bracket: ['context'] },
  *run({ disclosure }) {
    for (const { words, match } of occurrencesOf(BRACKETED, disclosure)) {
      const { prose, start, end } = words
      const inside = match[0].slice(1, -1)
      if (!/\p{L}/u.test(inside) || isEditorial(inside) || isPlaceholderInBrackets(inside)) continue
      if (isDraftingNote(inside) || isCommentNumber(prose.text, start)) continue
      if (isQuoted(prose.text, start) || isMarkup(prose.text, start, end)) continue
      yield aboutWords('bracket', words)
    }
  },
}
