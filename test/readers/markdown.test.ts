import { describe, expect, it } from 'vitest'
import { textOf } from '../../src/model/disclosure.js'
import { blocks, document, errors, flags, units } from './reading.js'

const DRAFT = `---
form: 20-F                      # 10-K, 20-F …
registrant: Larkspur Shipping Ltd
periodOfReport: 2026-12-31
flags:
  processesIntegrated: true
  thirdPartyEngaged: no
---
# Item 16K. Cybersecurity

## Risk management and strategy

::::processes
We maintain a cybersecurity risk management programme that follows the vessels & the shore offices.

:::processesIntegrated
It is part of our enterprise risk management: the risk committee reviews it.
:::
::::

## Governance

Our :positionsResponsible[Chief Information **Security** Officer] leads it.
`

describe('a Markdown draft', () => {
  it('gives what its front matter states', async () => {
    const draft = await document(DRAFT)
    expect(draft).toMatchObject({
      path: 'draft.md',
      id: null,
      form: '20-F',
      formFrom: 'front matter',
      item: '16K',
      view: 'item',
      registrant: 'Larkspur Shipping Ltd',
      periodOfReport: '2026-12-31',
      notes: [],
    })
    expect(flags(draft)).toEqual(['processesIntegrated (facts): true', 'thirdPartyEngaged (facts): false'])
  })

  it('points each flag to its value in the front matter', async () => {
    const { flags: given } = await document(DRAFT)
    expect(given.map(({ at }) => at.source.span(at.start, at.end))).toMatchObject([
      { start: { line: 6, column: 24 }, end: { line: 6, column: 28 } },
      { start: { line: 7, column: 22 }, end: { line: 7, column: 24 } },
    ])
  })

  it('nests blocks as its directives nest', async () => {
    expect(blocks(await document(DRAFT))).toEqual([
      'processes (directive): We maintain a cybersecurity risk management programme that follows the vessels & the shore offices.\nIt is part of our enterprise risk management: the risk committee reviews it.',
      '  processesIntegrated (directive): It is part of our enterprise risk management: the risk committee reviews it.',
      'positionsResponsible (directive): Chief Information Security Officer',
    ])
  })

  it('takes element names with and without the prefix of the taxonomy', async () => {
    const draft = await document(
      ':::cyd:CybersecurityRiskRoleOfManagementTextBlock\nThe treasurer manages it.\n:::\n\nThe :cyd:CybersecurityRiskBoardCommitteeOrSubcommitteeResponsibleForOversightTextBlock[Audit Committee] oversees it.\n\n:::CybersecurityRiskBoardOfDirectorsOversightTextBlock\nThe board too.\n:::\n',
      'draft.md',
      { form: '10-K' },
    )
    expect(blocks(draft)).toEqual([
      'managementRole (directive): The treasurer manages it.',
      'boardCommittee (directive): Audit Committee',
      'boardOversight (directive): The board too.',
    ])
  })

  it('opens the block that a usual heading names, until a heading of its level', async () => {
    const draft = await document(
      '# Item 1C. Cybersecurity\n\n## Governance\n\n### Board’s oversight\n\nThe board oversees it.\n\n#### How often\n\nEach quarter.\n\n### (b) Management’s role\n\nThe treasurer manages it.\n\n## Other\n\nNothing.\n',
    )
    expect(blocks(draft)).toEqual([
      'boardOversight (heading): The board oversees it.\nHow often\nEach quarter.',
      'managementRole (heading): The treasurer manages it.',
    ])
  })

  it('takes a bold line for a heading, as converted files have it, but not a bold sentence', async () => {
    const draft = await document(
      '**Item 1C. Cybersecurity**\n\n*Board Oversight*\n\n**The board oversees it.** Each quarter.\n\n**It meets.**\n\n**Management’s Role**\n\nThe treasurer manages it.\n',
    )
    expect(units(draft)).toEqual([
      'heading: Item 1C. Cybersecurity',
      'heading: Board Oversight',
      'paragraph: The board oversees it. Each quarter.',
      'paragraph: It meets.',
      'heading: Management’s Role',
      'paragraph: The treasurer manages it.',
    ])
    expect(blocks(draft)).toEqual([
      'boardOversight (heading): The board oversees it. Each quarter.\nIt meets.',
      'managementRole (heading): The treasurer manages it.',
    ])
  })

  it('opens the block whose label in the taxonomy is a heading', async () => {
    const draft = await document(
      '# Item 1C\n\n## Cybersecurity Risk Management Expertise of Management Responsible [Text Block]\n\nTwenty years.\n',
    )
    expect(blocks(draft)).toEqual(['managementExpertise (heading): Twenty years.'])
  })

  it('leaves a heading alone where a directive opens its block', async () => {
    const draft = await document(
      '# Item 1C\n\n## Board oversight\n\nThe board meets.\n\n:::boardOversight\nIt oversees cybersecurity.\n:::\n',
    )
    expect(blocks(draft)).toEqual(['boardOversight (directive): It oversees cybersecurity.'])
  })

  it('shows an empty block at the line that opens it', async () => {
    const { blocks: found } = await document('# Item 1C\n\n:::processes\n:::\n\n## Board oversight\n')
    expect(
      found.map(block => [textOf(block), block.at.source.text.slice(block.at.start, block.at.end)]),
    ).toEqual([
      ['', ':::processes'],
      ['', '## Board oversight'],
    ])
  })

  it('keeps colons that are no directives as words', async () => {
    const draft = await document(
      '# Item 16K:Governance\n\nThe ratio is 3:1 at 10:30am, see Item 16K:Governance and note:below[1] or :smile: *a*:processes here.\n\n::leaf[with *words*]{x=1}\n',
    )
    expect(units(draft)).toEqual([
      'heading: Item 16K:Governance',
      'paragraph: The ratio is 3:1 at 10:30am, see Item 16K:Governance and note:below[1] or :smile: a:processes here.',
      'paragraph: ::leaf[with words]{x=1}',
    ])
    expect(draft.notes.map(({ message }) => message)).toEqual([
      '":processes" marks no words: they go in brackets, ":processes[…]". It was read as a word.',
    ])
  })

  it('takes the words marked for a flag as the flag’s place, and their value from the front matter', async () => {
    const draft = await document(
      '---\nform: 10-K\nflags: {thirdPartyEngaged: true}\n---\nWe :thirdPartyEngaged[engage assessors] and :thirdPartyOversight[watch vendors].\n',
    )
    const [flag] = draft.flags
    expect(flag?.at.source.text.slice(flag.at.start, flag.at.end)).toBe('engage assessors')
    expect(flags(draft)).toEqual(['thirdPartyEngaged (directive): true'])
    expect(draft.notes.map(({ message }) => message)).toEqual([
      'The words marked ":thirdPartyOversight" give the flag no value: state "thirdPartyOversight" under "flags" in the front matter.',
    ])
  })

  it('reads flags from a table of labels or short names, and other tables as prose', async () => {
    const draft = await document(
      '# Item 1C\n\n| Flag | Value |\n| --- | --- |\n| `processesIntegrated` | yes |\n| Cybersecurity Risk Management Third Party Engaged [Flag] | False |\n\n| Role | Who |\n|---|---|\n| CISO | A. Nowak |\n',
    )
    expect(flags(draft)).toEqual(['processesIntegrated (facts): true', 'thirdPartyEngaged (facts): false'])
    expect(units(draft)).toEqual([
      'heading: Item 1C',
      'cell: Role',
      'cell: Who',
      'cell: CISO',
      'cell: A. Nowak',
    ])
  })

  it('gives list items the paragraph that leads them in', async () => {
    const draft = await document(
      '# Item 1C\n\n**Our program includes:**\n\n- assessments\n- training of\n  all staff, which covers:\n  1. phishing\n\nWe did this.\n\n- Unled item\n',
    )
    expect(units(draft)).toEqual([
      'heading: Item 1C',
      'paragraph: Our program includes:',
      'list-item after "Our program includes:": assessments',
      'list-item after "Our program includes:": training of all staff, which covers:',
      'list-item after "training of all staff, which covers:": phishing',
      'paragraph: We did this.',
      'list-item: Unled item',
    ])
  })

  it('reads through markup, entities, escapes and line wraps', async () => {
    const draft = await document(
      '# Item 1C\n\nThe _Chief_ Information\nSecur**ity** Officer&nbsp;&amp; the board&rsquo;s \\*chair\\*<!-- note --> [met](https://example.com "x") <b>twice</b>.<br>Then `once`.\n\n> A quotation\n> of &lt;two&gt;\nlines.\n\n<div align="center">In <i>HTML</i> &mdash; too</div>\n',
    )
    expect(units(draft)).toEqual([
      'heading: Item 1C',
      'paragraph: The Chief Information Security Officer & the board’s *chair* met twice. Then once.',
      'paragraph: A quotation of <two> lines.',
      'paragraph: In HTML — too',
    ])
  })

  it('reads a line that opens with a comment like any other', async () => {
    const draft = await document(
      '# Item 1C\n\n<!-- cydlint-disable-next draft/bracket -- quoted --> Our :positionsResponsible[*CISO*] leads,\n<!-- and -->\n\n- <!-- a\nb --> one \\:cyd:two\n',
    )
    expect(units(draft)).toEqual([
      'heading: Item 1C',
      'paragraph: Our CISO leads,',
      'list-item after "Our CISO leads,": one :cyd:two',
    ])
    expect(blocks(draft)).toEqual(['positionsResponsible (directive): CISO'])
  })

  it('reads words that were indented into a code block', async () => {
    const draft = await document(
      '# Item 1C\n\nWe:\n\n    assess risks &\n    manage them\n\n```\nand more\n```\n',
    )
    expect(units(draft).slice(2)).toEqual(['paragraph: assess risks & manage them', 'paragraph: and more'])
  })

  it('reads only the item of a file that holds several, and says so', async () => {
    const draft = await document(
      '# Item 1B. Unresolved Staff Comments\n\nNone.\n\n# Item 1C. Cybersecurity\n\nWe assess risks.\n\n# Governance\n\nThe board oversees.\n\n# Item 2. Properties\n\nAn office.\n',
    )
    expect(units(draft)).toEqual([
      'heading: Item 1C. Cybersecurity',
      'paragraph: We assess risks.',
      'heading: Governance',
      'paragraph: The board oversees.',
    ])
    expect(draft.notes[0]?.message).toContain('only the item was read (from line 5)')
  })
})

