import { describe, expect, it } from 'vitest'
import { openInput, readInput } from '../../src/readers/read.js'
import { blocks, document, errors, flags, read } from './reading.js'

const RECORD = {
  form: '10-K',
  registrant: 'Quarrystone Bancorp',
  periodOfReport: '2025-12-31',
  flags: { processesIntegrated: true, 'cyd:CybersecurityRiskManagementThirdPartyEngagedFlag': false },
  blocks: {
    boardOversight: 'Our board oversees cybersecurity. The “Risk Committee” reports to it.',
    boardCommittee: 'The "Risk Committee" reports to it',
    CybersecurityRiskRoleOfManagementTextBlock: 'Our treasurer manages it.',
  },
  truncated: ['managementRole'],
  id: 'qsb-2025',
  'x-note': { any: ['thing'] },
}

describe('facts as JSON', () => {
  it('give a tagged disclosure, with short names and names of the taxonomy', async () => {
    const facts = await document(JSON.stringify(RECORD), 'facts.json')
    expect(facts).toMatchObject({
      id: 'qsb-2025',
      form: '10-K',
      formFrom: '"form" of the record',
      item: '1C',
      view: 'tagged',
      registrant: 'Quarrystone Bancorp',
      periodOfReport: '2025-12-31',
    })
    expect(flags(facts)).toEqual(['processesIntegrated (facts): true', 'thirdPartyEngaged (facts): false'])
  })

  it('nest a block whose letters and digits stand in a longer one', async () => {
    const facts = await document(JSON.stringify(RECORD), 'facts.json')
    expect(blocks(facts)).toEqual([
      'boardOversight (facts): Our board oversees cybersecurity. The “Risk Committee” reports to it.',
      '  boardCommittee (facts): The "Risk Committee" reports to it',
      'managementRole (facts): Our treasurer manages it.',
    ])
    expect(facts.blocks.map(({ truncated }) => truncated)).toEqual([false, false, true])
  })

  it('do not nest equal texts in each other', async () => {
    const text = 'The committee is informed each quarter.'
    const facts = await document(
      JSON.stringify({ form: '10-K', blocks: { boardInformed: text, managementInformed: `${text} ` } }),
      'facts.json',
    )
    expect(facts.blocks.map(({ depth }) => depth)).toEqual([0, 0])
  })

  it('point to places within each string, and to a flag’s value in the file', async () => {
    const text =
      '{\n  "form": "10-K",\n  "flags": {"processesIntegrated": true},\n  "blocks": {"processes": "We do.\\n\\nWe  also do."}\n}'
    const facts = await document(text, 'facts.json')
    const [block] = facts.blocks
    const at = block?.prose.text.indexOf('also') ?? 0
    expect(block?.prose.text).toBe('We do.\nWe also do.')
    expect(block?.prose.source.span(...(block.prose.toSource(at, at + 4) as [number, number]))).toEqual({
      start: { line: 3, column: 5, offset: 12 },
      end: { line: 3, column: 9, offset: 16 },
      pointer: '/blocks/processes',
    })
    const [flag] = facts.flags
    expect(flag?.at.source.span(flag.at.start, flag.at.end)).toEqual({
      start: { line: 3, column: 36, offset: 55 },
      end: { line: 3, column: 40, offset: 59 },
    })
  })

  it('with the whole item have the view of an item, in which blocks take their place', async () => {
    const facts = await document(
      JSON.stringify({
        form: '10-K',
        text: 'Item 1C. Cybersecurity\n\nWe assess risks.\n\nThe board oversees them.',
        blocks: { boardOversight: 'The board oversees them.', managementRole: 'Nowhere in the text.' },
      }),
      'facts.json',
    )
    expect(facts.view).toBe('item')
    expect(facts.prose.map(({ text }) => text)).toEqual([
      'Item 1C. Cybersecurity\nWe assess risks.\nThe board oversees them.',
      'Nowhere in the text.',
    ])
    expect(blocks(facts)).toEqual([
      'boardOversight (facts): The board oversees them.',
      'managementRole (facts): Nowhere in the text.',
    ])
    expect(facts.blocks[0]?.prose).toBe(facts.prose[0])
  })

  it('keep an empty block, and read nothing in it', async () => {
    const facts = await document('{"form": "10-K", "blocks": {"processes": ""}}', 'facts.json')
    expect(blocks(facts)).toEqual(['processes (facts): '])
    expect(facts.prose).toEqual([])
  })

  it('take elements of either half of the taxonomy', async () => {
    const facts = await document('{"blocks": {"incidentNature": "Files were encrypted."}}', 'facts.json')
    expect(facts).toMatchObject({
      form: '8-K',
      formFrom: 'all facts are those of a material incident, which Form 8-K reports',
      item: '1.05',
    })
  })

  it.each([
    [
      'an unknown key',
      '{"form":"10-K","flag":{},"blocks":{}}',
      '"flag" is not a key of a record. Did you mean "flags"?',
    ],
    [
      'an unknown block',
      '{"form":"10-K","blocks":{"bordOversight":"x"}}',
      '/blocks: "bordOversight" is not a text block of the cyd taxonomy. Did you mean "boardOversight"?',
    ],
    [
      'a flag among the blocks',
      '{"form":"10-K","blocks":{"thirdPartyEngaged":"x"}}',
      /^\/blocks: "thirdPartyEngaged" is a flag, not a text block\./,
    ],
    [
      'a flag in quotation marks',
      '{"form":"10-K","flags":{"processesIntegrated":"true"}}',
      '/flags/processesIntegrated is "true"; a flag is true or false, without quotation marks. Leave out a flag that is not given.',
    ],
    [
      'one element under two names',
      '{"form":"10-K","blocks":{"managementRole":"x","cyd:CybersecurityRiskRoleOfManagementTextBlock":"y"}}',
      '/blocks: "managementRole" and "cyd:CybersecurityRiskRoleOfManagementTextBlock" name the same text block. Keep one.',
    ],
    [
      'a key that stands twice',
      '{"form":"10-K",\n "blocks":{"processes":"x",\n "processes":"y"}}',
      'the key "processes" stands twice in one object (line 3, column 2). Keep one.',
    ],
    [
      'a key that stands twice in another notation',
      '{"form":"10-K","blocks":{"processes":"x","\\u0070rocesses":"y"}}',
      'the key "processes" stands twice in one object (line 1, column 42). Keep one.',
    ],
    [
      'an unknown form',
      '{"form":"20F","flags":{}}',
      '/form is "20F", which is not a form that is checked. Did you mean "20-F"?',
    ],
    [
      'a date that is none',
      '{"form":"10-K","flags":{},"periodOfReport":"31.12.2025"}',
      '/periodOfReport is "31.12.2025"; a date is written YYYY-MM-DD, for example 2026-12-31.',
    ],
    [
      'a day that the calendar has not',
      '{"form":"10-K","flags":{},"periodOfReport":"2025-02-30"}',
      '/periodOfReport is "2025-02-30", a day that the calendar does not have.',
    ],
    [
      'nothing to check',
      '{"form":"10-K"}',
      'the record holds neither "flags" nor "blocks" nor "text": there is nothing to check. Give at least one of them.',
    ],
    [
      'empty objects',
      '{"form":"10-K","flags":{},"blocks":{}}',
      'the record holds no flag, no block and no text: there is nothing to check. Give at least one of them, in "flags", "blocks" or "text".',
    ],
    [
      'a list of records',
      '[{"form":"10-K","flags":{}}]',
      'this is a list. A file holds one record; several records go into an NDJSON file, one a line, each with its "id".',
    ],
    [
      'broken JSON',
      '{"form":"10-K",\n "flags": {processesIntegrated: true}}',
      'not valid JSON: a value is expected here: a string, a number, true, false, null, an object or an array (line 2, column 12).',
    ],
    [
      'a comment',
      '{"form":"10-K", // the form\n "flags": {}}',
      'not valid JSON: JSON has no comments (line 1, column 17).',
    ],
  ])('are refused for %s', async (_, text, message) => {
    const [first] = await errors(text, 'facts.json')
    if (typeof message === 'string') expect(first).toBe(message)
    else expect(first).toMatch(message)
  })
})

