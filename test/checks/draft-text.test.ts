import { describe, expect, test } from 'vitest'
import { quotesIn, quotesOf } from './findings-of.js'

describe('placeholders', () => {
  test.each([
    ['Our CISO has [●] years of experience.', '[●]'],
    ['Our CISO has [ ] years of experience.', '[ ]'],
    ['Our CISO has [XX] years of experience.', '[XX]'],
    ['The committee met [number] times.', '[number]'],
    ['The committee met ______ times.', '______'],
    ['The name of our assessor is TBD.', 'TBD'],
    ['Our CISO has over XX years of experience.', 'XX'],
    ['We spent $XX on security in 20XX.', '$XX'],
    ['Our CISO, insert name here, leads the team.', 'insert name'],
    ['Description to come.', 'Description to come'],
    ['To come.', 'To come.'],
    ['Expertise (to be confirmed with HR) is broad.', '(to be confirmed with HR)'],
    ['Lorem ipsum dolor sit amet.', 'Lorem ipsum'],
    ['The board of {{registrant}} oversees these risks.', '{{registrant}}'],
    ['The board of «Company_Name» oversees these risks.', '«Company_Name»'],
    ['Our CISO, <<CISO NAME>>, leads the program.', '<<CISO NAME>>'],
    ['[The CIO has more than [XX] years of experience.]', '[XX]'],
    [
      'Our CISO leads. [NTD: Confirm whether he/she is a CISSP.]',
      '[NTD: Confirm whether he/she is a CISSP.]',
    ],
    ['Our CISO leads. [Note to Draft: confirm [●] with HR.]', '[Note to Draft: confirm [●] with HR.]'],
    ['Our CISO leads the program. [Company to confirm]', '[Company to confirm]'],
    ['Our CISO leads the program. [Company/Counsel to confirm]', '[Company/Counsel to confirm]'],
    ['Our CISO leads the program. NTD: Company to confirm.', 'NTD: Company to confirm.'],
    ['See Error! Reference source not found.', 'Error! Reference source not found.'],
  ])('%s', async (text, quote) => {
    expect(await quotesOf('draft/placeholder', text)).toContain(quote)
  })

  test.each([
    'Attackers may insert malware or a malicious link into a message.',
    'We expect such attacks in the years to come, and new facts may come to light.',
    'Access to be provided to vendors is reviewed; the determination is to be completed without delay.',
    'Example Income Fund XX and Title XX of the act are described in Article XX.',
    'The framework [1] is the one of the institute [2].',
    'The «Comité de Auditoría» oversees these risks.',
    'At least 95% of employees are trained, and 100% of devices are encrypted.',
    'Spending in NTD: 5 million on tools, 3 million on training.',
    'We spent NTD 12 million, and each user must ask the Company to confirm the access.',
    'Our system flags XXE and XSS attacks.',
  ])('nothing in: %s', async text => {
    expect(await quotesOf('draft/placeholder', text)).toEqual([])
  })
})

describe('drafting notes', () => {
  const note = '[NTD: Confirm whether he/she has [XX] years of experience.]'

  test('are told of once, whatever they hold', async () => {
    const text = `Our Chief Information Officer leads the program. ${note}`
    expect(await quotesOf('draft/placeholder', text)).toEqual([note])
    expect(await quotesOf('draft/bracket', text)).toEqual([])
    expect(await quotesOf('draft/alternative', text)).toEqual([])
  })
})

describe('brackets', () => {
  test.each([
    ['Results are reported to our [Audit Committee] each quarter.', '[Audit Committee]'],
    ['Incidents that [we have determined] have affected us.', '[we have determined]'],
    ['Our [CEO/President] is responsible.', '[CEO/President]'],
  ])('%s', async (text, quote) => {
    expect(await quotesOf('draft/bracket', text)).toEqual([quote])
  })

  test.each([
    'The policy says “[t]he Committee [of the board] shall meet”.',
    'As defined in Rule 12b-2 [17 CFR 240.12b-2] and [15 U.S.C. 78l].',
    'Our CISO leads the program. [Company to confirm]',
    'It speaks of "cyber securty" [sic] and of notes [12] and [a].',
    'Our CISO has [●] years of experience.',
    'The [policy](https://example.com/policy) is published.',
    '- [x] Training is complete',
  ])('nothing in: %s', async text => {
    expect(await quotesOf('draft/bracket', text)).toEqual([])
  })

  test('that stand in a block and in the block round it are told of once', async () => {
    const inner = 'Results are reported to our [Audit Committee].'
    const blocks = {
      boardInformed: inner,
      boardOversight: `The board oversees these risks. ${inner} It meets often.`,
    }
    expect(await quotesIn('draft/bracket', { form: '10-K', blocks })).toEqual(['[Audit Committee]'])
  })
})

