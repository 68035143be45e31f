import type { Form } from '../../model/forms.js'
import type { Cover } from '../../model/tagging.js'
import { MONTHS } from '../../text/date.js'
import { formNamed } from '../form.js'
import type { InlineDocument } from './document.js'
import { flagValueOf } from './flag-value.js'
import { visibleText } from './visible-text.js'

const dayOf = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null
}

/**
 * The day that a date of the cover page means, YYYY-MM-DD: with its month in English, or in digits in the order that
 * its transformation names.
 */
const dateOf = (format: string | null, text: string): string | null => {
  const month = MONTHS.findIndex(name => new RegExp(`\\b${name}`, 'i').test(text)) + 1
  const numbers = (text.match(/\d+/g) ?? []).map(Number)
  if (month > 0) {
    const year = numbers.find(number => number > 31)
    const day = numbers.find(number => number <= 31)
    return year !== undefined && day !== undefined ? dayOf(year, month, day) : null
  }
  const [a = 0, b = 0, c = 0] = numbers
  if (numbers.length !== 3) return null
  if (a > 31) return dayOf(a, b, c)
  return /day-?month/.test(format ?? '') && !/month-?day/.test(format ?? '') ? dayOf(c, b, a) : dayOf(c, a, b)
}

/** Local name of the transformation that an attribute names. */
export const formatOf = (format: string | undefined): string | null =>
  format === undefined ? null : (format.trim().split(':').at(-1) ?? '')

/** What the `dei` facts of the cover page say. */
export const coverOf = (text: string, { cover }: InlineDocument): Cover => {
  const said = (name: string): { readonly text: string; readonly format: string | null } | null => {
    const fact = cover.get(name)
    if (!fact) return null
    const words = fact.segments.map(({ start, end }) => visibleText(text.slice(start, end))).join(' ')
    return { text: words.trim(), format: formatOf(fact.attributes['format']) }
  }
  const amendment = said('AmendmentFlag')
  const period = said('DocumentPeriodEndDate')
  return {
    documentType: said('DocumentType')?.text ?? null,
    isAmendment: amendment && flagValueOf(amendment.format, amendment.text),
    registrant: said('EntityRegistrantName')?.text || null,
    periodEnd: period && dateOf(period.format, period.text),
  }
}

/** The form that the cover page names; undefined for one that has no such disclosure. */
export const formOfCover = ({ documentType, isAmendment }: Cover): Form | undefined => {
  if (documentType === null) return undefined
  const named = documentType.replace(/\s+/g, ' ').trim()
  const form = formNamed(named) ?? (/^10-?KT\/A$/i.test(named) ? '10-K/A' : undefined)
  return isAmendment && (form === '10-K' || form === '20-F' || form === '8-K') ? `${form}/A` : form
}
