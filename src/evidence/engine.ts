import type { CoverageStatus, Evidence } from '../model/coverage.js'
import type { RequirementName } from '../model/requirements.js'
import { type AssertionReader, createAssertionReader, TRIGGERS } from './assertion.js'
import { speaksOf } from './enumeration.js'
import { createMatcher, type Match, type Renaming, type Scan, type Standing } from './match.js'
import { loadProgram, type ProgramData } from './program.js'
import { type AssertionKind, reportedAssertion } from './requirement.js'

/** The evidence patterns of all requirements over one lexicon, as `compile/evidence.ts` makes them; `Name` is theirs. */
export interface EvidenceData<Name extends string = RequirementName> {
  readonly program: ProgramData
  readonly patterns: readonly PatternEntry<Name>[]
  /** In the order of the rule. */
  readonly requirements: readonly RequirementEntry<Name>[]
}

/** Numbers are those of classes of the program; -1 for none. The patterns' own are its first, in their order. */
export interface PatternEntry<Name extends string = RequirementName> {
  readonly requirement: Name
  readonly id: string
  readonly status: CoverageStatus
  readonly target: number
  readonly needed: readonly number[]
  readonly unless: number
  readonly asserted: Readonly<Record<AssertionKind, CoverageStatus | 'none'>>
  readonly facets: readonly string[]
  readonly decisive: boolean
}

export interface RequirementEntry<Name extends string = RequirementName> {
  readonly name: Name
  readonly precedence: readonly CoverageStatus[]
  readonly near: number
  readonly veto: number
  readonly fallback: {
    readonly status: CoverageStatus
    readonly requirement: Name
    readonly is: CoverageStatus
  } | null
}

/** What one sentence shows about a requirement, before it has a place in a document: offsets are into the sentence. */
export type Hit<Name extends string = RequirementName> = Omit<Evidence, 'sentence'> & {
  readonly requirement: Name
  /** Place of the pattern in its file: the most telling come first. */
  readonly rank: number
  readonly decisive: boolean
}

/** How often words of a requirement's subject stand in a sentence. */
export interface Near<Name extends string = RequirementName> {
  readonly requirement: Name
  readonly count: number
}

export interface SentenceReading<Name extends string = RequirementName> {
  readonly hits: readonly Hit<Name>[]
  /** Requirements whose subject the sentence touches, with how many `near` phrases it has. */
  readonly near: readonly Near<Name>[]
  /** Requirements whose fallback the sentence rules out. */
  readonly vetoes: readonly Name[]
  /** Whose committee the sentence names, which "the committee" after it then is; '' where it names none. */
  readonly committee: Committee
  /** Whether it speaks of a committee named before, so that it reads otherwise after another one. */
  readonly refersBack: boolean
}

/** Whose committee was named last: the board's, management's, or that of none that is known. */
export type Committee = 'board' | 'management' | ''

export interface EvidenceEngine<Name extends string = RequirementName> {
  readonly requirements: readonly RequirementEntry<Name>[]
  /**
   * Everything that one sentence shows.
   * @param text the sentence
   * @param lead the words that lead it in ("We engage third parties to:"), or ''
   * @param committee whose committee was named last before it
   * @param renamed names in it that are read as words of the lexicon
   */
  readonly read: (
    text: string,
    lead: string,
    committee?: Committee,
    renamed?: readonly Renaming[],
  ) => SentenceReading<Name>
  /** Whether words of a lexicon class stand in a text. Throws where the lexicon has no such class. */
  readonly mentions: (text: string, className: string) => boolean
}

/** Characters in which a class is looked for: a text that names a body does so early, and memory stays bounded. */
const LONGEST_MENTION = 100_000

/** The reading of words that state nothing. */
export const NOTHING: SentenceReading<never> = {
  hits: [],
  near: [],
  vetoes: [],
  committee: '',
  refersBack: false,
}

/** Classes of the lexicon that the engine asks for, whatever the patterns. */
export const ENGINE_CLASSES = [
  ...TRIGGERS,
  'about-the-rules',
  'board-committee',
  'management-committee',
  'the-committee',
  'that-committee',
] as const

