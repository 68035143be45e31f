import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commentsOf } from '../annotate/annotating.js'
import { heading, p, wordDocument } from '../readers/word-document.js'
import { buildCommand, cydlint, type Run, temporaryFolder } from './built-command.js'

const { folder, remove } = temporaryFolder()
const path = (name: string): string => join(folder, name)
const run = (...args: string[]): Promise<Run> => cydlint(args, { cwd: folder })
const annotate = (...args: string[]): Promise<Run> =>
  run('annotate', '--form', '10-K', '--as-of', '2026-11-22', ...args)

const DRAFT = wordDocument(
  heading(1, 'Item 1C. Cybersecurity') +
    p('Our board of directors oversees risks from cybersecurity threats. Its chair is [TBD].'),
)

beforeAll(buildCommand, 60_000)
afterAll(remove)
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  writeFileSync(path('draft.docx'), DRAFT)
})

describe('annotate', { timeout: 60_000 }, () => {
  it('writes a copy with a comment for each finding of check, and leaves the original as it is', async () => {
    const { out } = await run('check', '--form', '10-K', '--format', 'json', 'draft.docx')
    const { findings } = JSON.parse(out).documents[0]
    const { code, out: said } = await annotate('draft.docx', '-o', 'reviewed.docx')
    const comments = commentsOf(readFileSync(path('reviewed.docx')))
    const live = findings.filter(({ supersededBy }: { supersededBy: string | null }) => supersededBy === null)
    expect(comments).toHaveLength(live.length)
    expect(comments.map(([words]) => words)).toContain('[TBD]')
    expect(said).toBe(`reviewed.docx: ${live.length} findings as comments.\n`)
    expect(code).toBe(0)
    expect(new Uint8Array(readFileSync(path('draft.docx')))).toEqual(DRAFT)
    expect(readdirSync(folder).sort()).toEqual(['draft.docx', 'reviewed.docx'])
  })

  it('leaves suppressed findings out, and what an earlier run said is told once by check', async () => {
    await annotate('draft.docx', '-o', 'reviewed.docx')
    const { out } = await run('check', '--form', '10-K', '--format', 'json', 'reviewed.docx')
    const { findings } = JSON.parse(out).documents[0]
    const own = findings.filter(({ rule }: { rule: string }) => rule === 'draft/editor-note')
    expect(own).toHaveLength(1)
    expect(own[0].message).toMatch(/comments of an earlier check/)
    const [{ fingerprint, rule }] = findings.filter(
      (each: { rule: string }) => each.rule === 'draft/placeholder',
    )
    writeFileSync(
      path('.cydlint-suppressions.yaml'),
      `version: 1\nsuppressions:\n  - document: draft.docx\n    rule: ${rule}\n    fingerprint: "${fingerprint}"\n    reason: the chair is elected in May\n`,
    )
    const { out: said } = await annotate('draft.docx', '-o', 'second.docx')
    expect(said).toContain('Left out: 1 suppressed.')
    const again = await annotate('reviewed.docx', '-o', 'third.docx')
    expect(again.out).toMatch(/ \d+ comments of an earlier run taken out\.\n$/)
  })

  it('never writes over the original, nor over another file unasked', async () => {
    linkSync(path('draft.docx'), path('link.docx'))
    for (const copy of ['draft.docx', './draft.docx', 'link.docx']) {
      const { code, err } = await annotate('draft.docx', '--force', '-o', copy)
      expect(err).toContain('The copy would take the place of the original, draft.docx.')
      expect(code).toBe(2)
    }
    expect((await annotate('draft.docx', '-o', 'reviewed.docx')).code).toBe(0)
    const second = await annotate('draft.docx', '-o', 'reviewed.docx')
    expect(second.err).toContain('reviewed.docx is there already, and may hold somebody’s comments.')
    expect(second.code).toBe(2)
    expect((await annotate('draft.docx', '-o', 'reviewed.docx', '--force')).code).toBe(0)
  })

  it('says what is wrong with what it is given', async () => {
    writeFileSync(path('draft.md'), '# Item 1C. Cybersecurity\n')
    writeFileSync(path('cut.docx'), DRAFT.subarray(0, 400))
    const told = async (...args: string[]): Promise<readonly [number | null, string]> => {
      const { code, err } = await annotate(...args)
      return [code, err.split('\n')[0] ?? '']
    }
    expect(await told()).toEqual([
      2,
      'cydlint: Name the Word document: cydlint annotate DRAFT.docx -o REVIEWED.docx.',
    ])
    expect(await told('draft.docx')).toEqual([
      2,
      'cydlint: Name the copy that is made: -o REVIEWED.docx. The original is left as it is.',
    ])
    expect(await told('draft.docx', '-o', 'reviewed.docm')).toEqual([
      2,
      expect.stringContaining('in ".docx"'),
    ])
    expect(await told('draft.md', '-o', 'reviewed.md')).toEqual([
      4,
      'cydlint: draft.md: only Word documents (.docx) take comments, and this is none. Save an old .doc as .docx in Word.',
    ])
    expect(await told('cut.docx', '-o', 'reviewed.docx')).toEqual([
      4,
      expect.stringContaining('the document cannot be opened: the archive is damaged'),
    ])
    expect(await told('gone.docx', '-o', 'reviewed.docx')).toEqual([
      3,
      expect.stringContaining('There is no file or folder of this name.'),
    ])
    expect(await told('draft.docx', '-o', 'no/such/reviewed.docx')).toEqual([
      2,
      expect.stringContaining('cannot be written'),
    ])
  })
})
