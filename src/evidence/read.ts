import { evidence } from '../generated/evidence.js'
import type { CoverageStatus, Evidence, RequirementCoverage, Sentence } from '../model/coverage.js'
import type { Block, Disclosure } from '../model/disclosure.js'
import type { Glossary } from '../model/glossary.js'
import { memoOf } from '../model/memo.js'
import type { Prose } from '../model/prose.js'
import type { RequirementName } from '../model/requirements.js'
import { isInDraftingNote, mayHoldDraftingNote } from '../text/drafting-note.js'
import { type LedSentence, sentencesOf } from '../text/sentences.js'
import { overlapping } from '../text/stretches.js'
import {
  type Committee,
  createEngine,
  type EvidenceEngine,
  type Hit,
  NOTHING,
  type RequirementEntry,
  type SentenceReading,
} from './engine.js'
import { type Name, WORD_FOR } from './name.js'
import { namesDefinedIn, namesIn } from './names.js'
import { type Naming, namingsIn } from './namings.js'
import { isOfBoard, officerBefore, pronounsIn } from './pronouns.js'

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
  /** Sentences that stand, whole or in part, in [start, end) of a prose. */
  readonly sentencesAt: (prose: Prose, start: number, end: number) => readonly Sentence[]
  /** Sentences that stand, whole or in part, in a block. */
  readonly sentencesOf: (block: Block) => readonly Sentence[]
  /** Officers and committees by the full names that the texts give them, in order; found once, when first asked for. */
  readonly namings: () => readonly Naming[]
  /** Whether words of a lexicon class (`board-committee`, `position`) stand in a text. */
  readonly mentions: (text: string, className: string) => boolean
}

/** Sentences that a coverage row shows, and candidates where nothing decides. */
const EVIDENCE_SHOWN = 6
const NEAREST_SHOWN = 3

interface ReadSentence {
  readonly start: number
  readonly end: number
  readonly sentence: LedSentence
  readonly reading: SentenceReading
}

/** Sentences kept with what they show; a run over a season of filings must not keep all of them. */
export const REMEMBERED = 5000

/**
 * Reads disclosures with one engine. Sentences met before are not read again: nested blocks repeat theirs, and drafts
 * of one registrant repeat each other's.
 */
