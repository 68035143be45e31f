import { describe, expect, test } from 'vitest'
import { ELEMENTS } from '../../src/model/elements.js'
import { fact, messages, rules, told, YEAR } from './tagged-document.js'

const OVERSIGHT =
  'Our board of directors oversees risks from cybersecurity threats through its audit committee.'
const ROLE =
  'Our Chief Information Officer assesses and manages our material risks from cybersecurity threats.'

/** Every annual element once, each in the report’s context. */
const everyElement = () =>
  ELEMENTS.filter(({ half }) => half === 'annual').map(({ name, datatype }) =>
    fact(datatype === 'boolean' ? `${name}?` : name, { text: `${name} is told of here.` }),
  )

test('a document that is tagged as filings are has no findings', () => {
  expect(told(everyElement())).toEqual({ findings: [], notChecked: [] })
})

describe('no fact at all', () => {
  test('is an error in an annual report of a year in which tags are asked for', () => {
    expect(messages([])).toMatchInlineSnapshot(`
      [
        "tag/none: The document is tagged, and no fact of it is in the SEC’s cybersecurity taxonomy (cyd). The disclosure is to be tagged in annual reports for fiscal years ended on or after 2024-12-15 (17 CFR 229.106(d)).",
      ]
    `)
  })

  test.each(['10-KT', '20-F'] as const)('is one in a %s too', form => {
    expect(rules([], { form })).toEqual(['tag/none'])
  })

  test.each(['10-K/A', '20-F/A', '8-K', '6-K'] as const)('is none in a %s', form => {
    expect(rules([], { form })).toEqual([])
  })

  test('is none where the cover page calls a 10-K an amendment', () => {
    const { findings, notChecked } = told([], { cover: { isAmendment: true } })
    expect(findings).toEqual([])
    expect(notChecked).toEqual([
      {
        rule: 'tag/none',
        reason: 'The cover page calls the document an amendment, which need not hold the item.',
      },
    ])
  })

  test('is not judged where the year is not known, and the report says so', () => {
    const { findings, notChecked } = told([], { cover: { periodEnd: null }, reportContext: null })
    expect(findings).toEqual([])
    expect(notChecked.map(({ rule }) => rule)).toEqual(['tag/none'])
    expect(notChecked[0]?.reason).toContain('2024-12-15')
  })

  test('is not judged for a year that ended the day before, and is for one that ended on the day', () => {
    const ended = (periodEnd: string) => rules([], { cover: { periodEnd }, reportContext: null })
    expect(ended('2024-12-14')).toEqual([])
    expect(ended('2024-12-15')).toEqual(['tag/none'])
  })
})

describe('elements of the other half of the taxonomy', () => {
  test('are told of once, by name', () => {
    expect(
      messages([fact('incidentNature'), fact('incidentScope'), fact('processes')]),
    ).toMatchInlineSnapshot(`
      [
        "tag/wrong-form-element: Elements for a current report of a material incident are used in an annual report: the text block incidentNature and the text block incidentScope. The annual item has elements of its own (17 CFR 229.106(d)).",
      ]
    `)
  })

  test('are those for annual reports in a current report', () => {
    const day = { ...YEAR, start: '2026-03-04', end: '2026-03-04' }
    const current = { form: '8-K', reportContext: day, cover: { periodEnd: day.end } } as const
    expect(rules([fact('incidentNature', { context: day })], current)).toEqual([])
    expect(messages([fact('materiallyAffected?', { context: day })], current)).toMatchInlineSnapshot(`
      [
        "tag/wrong-form-element: Elements for an annual report are used in a Form 8-K: the flag materiallyAffected. An account of a material incident has elements of its own (Form 8-K Item 1.05(b)).",
      ]
    `)
  })

  test('may stand in a context of their own, which is not told as well', () => {
    const spring = { ...YEAR, id: 'c-2', start: '2025-04-01', end: '2025-04-30' }
    expect(rules([fact('incidentNature', { context: spring })])).toEqual(['tag/wrong-form-element'])
  })
})

