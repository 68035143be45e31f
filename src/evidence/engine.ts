import type { CoverageStatus, Evidence } from '../model/coverage.js'
import type { RequirementName } from '../model/requirements.js'
import { type AssertionReader, createAssertionReader } from './assertion.js'
import { compile, type NamedPhrases, type Program } from './compile.js'
import type { LexiconFile } from './lexicon.js'
import { createMatcher, type Match, type Matcher, type Scan } from './match.js'
import {
  type AssertionKind,
  type AssertionTable,
  type Fallback,
  type PatternData,
  type RequirementFile,
  reportedAssertion,
} from './requirement.js'

/** What one sentence shows, before it has a place in a document: offsets are into the sentence. */
export type Hit = Omit<Evidence, 'sentence'> & {
  readonly requirement: RequirementName
  readonly credited: boolean
  readonly decisive: boolean
}

/** The evidence patterns of all requirements over one lexicon, compiled. */
export interface EvidenceEngine {
  readonly requirements: readonly CompiledRequirement[]
  /**
   * Everything that one sentence shows, strongest pattern first for each requirement.
   * @param text the sentence
   * @param lead the words that lead it in ("We engage third parties to:"), or ''
   * @param previous what the sentence before showed, from the last call's `context`
   */
  readonly read: (text: string, lead: string, previous: SentenceContext) => SentenceReading
  /** Whether words of a lexicon class, or a requirement's fallback phrases, stand in a text. */
  readonly mentions: (text: string, className: string) => boolean
}

export interface SentenceReading {
  readonly hits: readonly Hit[]
  /** Requirements whose subject the sentence touches, with how many `near` phrases it has. */
  readonly near: ReadonlyMap<RequirementName, number>
  /** Requirements whose fallback the sentence rules out. */
  readonly vetoes: readonly RequirementName[]
  readonly context: SentenceContext
}

/** Classes that a pattern may ask of the sentence before, as found in one sentence. */
export type SentenceContext = ReadonlySet<number>
export const NO_CONTEXT: SentenceContext = new Set()

export interface CompiledRequirement {
  readonly data: RequirementFile
  readonly fallback: Fallback | undefined
}

interface CompiledPattern {
  readonly requirement: RequirementName
  readonly id: string
  readonly status: CoverageStatus
  readonly target: number
  readonly needed: readonly number[]
  readonly unless: readonly number[]
  readonly previous: readonly number[]
  readonly asserted: Readonly<Record<AssertionKind, CoverageStatus | 'none'>>
  readonly facets: readonly string[]
  readonly decisive: boolean
}

const ASSERTION_KINDS: readonly AssertionKind[] = ['affirmed', 'negated', 'modal', 'contingent', 'planned']

/** What a pattern of a section counts for, unless its file says otherwise. */
const defaultTable = (status: CoverageStatus): Readonly<Record<AssertionKind, CoverageStatus | 'none'>> =>
  status === 'addressed'
    ? { affirmed: 'addressed', negated: 'negated', modal: 'weak', contingent: 'weak', planned: 'weak' }
    : status === 'weak'
      ? { affirmed: 'weak', negated: 'none', modal: 'weak', contingent: 'weak', planned: 'weak' }
      : { affirmed: status, negated: status, modal: status, contingent: status, planned: status }

const tableFor = (
  status: CoverageStatus,
  ...overrides: readonly (AssertionTable | undefined)[]
): Readonly<Record<AssertionKind, CoverageStatus | 'none'>> =>
  Object.assign({ ...defaultTable(status) }, ...overrides)

/**
 * Compiles the patterns of the requirements over a lexicon.
 * @throws LexiconError, PhraseError where the data is broken
 */
