import type { Assertion, CoverageStatus } from '../model/coverage.js'
import type { IncidentSubject } from '../model/incident.js'
import type { Force, RequirementName } from '../model/requirements.js'

/** How a sentence was asserted, finer than the report tells: `modal` ("may engage") and `contingent` ("if an incident occurs") are both conditional. */
export type AssertionKind = 'affirmed' | 'negated' | 'modal' | 'contingent' | 'planned'

/** What a match counts for, by how it is asserted; `none` counts for nothing. */
export type AssertionTable = Readonly<Partial<Record<AssertionKind, CoverageStatus | 'none'>>>

export const reportedAssertion: Readonly<Record<AssertionKind, Assertion>> = {
  affirmed: 'affirmed',
  negated: 'negated',
  modal: 'conditional',
  contingent: 'conditional',
  planned: 'planned',
}

export interface PatternData {
  readonly id: string
  readonly about?: string
  /** Phrases in the notation of {@link parsePhrase}; one that is found is enough. */
  readonly match: readonly string[]
  /** Each of these has to be found somewhere in the sentence too. */
  readonly with?: readonly string[]
  /** None of these may be found in the sentence; in an enumeration, in the same item or in what leads all items in. */
  readonly unless?: readonly string[]
  readonly asserted?: AssertionTable
  /** Credited matches win over all that are not decisive ("no formal program; however, we scan our systems weekly"); the precedence of statuses holds among them. */
  readonly decisive?: boolean
  readonly facets?: readonly string[]
}

export interface EvidenceSection {
  readonly about?: string
  readonly asserted?: AssertionTable
  readonly patterns: readonly PatternData[]
  readonly examples: readonly string[]
}

/** How texts answer one requirement: what patterns are compiled from. */
export interface EvidenceFile<Name extends string = RequirementName> {
  readonly file: string
  readonly name: Name
  /** Statuses from the one that wins to the one that yields, where sentences differ. */
  readonly precedence: readonly CoverageStatus[]
  readonly evidence: Readonly<Partial<Record<CoverageStatus, EvidenceSection>>>
  /** Phrases that show where the subject is touched, for "nearest" where nothing decides. */
  readonly near: readonly string[]
  /** A status that follows from another requirement's, where no sentence decides. */
  readonly fallback?: Fallback<Name>
  /** Texts that show nothing about the requirement. */
  readonly silent: readonly string[]
}

/** A file of `rules/requirements`: one requirement of the rule, and how texts answer it. */
export interface RequirementFile extends EvidenceFile {
  readonly title: string
  readonly citation: { readonly '10-K': string; readonly '20-F': string }
  readonly force: Force
  readonly flag: string | null
  readonly block: string | null
  /** What the rule asks, in our words. */
  readonly asks: string
  /** What tagged filings show, in sentences. */
  readonly practice: readonly string[]
  readonly knownLimits: readonly string[]
}

/** A file of `rules/requirements/incident`: one thing that Item 1.05 of Form 8-K asks of an incident. */
export interface IncidentRequirementFile extends EvidenceFile<IncidentSubject> {
  readonly title: string
  readonly citation: string
  readonly force: Force
  /** Short name of the text block for it. */
  readonly block: string
  /** What the rule asks, in our words. */
  readonly asks: string
  readonly knownLimits: readonly string[]
}

/** "A board that oversees, with no word of a committee, has none": the status of one requirement read off another's. */
export interface Fallback<Name extends string = RequirementName> {
  readonly status: CoverageStatus
  readonly requirement: Name
  readonly is: CoverageStatus
  /** Phrases of which none may stand anywhere in the text. */
  readonly unless: readonly string[]
}
