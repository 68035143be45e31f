import { describe, expect, it } from 'vitest'
import { blocks, document, errors, flags } from './reading.js'

const PASTED = `Cybersecurity Risk Management and Strategy Disclosure |
12 Months Ended |
---|---|
Jun. 30, 2025 | |
Cybersecurity Risk Management, Strategy, and Governance [Line Items] | |
Cybersecurity Risk Management Processes for Assessing, Identifying, and Managing Threats [Text Block] | We run a program. It covers ships | shore. |
Cybersecurity Risk Management Processes Integrated [Flag] | true |
Cybersecurity Risk Board of Directors Oversight [Text Block] | The board oversees it, as our annual report on Form 20-F says. The Audit Committee helps. |
Cybersecurity Risk Board Committee or Subcommittee Responsible for Oversight [Text Block] | The Audit Committee helps. |
Insider Trading Policies and Procedures Adopted [Flag] | true |
Cybersecurity Risk Management Third Party Engaged [Flag] | false`

describe('a viewer page pasted as text', () => {
  it('gives exactly the facts of its rows', async () => {
    const page = await document(PASTED, 'r4.txt')
    expect(page).toMatchObject({
      form: '20-F',
      formFrom: 'the text calls itself an annual report on Form 20-F',
      view: 'tagged',
      periodOfReport: '2025-06-30',
      notes: [],
    })
    expect(flags(page)).toEqual(['processesIntegrated (tag): true', 'thirdPartyEngaged (tag): false'])
    expect(blocks(page)).toEqual([
      'processes (tag): We run a program. It covers ships | shore.',
      'boardOversight (tag): The board oversees it, as our annual report on Form 20-F says. The Audit Committee helps.',
      '  boardCommittee (tag): The Audit Committee helps.',
    ])
  })

  it('points to its cells', async () => {
    const { flags: given, blocks: found } = await document(PASTED, 'r4.txt')
    for (const { at } of [...given, ...found]) expect(at.source.text).toBe(PASTED)
    expect(given.map(({ at }) => at.source.span(at.start, at.end))).toMatchObject([
      { start: { line: 7, column: 61 } },
      { start: { line: 11, column: 60 } },
    ])
  })

  it('is read with tabs and paragraphs, as browsers copy it, up to the definitions below', async () => {
    const page = await document(
      'Cybersecurity Risk Role of Management [Text Block]\tOur treasurer\n\nmanages it.\ncybersecurity risk management processes  integrated [flag]\ttrue\nX\t\n- Definition\nBoolean flag that is true if so.\n',
      'r4.txt',
      { form: '10-K' },
    )
    expect(blocks(page)).toEqual(['managementRole (tag): Our treasurer\nmanages it.'])
    expect(flags(page)).toEqual(['processesIntegrated (tag): true'])
  })

  it('tells the scope of an incident from its timing, which cyd/2024 labels alike', async () => {
    const page = await document(
      'Material Cybersecurity Incident Nature [Text Block] | Files were encrypted. |\nMaterial Cybersecurity Incident Timing [Text Block] | Three plants. |\nMaterial Cybersecurity Incident Timing [Text Block] | In May. |\n',
      'r2.txt',
    )
    expect(page.form).toBe('8-K')
    expect(blocks(page)).toEqual([
      'incidentNature (tag): Files were encrypted.',
      'incidentScope (tag): Three plants.',
      'incidentTiming (tag): In May.',
    ])
  })

  it('notes a label that the taxonomy has not', async () => {
    const page = await document(
      'Cybersecurity Risk Role of Managers [Text Block] | x |\nCybersecurity Risk Role of Management [Text Block] | y |\n',
      'r4.txt',
      { form: '10-K' },
    )
    expect(page.notes.map(({ message }) => message)).toEqual([
      '"Cybersecurity Risk Role of Managers [Text Block]" is no label of the cyd taxonomy; the row was not read.',
    ])
  })

  it('has an error for a flag that is neither true nor false, beside its other facts', async () => {
    const text =
      'Cybersecurity Risk Management Processes Integrated [Flag] | perhaps |\nCybersecurity Risk Role of Management [Text Block] | y |\n'
    expect(await errors(text, 'r4.txt', { form: '10-K' })).toEqual([
      'line 1: the flag "Cybersecurity Risk Management Processes Integrated" is "perhaps"; true or false is wanted.',
    ])
  })
})

