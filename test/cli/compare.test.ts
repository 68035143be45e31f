import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { comparisonProblems } from '../comparison-schema.js'
import { reportProblems } from '../report-schema.js'
import { buildCommand, cydlint, temporaryFolder } from './built-command.js'

const { folder, remove } = temporaryFolder()
const OLD = readFileSync('examples/compare/larkfield-2024.md', 'utf8')
const NEW = readFileSync('examples/compare/larkfield-2025.md', 'utf8')

const record = (id: string, registrant: string, periodOfReport: string, processes: string): string =>
  JSON.stringify({ id, form: '10-K', registrant, periodOfReport, blocks: { processes } })

const TEST = 'We engage an outside firm to test our networks once a year.'
const season = (year: number): string =>
  [
    record(`alder-${year}`, 'Alder Inc.', `${year}-12-31`, TEST),
    record(
      `birch-${year}`,
      year === 2024 ? 'Birch Ltd' : 'BIRCH LIMITED',
      `${year}-06-30`,
      `${TEST} We are ${year}.`,
    ),
    record(`own-${year}`, `Only of ${year} LLC`, `${year}-12-31`, TEST),
  ].join('\n')

beforeAll(() => {
  buildCommand()
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
  write('old.md', OLD)
  write('new.md', NEW)
  write('2024.ndjson', season(2024))
  write('2025.ndjson', season(2025))
  write('empty.md', '')
  mkdirSync(join(folder, 'none'))
})
afterAll(remove)

const run = (...args: readonly string[]) => cydlint(args, { cwd: folder })

describe('cydlint compare', () => {
  it('shows on one screen what differs in substance', async () => {
    const { code, out, err } = await run('compare', 'old.md', 'new.md')
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out.split('\n').length).toBeLessThanOrEqual(51)
    await expect(out).toMatchFileSnapshot('snapshots/compare.txt')
  })

  it('shows everything with --all, and in color where it is asked for', async () => {
    const { out } = await run('compare', '--all', 'old.md', 'new.md')
    await expect(out).toMatchFileSnapshot('snapshots/compare-all.txt')
    const colored = await run('compare', '--color', 'old.md', 'new.md')
    expect(colored.out).toContain('\u001b[9m')
    expect(colored.out).not.toContain('[-')
  })

  it('writes Markdown', async () => {
    const { out } = await run('compare', '--format', 'markdown', 'old.md', 'new.md')
    await expect(out).toMatchFileSnapshot('snapshots/compare.md')
  })

  it('writes JSON as its schema has it, the same bytes twice, beside other reports', async () => {
    const args = ['compare', '-f', 'json=one.json', '-f', 'terminal', 'old.md', 'new.md']
    const { code, out } = await run(...args)
    expect(code).toBe(0)
    expect(out).toContain('Reworded in substance')
    const text = readFileSync(join(folder, 'one.json'), 'utf8')
    const comparison = JSON.parse(text)
    expect(comparisonProblems(comparison)).toEqual([])
    const [pair] = comparison.pairs
    expect(pair.summary).toMatchObject({ new: 2, moved: 1 })
    for (const { change, new: fresh, redline } of pair.passages) {
      if (change !== 'reworded') continue
      const kept = redline.filter((part: { kind: string }) => part.kind !== 'removed')
      expect(kept.map((part: { text: string }) => part.text).join('')).toBe(fresh.text)
    }
    expect((await run('compare', '-f', 'json', 'old.md', 'new.md')).out).toBe(text)
  })

  it('fails only where it is told to', async () => {
    expect((await run('compare', '--fail-on', 'error', 'old.md', 'new.md')).code).toBe(0)
    expect((await run('compare', '--fail-on', 'warning', 'old.md', 'new.md')).code).toBe(1)
  })

  it('takes a document of a file of several by its id, and standard input', async () => {
    const { out, code } = await run('compare', '2024.ndjson#birch-2024', '2025.ndjson#birch-2025')
    expect(code).toBe(0)
    expect(out).toContain('2024.ndjson#birch-2024 → 2025.ndjson#birch-2025')
    const piped = await cydlint(['compare', 'old.md', '-', '--stdin-filename', 'turn-4.md'], {
      cwd: folder,
      input: NEW,
    })
    expect(piped.out).toContain('old.md → turn-4.md')
    const unknown = await run('compare', '2024.ndjson#birch-2023', '2025.ndjson')
    expect(unknown.code).toBe(3)
    expect(unknown.err).toContain('no document in it has the id "birch-2023". Did you mean "birch-2024"?')
  })

  it('pairs the documents of two files by registrant, and lists what it did not pair', async () => {
    const { out, code } = await run('compare', '-f', 'json', '2024.ndjson', '2025.ndjson')
    expect(code).toBe(0)
    const { pairs, unpaired } = JSON.parse(out)
    expect(pairs.map((pair: { new: { id: string } }) => pair.new.id)).toEqual(['alder-2025', 'birch-2025'])
    expect(unpaired.map(({ side, id }: { side: string; id: string }) => `${side} ${id}`)).toEqual([
      'new own-2025',
      'old own-2024',
    ])
    const text = await run('compare', '2024.ndjson', '2025.ndjson')
    expect(text.out).toContain('Not compared: 2 documents.')
  })

  it.each([
    [['old.md'], 2, 'Name two inputs, the older one first: cydlint compare OLD NEW.'],
    [['old.md', 'new.md', 'old.md'], 2, 'These are 3.'],
    [['-', '-'], 2, 'Standard input can be one of the two inputs, not both.'],
    [
      ['--format', 'sarif', 'old.md', 'new.md'],
      2,
      'Unknown format "sarif": the formats are terminal, json, markdown.',
    ],
    [['--format', 'json=none/there/x.json', 'old.md', 'new.md'], 2, 'there is no folder "none/there"'],
    [['--fail-on', 'warn', 'old.md', 'new.md'], 2, 'it is one of error, warning, advice, never'],
    [['old.md', 'nwe.md'], 3, 'There is no file or folder of this name. Did you mean "new.md"?'],
    [['none', 'new.md'], 3, 'there is no disclosure to compare in it'],
    [['old.md', 'empty.md'], 4, 'the file is empty'],
  ] as const)('refuses %j with exit code %i', async (args, code, message) => {
    const { code: given, err } = await run('compare', ...args)
    expect(err).toContain(message)
    expect(given).toBe(code)
  })
})