describe('the form of a draft', () => {
  it('is told by its heading where the front matter does not', async () => {
    expect(await document('# ITEM 1C. CYBERSECURITY\n\nWe assess risks.')).toMatchObject({
      form: '10-K',
      formFrom: 'it stands under Item 1C',
    })
  })

  it('is told by what the text calls itself', async () => {
    expect(
      await document('# Cybersecurity\n\nSee elsewhere in this annual report on Form 20-F.'),
    ).toMatchObject({
      form: '20-F',
      formFrom: 'the text calls itself an annual report on Form 20-F',
    })
  })

  it('is overridden by the user, and says so', async () => {
    expect(await document(DRAFT, 'draft.md', { form: '10-K' })).toMatchObject({
      form: '10-K',
      formFrom: '--form, which overrides 20-F in the front matter',
    })
  })

  it('is asked for where nothing tells it', async () => {
    expect(await errors('# Cybersecurity\n\nWe assess risks.\n')).toEqual([
      'The form cannot be told: nothing names it, and the text does not say whether it belongs to Form 10-K or Form 20-F. Use --form, for example --form 20-F, or state "form" in the file.',
    ])
  })
})

describe('a mistake in a draft', () => {
  it('in a block’s name is an error with a suggestion', async () => {
    expect(await errors('# Item 1C\n\n:::boardOversigth\nThe board oversees.\n:::\n')).toEqual([
      'line 3: "boardOversigth" is not a block. Did you mean "boardOversight"?',
    ])
  })

  it('of a block that is not closed names the line that opens it', async () => {
    expect(
      await errors('# Item 1C\n\n::::processes\nWe assess.\n\n:::boardOversight\nThe board.\n:::\n'),
    ).toEqual([
      'line 3: the block "::::processes" is opened here and not closed. Close it with a line of 4 colons; a block that holds others needs more colons than they have.',
    ])
  })

  it('of blocks nested with equal fences is told once', async () => {
    expect(await errors('# Item 1C\n\n:::processes\n:::processesIntegrated\nIt is.\n:::\n:::\n')).toEqual([
      'line 4: the block ":::processesIntegrated" is opened here and not closed. Close it with a line of 3 colons; a block that holds others needs more colons than they have.',
    ])
  })

  it('of colons that open or close nothing is an error', async () => {
    expect(await errors('# Item 1C\n\n::: processes\nWe assess.\n\n:::\n')).toEqual([
      'line 3: "::: processes" opens no block. Write ":::processes" with nothing else on the line.',
      'line 6: ":::" closes no block. Delete the line, or open a block above it.',
    ])
  })

  it.each([
    ['an unknown key', 'from: 10-K\n', 'front matter, line 2: "from" is not a key. Did you mean "form"?'],
    [
      'a key that stands twice',
      'form: 10-K\nform: 20-F\n',
      'the front matter is not valid YAML: the key "form" stands twice. Keep one. (line 3)',
    ],
    [
      'a date that is none',
      'form: 10-K\nperiodOfReport: 2026-02-30\n',
      'front matter, line 3: "2026-02-30" is no date; write YYYY-MM-DD, for example 2026-12-31.',
    ],
    [
      'a flag without yes or no',
      'form: 10-K\nflags:\n  processesIntegrated: maybe\n',
      'front matter, line 4: the flag "processesIntegrated" is "maybe"; true or false is wanted. Leave out a flag that is not given.',
    ],
    [
      'an unknown flag',
      'form: 10-K\nflags:\n  thirdPartyEngagd: true\n',
      'front matter, line 4: "thirdPartyEngagd" is not a flag of the cyd taxonomy. Did you mean "thirdPartyEngaged"?',
    ],
    [
      'one flag under two names',
      'form: 10-K\nflags:\n  processesIntegrated: true\n  cyd:CybersecurityRiskManagementProcessesIntegratedFlag: true\n',
      'front matter, line 5: "processesIntegrated" and "cyd:CybersecurityRiskManagementProcessesIntegratedFlag" name the same flag. Keep one.',
    ],
    [
      'an unknown form',
      'form: 10-Q\n',
      'front matter, line 2: "10-Q" is not a form that is checked. Did you mean "10-K"?',
    ],
    ['YAML that is none', 'form: [10-K\n', /^the front matter is not valid YAML: .* \(line \d\)$/],
  ])('in the front matter, %s, names its line', async (_, matter, message) => {
    const [first] = await errors(`---\n${matter}---\n# Item 1C\n\nText.\n`)
    if (typeof message === 'string') expect(first).toBe(message)
    else expect(first).toMatch(message)
  })

  it('of a marked phrase whose bracket is not closed is an error', async () => {
    expect(
      await errors(
        '# Item 1C. Cybersecurity\n\nOur :positionsResponsible[Chief Information Officer leads it.\n',
      ),
    ).toEqual([
      'line 3: the bracket of ":positionsResponsible[" is not closed. Close it with "]" after the words that it marks.',
    ])
  })

  it('of front matter that is not closed is an error', async () => {
    expect(await errors('---\nform: 10-K\n\n# Item 1C\n\nText.\n')).toEqual([
      'the front matter that opens on line 1 is not closed. Close it with a line "---".',
    ])
  })

  it('of a flag with two values names both lines', async () => {
    expect(
      await errors(
        '---\nform: 10-K\nflags: {processesIntegrated: true}\n---\n| Flag | Value |\n|---|---|\n| processesIntegrated | no |\n',
      ),
    ).toEqual(['line 7: the flag "processesIntegrated" is false here and true on line 3. Keep one value.'])
  })
})