export const createReader = (
  engine: EvidenceEngine,
): ((disclosure: Disclosure, glossary?: Glossary) => Reading) => {
  const memo = memoOf<SentenceReading>(REMEMBERED)
  const remembered = (
    text: string,
    lead: string,
    committee: Committee,
    names: readonly Name[],
  ): SentenceReading => {
    const own =
      names.length === 0 ? names : names.filter(each => text.includes(each.text) || lead.includes(each.text))
    const key =
      lead === '' && committee === '' && own.length === 0
        ? text
        : `${own.map(({ text: name, kind }) => `${name}=${kind};`).join('')}${committee}\n${lead}\n${text}`
    const known = memo.get(key)
    if (known) return known
    const renamed = own.map(({ text: name, kind }) => ({ text: name, word: WORD_FOR[kind] }))
    const reading = engine.read(text, lead, committee, renamed)
    memo.set(key, reading)
    return reading
  }
  const readSentence = (
    text: string,
    lead: string,
    named: Committee,
    names: readonly Name[],
  ): SentenceReading => {
    const reading = remembered(text, lead, '', names)
    return named !== '' && reading.refersBack ? remembered(text, lead, named, names) : reading
  }
  const entries = new Map(engine.requirements.map(entry => [entry.name, entry]))

  return (disclosure, glossary) => {
    const names = [
      ...(glossary ? namesIn(glossary) : []),
      ...namesDefinedIn(
        disclosure.prose.map(({ text }) => text),
        engine,
      ),
    ]
    const read: ReadSentence[] = []
    const readIn = new Map<Prose, readonly ReadSentence[]>()
    for (const prose of disclosure.prose) {
      const sentences = sentencesOf(prose)
      const noted = mayHoldDraftingNote(prose.text)
      let named: Committee = ''
      /** Whether the sentence before is about the board and names no committee. */
      let ofBoard = false
      const namesOfficer = (text: string): boolean => engine.mentions(text, 'position')
      const own = sentences.map((sentence, index) => {
        const { start, end, text, unit, leadIn } = sentence
        // A heading names a subject and states nothing: "Board oversight" is no oversight.
        const states = prose.units[unit]?.kind !== 'heading'
        const lead = leadIn >= 0 ? (sentences[leadIn]?.text ?? '') : ''
        const plain = states ? readSentence(text, lead, named, names) : NOTHING
        const pronouns = states
          ? pronounsIn(text, {
              officer: officerBefore(sentences, index, namesOfficer) >= 0,
              board: ofBoard,
              committee: named,
            })
          : []
        const reading =
          pronouns.length === 0
            ? plain
            : withHitsOf(plain, readSentence(text, lead, named, [...names, ...pronouns]))
        named = reading.committee || named
        ofBoard = states && reading.committee === '' && isOfBoard(text)
        return { start, end, sentence, reading: noted ? withoutNotes(reading, prose.text, start) : reading }
      })
      readIn.set(prose, own)
      for (const each of own) read.push(each)
    }
    const inBlock = ({ prose, start, end }: Block): readonly ReadSentence[] =>
      overlapping(readIn.get(prose) ?? [], start, end)
    const shown = new Map<Block, Shown>()
    /** A block's sentences and what they show: gathered once, for every requirement asks. */
    const shownIn = (block: Block): Shown => {
      const known = shown.get(block)
      if (known) return known
      const own = inBlock(block)
      const each = { own, hits: hitsOf(own) }
      shown.set(block, each)
      return each
    }
    const hits = hitsOf(read)
    let namings: readonly Naming[] | undefined
    return {
      sentences: read.map(({ sentence }) => sentence),
      coverage: coverageOf(engine.requirements, read, hits),
      candidates: requirement => hits.get(requirement)?.map(evidenceOf) ?? [],
      ofBlock: (block, requirement) => {
        const entry = entries.get(requirement)
        if (!entry) throw new Error(`there is no requirement ${requirement}`)
        const shows = shownIn(block)
        return coverRequirement(entry, shows.own, shows.hits.get(requirement) ?? [])
      },
      sentencesAt: (prose, start, end) =>
        overlapping(readIn.get(prose) ?? [], start, end).map(({ sentence }) => sentence),
      sentencesOf: block => inBlock(block).map(({ sentence }) => sentence),
      namings: () => {
        namings ??= namingsIn(disclosure.prose)
        return namings
      },
      mentions: engine.mentions,
    }
  }
}

interface PlacedHit {
  readonly sentence: LedSentence
  readonly hit: Hit
}

type HitsByRequirement = ReadonlyMap<RequirementName, readonly PlacedHit[]>

interface Shown {
  readonly own: readonly ReadSentence[]
  readonly hits: HitsByRequirement
}

/** What a sentence shows outside the drafter's notes: what a note asks for is not yet said. */
const withoutNotes = (reading: SentenceReading, text: string, start: number): SentenceReading => {
  const hits = reading.hits.filter(hit => !isInDraftingNote(text, start + hit.start))
  return hits.length === reading.hits.length ? reading : { ...reading, hits }
}

/** What a sentence shows by its own words, and with its pronouns read as what they stand for. */
const withHitsOf = (plain: SentenceReading, resolved: SentenceReading): SentenceReading => {
  const known = new Set(plain.hits.map(({ pattern, status }) => `${pattern} ${status}`))
  const more = resolved.hits.filter(({ pattern, status }) => !known.has(`${pattern} ${status}`))
  return more.length === 0 ? plain : { ...plain, hits: [...plain.hits, ...more] }
}

/** What the sentences show, by requirement, in document order. */
const hitsOf = (read: readonly ReadSentence[]): HitsByRequirement => {
  const hits = new Map<RequirementName, PlacedHit[]>()
  for (const { sentence, reading } of read) {
    for (const hit of reading.hits) {
      const known = hits.get(hit.requirement)
      if (known) known.push({ sentence, hit })
      else hits.set(hit.requirement, [{ sentence, hit }])
    }
  }
  return hits
}

