import { SEVERITIES, type Severity } from '../model/finding.js'
import { once } from '../model/once.js'
import type { ReportDocument, ReportFinding } from '../model/report.js'
import { type Canvas, LOOKS } from './canvas.js'
import { count, listed } from './count.js'
import { coverageTable } from './coverage-table.js'
import { documentHead } from './document-head.js'
import { briefLines, type FindingGroup, oneLine } from './finding-brief.js'
import { findingLines } from './finding-lines.js'
import { gather } from './gather.js'
import { bySection, type SectionFindings } from './item-sections.js'
import { notCheckedLines } from './not-checked-lines.js'
import { quotesNearest } from './quotes-nearest.js'
import { FULL_PLAN, type Plan, planFor } from './screen-plan.js'
import { suppressedLines } from './suppressed-lines.js'
import { paragraph } from './wrap.js'

export interface DocumentOptions {
  /** Errors alone: no warnings, no advice, no coverage. */
  readonly quiet: boolean
  /** Everything in full, with the findings that others make moot. */
  readonly all: boolean
  /** Lines that the report may have, the verdict before and after it included. */
  readonly height: number
}

/** Lines of the verdict, before and after. */
const VERDICT = 5

const TAGGED_VIEW =
  'Only tagged text was seen, not the whole item: what stands elsewhere in the filing is unknown, and “absent” means not in the tagged text.'

const headLines = (document: ReportDocument, canvas: Canvas): string[] => [
  canvas.style('─'.repeat(canvas.width), 'dim'),
  ...documentHead(document, canvas),
  ...(document.view === 'tagged' ? paragraph(TAGGED_VIEW, canvas.width, '') : []),
]

const NOUNS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  advice: ['point of advice', 'points of advice'],
}

const sectionHeading = ({ title, findings }: SectionFindings, canvas: Canvas): string[] => {
  const counts = listed(
    SEVERITIES.flatMap(severity => {
      const number = findings.filter(finding => finding.severity === severity).length
      return number === 0 ? [] : count(number, ...NOUNS[severity])
    }),
  )
  const worst = SEVERITIES.find(severity => findings.some(finding => finding.severity === severity))
  return paragraph(title === '' ? counts : `${title}: ${counts}`, canvas.width, '').map(line =>
    canvas.style(line, 'bold', LOOKS[worst ?? 'advice']),
  )
}

/** Findings that are told together: those of one rule where each is no more than a line. */
const groupsOf = (findings: readonly ReportFinding[], { detailOf }: Plan): readonly FindingGroup[] =>
  [
    ...gather(findings, finding =>
      detailOf(finding) === 'line' ? `${finding.rule} ${finding.severity}` : finding,
    ).values(),
  ].flatMap(([first, ...rest]) => (first ? [[first, ...rest] as const] : []))

/** What is not shown in full, and how to see it. */
const foldedNote = (brief: number, hidden: number, isShort: boolean, canvas: Canvas): string[] => {
  const parts = [
    brief > 0 && `${count(brief, 'finding')} ${brief === 1 ? 'is' : 'are'} told in brief`,
    hidden > 0 &&
      `${hidden} that ${hidden === 1 ? 'follows from another is' : 'follow from others are'} left out`,
    isShort && 'the table is short',
  ].filter(part => part !== false)
  if (parts.length === 0) return []
  const [first = ''] = listed(parts)
  const note = `${first.toUpperCase()}${listed(parts).slice(1)}; --all shows everything in full.`
  return paragraph(note, canvas.width, '').map(line => canvas.style(line, 'dim'))
}

/**
 * The report on one document: its findings by section of the item, what is suppressed and what was not checked, and the
 * coverage. As much of it in full as fits the height, and the rest in brief; no error is ever left out.
 */
export const documentLines = (
  document: ReportDocument,
  canvas: Canvas,
  { quiet, all, height }: DocumentOptions,
): string[] => {
  const open = document.findings.filter(({ suppressed }) => suppressed === null)
  const moot = open.filter(({ supersededBy }) => supersededBy !== null)
  const folded = gather(moot, ({ supersededBy }) => supersededBy ?? '')
  const sections = bySection(
    open.filter(
      ({ supersededBy, severity }) => (all || supersededBy === null) && (!quiet || severity === 'error'),
    ),
    document,
  )
  if (quiet && sections.length === 0) return []

  const sectionLines = (plan: Plan, canvas: Canvas): string[] => {
    const told = new Set<string>()
    let number = 0
    const following = ({ rule }: ReportFinding): readonly ReportFinding[] => {
      if (all || told.has(rule)) return []
      told.add(rule)
      return folded.get(rule) ?? []
    }
    const linesOf = (group: FindingGroup): string[] => {
      const [finding] = group
      number++
      const detail = plan.detailOf(finding)
      if (detail === 'line') return [oneLine(group, number, canvas)]
      if (detail === 'brief') return briefLines(finding, number, canvas)
      const isNearest = quotesNearest(finding, document)
      return [
        '',
        ...findingLines(finding, number, following(finding), isNearest, canvas, true),
        ...(finding.supersededBy === null
          ? []
          : paragraph(`This follows from ${finding.supersededBy}.`, canvas.width, '    ')),
      ]
    }
    return sections.flatMap(section => [
      '',
      ...sectionHeading(section, canvas),
      ...groupsOf(section.findings, plan).flatMap(linesOf),
    ])
  }

  const findings = sections.flatMap(section => section.findings)

  /** The lines of the report as a plan tells it. What no plan changes is laid out once. */
  const laidOut = (canvas: Canvas): ((plan: Plan) => string[]) => {
    const head = once(() => ['', ...headLines(document, canvas)])
    const foot = (isShort: boolean): string[] => [
      ...suppressedLines(document.findings, canvas),
      ...notCheckedLines(document.notChecked, canvas, isShort),
      '',
      ...coverageTable(document, canvas, isShort),
    ]
    const whole = once(() => foot(false))
    const short = once(() => foot(true))
    return plan => {
      const body = sectionLines(plan, canvas)
      const brief = findings.filter(finding => plan.detailOf(finding) !== 'full').length
      const note = foldedNote(brief, all ? 0 : moot.length, plan.isShort && !quiet, canvas)
      if (quiet) return [...head(), ...body, ...note]
      return [
        ...head(),
        ...(body.length === 0 ? ['', 'No findings.'] : body),
        ...(plan.isShort ? short() : whole()),
        ...note,
      ]
    }
  }

  const linesOf = laidOut(canvas)
  if (all) return linesOf(FULL_PLAN)
  // Measured without color, whose marks take fewer lines, so that color changes nothing of what is said.
  const plainLinesOf = canvas.color ? laidOut({ ...canvas, color: false, style: text => text }) : linesOf
  return linesOf(planFor(findings, plan => plainLinesOf(plan).length + VERDICT, height))
}
