import { DAY, type Day, dayFrom, numberOf } from './day-in-words.js'

/** How a registrant itself names its year: "fiscal 2026, which ended January 31, 2026". */
const FISCAL_YEAR = new RegExp(
  `\\bfiscal\\s+(?:year\\s+)?(20\\d\\d)[”"’')]*,?[^.;0-9]{0,40}?\\b(?:ended|ending|ends|end)\\s+(?:on\\s+)?${DAY}|\\byear\\s+(?:ended|ending)\\s+${DAY}\\s*\\((?:the\\s+)?[“"‘']?fiscal\\s+(?:year\\s+)?(20\\d\\d)`,
  'i',
)

/** Years that end by weeks end some days off the end of a month. */
const SAME_END = 40

/**
 * The year that the report's period is named after: as the text names it, else that in which the most of it lies, for a
 * year that ends early in the next one may be named after either.
 */
export const yearNamed = (texts: Iterable<string>, period: Day): number => {
  for (const text of texts) {
    const match = /fiscal/i.test(text) ? FISCAL_YEAR.exec(text) : null
    if (!match) continue
    const [name, end] =
      match[1] === undefined ? [match[14], dayFrom(match, 8)] : [match[1], dayFrom(match, 2)]
    if (Math.abs(numberOf(end) - numberOf(period)) <= SAME_END) return Number(name)
  }
  return period.month <= 6 ? period.year - 1 : period.year
}
