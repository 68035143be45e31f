import { describe, expect, test } from 'vitest'
import { DAY, dayFrom, dayOf, numberOf } from '../../src/checks/day-in-words.js'
import { yearNamed } from '../../src/checks/fiscal-year.js'
import { quotesIn } from './findings-of.js'

const read = (text: string) => {
  const match = new RegExp(DAY, 'i').exec(text)
  return match && dayFrom(match)
}

describe('a day in words', () => {
  test.each([
    ['as of December 31, 2025', '2025-12-31'],
    ['on 3 March 2026', '2026-03-03'],
    ['on 1st May, 2026', '2026-05-01'],
    ['ended Sept. 27, 2025', '2025-09-27'],
    ['ended JANUARY 31 2026', '2026-01-31'],
  ])('%s', (text, day) => {
    expect(read(text)).toEqual(dayOf(day))
  })

  test('is in the order of the calendar', () => {
    const days = ['2024-12-31', '2025-01-01', '2025-01-31', '2025-02-01', '2026-01-31']
      .map(dayOf)
      .map(numberOf)
    expect(days).toEqual([...days].sort((a, b) => a - b))
  })
})

describe('a fiscal year is named', () => {
  test.each([
    ['as the text has it', 'Our fiscal 2026 ended January 31, 2026.', '2026-01-31', 2026],
    [
      'as the text defines it',
      'For the year ended January 31, 2026 (“fiscal 2026”), we met.',
      '2026-01-31',
      2026,
    ],
    ['after most of its months, where the text does not say', 'We met often.', '2026-01-31', 2025],
    ['after the year in which it ends', 'We met often.', '2025-09-30', 2025],
    ['by its own end, not by that of another', 'Fiscal 2025 ended February 1, 2025.', '2026-01-31', 2025],
  ])('%s', (_, text, period, year) => {
    expect(yearNamed([text], dayOf(period))).toBe(year)
  })
})

const statement = 'no risk from cybersecurity threats has materially affected us.'

describe('a statement of another time', () => {
  test.each([
    ['As of December 31, 2024, ', '2025-12-31', 'As of December 31, 2024'],
    ['During fiscal 2025, ', '2026-06-30', null],
    ['In 2024, ', '2025-12-31', 'In 2024'],
    ['For the year ended 31 December 2024, ', '2025-12-31', 'For the year ended 31 December 2024'],
    ['In fiscal 2031, ', '2025-12-31', 'In fiscal 2031'],
    ['As of March 15, 2026, ', '2025-12-31', null],
    // A draft is written before the year ends.
    ['As of December 31, 2026, ', '2026-12-31', null],
    ['As of the date of this annual report, ', '2025-12-31', null],
  ])('%s', async (when, periodOfReport, quote) => {
    const text = `Item 1C. Cybersecurity\n\n${when}${statement}`
    const quotes = await quotesIn('draft/stale-period', { form: '10-K', periodOfReport, text })
    expect(quotes).toEqual(quote === null ? [] : [quote])
  })
})
