import { documentKey } from '../model/document-key.js'
import type { Confidence } from '../model/finding.js'
import { CONFIDENCES } from '../model/finding.js'
import { BY_BASELINE } from '../model/known.js'
import { onceFor } from '../model/once.js'
import type { ReportDocument, ReportFinding } from '../model/report.js'
import { lettersAndDigits } from '../text/similarity.js'

/** A finding that was there when the baseline was written. */
export interface BaselineFinding {
  readonly rule: string
  readonly fingerprint: string
  readonly confidence: Confidence
  /** Day on which it was added, YYYY-MM-DD. */
  readonly since: string
  /** The words that it is about, for those who read the file. */
  readonly text?: string
}

export interface BaselineDocument {
  /** Its own id, else its path; path and id of a part of an archive. */
  readonly document: string
  /** Path of its file, from the folder of the baseline. */
  readonly path: string
  readonly registrant: string | null
  readonly findings: readonly BaselineFinding[]
}

/** When findings were added to a baseline that was there, and why. */
export interface BaselineGrowth {
  readonly date: string
  readonly added: number
  readonly reason: string
}

/** `.cydlint-baseline.json`; its shape is `schemas/baseline.schema.json`. */
export interface Baseline {
  readonly version: 1
  readonly documents: readonly BaselineDocument[]
  readonly growth: readonly BaselineGrowth[]
}

export const EMPTY_BASELINE: Baseline = { version: 1, documents: [], growth: [] }

/** Two names that cannot be those of one registrant: an entry of one never hides a finding of the other. */
const areOthers = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && lettersAndDigits(a) !== lettersAndDigits(b)

/** A document of a run, its path counted from the folder of the baseline. */
export interface NamedDocument {
  readonly document: ReportDocument
  readonly path: string
}

const keyOf = ({ document: { id }, path }: NamedDocument): string => documentKey({ path, id })

/** Entries by document: a season of filings has thousands. */
const indexOf = onceFor(({ documents }: Baseline): ReadonlyMap<string, readonly BaselineDocument[]> => {
  const index = new Map<string, BaselineDocument[]>()
  for (const entry of documents) index.set(entry.document, [...(index.get(entry.document) ?? []), entry])
  return index
})

/** The entries of a document. */
export const entriesFor = (baseline: Baseline, named: NamedDocument): BaselineDocument | undefined =>
  indexOf(baseline)
    .get(keyOf(named))
    ?.find(({ registrant }) => !areOthers(registrant, named.document.registrant))

/** A document with the findings marked that the baseline holds. */
export interface MarkedDocument {
  readonly document: ReportDocument
  /** Entries that match no finding any more. */
  readonly fixed: readonly BaselineFinding[]
  /** Findings that neither the baseline nor a suppression covers. */
  readonly fresh: number
}

/**
 * Marks the findings that a baseline holds.
 * @param least confidence below which findings were left out: an entry of such a one may still be there
 */