const row = (element: string, label: string, value: string): string =>
  `<tr class="ro"><td class="pl"><a class="a" href="javascript:void(0);" onclick="Show.showAR( this, 'defref_${element}', window );">${label}</a></td>\n<td class="text">${value}<span></span>\n</td></tr>`

const PAGE = `<html><head><title></title><script>var x = "<td>";</script></head><body>
<table class="report" border="0" id="id1"><tr><th class="tl" colspan="1" rowspan="2"><div><strong>Cybersecurity Risk Management and Strategy Disclosure<br></strong></div></th>
<th class="th" colspan="1">12 Months Ended</th></tr>
<tr><th class="th"><div>Sep. 30, 2025</div></th></tr>
${row('cyd_CybersecurityRiskManagementStrategyAndGovernanceLineItems', '<strong>Cybersecurity Risk Management, Strategy, and Governance [Line Items]</strong>', '&#160;')}
${row(
  'cyd_CybersecurityRiskRoleOfManagementTextBlock',
  'Cybersecurity Risk Role of Management [Text Block]',
  '<div style="font-size:10pt"><p>Our treasurer&#8217;s team man<b>ages</b> it&nbsp;&amp; reports:<br/></p><ul><li><p>monthly</p></li><li>yearly</li></ul><table><tr><td>Who</td><td>A. Nowak</td></tr></table><div style="display:none">hidden</div></div>',
)}
${row('cyd_CybersecurityRiskManagementProcessesIntegratedFlag', 'Cybersecurity Risk Management Processes Integrated [Flag]', 'true')}
${row('cyd_MaterialCybersecurityIncidentScopeTextBlock', 'Material Cybersecurity Incident Timing [Text Block]', 'Three plants, as this Form 10-K says.')}
${row('ecd_InsiderTrdPoliciesProcAdoptedFlag', 'Insider Trading Policies and Procedures Adopted [Flag]', 'true')}
</table><div style="display: none;"><table class="authRefData" id="defref_cyd_X"><tr><td class="hide"><a onclick="Show.hideAR();">X</a></td></tr><tr><td><strong> Name:</strong></td><td>cyd_X</td></tr></table></div></body></html>`

describe('a viewer page as HTML', () => {
  it('gives exactly the facts of its rows, by the names of their elements', async () => {
    const page = await document(PAGE, 'R4.htm')
    expect(page).toMatchObject({ form: '10-K', view: 'tagged', periodOfReport: '2025-09-30', notes: [] })
    expect(flags(page)).toEqual(['processesIntegrated (tag): true'])
    expect(blocks(page)).toEqual([
      'managementRole (tag): Our treasurer’s team manages it & reports:\nmonthly\nyearly\nWho\nA. Nowak',
      'incidentScope (tag): Three plants, as this Form 10-K says.',
    ])
    expect(page.blocks[0]?.prose.units.map(({ kind, leadIn }) => [kind, leadIn])).toEqual([
      ['paragraph', undefined],
      ['list-item', 0],
      ['list-item', 0],
      ['cell', undefined],
      ['cell', undefined],
    ])
  })

  it('is read by its labels where the links are gone', async () => {
    const page = await document(
      '<table><tr><td>Cybersecurity Risk Role of Management [Text Block]</td><td>Our treasurer.</td></tr></table>',
      'page.html',
      { form: '10-K' },
    )
    expect(blocks(page)).toEqual(['managementRole (tag): Our treasurer.'])
  })
})