const evidenceOf = ({
  sentence,
  hit: { start, end, assertion, status, pattern, facets },
}: PlacedHit): Evidence => ({
  sentence,
  start,
  end,
  assertion,
  status,
  pattern,
  facets,
})

const coverageOf = (
  requirements: readonly RequirementEntry[],
  read: readonly ReadSentence[],
  hits: HitsByRequirement,
): ReadonlyMap<RequirementName, RequirementCoverage> => {
  const coverage = new Map(
    requirements.map(entry => [entry.name, coverRequirement(entry, read, hits.get(entry.name) ?? [])]),
  )
  for (const { name, fallback } of requirements) {
    const own = coverage.get(name)
    const other = fallback && coverage.get(fallback.requirement)
    if (!own || !other || own.status !== 'absent' || other.status !== fallback.is) continue
    if (read.some(({ reading }) => reading.vetoes.includes(name))) continue
    coverage.set(name, { ...own, status: fallback.status, evidence: other.evidence })
  }
  return coverage
}

/** The status with the highest precedence that any sentence shows, with the sentences that show it. */
const coverRequirement = (
  { name, precedence }: RequirementEntry,
  read: readonly ReadSentence[],
  hits: readonly PlacedHit[],
): RequirementCoverage => {
  const decisive = hits.filter(({ hit }) => hit.decisive)
  const heard = decisive.length > 0 ? decisive : hits
  const status: CoverageStatus =
    precedence.find(each => heard.some(({ hit }) => hit.status === each)) ?? 'absent'
  const deciding =
    status === 'absent'
      ? []
      : hits.filter(({ hit }) => hit.status === status).sort((a, b) => a.hit.rank - b.hit.rank)
  return {
    requirement: name,
    status,
    evidence: firstSentences(deciding, EVIDENCE_SHOWN).map(evidenceOf),
    nearest: status === 'absent' ? nearestTo(name, read) : [],
    facets: facetsOf(hits),
  }
}

const NO_FACETS: ReadonlySet<string> = new Set()

const facetsOf = (hits: readonly PlacedHit[]): ReadonlySet<string> => {
  let facets: Set<string> | undefined
  for (const { hit } of hits)
    for (const facet of hit.facets) {
      facets ??= new Set()
      facets.add(facet)
    }
  return facets ?? NO_FACETS
}

/** The first few of what is shown, each sentence once, also where blocks repeat it or several patterns match it. */
const firstSentences = <Placed extends { readonly sentence: Sentence }>(
  all: readonly Placed[],
  most: number,
): readonly Placed[] => {
  const seen = new Set<string>()
  const first: Placed[] = []
  for (const each of all) {
    if (first.length === most) break
    if (seen.has(each.sentence.text)) continue
    seen.add(each.sentence.text)
    first.push(each)
  }
  return first
}

const nearestTo = (requirement: RequirementName, read: readonly ReadSentence[]): readonly Evidence[] => {
  const candidates: { readonly weight: number; readonly sentence: Sentence }[] = []
  for (const { sentence, reading } of read) {
    const weight = reading.near.find(each => each.requirement === requirement)?.count
    if (weight !== undefined) candidates.push({ weight, sentence })
  }
  candidates.sort((a, b) => b.weight - a.weight)
  return firstSentences(candidates, NEAREST_SHOWN).map(({ sentence }) => ({
    sentence,
    start: 0,
    end: sentence.text.length,
    assertion: 'affirmed',
    status: 'absent',
    pattern: `near:${requirement}`,
    facets: [],
  }))
}

let reader: ReturnType<typeof createReader> | undefined

/**
 * Reads a disclosure with the requirements and the lexicon of this package.
 * @param glossary the registrant's own terms, beside those that the text defines
 */
export const readDisclosure = (disclosure: Disclosure, glossary?: Glossary): Reading => {
  reader ??= createReader(createEngine(evidence))
  return reader(disclosure, glossary)
}
