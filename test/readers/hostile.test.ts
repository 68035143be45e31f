import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readInput } from '../../src/readers/read.js'
import { errors, read } from './reading.js'

const PATHS = ['a', 'a.md', 'a.txt', 'a.htm', 'a.json', 'a.ndjson', 'a.yaml', 'a.pdf']

/** Pieces that mean something to one reader or another, to get further than noise does. */
const PIECES = [
  '---\n',
  'form: 10-K\n',
  'flags:\n  processesIntegrated: true\n',
  '# Item 1C. Cybersecurity\n',
  '## Board oversight\n\n',
  ':::processes\n',
  ':::\n',
  '::::',
  ':positionsResponsible[',
  ']',
  '{',
  '}',
  '[',
  '"',
  '\\',
  '\n',
  '\n\n',
  ' ',
  '\t',
  '> ',
  '- ',
  '1. ',
  '|',
  '|---|---|\n',
  '| processesIntegrated | yes |\n',
  '`',
  '```\n',
  '*',
  '_',
  '&amp;',
  '&',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '<',
  '<table class="report">',
  '<tr><td>',
  '</td><td>',
  '</td></tr>',
  'Cybersecurity Risk Role of Management [Text Block]',
  '[Flag]',
  'true',
  '{"form": "10-K", "blocks": {"processes": "',
  '"}}',
  '\ud83d\ude00',
  '\ud83d',
  '\0',
  '\u00a0',
  '\ufeff',
  'é',
  'The board oversees it. ',
]

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 40 })
  .map(parts => parts.join(''))

describe('any input', { timeout: 60_000 }, () => {
  it('of any bytes gives documents or errors, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...PATHS),
        fc.boolean(),
        async (bytes, path, inFolder) => {
          const { documents, errors: problems, skipped } = await readInput({ path, bytes }, { inFolder })
          expect(documents.length + problems.length > 0 || skipped !== null || bytes.length > 0).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('made of pieces of every kind gives documents or errors, and says why where it gives none', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(...PATHS), async (text, path) => {
        const { documents, errors: problems } = await read(text, path, { form: '10-K' })
        if (path !== 'a.ndjson') expect(documents.length + problems.length).toBeGreaterThan(0)
        for (const { message } of problems) expect(message.trim()).not.toBe('')
      }),
      { numRuns: 1500 },
    )
  })

  it('gives the same documents each time', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom(...PATHS), async (text, path) => {
        const once = await read(text, path, { form: '10-K' })
        const again = await read(text, path, { form: '10-K' })
        expect(JSON.stringify(again)).toBe(JSON.stringify(once))
      }),
      { numRuns: 200 },
    )
  })
})

describe('input without end', { timeout: 60_000 }, () => {
  const TOO_DEEP = /nested more than \d+ deep/
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n')

  it.each([
    ['quotations', 'a.md', '>'.repeat(100_000), TOO_DEEP],
    ['quotations on many lines', 'a.md', `${'> '.repeat(50)}x\n`.repeat(20_000), TOO_DEEP],
    ['lists on one line', 'a.md', `${'- '.repeat(100_000)}x`, TOO_DEEP],
    ['lists', 'a.md', lines(500, index => `${'  '.repeat(index)}- x`), TOO_DEEP],
    ['blocks', 'a.md', lines(2000, index => `${':'.repeat(2003 - index)}processes`), TOO_DEEP],
    ['blocks that are not closed', 'a.md', ':::processes\n'.repeat(5000), TOO_DEEP],
    ['emphasis', 'a.md', '*a_ '.repeat(20_000), /too many asterisks/],
    ['code', 'a.md', lines(1000, index => '`'.repeat(index)), /too many asterisks/],
    ['brackets', 'a.md', '['.repeat(200_000), /more than 50000 asterisks/],
    ['brackets in one paragraph', 'a.md', '[a '.repeat(11_000), /too many asterisks/],
    [
      'HTML elements',
      'a.htm',
      `<table class="report">${'<div>'.repeat(200_000)}`,
      /nested more than 100 elements deep/,
    ],
    [
      'JSON arrays',
      'a.json',
      '{"form":"10-K","text":"x","x-a":'.concat('['.repeat(1e6), ']'.repeat(1e6), '}'),
      TOO_DEEP,
    ],
    ['broken JSON arrays', 'a.json', `{"x":${'['.repeat(1e6)}`, TOO_DEEP],
    ['YAML', 'a.yaml', `x-a: ${'['.repeat(50_000)}`, TOO_DEEP],
    ['Markdown', 'a.md', '# Item 1C and more\n'.repeat(300_000), /of Markdown at most 2 MiB are read/],
    ['lines of Markdown', 'a.md', '# Item 1C\n'.repeat(60_000), /more than 50000 lines/],
    [
      'cells',
      'a.md',
      '| a | b |\n|---|---|\n'.concat('| x | y |\n'.repeat(20_000)),
      /more than 50000 table cells/,
    ],
    ['YAML lines', 'a.yaml', 'x-a: 1\n'.repeat(700_000), /of YAML at most 2 MiB are read/],
    ['text', 'a.txt', 'Item 1C. Cybersecurity\n'.padEnd(65 * 1024 * 1024, 'x '), /at most 64 MiB are read/],
  ])('of %s is refused with the limit', async (_, path, text, message) => {
    expect((await errors(text, path, { form: '10-K' }))[0]).toMatch(message)
  })

  it.each([
    ['headings', 'a.md', '# Item 1C\n\n'.concat('## Board oversight\n\nIt oversees.\n\n'.repeat(2000))],
    [
      'emphasis, in short paragraphs',
      'a.md',
      `# Item 1C\r\n\r\n${'We **do** a [●] thing.\r\n \r\n'.repeat(5000)}`,
    ],
    ['rules across the page', 'a.md', `# Item 1C\n\n${'- '.repeat(500)}\n\nText\n`],
    ['brackets', 'a.md', `# Item 1C\n\n${'['.repeat(9000)}`],
    ['references', 'a.md', `# Item 1C\n\n${'&amp;'.repeat(10_000)}`],
    ['blank lines', 'a.txt', `Item 1C. Cybersecurity${'\n'.repeat(2_000_000)}x`],
    ['spaces', 'a.txt', `Item 1C. Cybersecurity\n${' '.repeat(2_000_000)}x`],
    ['titles of items', 'a.txt', 'Item 1C. Cybersecurity\n\nItem 2. Properties\n\n'.repeat(20_000)],
    ['rows', 'a.txt', 'Cybersecurity Risk Role of Management [Text Block] | x |\n'.repeat(20_000)],
    [
      'rows on one line',
      'a.htm',
      '<table class="report">'.concat(
        '<tr><td>Cybersecurity Risk Role of Management [Text Block]</td><td>a &amp; b</td></tr>'.repeat(
          10_000,
        ),
      ),
    ],
    ['one line', 'a.txt', 'Item 1C. Cybersecurity\n\n'.concat('We assess risks. '.repeat(1_200_000))],
    [
      'one block',
      'a.json',
      `{"form":"10-K","blocks":{"processes":"${'We assess risks. '.repeat(1_000_000)}"}}`,
    ],
    ['escapes', 'a.json', `{"form":"10-K","blocks":{"processes":"${'\\\\\\"'.repeat(500_000)}"}}`],
  ])('of %s is read in the time it takes', async (_, path, text) => {
    const started = performance.now()
    const { documents } = await read(text, path, { form: '10-K' })
    expect(documents).toHaveLength(1)
    // A slow machine takes a second or two; a quadratic reader takes minutes.
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