describe('alternatives', () => {
  test.each([
    [
      'Our board of directors/The audit committee oversees these risks.',
      'board of directors/The audit committee',
    ],
    ['The Audit Committee/Board oversees these risks.', 'Committee/Board'],
    [
      'The Board of Directors/Management Council oversees these risks.',
      'Board of Directors/Management Council',
    ],
    ['These risks have/have not materially affected us.', 'have/have not'],
    ['We/the Company will respond.', 'We/the Company'],
    ['Incidents are reported within two/three business days.', 'two/three'],
    ['Reports are made monthly/quarterly.', 'monthly/quarterly'],
    ['Our CISO leads the program. She/he has 20 years of experience.', 'She/he'],
  ])('%s', async (text, quote) => {
    expect(await quotesOf('draft/alternative', text)).toEqual([quote])
  })

  test.each([
    'Our CIO/CISO and our Director/Head of IT monitor IT/OT systems 24/7 in EMEA/APAC.',
    'Vendors and/or suppliers are assessed under ISO/IEC 27001 and SOC 1/SOC 2.',
    'Red/blue team exercises and on/off-boarding reviews took place on 6/30/2025.',
    'See https://example.com/board/committee and input/output logs.',
    'Each employee must protect his/her password; our CIO sets the policy.',
    'Board/committee-level reporting is in place.',
  ])('nothing in: %s', async text => {
    expect(await quotesOf('draft/alternative', text)).toEqual([])
  })
})

describe('a choice left open in nested blocks', () => {
  test('is told of once, also where the inner block begins or ends with it', async () => {
    const blocks = {
      boardCommittee: 'Board of Directors/Audit Committee',
      boardInformed: 'Our CISO informs the Board of Directors/Audit Committee',
      boardOversight: 'The Board of Directors / Audit Committee oversees these risks. It meets often.',
    }
    const { length } = await quotesIn('draft/alternative', { form: '10-K', blocks })
    expect(length).toBe(1)
  })
})

describe('references to another form', () => {
  test.each([
    ['See Item 1A, Risk Factors.', 'Item 1A'],
    ['See Part IItem 1A. Risk Factors.', 'Item 1A'],
    ['See “ITEM 1A. RISK FACTORS”.', 'ITEM 1A'],
    ['As of the date of this Form 10-K, we know of none.', 'this Form 10-K'],
    ['See Item 1C of this report.', 'Item 1C'],
    ['See Item 1A, Risk Factors, of this Annual Report on Form 10-K.', 'Item 1A'],
  ])('in a 20-F: %s', async (text, quote) => {
    expect(await quotesOf('draft/wrong-form', text, '20-F')).toEqual([quote])
  })

  test.each([
    'See Item 3.D, Risk Factors, and Item 1.A of this report.',
    'Our subsidiary Alpha Corp. files annual reports on Form 10-K; see Item 1A of that report.',
    'As defined in Item 106(a) of Regulation S-K and Item 1.05 of Form 8-K.',
    'We described the incident in Item 1A of our previous annual report on Form 10-K.',
    'Our parent describes its program in Item 1C of its Annual Report on Form 10-K.',
    'Our annual report on Form 10-K for the fiscal year ended December 31, 2023 describes it.',
  ])('nothing in a 20-F: %s', async text => {
    expect(await quotesOf('draft/wrong-form', text, '20-F')).toEqual([])
  })

  test.each([
    ['See Item 3.D, Risk Factors.', 'Item 3.D'],
    ['See Item 3. Key Information—D. Risk Factors.', 'Item 3. Key Information—D'],
    ['See Item 16K of this report.', 'Item 16K'],
    ['In this annual report on Form 20-F we describe it.', 'this annual report on Form 20-F'],
  ])('in a 10-K: %s', async (text, quote) => {
    expect(await quotesOf('draft/wrong-form', text)).toEqual([quote])
  })

  test('nothing in a 10-K that points to its own items', async () => {
    const text =
      'See Item 1A, Item 3. Description of Property, and Item 16. Form 10-K Summary of this Form 10-K.'
    expect(await quotesOf('draft/wrong-form', text)).toEqual([])
  })
})