describe('two values of one element', () => {
  const yes = fact('thirdPartyEngaged?')
  const no = fact('thirdPartyEngaged?', { value: false, format: 'fixed-false' })
  const same = { ...YEAR, id: 'c-7' }

  test('conflict, also in two contexts of the same period', () => {
    expect(rules([yes, no])).toEqual(['tag/conflicting-values'])
    expect(rules([yes, { ...no, context: same, contextRef: same.id }])).toEqual(['tag/conflicting-values'])
  })

  test('do not conflict where they are equal, of different periods, or nil', () => {
    const earlier = { ...YEAR, id: 'c-2', start: '2024-01-01', end: '2024-12-31' }
    expect(rules([yes, yes])).toEqual([])
    expect(rules([yes, { ...no, context: earlier, contextRef: 'c-2' }])).not.toContain(
      'tag/conflicting-values',
    )
    expect(rules([yes, { ...no, nil: true, value: null }])).not.toContain('tag/conflicting-values')
  })

  test('are texts that differ in more than white space, in letters of one case', () => {
    const text = (words: string) => fact('boardOversight', { text: words })
    expect(rules([text(OVERSIGHT), text(OVERSIGHT.replaceAll(' ', '  \n'))])).toEqual([])
    expect(rules([text(OVERSIGHT), text(OVERSIGHT.replace('audit', 'Audit'))])).toEqual([
      'tag/conflicting-values',
    ])
    const [finding] = told([text(OVERSIGHT), text(OVERSIGHT.replace('audit', 'risk'))]).findings
    expect(finding?.message).toMatchInlineSnapshot(
      `"The text block boardOversight is given 2 times for one period, with texts that differ. They differ in: “risk” for “audit”. EDGAR’s validation reports two values of one element as an error (17 CFR 229.106(d); EDGAR Filer Manual 6.5.12)."`,
    )
    expect(finding?.related.map(({ quote }) => quote)).toEqual([OVERSIGHT])
  })

  test('are not looked for across members of a dimension', () => {
    const of = (id: string) => ({ ...YEAR, id, dimensions: ['dei:LegalEntityAxis'] })
    expect(
      rules([
        { ...yes, context: of('c-4'), contextRef: 'c-4' },
        { ...no, context: of('c-5'), contextRef: 'c-5' },
      ]),
    ).toEqual([])
  })
})

describe('a context that is not the report’s', () => {
  const inContext = (changes: Partial<typeof YEAR>, name = 'processes') => {
    const context = { ...YEAR, id: 'c-2', ...changes }
    return fact(name, { context, contextRef: context.id })
  }

  test('is told of once for all facts in it', () => {
    const lastYear = { start: '2024-01-01', end: '2024-12-31' }
    const facts = everyElement().map(each => ({
      ...each,
      context: { ...YEAR, id: 'c-2', ...lastYear },
      contextRef: 'c-2',
    }))
    expect(messages(facts)).toMatchInlineSnapshot(`
      [
        "tag/wrong-context: Tagged in context “c-2”, for 2024-01-01 to 2024-12-31: the text block processes, the flag processesIntegrated, the text block processesIntegrated, the flag thirdPartyEngaged and 12 more. The report is for 2025-01-01 to 2025-12-31 (17 CFR 229.106(d); EDGAR Filer Manual 6.5.19).",
      ]
    `)
  })

  test('is a quarter, several years, and a single day', () => {
    expect(rules([inContext({ start: '2025-10-01' })])).toEqual(['tag/wrong-context'])
    expect(rules([inContext({ start: '2023-01-01' })])).toEqual(['tag/wrong-context'])
    expect(messages([inContext({ start: null })])).toMatchInlineSnapshot(`
      [
        "tag/wrong-context: Tagged in context “c-2”, for the single day 2025-12-31: the text block processes. The report is for 2025-01-01 to 2025-12-31 (17 CFR 229.106(d); EDGAR Filer Manual 6.5.19).",
      ]
    `)
  })

  test('is not a year of 52 weeks, a short first year or a transition period, where the report is of that', () => {
    for (const reportContext of [
      { ...YEAR, start: '2024-12-29', end: '2025-12-27' },
      { ...YEAR, start: '2025-08-14' },
      { ...YEAR, start: '2025-07-01' },
    ])
      expect(
        rules([fact('processes', { context: reportContext })], { form: '10-KT', reportContext }),
      ).toEqual([])
  })

  test('is compared with the cover page where the required context is not found, within a week', () => {
    const without = { reportContext: null }
    expect(rules([inContext({ end: '2025-12-27' })], without)).toEqual([])
    expect(rules([inContext({ end: '2024-12-31' })], without)).toEqual(['tag/wrong-context'])
  })

  test('is not judged where nothing gives the period, and the report says so', () => {
    const { findings, notChecked } = told([fact('processes')], {
      reportContext: null,
      cover: { periodEnd: null },
    })
    expect(findings).toEqual([])
    expect(notChecked.map(({ rule }) => rule)).toEqual(['tag/wrong-context'])
  })

  test('is one that the document does not define', () => {
    expect(messages([fact('processes', { context: null }), fact('boardOversight')])).toMatchInlineSnapshot(`
      [
        "tag/wrong-context: The document defines no context “c-9”, which these facts refer to: the text block processes. Without a context a fact has neither period nor registrant (17 CFR 229.106(d); EDGAR Filer Manual 6.5.19).",
      ]
    `)
  })

  test('is not told of where the document defines none: it is one file of several', () => {
    const { findings, notChecked } = told([fact('processes', { context: null })], { reportContext: null })
    expect(findings).toEqual([])
    expect(notChecked.map(({ reason }) => reason)).toEqual([
      'The document defines no contexts: they may stand in another file of the filing.',
    ])
  })

  test('is one with dimensions, but for co-registrants', () => {
    const [finding] = told([inContext({ dimensions: ['us-gaap:StatementBusinessSegmentsAxis'] })]).findings
    expect(finding).toMatchObject({ rule: 'tag/wrong-context', severity: 'warning' })
    expect(finding?.message).toMatchInlineSnapshot(
      `"Tagged in context “c-2”, for one member of us-gaap:StatementBusinessSegmentsAxis: the text block processes. In nearly every filing such facts stand for the registrant as a whole, without dimensions (17 CFR 229.106(d); EDGAR Filer Manual 6.5.19)."`,
    )
    expect(rules([inContext({ dimensions: ['dei:LegalEntityAxis'] })])).toEqual([])
  })

  test('may tell incidents apart in a current report', () => {
    const incident = { ...YEAR, dimensions: ['cyd:MaterialCybersecurityIncidentAxis'] }
    expect(rules([fact('incidentNature', { context: incident })], { form: '8-K' })).toEqual([])
    expect(rules([inContext({ dimensions: incident.dimensions })])).toEqual(['tag/wrong-context'])
  })
})

