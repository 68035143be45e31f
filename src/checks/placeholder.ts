import { isDraftingNote, isInDraftingNote } from '../text/drafting-note.js'
import {
  BARE_NOTE,
  BRACKETED,
  INNERMOST,
  isEditorial,
  isInBrackets,
  isMarkup,
  isPlaceholderInBrackets,
} from './bracket-text.js'
import type { Check } from './check.js'
import { aboutWords, literally, occurrencesOf, type Pattern } from './occurrence.js'
import { textsIn } from './parameters.js'

const PATTERNS: readonly Pattern[] = [
  // A line to write on.
  { marks: ['___'], pattern: /_{3,}/g },
  { marks: ['TBD', 'T.B.D.'], pattern: /\bTBD\b|\bT\.B\.D\./g },
  // Stand-ins for figures: "XX years", "$XX", "20XX". Not Roman numbers, which follow a name ("Title XX", "Fund XX").
  {
    marks: ['XX', '$X', 'xx'],
    pattern:
      /\$X{1,3}\b(?:[.,]X+)?|\b(?:19|20)XX\b|(?<=\b(?!title|article|part|chapter|volume|bowl|fund|series|form|annex|schedule)[a-z]+ )X{2,4}\b%?(?!-)|\bx{2,4} (?:years?|employees|members|%)/g,
  },
  { marks: ['orem ipsum', 'OREM IPSUM'], pattern: /\blorem ipsum\b/gi },
  // An order to the drafter; malware and devices are inserted too, so the object is named.
  {
    marks: ['nsert', 'INSERT'],
    pattern:
      /\binsert(?: here\b|(?: the| a| an| appropriate| applicable| relevant)* (?:name|title|date|number|description|amount|biograph(?:y|ies)|cross-reference|disclosure|language|years of experience|committee name|company name)s?\b)/gi,
  },
  // "Disclosure to come", a paragraph that says only "To come."; never "years to come".
  {
    marks: ['to come', 'To come', 'TO COME'],
    pattern:
      /\b(?:disclosure|description|text|details|language|section|paragraph|biography) to come\b(?! (?:to|in|into|from|out|up|with|on))|(?<=^|\n)\(?to come\)?\.?(?=$|\n)/gi,
  },
  {
    marks: ['(to be', '(To be'],
    pattern:
      /\(to be (?:inserted|provided|completed|confirmed|updated|added|supplied|determined)\b[^()]{0,60}\)/gi,
  },
  // Fields of a template that was not filled: {{name}}, ${name}, <<name>>, «Field_Name», %NAME%.
  {
    marks: ['{{', '${', '<<', '«', '%'],
    pattern:
      /\{\{[^{}\n]{1,80}\}\}|\$\{[^{}\n]{1,80}\}|<<[^<>\n]{1,80}>>|«\w*(?:_\w+|[a-z][A-Z])\w*»|%[A-Z][A-Z_]{3,40}%/g,
  },
  // What Word shows in a field that nobody filled in.
  {
    marks: ['to enter', 'Choose an'],
    pattern: /\bClick(?: or tap)?(?: here)? to enter (?:text|a date)\b\.?|\bChoose an item\./g,
  },
  // What Word leaves where a field lost its target.
  {
    marks: ['Error!'],
    pattern: /\bError! (?:Reference source|Bookmark|No (?:bookmark|text))[^.\n]{0,60}\.?/g,
  },
]

/** Blanks, orders and notes to the drafter that were left in the text. */
export const placeholder: Check = {
  kind: 'placeholder',
  parameters: { words: [] },
  outcomes: { placeholder: ['context'], note: ['context'] },
  *run({ disclosure, parameters }) {
    /** Offsets of the brackets that were told of, by text: a blank may stand in brackets round other words. */
    const told = new Set<string>()
    for (const { words, match } of [
      ...occurrencesOf(BRACKETED, disclosure),
      ...occurrencesOf(INNERMOST, disclosure),
    ]) {
      const inside = match[0].slice(1, -1)
      const { prose, start, end } = words
      const place = `${disclosure.prose.indexOf(prose)} ${start}`
      if (told.has(place) || isEditorial(inside) || isMarkup(prose.text, start, end)) continue
      if (isInDraftingNote(prose.text, start)) continue
      const isNote = isDraftingNote(inside)
      if (!isNote && !isPlaceholderInBrackets(inside)) continue
      told.add(place)
      yield aboutWords(isNote ? 'note' : 'placeholder', words)
    }
    for (const { words } of occurrencesOf(BARE_NOTE, disclosure))
      if (!isInBrackets(words.prose.text, words.start)) yield aboutWords('note', words)
    for (const pattern of [...PATTERNS, ...textsIn(parameters, 'words').map(literally)])
      for (const { words } of occurrencesOf(pattern, disclosure)) {
        const { text } = words.prose
        const place = `${disclosure.prose.indexOf(words.prose)} ${words.start}`
        if (told.has(place) || isInBrackets(text, words.start) || isInDraftingNote(text, words.start))
          continue
        told.add(place)
        yield aboutWords('placeholder', words)
      }
  },
}
