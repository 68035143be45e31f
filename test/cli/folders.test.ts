import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOARD, fact, instance } from '../readers/instances.js'
import { INLINE, submission } from '../readers/submissions.js'
import { buildCommand, cydlint, temporaryFolder } from './built-command.js'
import { GOOD_DRAFT } from './drafts.js'

const { folder, remove } = temporaryFolder()
const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}

/** What a run reports on, and what it skipped. */
const check = async (...args: string[]) => {
  const run = (format: string) =>
    cydlint(['check', '--as-of', '2026-11-22', '--form', '10-K', '--format', format, ...args], {
      cwd: folder,
    })
  const [json, terminal] = await Promise.all([run('json'), run('terminal')])
  const { documents, errors } = JSON.parse(json.out)
  return {
    documents: documents.map(({ path, id }: { path: string; id: string | null }) =>
      id === null ? path : `${path}#${id}`,
    ),
    errors: errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`),
    skipped: Number(/(\d+)\s+other\s+files?\s+skipped/.exec(terminal.out)?.[1] ?? 0),
  }
}

const EXTRACT = instance(fact(BOARD, '&lt;p&gt;The board oversees it.&lt;/p&gt;'))
const PAGE =
  '<html><table class="report"><tr><td>Cybersecurity Risk Role of Management [Text Block]</td><td>Our treasurer.</td></tr></table></html>'
const FILING: Readonly<Record<string, string>> = {
  'pinyon.htm': INLINE,
  'pinyon_htm.xml': EXTRACT,
  'R4.htm': PAGE,
  'pinyon_lab.xml': '<?xml version="1.0"?><link:linkbase/>',
  'whole.txt': submission([{ type: '10-K', name: 'pinyon.htm', text: INLINE, wrapper: 'XBRL' }]),
}

beforeAll(() => {
  buildCommand()
  for (const [name, text] of Object.entries(FILING)) put(`filing/${name}`, text)
  put(
    'pages/R2.htm',
    '<html><table class="report"><tr><td>Auditor Name</td><td>A LLP</td></tr></table></html>',
  )
  put('pages/R4.htm', PAGE)
  put(
    'filing.zip',
    zipSync(Object.fromEntries(Object.entries(FILING).map(([name, text]) => [name, strToU8(text)]))),
  )
  put('drafts/.cydlintignore', '# Old ones\nold/\n*.draft.md\n!keep.draft.md\r\n')
  put('drafts/a.md', GOOD_DRAFT)
  put('drafts/b.draft.md', GOOD_DRAFT)
  put('drafts/keep.draft.md', GOOD_DRAFT)
  put('drafts/old/c.md', GOOD_DRAFT)
  put('drafts/new/.cydlintignore', '/d.md\n!e.draft.md\n')
  put('drafts/new/d.md', GOOD_DRAFT)
  put('drafts/new/e.draft.md', GOOD_DRAFT)
  put('drafts/new/deep/d.md', GOOD_DRAFT)
}, 60_000)
afterAll(remove)

describe('a folder of a filing', () => {
  it('is checked once, by its inline document', async () => {
    expect(await check('filing')).toEqual({ documents: ['filing/pinyon.htm'], errors: [], skipped: 4 })
  })

  it('has a file that is named checked, whatever it repeats', async () => {
    expect((await check('filing', 'filing/R4.htm', 'filing/pinyon_htm.xml')).documents).toEqual([
      'filing/pinyon.htm',
      'filing/R4.htm',
      'filing/pinyon_htm.xml',
    ])
    expect((await check('filing/whole.txt')).documents).toEqual(['filing/whole.txt#pinyon.htm'])
  })

  it('of pages of the viewer has its form told by the cover page', async () => {
    put('cover/R4.htm', PAGE)
    put(
      'cover/R1.htm',
      `<html><table class="report"><tr><td><a onclick="Show.showAR( this, 'defref_dei_DocumentType', window );">Document Type</a></td><td>20-F</td></tr></table></html>`,
    )
    for (const command of ['check', 'inspect']) {
      const { out } = await cydlint([command, 'cover'], { cwd: folder })
      expect(out).toContain('Form 20-F, Item 16K (the cover page, R1.htm)')
    }
  })

  it('without an inline document is checked by the page with the facts', async () => {
    expect(await check('pages')).toEqual({ documents: ['pages/R4.htm'], errors: [], skipped: 1 })
  })

  it('may be a zip archive', async () => {
    expect(await check('filing.zip')).toEqual({
      documents: ['filing.zip#pinyon.htm'],
      errors: [],
      skipped: 0,
    })
  })

  it('is checked once where the archive lies beside what it holds, unpacked', async () => {
    const packed = zipSync({ 'pinyon.htm': strToU8(INLINE), 'seal.jpg': new Uint8Array(9) })
    put('beside/filing.zip', packed)
    put('beside/pinyon.htm', INLINE)
    put('within/filing.zip', packed)
    put('within/filing/pinyon.htm', INLINE)
    put('changed/filing.zip', packed)
    put('changed/pinyon.htm', INLINE.replace('oversees', 'overlooks').replace('a mill', 'a mil'))
    put('more/filing.zip', zipSync({ 'pinyon.htm': strToU8(INLINE), 'old/pinyon.htm': strToU8(INLINE) }))
    put('more/pinyon.htm', INLINE)
    expect(await check('beside')).toEqual({ documents: ['beside/pinyon.htm'], errors: [], skipped: 1 })
    expect(await check('within')).toEqual({ documents: ['within/filing/pinyon.htm'], errors: [], skipped: 1 })
    expect((await check('changed')).documents).toEqual([
      'changed/filing.zip#pinyon.htm',
      'changed/pinyon.htm',
    ])
    expect((await check('more')).documents).toEqual(['more/filing.zip#old/pinyon.htm', 'more/pinyon.htm'])
    const { out, err } = await cydlint(['inspect', 'beside', '--format', 'json'], { cwd: folder })
    expect(JSON.parse(out).documents.map(({ path }: { path: string }) => path)).toEqual(['beside/pinyon.htm'])
    expect(err).toBe(
      'cydlint: beside/filing.zip: in a folder this file is skipped, since no file in the archive but those that lie unpacked beside it holds such an item or such facts.\n',
    )
  }, 30_000)

  it('has each file told of by inspect, and why it is skipped', async () => {
    const { code, err } = await cydlint(['inspect', 'filing', '--format', 'json'], { cwd: folder })
    expect(code).toBe(0)
    expect(err.split('\n')).toContain(
      'cydlint: filing/R4.htm: this file is skipped, since it repeats pinyon.htm.',
    )
  })
})

describe('an ignore file', () => {
  it('leaves out what it names, for its folder and those in it', async () => {
    expect(await check('drafts')).toEqual({
      documents: ['drafts/a.md', 'drafts/keep.draft.md', 'drafts/new/deep/d.md', 'drafts/new/e.draft.md'],
      errors: [],
      skipped: 0,
    })
  })

  it('holds for what is named, too, and is told; --no-ignore passes it over', async () => {
    const named = ['drafts/old/c.md', 'drafts/b.draft.md', 'drafts/a.md']
    expect((await check(...named)).documents).toEqual(['drafts/a.md'])
    expect((await check('--no-ignore', ...named)).documents).toEqual(named)
    const { code, err } = await cydlint(['check', ...named, '--fail-on', 'never'], { cwd: folder })
    expect(code).toBe(0)
    expect(err).toBe(
      `cydlint: drafts/old/c.md is left out by "old/" in drafts/.cydlintignore:2. --no-ignore checks it all the same.
cydlint: drafts/b.draft.md is left out by "*.draft.md" in drafts/.cydlintignore:3. --no-ignore checks it all the same.
`,
    )
  })

  it('leaves no input where all that is named is left out', async () => {
    const { code, out } = await cydlint(['check', 'drafts/old/c.md'], { cwd: folder })
    expect(code).toBe(3)
    expect(out.replace(/\s+/g, ' ')).toContain(
      'all that is named is left out; --no-ignore checks it all the same.',
    )
  })

  it('that cannot be read is an error of its folder', async () => {
    mkdirSync(join(folder, 'odd/.cydlintignore'), { recursive: true })
    put('odd/a.md', GOOD_DRAFT)
    expect(await check('odd')).toMatchObject({
      documents: [],
      errors: ['odd: what is in it, or its .cydlintignore, cannot be read: this is a folder.'],
    })
  })
})