describe('a flag', () => {
  test('of words without a transformation is neither true nor false', () => {
    const words = { text: 'We engage consultants.', value: null }
    expect(messages([fact('thirdPartyEngaged?', { ...words, format: null })])).toMatchInlineSnapshot(`
      [
        "tag/flag-format: The flag thirdPartyEngaged gives neither true nor false: it holds “We engage consultants”. The value of a flag is one of the two (17 CFR 229.106(d)).",
      ]
    `)
    expect(messages([fact('thirdPartyEngaged?', { ...words, format: 'booltrue' })])).toMatchInlineSnapshot(`
      [
        "tag/flag-format: The flag thirdPartyEngaged gives neither true nor false: it holds “We engage consultants” and has the transformation booltrue. The value of a flag is one of the two (17 CFR 229.106(d)).",
      ]
    `)
    expect(messages([fact('thirdPartyEngaged?', { text: '', value: null, format: null })])[0]).toContain(
      'it holds nothing.',
    )
  })

  test('that gives no value is not called missing as well', () => {
    const block = fact('positionsResponsible', { text: ROLE })
    const vain = fact('positionsResponsible?', { text: 'Our CIO', value: null, format: null })
    expect(told([block], { every: true }).findings.map(({ rule }) => rule)).toContain(
      'flag/block-without-flag',
    )
    expect(told([block, vain], { every: true }).findings.map(({ rule }) => rule)).not.toContain(
      'flag/block-without-flag',
    )
  })

  test('that is nil is a warning, in words of its own', () => {
    const [finding] = told([fact('thirdPartyEngaged?', { text: '', value: null, nil: true })]).findings
    expect(finding?.severity).toBe('warning')
    expect(finding?.message).toMatchInlineSnapshot(
      `"The flag thirdPartyEngaged is nil (xsi:nil): it answers neither yes nor no. A reader of the tagged data finds the question asked and not answered (17 CFR 229.106(d))."`,
    )
  })
})

test('hidden facts are told of once', () => {
  expect(
    messages([fact('processes', { hidden: true }), fact('thirdPartyEngaged?', { hidden: true })]),
  ).toMatchInlineSnapshot(`
    [
      "tag/hidden: In ix:hidden, on no words of the document: the text block processes and the flag thirdPartyEngaged. EDGAR’s validation warns of hidden facts that could stand on visible ones (17 CFR 229.106(d); EDGAR Filer Manual 5.2.5.14).",
    ]
  `)
})

test('markup that is not escaped is told of once, and of text blocks alone', () => {
  expect(
    messages([
      fact('processes', { escaped: false }),
      fact('boardOversight', { escaped: false }),
      fact('managementRole', { escaped: false, hasMarkup: false }),
      fact('thirdPartyEngaged?', { escaped: false, hasMarkup: true }),
    ]),
  ).toMatchInlineSnapshot(`
    [
      "tag/escape: With markup inside and without escape="true": the text block processes and the text block boardOversight. The value of such a fact is its bare characters, and its paragraphs, lists and tables run together (17 CFR 229.106(d)).",
    ]
  `)
})

