import type { TextPlace } from '../model/document-text.js'
import type { Severity } from '../model/finding.js'
import type { RequirementName } from '../model/requirements.js'
import { gather } from '../reporters/gather.js'
import type { PageDocument, PageFinding, PageWords } from '../reporters/html/page-data.js'

/** A finding with its number in the report and the id of its element. */
export interface NumberedFinding extends PageFinding {
  readonly number: number
  readonly id: string
  readonly section: string
  /** Findings that this one makes moot. */
  readonly following: readonly PageFinding[]
}

/** Findings that stand under the same headings. */
export interface FindingSection {
  readonly name: string
  readonly findings: readonly NumberedFinding[]
}

/** How words are marked; `nearest` shows only where it is picked, for it says nothing of these words. */
export type Tone = Severity | 'evidence' | 'nearest'

/** A stretch of the text that something is said of. */
export interface Mark {
  /** Id of the element that says it. */
  readonly target: string
  readonly place: TextPlace
  readonly tone: Tone
  /** What stands beside the text: a finding, a requirement, or nothing. */
  readonly beside: Severity | 'paragraph' | null
  /** The number of the finding, the paragraph of the requirement. */
  readonly label: string
  /** The same for those who hear it. */
  readonly says: string
}

/** A document as its page shows it. */
export interface DocumentModel extends PageDocument {
  readonly sections: readonly FindingSection[]
  readonly live: readonly NumberedFinding[]
  /** Findings that are suppressed, and those that follow from no other than a suppressed one. */
  readonly suppressed: readonly PageFinding[]
  readonly marks: readonly Mark[]
}

export const requirementId = (name: RequirementName): string => `requirement-${name}`

export const placeOf = ({ words }: PageWords): TextPlace | null => (typeof words === 'string' ? null : words)

/** The words themselves. */
export const textOf = ({ text }: Pick<PageDocument, 'text'>, { words }: PageWords): string =>
  typeof words === 'string' ? words : (text?.[words.part]?.text.slice(words.start, words.end) ?? '')

/** The sentence-like paragraph of a citation: "(b)(1)(i)" of "17 CFR 229.106(b)(1)(i)". */
export const paragraphOf = (citation: string): string => citation.slice(Math.max(0, citation.indexOf('(')))

/** Where findings stand that are about no words. */
const WHOLE = 'The document as a whole'
/** Where findings stand that no heading is above. */
const UNTITLED = 'Text without a heading'

/** Headings above, without that of the item itself. */
const sectionName = ({ headings, quote }: PageFinding): string => {
  const [item, ...inner] = headings
  if (item === undefined) return quote === null ? WHOLE : UNTITLED
  return inner.length > 0 ? inner.join(' › ') : item
}

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 }

/** Order of the text; what stands at no place comes first. */
const byPlace = (a: PageFinding, b: PageFinding): number => {
  const [left, right] = [a, b].map(({ quote }) => quote && placeOf(quote))
  if (!left || !right) return Number(Boolean(left)) - Number(Boolean(right))
  return (
    left.part - right.part ||
    left.start - right.start ||
    SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity]
  )
}

/** Findings by the headings above them, in the order of the text, numbered through. */
const sectionsOf = ({ findings }: PageDocument): readonly FindingSection[] => {
  const folded = gather(
    findings.filter(({ supersededBy, suppressed }) => supersededBy !== null && suppressed === null),
    ({ supersededBy }) => supersededBy,
  )
  const told = new Set<string>()
  const live = findings.filter(({ supersededBy, suppressed }) => supersededBy === null && suppressed === null)
  const groups = gather(live.toSorted(byPlace), sectionName)
  let number = 0
  return [...groups].map(([name, group]) => ({
    name,
    findings: group.map(finding => {
      const following = told.has(finding.rule) ? [] : (folded.get(finding.rule) ?? [])
      told.add(finding.rule)
      number++
      return { ...finding, number, id: `finding-${number}`, section: name, following }
    }),
  }))
}

const findingMarks = (finding: NumberedFinding): readonly Mark[] => {
  const { id, number, severity, rule, quote, related, isNearest } = finding
  const says = `Finding ${number}, ${severity}: ${rule}`
  const tone = isNearest ? 'nearest' : severity
  return [quote, ...related].flatMap(words => {
    const place = words && placeOf(words)
    return place ? [{ target: id, place, tone, beside: severity, label: String(number), says }] : []
  })
}

const evidenceMarks = (
  { coverage }: PageDocument,
  titleOf: (name: RequirementName) => string,
): readonly Mark[] =>
  coverage.flatMap(({ requirement, citation, evidence, nearest }) => {
    const marks = (rows: readonly PageWords[], tone: Tone, beside: Mark['beside']): readonly Mark[] =>
      rows.flatMap(words => {
        const place = placeOf(words)
        const says = `Evidence for ${citation}: ${titleOf(requirement)}`
        return place
          ? [{ target: requirementId(requirement), place, tone, beside, label: paragraphOf(citation), says }]
          : []
      })
    return [...marks(evidence, 'evidence', 'paragraph'), ...marks(nearest, 'nearest', null)]
  })

export const documentModel = (
  document: PageDocument,
  titleOf: (name: RequirementName) => string,
): DocumentModel => {
  const sections = sectionsOf(document)
  const live = sections.flatMap(({ findings }) => findings)
  const liveRules = new Set(live.map(({ rule }) => rule))
  return {
    ...document,
    sections,
    live,
    suppressed: document.findings.filter(
      ({ suppressed, supersededBy }) =>
        suppressed !== null || (supersededBy !== null && !liveRules.has(supersededBy)),
    ),
    marks: [...live.flatMap(findingMarks), ...evidenceMarks(document, titleOf)],
  }
}