describe('facts as YAML', () => {
  const YAML = `form: 20-F
periodOfReport: 2025-06-30
flags:
  processesIntegrated: yes
blocks:
  processes: |
    We assess risks.

    We manage them.
  boardOversight: >-
    Our board
    oversees it.
`

  it('give the same disclosure as JSON', async () => {
    const facts = await document(YAML, 'facts.yaml')
    expect(facts).toMatchObject({ form: '20-F', periodOfReport: '2025-06-30', view: 'tagged' })
    expect(flags(facts)).toEqual(['processesIntegrated (facts): true'])
    expect(blocks(facts)).toEqual([
      'processes (facts): We assess risks.\nWe manage them.',
      'boardOversight (facts): Our board oversees it.',
    ])
    const [flag] = facts.flags
    expect(flag?.at.source.span(flag.at.start, flag.at.end)).toMatchObject({ start: { line: 4, column: 24 } })
  })

  it.each([
    [
      'a key that stands twice',
      'form: 10-K\nflags: {}\nform: 10-K\n',
      'not valid YAML: the key "form" stands twice. Keep one. (line 3, column 1)',
    ],
    [
      'aliases',
      'form: 10-K\nx-a: &a [1]\nx-b: [*a, *a]\nflags: {}\n',
      'not valid YAML: aliases (*name) are not read. Write the value out. (line 3, column 8)',
    ],
    [
      'two documents',
      'form: 10-K\nflags: {}\n---\nform: 10-K\nflags: {}\n',
      'not valid YAML: there is more than one document. Keep one record; several records go into an NDJSON file. (line 1, column 1)',
    ],
    [
      'a block that is no text',
      'form: 10-K\nblocks:\n  boardCommittee: no\n',
      '/blocks/boardCommittee is false; a block is a text in quotation marks. Leave out a block that is not given.',
    ],
  ])('are refused for %s', async (_, text, message) => {
    expect(await errors(text, 'facts.yaml')).toEqual([message])
  })
})