/** Makes the engine. It keeps a vocabulary, so make one and use it for all texts. */
export const createEngine = <Name extends string>({
  program: data,
  patterns,
  requirements,
}: EvidenceData<Name>): EvidenceEngine<Name> => {
  const program = loadProgram(data)
  const matcher = createMatcher(program)
  const assertions = createAssertionReader(program)
  if (patterns.some(({ target }, rank) => target !== rank))
    throw new Error('the classes of the patterns are not the first of the program, in their order')
  const vetoed = requirements.filter(({ veto }) => veto >= 0)
  const aboutTheRules = program.classNamed('about-the-rules')
  const approached = requirements.filter(({ near }) => near >= 0)
  const nearIn = (scan: Scan): readonly Near<Name>[] => {
    const found: Near<Name>[] = []
    for (const { name, near } of approached)
      if (scan.has(near)) found.push({ requirement: name, count: scan.count(near) })
    return found
  }

  /** What the matcher scanned last without a lead-in: several classes are asked of one text in a row. */
  let scanned: { readonly text: string; readonly scan: Scan } | undefined

  const boardCommittee = program.classNamed('board-committee')
  const managementCommittee = program.classNamed('management-committee')
  const theCommittee = program.classNamed('the-committee')
  const thatCommittee = program.classNamed('that-committee')
  const standings: Readonly<Record<Committee, readonly Standing[]>> = {
    board: [
      { from: theCommittee, to: boardCommittee },
      { from: thatCommittee, to: boardCommittee },
    ],
    management: [
      { from: theCommittee, to: managementCommittee },
      { from: thatCommittee, to: managementCommittee },
    ],
    '': [{ from: theCommittee, to: boardCommittee }],
  }
  const committeeIn = (scan: Scan): Committee => {
    const board = scan.has(boardCommittee)
    if (board === scan.has(managementCommittee)) return ''
    return board ? 'board' : 'management'
  }

  const read: EvidenceEngine<Name>['read'] = (text, lead, committee = '', renamed = []) => {
    scanned = undefined
    const scan = matcher.scan(text, lead, standings[committee], renamed)
    // What the rules ask of companies is no statement about the registrant.
    if (scan.has(aboutTheRules)) return NOTHING
    const leadWords = matcher.leadWords()
    const hits: Hit<Name>[] = []
    for (
      let rank = scan.nextFound(0, patterns.length);
      rank >= 0;
      rank = scan.nextFound(rank + 1, patterns.length)
    ) {
      const pattern = patterns[rank]
      if (!pattern?.needed.every(scan.has)) continue
      const hit = bestHit(scan, pattern, rank, leadWords, assertions)
      if (hit) hits.push(hit)
    }
    const vetoes: Name[] = []
    for (const { name, veto } of vetoed) if (scan.has(veto)) vetoes.push(name)
    return {
      hits,
      near: nearIn(scan),
      vetoes,
      committee: committeeIn(scan),
      refersBack: scan.has(theCommittee) || scan.has(thatCommittee),
    }
  }

  return {
    requirements,
    read,
    mentions: (text, className) => {
      if (scanned?.text !== text)
        scanned = { text, scan: matcher.scan(text.slice(0, LONGEST_MENTION), '', standings['']) }
      return scanned.scan.has(program.classNamed(className))
    },
  }
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

const isSpokenOf = (scan: Scan, match: Match, by: readonly Match[]): boolean => {
  for (const each of by) if (speaksOf(scan, each, match)) return true
  return false
}

/** The place in the sentence where a pattern earns most. */
const bestHit = <Name extends string>(
  scan: Scan,
  pattern: PatternEntry<Name>,
  rank: number,
  leadWords: number,
  { assertionOf, crossesClause }: AssertionReader,
): Hit<Name> | undefined => {
  let best: Match | undefined
  let kind: AssertionKind = 'affirmed'
  let status: CoverageStatus | 'none' = 'none'
  const ruledOutBy = scan.spans(pattern.unless)
  for (const match of scan.spans(pattern.target)) {
    if (match.end <= leadWords || (pattern.status === 'negated' && crossesClause(scan, match))) continue
    if (isSpokenOf(scan, match, ruledOutBy)) continue
    const asserted = assertionOf(scan, match)
    const earned = pattern.asserted[asserted]
    if (best && CREDIT[earned] <= CREDIT[status]) continue
    best = match
    kind = asserted
    status = earned
  }
  if (!best) return undefined
  const first = Math.max(best.start, leadWords)
  return {
    requirement: pattern.requirement,
    rank,
    pattern: pattern.id,
    assertion: reportedAssertion[kind],
    status: status === 'none' ? 'absent' : status,
    start: scan.startOf(first),
    end: scan.endOf(best.end - 1),
    facets: pattern.facets,
    // Only in the status that the pattern is for: a plan or a denial decides nothing.
    decisive: pattern.decisive && status === pattern.status,
  }
}
