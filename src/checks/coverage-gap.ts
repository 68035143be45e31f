import { lostTextOn, lostTextReason } from '../evidence/lost-text.js'
import type { Reading } from '../evidence/read.js'
import type { Evidence, RequirementCoverage } from '../model/coverage.js'
import type { Disclosure } from '../model/disclosure.js'
import { elementsFor } from '../model/elements.js'
import type { RequirementName } from '../model/requirements.js'
import { shorten } from '../text/shorten.js'
import type { Check, CheckInput, Outcome, Unchecked, Words } from './check.js'
import { positionsTogether } from './position-title.js'

const VALUES = ['nearest', 'positions', 'flag'] as const

/** A way in which processes are integrated: something shared, done together, reviewed or reported. */
const HOW =
  /\b(?:shar(?:e[sd]?|ing)|common|same|through|where(?:by|in)|by \w+ing|regist(?:er|ry)|methodolog\w*|reporting|reports?|reported|committees?|councils?|alongside|together with|assess(?:es|ed|ments?)|evaluat\w+|review\w*|monitor\w*|consider\w*|includ(?:es|ing)|incorporat\w+|prioriti[sz]\w+|rank\w*|escalat\w*|treated|(?:semi-?)?annual(?:ly)?|quarterly|monthly|(?:each|every) (?:year|half-year|quarter|month)|(?:with|among|against) (?:(?:all|the|our|its|every|any) )*other [^.;]{0,30}\brisks?|surveys?|heat map|risk appetite|to ensure|so that|ensuring|allow\w*|enabl\w*)\b/i

const saysHow = ({ facets, evidence }: RequirementCoverage): boolean =>
  facets.has('how') || evidence.some(({ sentence }) => HOW.test(sentence.text))

/** What the coverage of a requirement lacks; null where nothing. */
const gapOf = (coverage: RequirementCoverage): string | null => {
  const { requirement, status } = coverage
  if (status === 'absent' || status === 'weak' || status === 'cross-reference') return status
  return requirement === 'integrated' && status === 'addressed' && !saysHow(coverage) ? 'without-how' : null
}

const wordsOf = ({ sentence: { prose, start, end } }: Evidence): Words => ({ prose, start, end })

/**
 * The sentence that names those responsible: expertise is asked of "such persons", so where nobody is named there is
 * nobody whose expertise could be missing (Item 106(c)(2)(i)).
 */
const namingSentence = ({ coverage }: Reading): Evidence | undefined => {
  const positions = coverage.get('positions')
  return positions?.status === 'addressed' ? positions.evidence[0] : undefined
}

/** Most positions that a message names. */
const NAMED = 3

/** Titles in the sentence, or, where it goes on about "she", in the one before it; short forms in full. */
const titlesIn = ({ sentence }: Evidence, { sentences, namings }: Reading): readonly string[] => {
  const own = positionsTogether(sentence.text)
  const before = own.length > 0 ? undefined : sentences[sentences.indexOf(sentence) - 1]
  const fullNames = new Map(
    namings().flatMap(({ short, name }) => (short === null ? [] : [[short, name] as const])),
  )
  return (before ? positionsTogether(before.text) : own).map(title => fullNames.get(title) ?? title)
}

/** "the Chief Financial Officer and the Director of IT": those whom a sentence names side by side. */
const positionsNamed = (evidence: Evidence | undefined, reading: Reading): string => {
  if (!evidence) return ''
  const titles = titlesIn(evidence, reading).map(title => `the ${title}`)
  const shown = titles.length > NAMED ? [...titles.slice(0, NAMED), 'others'] : titles
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

/** Says that the requirement's flag is not given, where it has one and other flags are. */
const missingFlag = ({ flags }: Disclosure, requirement: RequirementName): string => {
  if (flags.length === 0) return ''
  const asked = elementsFor(requirement).find(({ datatype }) => datatype === 'boolean')
  if (!asked || flags.some(({ element }) => element === asked)) return ''
  return 'Nor is its flag given.'
}

/** A committee that oversees, not one that is merely informed, planned, or passed over for the full board. */
const showsCommitteeAtWork = ({ sentence, assertion }: Evidence): boolean =>
  assertion !== 'planned' &&
  /overs(?:ee|aw|ight)|responsib|delegat|charged|supervis/i.test(sentence.text) &&
  !/\b(?:full|entire|whole) board\b|\bremains? with\b|\b(?:escalat|report)\w* .{0,60}\bcommittees?\b/i.test(
    sentence.text,
  )

const gapIn = (
  { disclosure, reading }: CheckInput,
  entry: RequirementCoverage,
): Outcome | Unchecked | null => {
  const { requirement } = entry
  const outcome = gapOf(entry)
  if (outcome === null) return null
  const naming = requirement === 'expertise' ? namingSentence(reading) : undefined
  if (requirement === 'expertise' && !naming) return null
  if (requirement === 'board-committee' && !entry.evidence.some(showsCommitteeAtWork)) return null
  const lost = lostTextOn(disclosure, requirement)
  if (lost.length > 0) return { outcome, requirement, unchecked: lostTextReason(lost) }
  const [shown = naming, ...others] = outcome === 'absent' ? entry.nearest : entry.evidence
  const elements = elementsFor(requirement)
  return {
    outcome,
    requirement,
    element: elements.find(({ datatype }) => datatype === 'textBlock') ?? elements[0] ?? null,
    words: shown ? wordsOf(shown) : null,
    place: disclosure.flags.find(({ element }) => element.requirement === requirement) ?? null,
    data: {
      nearest: shown ? shorten(shown.sentence.text) : '',
      positions: positionsNamed(naming, reading),
      flag: missingFlag(disclosure, requirement),
    },
    related: others.slice(0, 2).map(each => ({ message: 'Also near', words: wordsOf(each) })),
  }
}

/** A requirement that the text leaves out, answers weakly, or answers in part. */
export const coverageGap: Check = {
  kind: 'coverage-gap',
  outcomes: { absent: VALUES, weak: VALUES, 'cross-reference': VALUES, 'without-how': VALUES },
  *run(input) {
    for (const entry of input.reading.coverage.values()) {
      const gap = gapIn(input, entry)
      if (gap) yield gap
    }
  },
}