export const markKnown = (
  document: ReportDocument,
  entry: BaselineDocument | undefined,
  least: Confidence,
): MarkedDocument => {
  const known = new Map(entry?.findings.map(finding => [`${finding.rule} ${finding.fingerprint}`, finding]))
  const identity = ({ rule, fingerprint }: BaselineFinding | ReportFinding): string =>
    `${rule} ${fingerprint}`
  const met = new Set(document.findings.map(identity))
  const idle = new Set(document.notChecked.map(({ rule }) => rule))
  const wasShown = ({ confidence, rule }: BaselineFinding): boolean =>
    !idle.has(rule) &&
    (document.hidden === 0 || CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(least))
  const findings = document.findings.map(finding => {
    const before = finding.suppressed === null ? known.get(identity(finding)) : undefined
    return before ? { ...finding, suppressed: `${BY_BASELINE}known since ${before.since}` } : finding
  })
  return {
    document: known.size === 0 ? document : { ...document, findings },
    fixed: entry?.findings.filter(finding => !met.has(identity(finding)) && wasShown(finding)) ?? [],
    fresh: findings.filter(({ suppressed }) => suppressed === null).length,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const TEXT_LENGTH = 200

const textOf = ({ quote }: ReportFinding): { readonly text?: string } =>
  quote === null ? {} : { text: quote.length > TEXT_LENGTH ? `${quote.slice(0, TEXT_LENGTH - 1)}…` : quote }

/** A baseline as it would be after a run, and how it differs from the one before. */
export interface Rewritten {
  readonly baseline: Baseline
  /** Findings that the baseline did not hold. */
  readonly added: number
  /** Entries that match no finding any more. */
  readonly removed: number
}

const inOrder = (documents: readonly BaselineDocument[]): readonly BaselineDocument[] =>
  documents
    .filter(({ findings }) => findings.length > 0)
    .toSorted((a, b) => compare(a.document, b.document) || compare(a.registrant ?? '', b.registrant ?? ''))

/**
 * A baseline that holds what a run found. Entries of documents that were not in the run stay.
 * @param grows whether findings are added that it did not hold
 */
export const rewritten = (
  before: Baseline,
  run: readonly NamedDocument[],
  { asOf, least, grows }: { readonly asOf: string; readonly least: Confidence; readonly grows: boolean },
): Rewritten => {
  const seen = new Set<BaselineDocument>()
  let added = 0
  let removed = 0
  const documents = run.map((named): BaselineDocument => {
    const entry = entriesFor(before, named)
    if (entry) seen.add(entry)
    const { document, fixed } = markKnown(named.document, entry, least)
    removed += fixed.length
    const kept = entry?.findings.filter(finding => !fixed.includes(finding)) ?? []
    const fresh = document.findings
      .filter(({ suppressed }) => suppressed === null)
      .map(
        (finding): BaselineFinding => ({
          rule: finding.rule,
          fingerprint: finding.fingerprint,
          confidence: finding.confidence,
          since: asOf,
          ...textOf(finding),
        }),
      )
    added += fresh.length
    return {
      document: keyOf(named),
      path: named.path,
      registrant: named.document.registrant,
      findings: [...kept, ...(grows ? fresh : [])].toSorted(
        (a, b) => compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint),
      ),
    }
  })
  const untouched = before.documents.filter(entry => !seen.has(entry))
  return {
    baseline: { ...before, documents: inOrder([...untouched, ...documents]) },
    added,
    removed,
  }
}

/** Entries of a document that is gone, and the document that they seem to belong to now. */
export interface Moved {
  readonly from: string
  readonly to: string
  readonly shared: number
  readonly entries: number
}

/**
 * Finds documents that seem to be those of entries under another name: at least half of the entries match, and the
 * registrants are not known to differ. Nothing is matched by it; whoever reads it decides.
 * @param isGone whether a document's file is no longer there
 */
export const movedDocuments = (
  baseline: Baseline,
  run: readonly NamedDocument[],
  isGone: (path: string) => boolean,
): readonly Moved[] => {
  const keys = new Set(run.map(keyOf))
  const unknown = run.filter(named => !entriesFor(baseline, named))
  return baseline.documents.flatMap(entry => {
    if (keys.has(entry.document) || !isGone(entry.path)) return []
    const prints = new Set(entry.findings.map(({ fingerprint }) => fingerprint))
    const [best] = unknown
      .filter(({ document }) => !areOthers(entry.registrant, document.registrant))
      .map(named => ({
        to: keyOf(named),
        shared: named.document.findings.filter(({ fingerprint }) => prints.has(fingerprint)).length,
      }))
      .sort((a, b) => b.shared - a.shared)
    return best && best.shared * 2 >= prints.size
      ? { from: entry.document, to: best.to, shared: best.shared, entries: prints.size }
      : []
  })
}

/** A baseline whose entries of one document are those of another. */
export const withMoved = (baseline: Baseline, from: string, { document, path }: NamedDocument): Baseline => ({
  ...baseline,
  documents: inOrder(
    baseline.documents.map(entry =>
      entry.document === from
        ? {
            ...entry,
            document: documentKey({ path, id: document.id }),
            path,
            registrant: document.registrant ?? entry.registrant,
          }
        : entry,
    ),
  ),
})
