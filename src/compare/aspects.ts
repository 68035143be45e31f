import { ASPECTS, type Aspect, type RedlinePart } from '../model/comparison.js'
import type { Side, Statement } from './statement.js'

/** Words whose coming or going changes what a sentence says, by what they touch. */
const WORDS: readonly (readonly [Aspect, RegExp])[] = [
  ['negation', /\b(?:no|not|none|nor|never|neither|without|cannot|unable)\b/gi],
  ['materiality', /\b(?:im)?material(?:ly|ity)?\b/gi],
  [
    'certainty',
    /\b(?:may|might|could|would|intends?|plan(?:s|ned)? to|expects? to|believes?|likely|generally|as (?:appropriate|needed|necessary)|designed to|seeks? to|aims? to)\b/gi,
  ],
  [
    'how often',
    /\b(?:annual(?:ly)?|quarterly|monthly|weekly|daily|semi-?annual(?:ly)?|bi-?annual(?:ly)?|periodic(?:ally)?|regular(?:ly)?|each (?:year|quarter|month|week|meeting)|every (?:\w+ )?(?:year|quarter|month|week|meeting)s?|once|twice|at least|ongoing|continuous(?:ly)?|promptly|as frequently|from time to time|per year|yearly)\b/gi,
  ],
  [
    'number',
    /(?<!\()\b\d[\d,.]*\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|decades?)\b/gi,
  ],
]

const YEAR = /\b20\d\d\b/g

/** What went and what came, without years where each went up by one: last year's text brought up to date. */
const withoutRolledYears = (removed: string, added: string): readonly [string, string] => {
  const [before, after] = [removed.match(YEAR) ?? [], added.match(YEAR) ?? []]
  const isRolled =
    before.length === after.length && before.every((year, index) => Number(year) + 1 === Number(after[index]))
  return isRolled ? [removed.replace(YEAR, ''), added.replace(YEAR, '')] : [removed, added]
}

const found = (pattern: RegExp, text: string): string =>
  (text.match(pattern) ?? [])
    .map(word => word.toLowerCase())
    .sort()
    .join('|')

/** Words of the lexicon for those who oversee and manage. */
const WHO = ['board-committee', 'management-committee', 'position'] as const

/** Names in the middle of a text: "Chief Technology Officer", "Audit Committee", "Ms. Ardley". */
const NAME = /\b\p{Lu}[\p{L}\p{N}’'&-]*/gu
const NO_NAME =
  /^(?:we|our|the|this|these|in|as|and|a|an|for|item|form|of|to|it|its|company|us|registrant|board|directors?|management|additionally)$/i

/** Capitalized words, less the one that begins the text. */
const namesIn = (text: string): string =>
  [...text.matchAll(NAME)]
    .filter(({ 0: name, index }) => index > 0 && !NO_NAME.test(name))
    .map(([name]) => name)
    .sort()
    .join('|')

/** A text as it would go on: its first word is no name for standing first. */
const uncapitalized = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

const answers = (statements: readonly Statement[]): string =>
  statements
    .flatMap(({ shows }) => [...shows].map(([requirement, status]) => `${requirement} ${status}`))
    .sort()
    .filter((each, index, all) => each !== all[index - 1])
    .join('|')

/** What a rewording touches beside the wording. */
export const aspectsOf = (
  old: readonly Statement[],
  fresh: readonly Statement[],
  redline: readonly RedlinePart[],
  { reading }: Side,
): readonly Aspect[] => {
  const begins = redline.findIndex(({ kind }) => kind === 'same')
  const side = (kind: RedlinePart['kind']): string =>
    redline
      .flatMap((part, index) =>
        part.kind === kind ? [index < begins ? uncapitalized(part.text) : part.text] : [],
      )
      .map(text => text.trim())
      .join(' · ')
  const [removed, added] = withoutRolledYears(side('removed'), side('added'))
  const touched = new Set<Aspect>()
  if (answers(old) !== answers(fresh)) touched.add('answer')
  for (const [aspect, pattern] of WORDS)
    if (found(pattern, removed) !== found(pattern, added)) touched.add(aspect)
  const whoIn = (text: string): string =>
    WHO.filter(className => reading.mentions(text, className)).join('|') + namesIn(`· ${text}`)
  if (whoIn(removed) !== whoIn(added)) touched.add('who')
  return ASPECTS.filter(aspect => touched.has(aspect))
}
