import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../src/index.js'
import { type OpenedReport, reportOn, reportOpener } from './opened-report.js'

const open = reportOpener()

/** What a reader waits for, in milliseconds; with room for a machine that does other things beside. */
const SOON = 10_000

const timed = async <Result>(act: () => Promise<Result>): Promise<number> => {
  const started = performance.now()
  await act()
  return performance.now() - started
}

/** Where an element is in the window; words are brought into it once what was picked is drawn. */
const topOf = (locator: Locator): Promise<number> =>
  locator.evaluate(element => element.getBoundingClientRect().top)

const BLANKS = 125

const draft = (number: number): Input => ({
  path: `drafts/registrant-${number}.md`,
  text: `---
form: 10-K
registrant: Registrant ${number}, Inc.
periodOfReport: 2025-12-31
---

# Item 1C. Cybersecurity

## Risk management and strategy

We have processes to assess, identify and manage material risks from cybersecurity threats. An outside firm tests
our systems each year.

${Array.from({ length: BLANKS }, (_, index) => `Site ${index} of our plants was reviewed by [firm ${index}] this year.`).join('\n\n')}

## Governance

Our board of directors oversees risks from cybersecurity threats. Our Chief Information Officer is responsible for
assessing and managing them.
`,
})

describe('forty documents with five thousand findings', () => {
  let opened: OpenedReport
  let size: number
  beforeAll(async () => {
    const html = await reportOn(...Array.from({ length: 40 }, (_, index) => draft(index + 1)))
    size = html.length
    opened = await open(html)
  })

  it('begin with an index: a row for each document, a cell for each requirement', async () => {
    const { page } = opened
    expect(await timed(() => page.reload())).toBeLessThan(SOON)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('40 documents')
    expect(await page.locator('.heat tbody tr').count()).toBe(40)
    expect(await page.locator('.heat tbody .cell').count()).toBe(40 * 13)
    const total = (await page.locator('.heat .count.error').allInnerTexts()).reduce(
      (a, b) => a + Number(b),
      0,
    )
    expect(total).toBeGreaterThanOrEqual(40 * BLANKS)
    const row = page.getByRole('row', { name: 'Registrant 7, Inc.' })
    expect(await row.locator('.cell').nth(0).getAttribute('title')).toBe(
      'Processes for material risks from cybersecurity threats: Addressed',
    )
    expect(size).toBeLessThan(6_000_000)
  })

  it('are opened, filtered and left again without a wait', async () => {
    const { page } = opened
    expect(
      await timed(async () => {
        await page.getByRole('link', { name: 'Registrant 7, Inc.' }).click()
        await page.getByRole('heading', { level: 1, name: 'Registrant 7, Inc.' }).waitFor()
      }),
    ).toBeLessThan(SOON)
    expect(page.url()).toMatch(/#document-7$/)
    await expect.poll(() => page.locator('.finding').count()).toBeGreaterThan(BLANKS)
    expect(await timed(() => page.getByLabel('Section').selectOption('Governance'))).toBeLessThan(SOON)
    await expect.poll(() => page.locator('.finding').count()).toBeLessThan(10)
    expect(await timed(() => page.locator('.text mark.error').last().click())).toBeLessThan(SOON)
    await expect.poll(() => page.locator('.finding.picked').count()).toBe(1)
    await page.getByRole('link', { name: 'Next' }).click()
    await page.getByRole('heading', { level: 1, name: 'Registrant 8, Inc.' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Registrant 7, Inc.' }).waitFor()
    await page.getByRole('link', { name: 'All documents' }).click()
    await page.getByRole('heading', { level: 1, name: '40 documents' }).waitFor()
    expect(opened.complaints).toEqual([])
  })

  it('lead from a cell of the index to the requirement in the document', async () => {
    const { page } = opened
    await page.getByRole('row', { name: 'Registrant 9, Inc.' }).locator('.cell').nth(5).click()
    await page.getByRole('heading', { level: 1, name: 'Registrant 9, Inc.' }).waitFor()
    const row = page.locator('#requirement-board-oversight')
    expect(await row.locator('.more').innerText()).toContain('Our board of directors oversees risks')
    await expect.poll(() => topOf(row)).toBeLessThan(900)
  })
})

describe('a text of two megabytes', () => {
  it('is shown, and a finding at its end is found, in bounded time', async () => {
    const sentence =
      'We assess the systems of our plants, offices and warehouses for weaknesses, and correct the gravest of them first. '
    const text = `Item 1C. Cybersecurity\n\n${`${sentence.repeat(8)}\n\n`.repeat(2150)}Our board of directors oversees [who] these risks.\n`
    expect(text.length).toBeGreaterThan(1_950_000)
    const html = await reportOn({ path: 'item.txt', text })
    expect(html.length).toBeLessThan(text.length + 500_000)
    let opened: OpenedReport | undefined
    expect(
      await timed(async () => {
        opened = await open(html)
        await opened.page.locator('.text .unit').last().waitFor({ state: 'attached' })
      }),
    ).toBeLessThan(3 * SOON)
    const page = opened?.page
    if (!page) throw new Error('the report was not opened')
    const finding = page
      .locator('.finding', { hasText: 'draft/bracket' })
      .or(page.locator('.finding', { hasText: 'draft/placeholder' }))
    expect(await timed(() => finding.first().locator('h4 button').click())).toBeLessThan(SOON)
    const words = page.locator('.text mark.on').first()
    expect(await words.innerText()).toBe('[who]')
    await expect.poll(() => topOf(words)).toBeLessThan(900)
    expect(await topOf(words)).toBeGreaterThan(0)
  })
})
