import type { FindingWords } from '../engine/check-disclosure.js'
import type { Reading } from '../evidence/read.js'
import type { Evidence } from '../model/coverage.js'
import type { Block, Disclosure } from '../model/disclosure.js'
import type {
  CoveragePlaces,
  DocumentText,
  FindingPlaces,
  TextPart,
  TextPlace,
} from '../model/document-text.js'
import { isAnnual } from '../model/forms.js'
import type { Prose } from '../model/prose.js'
import { REQUIREMENT_NAMES, type RequirementName } from '../model/requirements.js'

/** Offsets of [start, end) in the text of a prose. */
type Words = FindingWords['related'][number]

/** The first offset of a prose whose place in the source satisfies a condition that holds from there on. */
const firstWhere = (prose: Prose, holds: (start: number, end: number) => boolean): number => {
  let low = 0
  let high = prose.text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(...prose.toSource(middle, middle + 1))) high = middle
    else low = middle + 1
  }
  return low
}

/** The stretch of a prose that stands where other words of the same source stand, where it has the same text. */
const sameStretch = (prose: Prose, words: Words): Omit<TextPlace, 'part'> | null => {
  if (prose.source !== words.prose.source) return null
  const [from] = words.prose.toSource(words.start, words.end)
  const start = firstWhere(prose, (_, end) => end > from)
  const end = start + (words.end - words.start)
  return prose.text.slice(start, end) === words.prose.text.slice(words.start, words.end)
    ? { start, end }
    : null
}

/** Finds words in the parts of a document's text: by their prose, by their place in the source, by the words alone. */
const placeFinder = (proses: readonly Prose[]): ((words: Words) => TextPlace | null) => {
  const partOf = new Map(proses.map((prose, part) => [prose, part]))
  return words => {
    const { prose, start, end } = words
    const own = partOf.get(prose)
    if (own !== undefined) return { part: own, start, end }
    for (const [part, each] of proses.entries()) {
      const same = sameStretch(each, words)
      if (same) return { part, ...same }
    }
    const text = prose.text.slice(start, end)
    for (const [part, each] of proses.entries()) {
      const at = text === '' ? -1 : each.text.indexOf(text)
      if (at >= 0) return { part, start: at, end: at + text.length }
    }
    return null
  }
}

/** Label of the element whose block is the whole of a prose, the outermost where several are. */
const titleOf = (prose: Prose, blocks: readonly Block[]): string | null =>
  blocks.find(block => block.prose === prose && block.start === 0 && block.end === prose.text.length)?.element
    .label ?? null

const partOf = (prose: Prose, { view, blocks }: Disclosure): TextPart => ({
  title: view === 'tagged' ? titleOf(prose, blocks) : null,
  text: prose.text,
  units: prose.units.map(({ kind, start, end, level }) => ({
    kind,
    start,
    end,
    ...(level !== undefined && { level }),
  })),
})

/**
 * The text of a document as it was read, with the places of what its report says.
 * @param words those of the findings, by fingerprint
 */
export const documentText = (
  disclosure: Disclosure,
  { coverage }: Reading,
  words: ReadonlyMap<string, FindingWords>,
): DocumentText => {
  const { prose: proses, flags, form } = disclosure
  const placeOf = placeFinder(proses)
  const ofEvidence = (evidence: readonly Evidence[] = []): readonly (TextPlace | null)[] =>
    evidence.map(({ sentence }) => placeOf(sentence))
  const coveragePlaces = Object.fromEntries(
    REQUIREMENT_NAMES.map((name): [RequirementName, CoveragePlaces] => {
      // A current report has no rows for the 13 requirements.
      const row = isAnnual(form) ? coverage.get(name) : undefined
      return [name, { evidence: ofEvidence(row?.evidence), nearest: ofEvidence(row?.nearest) }]
    }),
  )
  const findings = [...words].map(([fingerprint, { quote, related }]): [string, FindingPlaces] => [
    fingerprint,
    { quote: quote && placeOf(quote), related: related.map(placeOf) },
  ])
  return {
    parts: proses.map(prose => partOf(prose, disclosure)),
    flags: flags.map(({ element: { element, name, label }, value }) => ({ element, name, label, value })),
    coverage: coveragePlaces,
    findings: Object.fromEntries(findings),
  }
}
