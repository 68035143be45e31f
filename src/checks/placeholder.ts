import { BRACKETED, isEditorial, isMarkup, isPlaceholderInBrackets } from './bracket-text.js'
import type { Check } from './check.js'
import { aboutWords, occurrencesOf } from './occurrence.js'

/** Each with what it is; where a group named `blank` matched, that alone is quoted. */
const PATTERNS: readonly RegExp[] = [
  // A line to write on.
  /_{3,}/g,
  /\bTBD\b|\bT\.B\.D\./g,
  // Stand-ins for figures: "XX years", "$XX", "20XX". Not Roman numbers, which follow a name ("Title XX", "Fund XX").
  /\$X{1,3}\b(?:[.,]X+)?|\b(?:19|20)XX\b|(?<=\b(?!title|article|part|chapter|volume|bowl|fund|series|form|annex|schedule)[a-z]+ )X{2,4}\b%?(?!-)|\bx{2,4} (?:years?|employees|members|%)/g,
  /\blorem ipsum\b/gi,
  // An order to the drafter; malware and devices are inserted too, so the object is named.
  /\binsert(?: here\b|(?: the| a| an| appropriate| applicable| relevant)* (?:name|title|date|number|description|amount|biograph(?:y|ies)|cross-reference|disclosure|language|years of experience|committee name|company name)s?\b)/gi,
  // "Disclosure to come", a paragraph that says only "To come."; never "years to come".
  /\b(?:disclosure|description|text|details|language|section|paragraph|biography) to come\b(?! (?:to|in|into|from|out|up|with|on))/gi,
  /(?<=^|\n)\(?to come\)?\.?(?=$|\n)/gi,
  /\(to be (?:inserted|provided|completed|confirmed|updated|added|supplied|determined)\b[^()]{0,60}\)/gi,
  // Fields of a template that was not filled: {{name}}, ${name}, <<name>>, «Field_Name», %NAME%.
  /\{\{[^{}\n]{1,80}\}\}|\$\{[^{}\n]{1,80}\}|<<[^<>\n]{1,80}>>|«\w*(?:_\w+|[a-z][A-Z])\w*»|%[A-Z][A-Z_]{3,40}%/g,
  // What Word leaves where a field lost its target.
  /\bError! (?:Reference source|Bookmark|No (?:bookmark|text))[^.\n]{0,60}\.?/g,
]

/** Blanks and orders to the drafter that were left in the text. */
export const placeholder: Check = {
  kind: 'placeholder',
  outcomes: { placeholder: ['context'] },
  *run({ disclosure }) {
    for (const { words, match } of occurrencesOf(BRACKETED, disclosure)) {
      const inside = match[0].slice(1, -1)
      if (isEditorial(inside) || isMarkup(words.prose.text, words.start, words.end)) continue
      if (isPlaceholderInBrackets(inside)) yield aboutWords('placeholder', words)
    }
    for (const pattern of PATTERNS)
      for (const { words } of occurrencesOf(pattern, disclosure))
        if (!isInBrackets(words.prose.text, words.start)) yield aboutWords('placeholder', words)
  },
}

/** A placeholder in brackets was told of with its brackets. */
const isInBrackets = (text: string, at: number): boolean => {
  const open = text.lastIndexOf('[', at)
  return (
    open >= 0 &&
    at - open < 100 &&
    !text.slice(open, at).includes(']') &&
    text.slice(at, at + 100).includes(']')
  )
}
