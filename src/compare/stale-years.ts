import type { Passage } from './passages.js'
import type { Side, Statement } from './statement.js'

/** A sentence that names a year of the prior period, and named it before. */
export interface StaleStatement {
  readonly year: string
  readonly statement: Statement
  readonly unchanged: boolean
}

/** Since when somebody holds an office, or something has been there: such years stay. */
const STAYS =
  /\b(?:since|joined|joining|appointed|became|began|started|founded|established|adopted|launched|formed|hired|until|from|through|prior to|before)\b[^.;]{0,60}$/i

/** Years that a fiscal year may be named by: one that ends in January or February, also by the year in which it began. */
const namesOf = (period: string): readonly string[] => {
  const [year = 0, month = 0] = period.split('-').map(Number)
  return month <= 2 ? [String(year), String(year - 1)] : [String(year)]
}

const DAY_MS = 86_400_000
/** Reports that lie closer together are of one period. */
const LEAST_DAYS = 180

/** Whether one period follows another by half a year or more. */
export const isLaterPeriod = (old: string | null, fresh: string | null): boolean =>
  old !== null && fresh !== null && Date.parse(fresh) - Date.parse(old) > LEAST_DAYS * DAY_MS

const staleIn = (text: string, stale: readonly string[], own: readonly string[]): string | undefined =>
  own.some(year => text.includes(year))
    ? undefined
    : stale.find(year =>
        [...text.matchAll(new RegExp(`\\b${year}\\b`, 'g'))].some(
          ({ index }) => !STAYS.test(text.slice(0, index)),
        ),
      )

/** Sentences that kept a year of the prior period: what was last year's when it was last year. */
export const staleYears = (
  passages: readonly Passage[],
  old: Side,
  fresh: Side,
): readonly StaleStatement[] => {
  const [before, after] = [old.disclosure.periodOfReport, fresh.disclosure.periodOfReport]
  if (before === null || after === null || !isLaterPeriod(before, after)) return []
  const own = namesOf(after)
  const stale = namesOf(before).filter(year => !own.includes(year))
  return passages.flatMap(passage =>
    passage.new.flatMap((statement): StaleStatement[] => {
      const year = staleIn(statement.sentence.text, stale, own)
      if (year === undefined || !passage.old.some(({ sentence }) => sentence.text.includes(year))) return []
      return [{ year, statement, unchanged: passage.change !== 'reworded' }]
    }),
  )
}
