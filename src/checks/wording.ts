import { PhraseError, parsePhrase, readingsOf } from '../evidence/compile/phrase.js'
import { compileProgram, LexiconError } from '../evidence/compile/program.js'
import { createMatcher, type Matcher } from '../evidence/match.js'
import { loadProgram } from '../evidence/program.js'
import type { Prose } from '../model/prose.js'
import { shorten } from '../text/shorten.js'
import type { Check, Outcome, Unchecked } from './check.js'
import { aboutWords } from './occurrence.js'
import { textsIn } from './parameters.js'

/** What phrases may cost: characters of one, ways to read one, and how many there are. */
const LONGEST_PHRASE = 300
const MOST_READINGS = 500
const MOST_PHRASES = 300

/** The class of the program under which a phrase is found. */
const className = (index: number): string => `phrase:${index}`

/** What is wrong with phrases, each in a line. */
const phraseDefects = (phrases: readonly string[]): readonly string[] => {
  if (phrases.length > MOST_PHRASES)
    return [`phrases: ${phrases.length} are too many; ${MOST_PHRASES} are the most`]
  return phrases.flatMap(phrase => {
    if (phrase.length > LONGEST_PHRASE)
      return [`phrases: "${phrase.slice(0, 40)}…" is longer than ${LONGEST_PHRASE} characters`]
    try {
      if (readingsOf(phrase) > MOST_READINGS)
        return [
          `phrases: "${shorten(phrase, 60)}" can be read in more than ${MOST_READINGS} ways: make several of it`,
        ]
      parsePhrase(phrase)
      compileProgram([], [{ name: className(0), phrases: [phrase], from: 'phrases' }])
      return []
    } catch (error) {
      if (error instanceof PhraseError) return [`phrases: ${error.message}`]
      if (error instanceof LexiconError)
        return [
          `phrases: "${phrase}" names a class of words, which only rules that ship can. Write the words out`,
        ]
      throw error
    }
  })
}

interface Searcher {
  readonly matcher: Matcher
  readonly classes: readonly number[]
}

/** Matchers by the phrases that they look for: a run has few, and a check no state of its own otherwise. */
const searchers = new Map<string, Searcher | readonly string[]>()
const MOST_SEARCHERS = 20

/** What looks for phrases, or what is wrong with them. */
const searcherFor = (phrases: readonly string[]): Searcher | readonly string[] => {
  const key = JSON.stringify(phrases)
  const before = searchers.get(key)
  if (before) return before
  const defects = phraseDefects(phrases)
  const named = phrases.map((phrase, index) => ({
    name: className(index),
    phrases: [phrase],
    from: 'phrases',
  }))
  let made: Searcher | readonly string[] = defects
  if (defects.length === 0) {
    const program = loadProgram(compileProgram([], named))
    const classes = named.map(({ name }) => program.classNamed(name))
    made = { matcher: createMatcher(program), classes }
  }
  if (searchers.size >= MOST_SEARCHERS) searchers.clear()
  searchers.set(key, made)
  return made
}

const unchecked = (outcome: string, reason: string): Unchecked => ({
  outcome,
  requirement: null,
  unchecked: reason,
})

/**
 * Words that a text holds, or lacks. No rule that ships is of this kind: it is for a user's own list of words. The
 * phrases are in the notation of the lexicon, which is searched in bounded time, whatever they are.
 */
export const wording: Check = {
  kind: 'wording',
  parameters: { phrases: [] },
  outcomes: { found: ['context', 'words'], missing: ['phrases'] },
  defects: parameters => phraseDefects(textsIn(parameters, 'phrases')),
  *run({ disclosure, reading, parameters }): Generator<Outcome | Unchecked> {
    const phrases = textsIn(parameters, 'phrases')
    if (phrases.length === 0) return
    const searcher = searcherFor(phrases)
    if (!('matcher' in searcher)) {
      for (const outcome of ['found', 'missing']) yield unchecked(outcome, searcher.join('; '))
      return
    }
    const { matcher, classes } = searcher
    let isFound = false
    // A sentence that stands in two texts, since tags nest, is told of in one of them.
    const seenIn = new Map<string, Prose>()
    for (const { text, prose, start: at } of reading.sentences) {
      const first = seenIn.get(text) ?? prose
      seenIn.set(text, first)
      if (first !== prose) continue
      const scan = matcher.scan(text, '')
      let told = -1
      const spans = classes.flatMap(id => (scan.has(id) ? scan.spans(id) : []))
      for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
        const start = scan.startOf(span.start)
        const end = scan.endOf(span.end - 1)
        isFound = true
        if (start < told || end <= start) continue
        told = end
        const words = { prose, start: at + start, end: at + end }
        yield aboutWords('found', words, { words: text.slice(start, end) })
      }
    }
    if (isFound) return
    if (disclosure.view === 'tagged')
      yield unchecked('missing', 'Only tagged text was seen: the words may stand elsewhere in the filing.')
    else
      yield {
        outcome: 'missing',
        requirement: null,
        element: null,
        words: null,
        place: null,
        data: { phrases: phrases.map(phrase => `“${phrase}”`).join(', ') },
        related: [],
      }
  },
}
