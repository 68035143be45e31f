import { lexicon, requirements } from '../generated/ruleset.js'
import type { CoverageStatus, Evidence, RequirementCoverage, Sentence } from '../model/coverage.js'
import type { Block, Disclosure } from '../model/disclosure.js'
import type { RequirementName } from '../model/requirements.js'
import { type LedSentence, sentencesOf } from '../text/sentences.js'
import { createEngine, type EvidenceEngine, NO_CONTEXT, type SentenceReading } from './engine.js'
import type { RequirementFile } from './requirement.js'

/** What the text of a disclosure says, requirement by requirement. */
export interface Reading {
  /** Every sentence of every prose, in order. */
  readonly sentences: readonly Sentence[]
  /** One entry for each of the 13 requirements, in the order of the rule. */
  readonly coverage: ReadonlyMap<RequirementName, RequirementCoverage>
  /** Every sentence that matched a pattern of the requirement, credited or not, in document order. */
  readonly candidates: (requirement: RequirementName) => readonly Evidence[]
  /** What one block's own text says about a requirement. */
  readonly ofBlock: (block: Block, requirement: RequirementName) => RequirementCoverage
  /** Sentences that stand, whole or in part, in a block. */
  readonly sentencesOf: (block: Block) => readonly Sentence[]
  /** Whether words of a lexicon class (`board-committee`, `position`) stand in a text. */
  readonly mentions: (text: string, className: string) => boolean
}

/** Sentences that a coverage row shows, and candidates where nothing decides. */
const EVIDENCE_SHOWN = 6
const NEAREST_SHOWN = 3

interface ReadSentence {
  readonly sentence: LedSentence
  readonly reading: SentenceReading
}

/**
 * Reads disclosures with one engine. Sentences met before are not read again: nested blocks repeat theirs, and drafts
 * of one registrant repeat each other's.
 */
export const createReader = (engine: EvidenceEngine): ((disclosure: Disclosure) => Reading) => {
  const memo = new Map<string, SentenceReading>()
  const readSentence = (text: string, lead: string, previousText: string, previous: SentenceReading | undefined): SentenceReading => {
    const key = `${previousText}\n${lead}\n${text}`
    const known = memo.get(key)
    if (known) return known
    const reading = engine.read(text, lead, previous?.context ?? NO_CONTEXT)
    if (memo.size >= MEMO_LIMIT) memo.clear()
    memo.set(key, reading)
    return reading
  }

  return disclosure => {
    const read: ReadSentence[] = []
    for (const prose of disclosure.prose) {
      const sentences = sentencesOf(prose)
      let previous: SentenceReading | undefined
      sentences.forEach((sentence, index) => {
        const lead = sentence.leadIn >= 0 ? (sentences[sentence.leadIn]?.text ?? '') : ''
        const reading = readSentence(sentence.text, lead, sentences[index - 1]?.text ?? '', previous)
        read.push({ sentence, reading })
        previous = reading
      })
    }
    const coverage = coverageOf(engine, read)
    const inBlock = (block: Block): readonly ReadSentence[] =>
      read.filter(
        ({ sentence }) => sentence.prose === block.prose && sentence.start < block.end && sentence.end > block.start,
      )
    return {
      sentences: read.map(({ sentence }) => sentence),
      coverage,
      candidates: requirement => evidenceFor(read, requirement),
      ofBlock: (block, requirement) => {
        const file = engine.requirements.find(({ data }) => data.name === requirement)
        if (!file) throw new Error(`there is no requirement ${requirement}`)
        return coverRequirement(file.data, inBlock(block))
      },
      sentencesOf: block => inBlock(block).map(({ sentence }) => sentence),
      mentions: engine.mentions,
    }
  }
}

const MEMO_LIMIT = 20_000

const evidenceFor = (read: readonly ReadSentence[], requirement: RequirementName): Evidence[] =>
  read.flatMap(({ sentence, reading }) =>
    reading.hits
      .filter(hit => hit.requirement === requirement)
      .map(({ start, end, assertion, status, pattern, facets }) => ({ sentence, start, end, assertion, status, pattern, facets })),
  )

const coverageOf = (
  engine: EvidenceEngine,
  read: readonly ReadSentence[],
): ReadonlyMap<RequirementName, RequirementCoverage> => {
  const coverage = new Map<RequirementName, RequirementCoverage>()
  for (const { data } of engine.requirements) coverage.set(data.name, coverRequirement(data, read))
  for (const { data, fallback } of engine.requirements) {
    const own = coverage.get(data.name)
    const other = fallback && coverage.get(fallback.requirement)
    if (!own || !other || own.status !== 'absent' || other.status !== fallback.is) continue
    if (read.some(({ reading }) => reading.vetoes.includes(data.name))) continue
    coverage.set(data.name, { ...own, status: fallback.status, evidence: other.evidence })
  }
  return coverage
}

/** The status with the highest precedence that any sentence shows, with the sentences that show it. */
const coverRequirement = (data: RequirementFile, read: readonly ReadSentence[]): RequirementCoverage => {
  const all = evidenceFor(read, data.name)
  const decisive = decisiveStatus(data, read)
  const status: CoverageStatus =
    decisive ?? data.precedence.find(each => all.some(hit => hit.status === each)) ?? 'absent'
  const deciding = status === 'absent' ? [] : onePerSentence(all.filter(hit => hit.status === status))
  return {
    requirement: data.name,
    status,
    evidence: deciding.slice(0, EVIDENCE_SHOWN),
    nearest: status === 'absent' ? nearestTo(data.name, read) : [],
    facets: new Set(all.filter(hit => hit.status !== 'absent').flatMap(({ facets }) => facets)),
  }
}

const decisiveStatus = (data: RequirementFile, read: readonly ReadSentence[]): CoverageStatus | undefined => {
  for (const { reading } of read)
    for (const hit of reading.hits) if (hit.decisive && hit.requirement === data.name) return hit.status
  return undefined
}

/** A sentence is shown once, also where blocks repeat it or several patterns match it. */
const onePerSentence = (evidence: readonly Evidence[]): Evidence[] => {
  const seen = new Set<string>()
  return evidence.filter(({ sentence }) => {
    if (seen.has(sentence.text)) return false
    seen.add(sentence.text)
    return true
  })
}

const nearestTo = (requirement: RequirementName, read: readonly ReadSentence[]): Evidence[] => {
  const candidates = read.flatMap(({ sentence, reading }) => {
    const weight = reading.near.get(requirement)
    if (weight === undefined) return []
    return [{ weight, sentence }]
  })
  candidates.sort((a, b) => b.weight - a.weight)
  return onePerSentence(
    candidates.map(({ sentence }) => ({
      sentence,
      start: 0,
      end: sentence.text.length,
      assertion: 'affirmed',
      status: 'absent',
      pattern: `near:${requirement}`,
      facets: [],
    })),
  ).slice(0, NEAREST_SHOWN)
}

let reader: ((disclosure: Disclosure) => Reading) | undefined

/** Reads a disclosure with the requirements and the lexicon of this package. */
export const readDisclosure = (disclosure: Disclosure): Reading => {
  reader ??= createReader(createEngine(lexicon, requirements))
  return reader(disclosure)
}
