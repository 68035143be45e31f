import { elementNamed } from '../model/elements.js'
import { isAnnual } from '../model/forms.js'
import type { ReportDocument, ReportFinding } from '../model/report.js'
import type { RequirementName } from '../model/requirements.js'
import type { Span } from '../model/span.js'

/** A section of the item, as Item 106 and Item 16K divide it: the same letters in both. */
interface Section {
  readonly title: string
  readonly requirements: readonly RequirementName[]
  /** Headings of a draft that stand over nothing else. */
  readonly headings: RegExp
}

const SECTIONS: readonly Section[] = [
  {
    title: 'Risk management and strategy, (b)(1)',
    requirements: ['processes', 'integrated', 'third-party-engaged', 'third-party-oversight'],
    headings: /process|third[- ]part|vendor|provider|integrat/i,
  },
  {
    title: 'Material effect, (b)(2)',
    requirements: ['material-effect'],
    headings: /effect|impact/i,
  },
  {
    title: 'Governance: the board, (c)(1)',
    requirements: ['board-oversight', 'board-committee', 'board-informed'],
    headings: /board|committee|director/i,
  },
  {
    title: 'Governance: management, (c)(2)',
    requirements: ['management-role', 'positions', 'expertise', 'management-informed', 'report-to-board'],
    headings:
      /management[’']?s? role|role of (?:our )?management|position|officer|expertise|informing management/i,
  },
]

const WHOLE = 'The item as a whole'

/** The section that a heading of half the item comes to where nothing tells more. */
const HALVES: readonly (readonly [RegExp, Section | undefined])[] = [
  [/governance/i, SECTIONS[2]],
  [/risk management|strategy/i, SECTIONS[0]],
]

const sectionOf = (requirement: RequirementName): Section | undefined =>
  SECTIONS.find(({ requirements }) => requirements.includes(requirement))

/** How far apart two places are, in characters or paragraphs; infinite where they stand in different texts. */
const distance = (a: Span, b: Span): number => {
  if ('paragraph' in a || 'paragraph' in b)
    return 'paragraph' in a && 'paragraph' in b
      ? Math.abs(a.paragraph - b.paragraph)
      : Number.POSITIVE_INFINITY
  if (a.pointer !== b.pointer) return Number.POSITIVE_INFINITY
  return Math.abs(a.start.offset - b.start.offset)
}

/** The section whose answer stands nearest to a place. */
const sectionNear = (span: Span, { coverage }: ReportDocument): Section | undefined => {
  let best: { readonly requirement: RequirementName; readonly far: number } | undefined
  for (const { requirement, evidence } of coverage)
    for (const each of evidence) {
      const far = distance(span, each.span)
      if (far < (best?.far ?? Number.POSITIVE_INFINITY)) best = { requirement, far }
    }
  return best && sectionOf(best.requirement)
}

/** The section that the innermost heading over a place speaks of. */
const sectionUnder = (headings: readonly string[]): Section | undefined => {
  const innermost = headings.at(-1) ?? ''
  return SECTIONS.find(section => section.headings.test(innermost))
}

const halfUnder = (headings: readonly string[]): Section | undefined =>
  HALVES.find(([half]) => headings.some(heading => half.test(heading)))?.[1]

const requirementOf = ({ requirement, block, flag }: ReportFinding): RequirementName | null =>
  requirement ??
  (block ? elementNamed(block, 'textBlock') : flag ? elementNamed(flag, 'boolean') : undefined)
    ?.requirement ??
  null

const titleOf = (finding: ReportFinding, document: ReportDocument): string => {
  const requirement = requirementOf(finding)
  const { span, headings } = finding
  const section =
    (requirement && sectionOf(requirement)) ??
    sectionUnder(headings) ??
    (span && sectionNear(span, document)) ??
    halfUnder(headings)
  return section?.title ?? WHOLE
}

/** Findings of one section of the item. */
export interface SectionFindings {
  /** '' where the form knows no sections. */
  readonly title: string
  readonly findings: readonly ReportFinding[]
}

const TITLES = [WHOLE, ...SECTIONS.map(({ title }) => title)]

const counted = ({ findings }: SectionFindings, severity: ReportFinding['severity']): number =>
  findings.filter(finding => finding.severity === severity).length

/**
 * Findings by section of the item, the worst section first: that with the most errors, then warnings, then advice. A
 * finding of no requirement stands where the headings over it say, or the nearest answer.
 */
export const bySection = (
  findings: readonly ReportFinding[],
  document: ReportDocument,
): readonly SectionFindings[] => {
  if (!isAnnual(document.form)) return findings.length === 0 ? [] : [{ title: '', findings }]
  const titled = findings.map(finding => ({ finding, title: titleOf(finding, document) }))
  return TITLES.map(title => ({
    title,
    findings: titled.flatMap(each => (each.title === title ? each.finding : [])),
  }))
    .filter(section => section.findings.length > 0)
    .sort(
      (a, b) =>
        counted(b, 'error') - counted(a, 'error') ||
        counted(b, 'warning') - counted(a, 'warning') ||
        counted(b, 'advice') - counted(a, 'advice'),
    )
}