describe('docs/compare.md', () => {
  it('shows what the command prints', async () => {
    const examples = ['examples/compare/larkfield-2024.md', 'examples/compare/larkfield-2025.md']
    const { out } = await cydlint(['compare', ...examples])
    expect(readFileSync('docs/compare.md', 'utf8')).toContain(out)
  })
})

describe('cydlint check --prior', () => {
  it('adds what compare/* finds to the report', async () => {
    const without = JSON.parse((await run('check', '-f', 'json', 'new.md')).out)
    const rules = (report: typeof without): readonly string[] =>
      report.documents[0].findings.map(({ rule }: { rule: string }) => rule)
    expect(rules(without).filter(rule => rule.startsWith('compare/'))).toEqual([])
    const report = JSON.parse((await run('check', '-f', 'json', '--prior', 'old.md', 'new.md')).out)
    expect(reportProblems(report)).toEqual([])
    expect(
      rules(report)
        .filter(rule => rule.startsWith('compare/'))
        .sort(),
    ).toEqual(['compare/coverage-lost', 'compare/flag-flipped'])
  })

  it('pairs documents by registrant, and says what it did not compare', async () => {
    const { out } = await run('check', '--prior', '2024.ndjson', '2025.ndjson', '--fail-on', 'never')
    const text = out.replace(/\s+/g, ' ')
    expect(text).toContain(
      '1 document is compared with no prior document: 2025.ndjson#own-2025: It was not compared with the prior period: the other input has no earlier document of “Only of 2025 LLC”.',
    )
    expect(text).toContain('1 document is in 2024.ndjson and compared with nothing: Only of 2024 LLC.')
  })

  it('does not compare what is of another registrant', async () => {
    const { out } = await run('check', '--prior', '2024.ndjson#alder-2024', 'new.md', '--fail-on', 'never')
    expect(out.replace(/\s+/g, ' ')).toContain(
      'which is of “Alder Inc.”; this one is of “Larkfield Dairy Cooperative, Inc.”',
    )
  })

  it('refuses a prior document that is not there', async () => {
    const { code, err } = await run('check', '--prior', 'odl.md', 'new.md')
    expect(code).toBe(2)
    expect(err).toContain('--prior odl.md: There is no file or folder of this name. Did you mean "old.md"?')
  })
})
