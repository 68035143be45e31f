// Makes the pictures of the HTML report that README.md shows, from an example draft, in light and in dark.
//
//   npm run update-pictures
//
// It needs Chromium and pngquant, and looks best with the fonts that the report names first (Debian: chromium, pngquant,
// fonts-inter, fonts-urw-base35).
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { launchChromium } from './chromium.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const pictures = join(root, 'docs/images')
const WINDOW = { width: 1280, height: 800 }
/** A README is read over slow lines, too. */
const MOST_BYTES = 200_000

execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--no-types'], { stdio: 'ignore' })
const folder = mkdtempSync(join(tmpdir(), 'cydlint-pictures-'))

const reportOn = (path, name) => {
  const file = join(folder, `${name}.html`)
  const args = [
    join(root, 'dist/cli.cjs'),
    'check',
    path,
    '--as-of',
    '2026-02-01',
    '--format',
    `html=${file}`,
  ]
  spawnSync(process.execPath, args, { cwd: root })
  return pathToFileURL(file).href
}

const DRAFT = reportOn('examples/bad/10-k-first-draft.md', 'report')

/** What is shown: a draft as it opens, with a requirement opened; a finding beside its words; the index of many. */
const SHOWN = [
  {
    name: 'report',
    address: DRAFT,
    schemes: ['light', 'dark'],
    prepare: async page => {
      await page.locator('#requirement-third-party-engaged').getByRole('button').first().click()
      await page.evaluate('window.scrollTo(0, 0)')
      await page.locator('.text').evaluate(element => element.scrollTo(0, 0))
    },
  },
  {
    name: 'finding',
    address: DRAFT,
    schemes: ['light'],
    prepare: async page => {
      await page.locator('.text mark', { hasText: '[our fulfillment partner]' }).click()
    },
  },
  { name: 'index', address: reportOn('examples', 'index'), schemes: ['light'], prepare: async () => {} },
]

const browser = await launchChromium()
try {
  mkdirSync(pictures, { recursive: true })
  for (const { name, address, schemes, prepare } of SHOWN)
    for (const colorScheme of schemes) {
      const page = await browser.newPage({ viewport: WINDOW, colorScheme, reducedMotion: 'reduce' })
      await page.goto(address)
      await prepare(page)
      const path = join(pictures, `${name}-${colorScheme}.png`)
      await page.screenshot({ path })
      await page.close()
      execFileSync('pngquant', ['--force', '--ext', '.png', '--speed', '1', '--strip', path])
      const { size } = statSync(path)
      console.log(`${path}: ${Math.round(size / 1000)} kB`)
      if (size > MOST_BYTES) throw new Error(`${path} is larger than ${MOST_BYTES} bytes`)
    }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
