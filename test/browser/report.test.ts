import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { check, formatReport, type Report, type ReportDocument } from '../../src/index.js'
import { liveFindings } from '../../src/reporters/live.js'
import { verdictLine } from '../../src/reporters/verdict-line.js'
import { contrastBelow } from './contrast.js'
import { AS_OF, type OpenedReport, type OpenOptions, reportOpener } from './opened-report.js'

const DRAFT = 'examples/bad/10-k-first-draft.md'

const open = reportOpener()
let report: Report
beforeAll(async () => {
  const input = { path: DRAFT, text: readFileSync(DRAFT, 'utf8') }
  report = await check(input, { asOf: AS_OF, withText: true })
})
const TERMS = { failOn: 'error', maxWarnings: null } as const

/** The draft as the report has it: what rules find in it is theirs to test. */
const draft = (): ReportDocument => {
  const [document] = report.documents
  if (!document) throw new Error(`${DRAFT} was not read`)
  return document
}

const openDraft = (options?: OpenOptions): Promise<OpenedReport> =>
  open(formatReport(report, 'html'), options)

/** Whether an element is in the window, whole or its first lines. */
const isInView = (locator: Locator): Promise<boolean> =>
  locator.first().evaluate(element => {
    const { top, left, bottom } = element.getBoundingClientRect()
    const { innerHeight, innerWidth } = globalThis as unknown as { innerHeight: number; innerWidth: number }
    return bottom > 0 && top >= 0 && top < innerHeight && left >= 0 && left < innerWidth
  })

/** Words are brought into view once the page has drawn what was picked. */
const comesIntoView = (locator: Locator): Promise<void> =>
  expect.poll(() => isInView(locator), { timeout: 5000 }).toBe(true)

