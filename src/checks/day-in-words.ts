/** A day of the calendar; months from 1 on. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MONTH =
  '(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'
const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as texts write it, "December 31, 2025" or "31 December 2025": six groups, which {@link dayFrom} reads. */
export const DAY = `(?:${MONTH}\\s+(\\d{1,2}),?\\s+(20\\d\\d)|(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(20\\d\\d))`

/** The day in the groups of {@link DAY}, the first of which is number `at` of the match. */
export const dayFrom = (match: RegExpExecArray, at = 1): Day => {
  const [monthFirst, dayAfter, yearAfter, dayFirst, monthAfter, yearLast] = match.slice(at)
  return {
    year: Number(yearAfter ?? yearLast),
    month: NAMES.indexOf((monthFirst ?? monthAfter ?? '').slice(0, 3).toLowerCase()) + 1,
    day: Number(dayAfter ?? dayFirst),
  }
}

/** A day written YYYY-MM-DD. */
export const dayOf = (text: string): Day => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return { year, month, day }
}

/** Days since a day before all others, near enough to compare: every month counts 31. */
export const numberOf = ({ year, month, day }: Day): number => (year * 12 + month) * 31 + day
