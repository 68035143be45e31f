import type { Disclosure, ReviewMark } from '../model/disclosure.js'
import { shorten } from '../text/shorten.js'
import { EDITOR_NOTE, isInBrackets } from './bracket-text.js'
import type { Check, Outcome } from './check.js'
import { aboutWords, occurrencesOf } from './occurrence.js'

/** Paragraphs that a message names before it says how many more there are. */
const MOST_PLACES = 6
/** Characters of the words that a message repeats. */
const SHOWN = 100

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const counted = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`

/** "paragraph 4", "paragraphs 4, 7 and 12"; "" for a source without paragraphs. */
const placesOf = (marks: readonly ReviewMark[]): string => {
  const numbers = new Set<number>()
  for (const { at } of marks) {
    const span = at.source.span(at.start, at.end)
    if ('paragraph' in span) numbers.add(span.paragraph)
  }
  if (numbers.size === 0) return ''
  const shown = [...numbers].slice(0, MOST_PLACES).map(String)
  const more = numbers.size - shown.length
  return `paragraph${numbers.size === 1 ? '' : 's'} ${listed(more > 0 ? [...shown, `${more} more`] : shown)}`
}

/** What one finding says of a mark, or of several of a kind of which it is the first. */
const outcomeOf = (outcome: string, first: ReviewMark, data: Readonly<Record<string, string>>): Outcome => ({
  outcome,
  requirement: null,
  element: null,
  words: first.inProse,
  place: { at: first.at },
  data,
  related: [],
})

/** All marks of some kinds in one finding. @param things what they are called, and how many there are */
const together = (outcome: string, marks: readonly ReviewMark[], things: string): Outcome | undefined => {
  const [first] = marks
  if (!first) return undefined
  const authors = [...new Set(marks.map(({ author }) => author).filter(author => author !== ''))]
  const verb = marks.length === 1 ? 'is' : 'are'
  return outcomeOf(outcome, first, {
    marks: `${things} ${verb}`,
    words: shorten(first.words, SHOWN),
    first: marks.length === 1 ? ': ' : ', the first being ',
    authors: listed(authors),
    places: placesOf(marks),
  })
}

/** Highlighted brackets and blanks have findings of their own, whatever their color. */
const isBlankOrBracket = (words: string): boolean => /^\[.*\]$|^[\s_.●•*]*$/s.test(words)

function* marksLeft(marks: readonly ReviewMark[]): Generator<Outcome> {
  const of = (...kinds: readonly ReviewMark['kind'][]): readonly ReviewMark[] =>
    marks.filter(({ kind }) => kinds.includes(kind))
  const inserted = of('insertion').length
  const moved = of('move').length
  const additions = [
    ...(inserted > 0 ? [counted(inserted, 'insertion')] : []),
    ...(moved > 0 ? [counted(moved, 'move')] : []),
  ]
  const deletions = of('deletion')
  const highlights = of('highlight').filter(({ words }) => !isBlankOrBracket(words))
  const findings = [
    together('insertion', of('insertion', 'move'), listed(additions)),
    together('deletion', deletions, counted(deletions.length, 'deletion')),
    ...of('comment').map(comment =>
      outcomeOf('comment', comment, {
        author: comment.author,
        note: shorten(comment.note, 300),
        on: shorten(comment.words, SHOWN),
      }),
    ),
    together('highlight', highlights, counted(highlights.length, 'highlighted passage')),
  ]
  for (const finding of findings) if (finding) yield finding
}

/** Notes of those who work on a draft that stand in its text without brackets. */
function* notesInText(disclosure: Disclosure): Generator<Outcome> {
  for (const { words } of occurrencesOf(EDITOR_NOTE, disclosure))
    if (!isInBrackets(words.prose.text, words.start)) yield aboutWords('note', words)
}

/** What review left in a draft: tracked changes, comments, highlights, and notes between those who work on it. */
export const reviewMark: Check = {
  kind: 'review-mark',
  outcomes: {
    insertion: ['marks', 'words', 'first', 'authors', 'places'],
    deletion: ['marks', 'words', 'first', 'authors', 'places'],
    comment: ['author', 'note', 'on'],
    highlight: ['marks', 'words', 'first', 'authors', 'places'],
    note: ['context'],
  },
  *run({ disclosure }) {
    yield* marksLeft(disclosure.reviewMarks ?? [])
    yield* notesInText(disclosure)
  },
}
