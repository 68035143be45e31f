import type { Disclosure } from '../model/disclosure.js'
import { isAnnual } from '../model/forms.js'
import type { TagContext, TaggedFact } from '../model/tagging.js'
import { aboutFacts, grouped } from './about-facts.js'
import type { Check, Unchecked } from './check.js'

/** The period that facts are to stand in; without the required context only its end is known, and that roughly. */
interface ReportPeriod {
  readonly start: string | null
  readonly end: string
  readonly isExact: boolean
}

const reportPeriod = ({ tagging }: Disclosure): ReportPeriod | null => {
  const { reportContext, cover } = tagging ?? {}
  if (reportContext) return { start: reportContext.start, end: reportContext.end, isExact: true }
  return cover?.periodEnd ? { start: null, end: cover.periodEnd, isExact: false } : null
}

/** Days that the cover page's date may be from the end of a fiscal year of 52 or 53 weeks. */
const ROUNDED_DAYS = 7
const DAY_MS = 86_400_000
const daysApart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS

const isWithin = ({ start, end }: TagContext, report: ReportPeriod): boolean => {
  if (start === null) return false
  if (!report.isExact) return daysApart(end, report.end) <= ROUNDED_DAYS
  return end === report.end && (report.start === null || start === report.start)
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Axes that a fact may stand on: that of co-registrants, and for facts of an incident the axis that tells incidents apart. */
const isOddAxis = (axis: string, { element }: TaggedFact): boolean =>
  localName(axis) !== 'LegalEntityAxis' &&
  !(element?.half === 'incident' && localName(axis) === 'MaterialCybersecurityIncidentAxis')

const defectOf = (fact: TaggedFact, report: ReportPeriod | null): string | null => {
  const { context } = fact
  if (!context) return 'no-context'
  if (report && !isWithin(context, report)) return 'other-period'
  return context.dimensions.some(axis => isOddAxis(axis, fact)) ? 'dimensional' : null
}

const inWords = ({ start, end }: Pick<TagContext, 'start' | 'end'>): string => {
  if (start === null) return `the single day ${end}`
  return start === end ? end : `${start} to ${end}`
}

const reportInWords = ({ start, end }: ReportPeriod): string =>
  start === null ? `the period ended ${end}` : inWords({ start, end })

const unchecked = (outcome: string, reason: string): Unchecked => ({
  outcome,
  requirement: null,
  unchecked: reason,
})

/** Facts in a context that is not the report's: of another period, of a part of the registrant, or none at all. */
export const factContext: Check = {
  kind: 'fact-context',
  outcomes: {
    'no-context': ['facts', 'context'],
    'other-period': ['facts', 'context', 'period', 'reportPeriod'],
    dimensional: ['facts', 'context', 'dimensions'],
  },
  *run({ disclosure }) {
    const half = isAnnual(disclosure.form) ? 'annual' : 'incident'
    // An element of the other half is told of as that; its period may well be another.
    const facts = disclosure.tagging?.facts.filter(({ element }) => element?.half === half) ?? []
    if (facts.length === 0) return
    const report = reportPeriod(disclosure)
    if (!disclosure.tagging?.reportContext && facts.every(({ context }) => context === null)) {
      yield unchecked(
        'no-context',
        'The document defines no contexts: they may stand in another file of the filing.',
      )
      return
    }
    if (!report)
      yield unchecked(
        'other-period',
        'The cover page gives no period to compare the contexts of the facts with.',
      )
    for (const defect of ['no-context', 'other-period', 'dimensional'] as const) {
      const those = facts.filter(fact => defectOf(fact, report) === defect)
      for (const group of grouped(those, ({ contextRef }) => contextRef)) {
        const [{ context, contextRef }] = group
        yield aboutFacts(defect, group, {
          context: contextRef,
          period: context ? inWords(context) : '',
          reportPeriod: report ? reportInWords(report) : '',
          dimensions: context?.dimensions.join(', ') ?? '',
        })
      }
    }
  },
}
