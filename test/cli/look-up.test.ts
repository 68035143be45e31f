import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildCommand, cydlint, temporaryFolder } from './built-command.js'
import { FORMLESS_TEXT, GOOD_DRAFT, README, SEASON } from './drafts.js'

const { folder, remove } = temporaryFolder()

beforeAll(() => {
  buildCommand()
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries({
    'good.md': GOOD_DRAFT,
    'formless.txt': FORMLESS_TEXT,
    'README.md': README,
    'season.ndjson': SEASON,
    'empty.md': '',
    'flags.md':
      '---\nform: 10-K\nflags:\n  thirdPartyEngaged: false\n---\n# Item 1C. Cybersecurity\n\nWe have no vendors.\n',
  }))
    writeFileSync(join(folder, name), text)
}, 60_000)
afterAll(remove)

const run = (...args: string[]) => cydlint(args, { cwd: folder })

describe('inspect', () => {
  it('tells form, view, flags and text blocks in words', async () => {
    const { code, out } = await run('inspect', '--form', '20-F', 'season.ndjson')
    expect(code).toBe(4)
    expect(out).toContain('Estuario Norte Logística S.A. · Form 20-F, Item 16K')
    expect(out).toContain('Only tagged facts were seen: 1 sentence, 1 text block, 1 flag.')
    expect(out).toContain('thirdPartyEngaged  true')
    expect(out).toMatch(/processes: \d+ words, /)
  })

  it('prints JSON with the documented keys', async () => {
    const { code, out } = await run('inspect', '--format', 'json', 'good.md')
    expect(code).toBe(0)
    const inspection = JSON.parse(out)
    expect(Object.keys(inspection)).toEqual(['version', 'documents'])
    const [document] = inspection.documents
    expect(Object.keys(document)).toEqual(
      'path id form formFrom item view registrant periodOfReport flags blocks sentences'.split(' '),
    )
    expect(document).toMatchObject({ path: 'good.md', form: '10-K', view: 'item', flags: [] })
    expect(document.sentences).toBeGreaterThan(10)
  })

  it('adds the evidence where it is asked for', async () => {
    const { out } = await run('inspect', '--format', 'json', '--evidence', 'good.md')
    const [{ evidence }] = JSON.parse(out).documents
    expect(evidence).toHaveLength(13)
    expect(evidence[0].candidates[0]).toEqual({
      quote: expect.any(String),
      span: expect.any(Object),
      pattern: expect.any(String),
      assertion: expect.any(String),
      status: expect.any(String),
    })
    expect((await run('inspect', '--evidence', 'good.md')).out).toContain('  expertise: addressed')
  })

  it('says why a file is skipped in a folder, and is content', async () => {
    const { code, err } = await run('inspect', 'README.md')
    expect(code).toBe(0)
    expect(err).toContain('in a folder this file is skipped')
  })

  it('reads standard input', async () => {
    const named = await cydlint(['inspect', '--stdin-filename', 'turn-4.md'], { input: GOOD_DRAFT })
    expect(named.out).toMatch(/^turn-4\.md\n/)
    const piped = await cydlint(['inspect'], { input: GOOD_DRAFT })
    expect(piped).toMatchObject({ code: 0, err: '' })
    expect(piped.out).toMatch(/^<stdin>\n/)
  })

  it('fails where there is nothing to read', async () => {
    expect(await run('inspect', 'no-such.md')).toMatchObject({ code: 3, out: '' })
    expect(await run('inspect', 'empty.md')).toMatchObject({
      code: 4,
      err: 'cydlint: empty.md: the file is empty.\n',
    })
  })
})

describe('flags that the front matter gives', () => {
  it('are said to come from there, and to be facts in the data', async () => {
    expect((await run('inspect', 'flags.md')).out).toContain(
      'thirdPartyEngaged  false  line 4, from front matter',
    )
    const { documents } = JSON.parse((await run('inspect', '--format', 'json', 'flags.md')).out)
    expect(documents[0].flags).toMatchObject([{ name: 'thirdPartyEngaged', source: 'facts' }])
  })
})

