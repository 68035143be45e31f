import { describe, expect, test } from 'vitest'
import { hasItem, itemListsFor, itemTitled } from '../../src/model/form-items.js'
import { FORMS } from '../../src/model/forms.js'
import { quotesOf } from './findings-of.js'

const pointing = (rule: string, form: '10-K' | '20-F', text: string): Promise<readonly (string | null)[]> =>
  quotesOf(rule, text, form)

describe('the items of the forms', () => {
  test('belong to annual reports alone', () => {
    const annual = FORMS.filter(form => itemListsFor(form) !== null)
    expect(annual).toEqual(['10-K', '10-K/A', '10-KT', '20-F', '20-F/A'])
  })

  test('are each listed once, and none holds the other form’s cybersecurity item', () => {
    const lists = itemListsFor('10-K')
    for (const list of [lists?.own, lists?.other]) {
      const numbers = list?.items.map(({ number }) => number) ?? []
      expect(new Set(numbers).size).toBe(numbers.length)
    }
    expect(lists && [hasItem(lists.own, '1C'), hasItem(lists.own, '16K')]).toEqual([true, false])
    expect(lists && [hasItem(lists.other, '16K'), hasItem(lists.other, '3D')]).toEqual([true, true])
  })

  test('are told by titles whose marks and spaces filings lose', () => {
    const own = itemListsFor('20-F')?.own
    expect(own && itemTitled(own, 'Key InformationD. Risk FactorsRisks related')?.number).toBe('3')
    expect(own && itemTitled(own, 'Business Overview')?.number).toBe('4B')
    expect(own && itemTitled(own, 'Business')).toBeUndefined()
  })
})

describe('a pointer to an item', () => {
  test.each([
    ['10-K', 'For more, see Item 1E of this report.', 'Item 1E'],
    ['10-K', 'See Part II, Item 1A, Risk Factors.', 'Part II, Item 1A'],
    ['10-K', 'See Item 1. Risk Factors.', 'Item 1'],
    ['10-K', 'See Item 24, Risks, in this Annual Report.', 'Item 24'],
    ['20-F', 'See Item 1D for more.', 'Item 1D'],
    ['20-F', 'See Item 3.B. Risk Factors.', 'Item 3.B'],
  ] as const)('leads nowhere in a %s: %s', async (form, text, quote) => {
    expect(await pointing('draft/dangling-reference', form, text)).toEqual([quote])
    expect(await pointing('draft/wrong-form', form, text)).toEqual([])
  })

  test.each([
    ['10-K', 'See Item 16G, Corporate Governance.', 'Item 16G'],
    ['10-K', 'Costs are discussed in Item 5.A of this report.', 'Item 5.A'],
    ['10-K', 'See Item 3. Key Information.', 'Item 3'],
    ['20-F', 'See Item 9A. Controls and Procedures.', 'Item 9A'],
    ['20-F', 'See Item 1B, Unresolved Staff Comments.', 'Item 1B'],
  ] as const)('is one of the other form in a %s: %s', async (form, text, quote) => {
    expect(await pointing('draft/wrong-form', form, text)).toEqual([quote])
    expect(await pointing('draft/dangling-reference', form, text)).toEqual([])
  })

  test.each([
    [
      '10-K',
      'See Part I, Item 1A, “Risk Factors”; Item 7, Management’s Discussion and Analysis; and Item 15(a).',
    ],
    ['10-K', 'See Items 1 and 1A, Risk Factors, and Item 1A, “Cybersecurity risks could harm us”.'],
    ['10-K', 'Item 2B of the agenda was adopted. The report to the board has an Item 21.'],
    ['10-K', 'See Item 1D, and Item 4A, Information about our Executive Officers.'],
    [
      '10-K',
      'A report under Item 1.05 or Item 8.01 of Form 8-K would be made, as Item 22 of Schedule 14A asks.',
    ],
    ['10-K', 'See Item 1. A description of our systems is there.'],
    ['20-F', 'See Item 3. Risk Factors, Item 3.D. Key Information, Item 4A and Item 16K(b).'],
    ['20-F', 'See Item 11, Quantitative and Qualitative Disclosures, and Item 15T of this annual report.'],
  ] as const)('leads where it says in a %s: %s', async (form, text) => {
    expect(await pointing('draft/dangling-reference', form, text)).toEqual([])
    expect(await pointing('draft/wrong-form', form, text)).toEqual([])
  })
})

describe('a pointer within the item', () => {
  test('to a heading that the draft does not have', async () => {
    const text = 'We follow the plan under “Incident Response” in this section. It is tested each year.'
    expect(await quotesOf('draft/dangling-reference', text)).toHaveLength(1)
    expect(
      await quotesOf('draft/dangling-reference', `${text}\n\nIncident response\n\nThe plan has a lead.`),
    ).toEqual([])
  })

  test.each([
    'We follow the plan under “Incident Response” in this report.',
    'See “Incident Response” below.',
    'As described above in Item 1, we sell tools. We assess risks.',
    'As described above under “Business”, we sell tools. We assess risks.',
    'We assess risks, test systems, train employees and review vendors each year, by means described above.',
  ])('that cannot be looked up is let be: %s', async text => {
    expect(await quotesOf('draft/dangling-reference', text)).toEqual([])
  })
})