describe('facts as NDJSON', () => {
  const LINES = [
    '{"id": "a", "form": "10-K", "blocks": {"processes": "We assess risks."}}',
    '{"form": "10-K", "blocks": {"processes": "We assess',
    '',
    '{"form": "20-F", "flags": {"processesIntegrated": true}}',
    '{"form": "20-F", "flags": {"processesIntegrated": 1}}',
  ]

  it('are read line by line, and a bad line stops none of the others', async () => {
    const { kind, documents, errors: problems } = await read(LINES.join('\n'), 'facts.ndjson')
    expect(kind).toBe('ndjson')
    expect(documents.map(({ id, form }) => [id, form])).toEqual([
      ['a', '10-K'],
      ['4', '20-F'],
    ])
    expect(problems).toEqual([
      {
        path: 'facts.ndjson:2',
        message: 'not valid JSON: a string is not closed on its line (line 2, column 42).',
      },
      {
        path: 'facts.ndjson:5',
        message:
          '/flags/processesIntegrated is 1; a flag is true or false, without quotation marks. Leave out a flag that is not given.',
      },
    ])
  })

  it('give places of the file', async () => {
    const { documents } = await read(LINES.join('\r\n'), 'facts.ndjson')
    const flag = documents[1]?.flags[0]
    const text = LINES.join('\r\n')
    const offset = text.indexOf('true')
    expect(flag?.at.source.span(flag.at.start, flag.at.end)).toEqual({
      start: { line: 4, column: 51, offset },
      end: { line: 4, column: 55, offset: offset + 4 },
    })
  })

  it('are known by what they hold, whatever the file is called', async () => {
    expect((await read(LINES.join('\n'), '-')).documents).toHaveLength(2)
  })

  it('are made one at a time, as they are asked for', async () => {
    const line = '{"form": "10-K", "flags": {"thirdPartyEngaged": true}}\n'
    const { entries } = await openInput({
      path: 'facts.ndjson',
      bytes: new TextEncoder().encode(line.repeat(10_000)),
    })
    for await (const first of entries()) {
      expect(first).toMatchObject({ type: 'document', document: { id: '1' } })
      break
    }
  })

  it('say which line is not UTF-8', async () => {
    const good = new TextEncoder().encode('{"form": "10-K", "flags": {"thirdPartyEngaged": true}}\n')
    const bad = Uint8Array.from([...good, 0x7b, 0x92, 0x7d, 0x0a, ...good])
    const { documents, errors: problems } = await readInput({ path: 'facts.ndjson', bytes: bad })
    expect(documents.map(({ id }) => id)).toEqual(['1', '3'])
    expect(problems).toMatchObject([{ path: 'facts.ndjson:2' }])
    expect(problems[0]?.message).toContain('0x92')
  })
})
