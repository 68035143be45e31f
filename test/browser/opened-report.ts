import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchChromium } from '../../scripts/chromium.mjs'
import { check, formatReport, type Input } from '../../src/index.js'

export const AS_OF = '2026-02-01'

/** A report as it is opened from disk, and what it did beside being shown. */
export interface OpenedReport {
  readonly page: Page
  readonly address: string
  /** Addresses that it asked for, its own among them. */
  readonly requests: readonly string[]
  /** Errors of its script, messages of the browser, dialogs. */
  readonly complaints: readonly string[]
}

export interface OpenOptions {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
}

/** The report on some inputs, as the command writes it. */
export const reportOn = async (...inputs: readonly Input[]): Promise<string> =>
  formatReport(await check(inputs, { asOf: AS_OF, withText: true }), 'html')

/** Opens reports in a browser that runs for the tests of the file. */
export const reportOpener = (): ((html: string, options?: OpenOptions) => Promise<OpenedReport>) => {
  const folder = mkdtempSync(join(tmpdir(), 'cydlint-report-'))
  let browser: Browser | undefined
  let written = 0
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return async (html, { width = 1440, height = 900, colorScheme = 'light' } = {}) => {
    if (!browser) throw new Error('reports are opened in tests')
    const path = join(folder, `report-${++written}.html`)
    writeFileSync(path, html)
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
    const requests: string[] = []
    const complaints: string[] = []
    page.on('request', request => requests.push(request.url()))
    page.on('console', message => complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('dialog', dialog => {
      complaints.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    const address = pathToFileURL(path).href
    await page.goto(address)
    return { page, address, requests, complaints }
  }
}