test('each broken chain of continuations is told of where it breaks', () => {
  const facts = [fact('processes'), fact('boardOversight')]
  const at = (offset: number) => ({
    source: facts[0]?.at.source ?? fact('processes').at.source,
    start: offset,
    end: 20,
  })
  const { findings } = told(facts, {
    brokenChains: [
      { what: 'missing', target: 'p-2', fact: 0, at: at(3) },
      { what: 'circle', target: 'p-3', fact: 1, at: at(5) },
      { what: 'shared', target: 'p-4', fact: 1, at: at(8) },
    ],
  })
  expect(findings.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "The tag of the text block processes goes on at “p-2”, and the document has no ix:continuation of that id. What was to follow is not in the fact (17 CFR 229.106(d)).",
      "The continuations of the text block boardOversight lead back to “p-3”, where they have been. A chain that does not end gives the fact no value (17 CFR 229.106(d)).",
      "The tag of the text block boardOversight goes on at “p-4”, where another tag goes on too. A continuation belongs to one fact (17 CFR 229.106(d)).",
    ]
  `)
  expect(findings.map(({ span }) => span && 'start' in span && span.start.offset)).toEqual([3, 5, 8])
})

describe('a name', () => {
  test('that the taxonomy has not comes with the nearest that it has', () => {
    expect(messages([fact('CybersecurityRiskRoleOfManagmentTextBlock')])).toMatchInlineSnapshot(`
      [
        "tag/unknown-element: The taxonomy cyd/2025 has no element cyd:CybersecurityRiskRoleOfManagmentTextBlock for a fact. Its nearest name is cyd:CybersecurityRiskRoleOfManagementTextBlock. A fact of an element that is not defined is no valid XBRL (17 CFR 229.106(d)).",
      ]
    `)
    expect(messages([fact('Firewall')])).toMatchInlineSnapshot(`
      [
        "tag/unknown-element: The taxonomy cyd/2025 has no element cyd:Firewall for a fact. A fact of an element that is not defined is no valid XBRL (17 CFR 229.106(d)).",
      ]
    `)
  })

  test('of a later taxonomy is not judged, and the report says so', () => {
    const { findings, notChecked } = told([fact('CybersecurityRiskInsuranceFlag', { taxonomy: '2031' })])
    expect(findings).toEqual([])
    expect(notChecked.map(({ reason }) => reason)).toMatchInlineSnapshot(`
      [
        "The taxonomy cyd/2031 is later than those that this version knows (2024, 2025, 2026): whether it has cyd:CybersecurityRiskInsuranceFlag was not checked.",
      ]
    `)
    expect(rules([fact('processes', { taxonomy: '2031' })])).toEqual([])
  })

  test('whose prefix is bound to nothing is told of once for all facts', () => {
    expect(
      messages([fact('processes', { taxonomy: null }), fact('Firewall', { taxonomy: null })]),
    ).toMatchInlineSnapshot(`
      [
        "tag/unknown-element: The document binds the prefix cyd to no namespace, and these facts use it: the text block processes and cyd:Firewall. As it stands it cannot be read as XBRL (17 CFR 229.106(d)).",
      ]
    `)
  })
})

describe('nesting', () => {
  const TEXTS: Readonly<Record<string, string>> = {
    managementRole: `${ROLE} He is a member of our executive committee and reports to our Chief Executive Officer. A team of analysts in three countries works for him, and an outside firm watches our network at night.`,
    boardOversight: `${OVERSIGHT} The committee meets five times a year. Its chair reports to the board after each meeting on what it found and on what management is to mend before the next one.`,
  }
  const MORE = 'Consultants test our network twice a year and tell us what they found.'
  const nested = (outer: string, inner: string, more: string, text = TEXTS[inner] ?? '') =>
    rules([fact(outer, { text: `${text} ${more}` }), fact(inner, { text })])

  test.each([
    ['positionsResponsible', 'managementRole'],
    ['managementInformed', 'managementRole'],
    ['boardCommittee', 'boardOversight'],
    ['processesIntegrated', 'boardOversight'],
    ['managementExpertise', 'boardOversight'],
    ['materiallyAffected', 'managementRole'],
  ])('of %s round %s is told of', (outer, inner) => {
    expect(nested(outer, inner, MORE)).toEqual(['tag/nesting'])
  })

  test.each([
    ['managementRole', 'boardOversight'],
    ['processes', 'boardOversight'],
    ['boardInformed', 'managementRole'],
    ['boardCommittee', 'managementRole'],
  ])('of %s round %s is not', (outer, inner) => {
    expect(nested(outer, inner, MORE)).toEqual([])
  })

  test('of a point round a sentence of another section is not told of, and round one of its own is', () => {
    expect(nested('processesIntegrated', 'boardOversight', MORE, OVERSIGHT)).toEqual([])
    expect(nested('boardCommittee', 'boardOversight', MORE, OVERSIGHT)).toEqual(['tag/nesting'])
  })

  test('of two tags on one text is not told of, whichever is outside', () => {
    expect(nested('positionsResponsible', 'managementRole', '')).toEqual([])
    expect(nested('positionsResponsible', 'managementRole', 'Today.')).toEqual([])
  })
})