describe('explain', () => {
  it('shows of a rule its ground and, on its examples, its findings', async () => {
    const { code, out } = await run('explain', 'missing/expertise')
    expect(code).toBe(0)
    expect(out).toMatch(/^missing\/expertise\nNo text describes the relevant expertise/)
    expect(out).toContain('17 CFR 229.106(c)(2)(i); Form 20-F Item 16K(c)(2)(i)')
    expect(out).toContain('What it says\n- absent (warning): No text describes')
    expect(out).toContain('Found in\n- ')
    expect(out).toContain('Not found in\n- ')
    expect(out).toContain('\n  1.  missing/expertise · /text\n      No text describes the relevant expertise')
  })

  it('shows tagged documents as their markup, and since when tags are asked for', async () => {
    const { code, out } = await run('explain', 'tag/none')
    expect(code).toBe(0)
    expect(out).toMatch(/on or after\s+2024-12-15 \(Release\s+No\.\s+33-11216/)
    expect(out).toContain('  │ <h2>Item 1C. Cybersecurity</h2>\n')
    expect(out).toContain('      The document is tagged, and no fact of it is in')
  })

  it.each([
    ['1.05', 'Cited for 5 requirements and'],
    ['Item 1.05(a)', 'Cited for 4 requirements and 4 rules.'],
    ['Form 8-K Item 1.05, Instruction 2', 'Cited for 1 requirement and 2 rules.'],
    ['incidentTiming', 'Cited for 1 requirement and 4 rules.'],
  ])('tells what Item 1.05 of Form 8-K asks under "%s"', async (name, lead) => {
    const { code, out } = await run('explain', name)
    expect(code).toBe(0)
    expect(out).toContain(lead)
    expect(out).toContain('Asked of a material incident\n- ')
    expect(out).toContain('- incident/')
  })

  it('shows what tagged filings do about a requirement', async () => {
    const { out } = await run('explain', 'integrated')
    expect(out).toContain(
      'In practice (10,789 tagged annual filings, October 2024 to May 2026)\n- Its flag stands in 82 %',
    )
  })

  it('shows of a requirement what it asks, how it is tagged and which rules speak of it', async () => {
    const { out } = await run('explain', 'third-party-engaged')
    expect(out).toMatch(/thirdPartyEngaged \(flag,\s+cyd:CybersecurityRiskManagementThirdPartyEngagedFlag\)/)
    expect(out).toContain('- missing/third-party-engaged: ')
  })

  it('lists the rules of a group', async () => {
    const { code, out } = await run('explain', 'missing')
    expect(code).toBe(0)
    expect(out).toMatch(/^missing\/\*\nHolds \d+ rules\.\n\nRules\n- missing\/board-committee: /)
  })

  it('takes a citation also with its spaces', async () => {
    const { code, out } = await run('explain', 'Item', '106', '(c)(2)')
    expect(code).toBe(0)
    expect(out).toMatch(/^17 CFR 229\.106\(c\)\(2\)\nCited for 5 requirements and \d+ rules\.\n/)
  })

  it('takes any citation that a rule stands on, and no half of a number', async () => {
    const { code, out } = await run('explain', 'EDGAR Filer Manual 6.5')
    expect(code).toBe(0)
    expect(out).toContain('- tag/conflicting-values: ')
    expect(out).toContain('- tag/wrong-context: ')
    expect(await run('explain', 'EDGAR Filer Manual 6.5.1')).toMatchObject({ code: 2, out: '' })
    expect((await run('explain', '229.106(d)')).out).toContain('- tag/none: ')
  })

  it('prints the page of docs/ where Markdown is asked for', async () => {
    const { out } = await run('explain', '--format', 'markdown', 'missing/expertise')
    const page = readFileSync('docs/rules/missing/expertise.md', 'utf8')
    const unlinked = page.replace(/\[(`[^`]+`)\]\([^)]*\)/g, '$1').replace(/\nMade from [^\n]*\n$/, '')
    expect(out.replace(/(?<!`)missing\/\w+(?!`)/g, '`$&`')).toBe(
      unlinked.replace(/(?<!`)missing\/\w+(?!`)/g, '`$&`'),
    )
  })

  it('prints data where it is asked for', async () => {
    const { out } = await run('explain', '--format', 'json', 'missing/expertise')
    expect(JSON.parse(out)).toMatchObject({ type: 'rule', rule: { name: 'missing/expertise' } })
  })
})

describe('rules', () => {
  it('lists every rule, with its severity and what it finds', async () => {
    const { loadRules } = await import('../../src/index.js')
    const { code, out } = await run('rules')
    expect(code).toBe(0)
    for (const { name, severity } of loadRules())
      expect(out).toMatch(new RegExp(`^${name} +${severity}`, 'm'))
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([])
  })

  it('prints data where it is asked for', async () => {
    const catalogue = JSON.parse((await run('rules', '--format', 'json')).out)
    expect(catalogue).toMatchObject({ version: 1, tool: { name: 'cydlint' } })
    expect(catalogue.rules[0]).toHaveProperty('authority.ground')
    expect(catalogue.rules[0]).not.toHaveProperty('file')
  })
})
