import type { CoverageStatus } from '../../model/coverage.js'
import { ENGINE_CLASSES, type EvidenceData, type PatternEntry } from '../engine.js'
import { createMatcher } from '../match.js'
import { loadProgram, type ProgramData } from '../program.js'
import type {
  AssertionKind,
  AssertionTable,
  EvidenceFile,
  EvidenceSection,
  PatternData,
} from '../requirement.js'
import { type LexiconFile, lexiconFor } from './lexicon.js'
import { type ClassFrequency, compileProgram, type NamedPhrases } from './program.js'

/** What a pattern of a section counts for, unless its file says otherwise. */
const defaultTable = (status: CoverageStatus): Readonly<Record<AssertionKind, CoverageStatus | 'none'>> =>
  status === 'addressed'
    ? { affirmed: 'addressed', negated: 'negated', modal: 'weak', contingent: 'weak', planned: 'weak' }
    : status === 'weak'
      ? { affirmed: 'weak', negated: 'none', modal: 'weak', contingent: 'weak', planned: 'weak' }
      : { affirmed: status, negated: status, modal: status, contingent: status, planned: status }

interface Listed<Name extends string> {
  readonly file: EvidenceFile<Name>
  readonly status: CoverageStatus
  readonly section: EvidenceSection
  readonly data: PatternData
}

const listPatterns = <Name extends string>(files: readonly EvidenceFile<Name>[]): readonly Listed<Name>[] =>
  files.flatMap(file =>
    (Object.entries(file.evidence) as [CoverageStatus, EvidenceSection][]).flatMap(([status, section]) =>
      section.patterns.map(data => ({ file, status, section, data })),
    ),
  )

/** The class of what has to stand with a pattern: many patterns ask for the same, and it is looked for once. */
const besideOf = (phrase: string): string => /^<([a-z-]+)>$/.exec(phrase)?.[1] ?? `with ${phrase}`

const idOf = ({ file, data }: Listed<string>): string => `${file.name}/${data.id}`

/** Everything that has to be found in a sentence, each under a name. */
const namedPhrases = (
  files: readonly EvidenceFile<string>[],
  patterns: readonly Listed<string>[],
): readonly NamedPhrases[] => [
  ...patterns.map(pattern => ({
    name: idOf(pattern),
    phrases: pattern.data.match,
    from: pattern.file.file,
  })),
  ...files.flatMap(({ name, near, fallback, file: from }) => [
    ...(near.length ? [{ name: `near:${name}`, phrases: near, from }] : []),
    ...(fallback?.unless.length ? [{ name: `veto:${name}`, phrases: fallback.unless, from }] : []),
  ]),
  ...patterns.flatMap(pattern =>
    pattern.data.unless
      ? [{ name: `${idOf(pattern)} unless`, phrases: pattern.data.unless, from: pattern.file.file }]
      : [],
  ),
  ...uniqueBy(
    patterns.flatMap(({ data, file }) =>
      (data.with ?? [])
        .filter(phrase => besideOf(phrase).startsWith('with '))
        .map(phrase => ({ name: besideOf(phrase), phrases: [phrase], from: file.file })),
    ),
    ({ name }) => name,
  ),
]

const uniqueBy = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => [
  ...new Map(items.map(item => [key(item), item])).values(),
]

/** Sentences of the examples in which each class is found: what is common in disclosures is common in them. */
const frequencyIn = (program: ProgramData, files: readonly EvidenceFile<string>[]): ClassFrequency => {
  const matcher = createMatcher(loadProgram(program))
  const counts = new Int32Array(program.classCount)
  for (const { evidence, silent } of files) {
    for (const text of [...Object.values(evidence).flatMap(section => section?.examples ?? []), ...silent]) {
      const scan = matcher.scan(text, '')
      for (let id = 0; id < counts.length; id++) if (scan.has(id)) counts[id] = (counts[id] ?? 0) + 1
    }
  }
  return id => counts[id] ?? 0
}

/**
 * Compiles the evidence patterns of all requirements over a lexicon.
 * @param lexicon files of `rules/lexicon`
 * @param files files of `rules/requirements`, in the order of the rule
 * @returns plain data, which `createEngine` takes
 * @throws LexiconError, PhraseError where the data is broken: the message names the file, the class or the phrase
 */
export const compileEvidence = <Name extends string>(
  lexicon: readonly LexiconFile[],
  files: readonly EvidenceFile<Name>[],
): EvidenceData<Name> => {
  const patterns = listPatterns(files)
  const named = namedPhrases(files, patterns)
  const program = compileProgram(lexicon, named, frequencyIn(compileProgram(lexicon, named), files))
  const idNamed = (name: string): number => program.names[name] ?? -1

  const entry = (pattern: Listed<Name>): PatternEntry<Name> => {
    const { file, status, section, data } = pattern
    const id = idOf(pattern)
    const overrides: readonly (AssertionTable | undefined)[] = [section.asserted, data.asserted]
    return {
      requirement: file.name,
      id,
      status,
      target: idNamed(id),
      needed: (data.with ?? []).map(phrase => idNamed(besideOf(phrase))),
      unless: idNamed(`${id} unless`),
      asserted: Object.assign({ ...defaultTable(status) }, ...overrides),
      facets: data.facets ?? [],
      decisive: data.decisive ?? false,
    }
  }
  return {
    program,
    patterns: patterns.map(entry),
    requirements: files.map(({ name, precedence, fallback }) => ({
      name,
      precedence,
      near: idNamed(`near:${name}`),
      veto: idNamed(`veto:${name}`),
      fallback: fallback
        ? { status: fallback.status, requirement: fallback.requirement, is: fallback.is }
        : null,
    })),
  }
}

/**
 * Compiles evidence patterns as {@link compileEvidence} does, over no more of a lexicon than they use: a small program
 * beside that of the annual item, for documents of another kind.
 */
export const compileEvidenceAlone = <Name extends string>(
  lexicon: readonly LexiconFile[],
  files: readonly EvidenceFile<Name>[],
): EvidenceData<Name> => {
  const patterns = listPatterns(files)
  const phrases = [
    ...namedPhrases(files, patterns).flatMap(named => named.phrases),
    ...patterns.flatMap(({ data }) => data.with ?? []),
  ]
  return compileEvidence(lexiconFor(lexicon, phrases, ENGINE_CLASSES), files)
}