describe('a report that is opened from disk', () => {
  it('says first whose disclosure it is, the verdict, and what was read', async () => {
    const { page } = await openDraft()
    const heading = page.locator('header.heading')
    expect(await heading.getByRole('heading', { level: 1 }).innerText()).toBe('Cinder Creek Outfitters, Inc.')
    expect(await heading.innerText()).toContain('Form 10-K, Item 1C, period ended December 31, 2025')
    const verdict = verdictLine({ summary: report.summary, unread: 0, skipped: 0 }, TERMS)
    expect(await heading.locator('.verdict').innerText()).toBe(
      `${verdict.replace(':', '')}\nAn error fails the check. Hidden: 1 rule on trial, draft/vague-frequency (--preview).`,
    )
    const read = (await heading.locator('dl').innerText()).replace(/\n+/g, '\n')
    for (const words of [
      `File\n${DRAFT}`,
      'Form\n10-K, by front matter',
      'Period of report\n2025-12-31',
      'What was seen\nThe whole item',
      `Checked as of\n${AS_OF}`,
      'Rules\ncydlint 0.1.0, ruleset ',
    ])
      expect(read).toContain(words)
    expect(await heading.evaluate(element => element.getBoundingClientRect().top)).toBeLessThan(150)
    expect(await page.title()).toBe('Cinder Creek Outfitters, Inc.: cydlint report')
  })

  it('asks for nothing but itself, and its browser has nothing to complain of', async () => {
    const { page, address, requests, complaints } = await openDraft()
    for (const button of await page.locator('.report h4 button').all()) await button.click()
    await page.getByRole('button', { name: 'Dark' }).click()
    await page.waitForTimeout(200)
    expect(requests).toEqual([address])
    expect(complaints).toEqual([])
  })

  it('could not ask for anything if it tried, nor run what is put into it', async () => {
    const asked: (string | undefined)[] = []
    const server = createServer(({ url }, response) => {
      asked.push(url)
      response.end()
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const { page } = await openDraft()
    const tried = await page.evaluate(`(async () => {
      const violations = []
      document.addEventListener('securitypolicyviolation', event => violations.push(event.effectiveDirective))
      const element = (name, values) => document.body.append(Object.assign(document.createElement(name), values))
      element('img', { src: '${origin}/a.png' })
      element('script', { src: '${origin}/a.js' })
      element('script', { textContent: 'window.ran = true' })
      element('link', { rel: 'stylesheet', href: '${origin}/a.css' })
      element('iframe', { src: '${origin}/' })
      element('div', { innerHTML: '<b onclick="window.ran = true" id="pressed">x</b>' })
      document.getElementById('pressed').click()
      await fetch('${origin}/data').catch(() => {})
      await new Promise(done => setTimeout(done, 300))
      return { violations: [...new Set(violations)].sort(), ran: window.ran ?? false }
    })()`)
    server.close()
    expect(tried).toEqual({
      violations: [
        'connect-src',
        'frame-src',
        'img-src',
        'script-src-attr',
        'script-src-elem',
        'style-src-elem',
      ],
      ran: false,
    })
    expect(asked).toEqual([])
  })
})

describe('findings', () => {
  it('bring their words into view when they are pressed', async () => {
    const { page } = await openDraft({ height: 500 })
    const finding = page.locator('.finding', { hasText: 'drafting note' })
    await finding.getByRole('button', { name: 'draft/placeholder' }).click()
    const words = page.locator('.text mark.on')
    expect(await words.allInnerTexts()).toEqual(['[NTD: confirm her background with HR.]'])
    await comesIntoView(words)
    expect(await finding.getAttribute('class')).toContain('picked')
  })

  it('come into view when their words are pressed, and have the keyboard', async () => {
    const { page } = await openDraft()
    await page.locator('.text mark', { hasText: '[month]' }).click()
    const finding = page.locator('.finding.picked')
    expect(await finding.locator('.quote').innerText()).toBe('[month]')
    await comesIntoView(finding)
    expect(await page.evaluate('document.activeElement.closest(".finding")?.id')).toBe(
      await finding.getAttribute('id'),
    )
  })

  it('stand under the headings of the document, each with severity, confidence and place', async () => {
    const { page } = await openDraft()
    const sections = page.locator('.findings section')
    expect(await sections.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'Risk Management and Strategy',
      'Governance',
    ])
    const heads = await page.locator('.finding h4').allInnerTexts()
    expect(heads).toHaveLength(liveFindings(draft()).length)
    expect(heads.slice(0, 2).map(text => text.replace(/\s+/g, ' '))).toEqual([
      '1 Error draft/placeholder high confidence · line 11',
      '2 Error draft/placeholder high confidence · line 15',
    ])
  })

  it('are filtered by severity, rule and section, and the number shown is said', async () => {
    const { page } = await openDraft()
    const shown = page.locator('.finding')
    const said = page.locator('.filters output')
    const { length: all } = liveFindings(draft())
    const errors = liveFindings(draft()).filter(({ severity }) => severity === 'error')
    const blanks = errors.filter(({ rule }) => rule === 'draft/placeholder')
    const notes = blanks.filter(({ headings }) => headings.includes('Governance'))
    await expect.poll(() => shown.count()).toBe(all)
    await page.getByLabel(/^\d+ warnings?$/).uncheck()
    await page.getByLabel(/^\d+ advice$/).uncheck()
    await expect.poll(() => shown.count()).toBe(errors.length)
    expect(await said.innerText()).toBe(`${errors.length} of ${all} findings shown`)
    await page.getByLabel('Rule').selectOption('draft/placeholder')
    await expect.poll(() => shown.count()).toBe(blanks.length)
    await page.getByLabel('Section').selectOption('Governance')
    await expect.poll(() => shown.count()).toBe(notes.length)
    expect(notes.length).toBeLessThan(blanks.length)
    await page.getByLabel('Rule').selectOption('draft/bracket')
    expect(await page.locator('.findings').innerText()).toContain('No finding is like that.')
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(() => shown.count()).toBe(all)
    expect(await said.innerText()).toBe('')
  })

  it('are shown again when their words are pressed while a filter hides them', async () => {
    const { page } = await openDraft()
    await page.getByLabel(/^\d+ errors?$/).uncheck()
    await page.locator('.text mark', { hasText: '[month]' }).click()
    await comesIntoView(page.locator('.finding.picked'))
  })
})

describe('coverage', () => {
  it('has a row for each of the 13 requirements, with what the text does about it', async () => {
    const { page } = await openDraft()
    const rows = await page.locator('.requirement h4').allInnerTexts()
    expect(rows).toHaveLength(13)
    expect(rows[2]?.replace(/\s+/g, ' ')).toBe(
      '○ (b)(1)(ii) Assessors, consultants, auditors or other third parties Absent',
    )
  })

  it('opens to what the regulation asks, the citation, and the sentences that decide', async () => {
    const { page } = await openDraft()
    const row = page.locator('#requirement-board-informed')
    const more = row.locator('.more')
    expect(await more.isVisible()).toBe(false)
    await row.getByRole('button').first().click()
    expect(await more.innerText()).toContain(
      'Describe the processes by which the board or its committee is informed about risks',
    )
    expect(await more.innerText()).toContain('17 CFR 229.106(c)(1)')
    const sentence = more.getByRole('button', { name: 'receives a report on cybersecurity' })
    await sentence.click()
    const chosen = page.locator('.text mark.chosen')
    expect(await chosen.innerText()).toContain('receives a report on cybersecurity')
    await comesIntoView(chosen)
  })

  it('says where nothing decides what comes nearest, and leads to the finding', async () => {
    const { page } = await openDraft()
    const row = page.locator('#requirement-third-party-engaged')
    await row.getByRole('button').first().click()
    expect(await row.innerText()).toContain('Nothing decides; nearest')
    await row.getByRole('link').click()
    expect(await page.locator('.finding.picked').innerText()).toContain('missing/third-party-engaged')
  })

  it('opens the row of a paragraph that is pressed beside the text', async () => {
    const { page } = await openDraft()
    await page
      .locator('.text')
      .getByRole('button', { name: 'Integration into overall risk management' })
      .click()
    expect(await page.locator('#requirement-integrated .more').isVisible()).toBe(true)
    await comesIntoView(page.locator('#requirement-integrated'))
  })
})

describe('the keyboard and those who hear the page', () => {
  it('reach the report past the head, and move through a list by arrows', async () => {
    const { page } = await openDraft()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the report')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('content')
    const heads = page.locator('.finding h4 button')
    await heads.first().focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key)
    const focused = (): Promise<unknown> =>
      page.evaluate('document.activeElement.closest(".finding, .requirement")?.id')
    expect(await focused()).toBe('finding-2')
    await page.keyboard.press('End')
    expect(await focused()).toBe(`finding-${liveFindings(draft()).length}`)
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    expect(await page.locator('.text mark.on').innerText()).toBe('[●]')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.text mark.on').count()).toBe(0)
  })

  it('find every part by its name', async () => {
    const { page } = await openDraft()
    for (const name of ['Coverage of the 13 requirements', 'Findings', 'The text as it was read'])
      expect(await page.getByRole('region', { name }).count()).toBe(1)
    const text = page.getByRole('region', { name: 'The text as it was read' })
    expect(
      await text.getByRole('button', { name: 'Finding 1, error: draft/placeholder', exact: true }).count(),
    ).toBe(1)
    expect(
      await text.getByRole('button', { name: /^Evidence for 17 CFR 229\.106\(b\)\(1\): / }).count(),
    ).toBe(1)
    const row = page.locator('#requirement-processes').getByRole('button').first()
    expect(await row.getAttribute('aria-expanded')).toBe('false')
    await row.press('Enter')
    expect(await row.getAttribute('aria-expanded')).toBe('true')
    for (const button of await page.getByRole('button').all())
      expect((await button.getAttribute('aria-label')) ?? (await button.textContent())).toBeTruthy()
  })

  it.each(['light', 'dark'] as const)('read all text in enough contrast on %s ground', async colorScheme => {
    const { page } = await openDraft({ colorScheme })
    await page.getByRole('button', { name: 'Open all' }).click()
    await page.locator('.finding h4 button').first().click()
    expect(await page.evaluate(contrastBelow(4.5))).toEqual([])
  })

  it('change between light and dark by a press', async () => {
    const { page } = await openDraft({ colorScheme: 'light' })
    const ground = (): Promise<unknown> =>
      page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    const before = await ground()
    await page.getByRole('button', { name: 'Dark' }).click()
    expect(await ground()).not.toBe(before)
    await page.getByRole('button', { name: 'Light' }).click()
    expect(await ground()).toBe(before)
  })
})

describe('a narrow window', () => {
  it('has the text under the report, nothing beside it, and the way there and back', async () => {
    const { page } = await openDraft({ width: 390, height: 800 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.locator('.finding h4 button').first().click()
    await comesIntoView(page.locator('.text mark.on'))
    await page.locator('.text mark.on').click()
    await comesIntoView(page.locator('#finding-1'))
  })
})

describe('print', () => {
  it('opens all that is folded, drops what is to be pressed, and lays out the whole text', async () => {
    const { page } = await openDraft({ colorScheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    for (const more of await page.locator('.requirement .more').all())
      expect(await more.isVisible()).toBe(true)
    for (const gone of ['.top', '.filters']) expect(await page.locator(gone).isVisible()).toBe(false)
    const clipped = await page
      .locator('.text')
      .evaluate(element => element.scrollHeight - element.clientHeight)
    expect(clipped).toBeLessThanOrEqual(1)
    expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(31, 29, 26)')
    const pdf = await page.pdf({ format: 'Letter' })
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
    expect(pages).toBeGreaterThan(3)
    expect(pages).toBeLessThan(12)
  })
})