export const createEngine = (lexicon: readonly LexiconFile[], files: readonly RequirementFile[]): EvidenceEngine => {
  const named: NamedPhrases[] = []
  /** Names a list of phrases as a class of its own. */
  const name = (id: string, phrases: readonly string[], from: string): string => {
    named.push({ name: id, phrases, from })
    return id
  }
  const listed: { data: PatternData; file: RequirementFile; status: CoverageStatus; base: string }[] = []
  for (const file of files) {
    if (file.near.length) name(`near:${file.name}`, file.near, file.file)
    if (file.fallback?.unless.length) name(`veto:${file.name}`, file.fallback.unless, file.file)
    for (const [status, section] of Object.entries(file.evidence) as [CoverageStatus, NonNullable<RequirementFile['evidence']['weak']>][]) {
      for (const data of section.patterns) {
        const base = `${file.name}/${data.id}`
        name(base, data.match, file.file)
        data.with?.forEach((phrase, i) => name(`${base}+${i}`, [phrase], file.file))
        if (data.unless) name(`${base}-`, data.unless, file.file)
        if (data.previous) name(`${base}<`, data.previous, file.file)
        listed.push({ data, file, status, base })
      }
    }
  }

  const program = compile(lexicon, named)
  const id = (className: string): number => program.classId(className) ?? -1
  const patterns: readonly CompiledPattern[] = listed.map(({ data, file, status, base }) => ({
    requirement: file.name,
    id: base,
    status,
    target: id(base),
    needed: (data.with ?? []).map((_, i) => id(`${base}+${i}`)),
    unless: data.unless ? [id(`${base}-`)] : [],
    previous: data.previous ? [id(`${base}<`)] : [],
    asserted: tableFor(status, file.evidence[status]?.asserted, data.asserted),
    facets: data.facets ?? [],
    decisive: data.decisive ?? false,
  }))
  const contextClasses = [...new Set(patterns.flatMap(({ previous }) => previous))]
  const nearClasses = files.map(file => ({ requirement: file.name, target: id(`near:${file.name}`) })).filter(({ target }) => target >= 0)
  const vetoClasses = files.map(file => ({ requirement: file.name, target: id(`veto:${file.name}`) })).filter(({ target }) => target >= 0)

  const aboutTheRules = program.classId('about-the-rules') ?? -1
  const matcher = createMatcher(program)
  const assertionOf = createAssertionReader(program)

  const read: EvidenceEngine['read'] = (text, lead, previous) => {
    const scan = matcher.scan(text, lead)
    const leadWords = matcher.leadWords()
    const hits: Hit[] = []
    // What the rules ask of companies is no statement about the registrant.
    const candidates = scan.has(aboutTheRules) ? [] : patterns
    for (const pattern of candidates) {
      if (!scan.has(pattern.target)) continue
      if (!pattern.needed.every(scan.has) || pattern.unless.some(scan.has)) continue
      if (pattern.previous.length && !pattern.previous.some(each => previous.has(each))) continue
      const hit = bestHit(scan, pattern, leadWords, assertionOf)
      if (hit) hits.push(hit)
    }
    const near = new Map<RequirementName, number>()
    for (const { requirement, target } of nearClasses)
      if (scan.has(target)) near.set(requirement, [...scan.spans(target)].length)
    return {
      hits,
      near,
      vetoes: vetoClasses.filter(({ target }) => scan.has(target)).map(({ requirement }) => requirement),
      context: new Set(contextClasses.filter(scan.has)),
    }
  }

  return {
    requirements: files.map(data => ({ data, fallback: data.fallback })),
    read,
    mentions: (text, className) => mentionsIn(program, matcher, text, className),
  }
}

const mentionsIn = (program: Program, matcher: Matcher, text: string, className: string): boolean => {
  const target = program.classId(className)
  if (target === undefined) throw new Error(`the lexicon has no class <${className}>`)
  return matcher.scan(text, '').has(target)
}

/** Credit in which the readings of one pattern's several places in a sentence are ranked. */
const CREDIT: Readonly<Record<CoverageStatus | 'none', number>> = {
  addressed: 5,
  affected: 5,
  'not-affected': 4,
  negated: 4,
  weak: 3,
  'cross-reference': 3,
  absent: 0,
  'not-applicable': 0,
  none: 0,
}

/** The place in the sentence where a pattern earns most. */
const bestHit = (
  scan: Scan,
  pattern: CompiledPattern,
  leadWords: number,
  assertionOf: AssertionReader,
): Hit | undefined => {
  let best: { readonly match: Match; readonly kind: AssertionKind; readonly status: CoverageStatus | 'none' } | undefined
  for (const match of scan.spans(pattern.target)) {
    if (match.end <= leadWords) continue
    const kind = assertionOf(scan, match)
    const status = pattern.asserted[kind]
    if (!best || CREDIT[status] > CREDIT[best.status]) best = { match, kind, status }
  }
  if (!best) return undefined
  const { match, kind, status } = best
  const first = Math.max(match.start, leadWords)
  return {
    requirement: pattern.requirement,
    pattern: pattern.id,
    assertion: reportedAssertion[kind],
    status: status === 'none' ? 'absent' : status,
    credited: status !== 'none',
    start: scan.words.starts[first] ?? 0,
    end: scan.words.ends[match.end - 1] ?? 0,
    facets: pattern.facets,
    // Only in the status that the pattern is for: a plan or a denial decides nothing.
    decisive: pattern.decisive && status === pattern.status,
  }
}

export { ASSERTION_KINDS }
