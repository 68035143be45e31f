// Starts the Chromium that is installed: for the tests in a browser and for the pictures of the README.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

/** Names that Chromium and its kin go by. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const installed = () => {
  const { CHROMIUM: given, PATH: path = '' } = process.env
  const places = path.split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)))
  return [...(given ? [given] : []), ...places].find(each => existsSync(each))
}

/** @returns {Promise<import('playwright-core').Browser>} @throws where none is installed, with what cures it */
export const launchChromium = () => {
  const executablePath = installed()
  if (executablePath === undefined)
    throw new Error(
      'This needs Chromium, and none was found. Install it ("apt-get install chromium" on Debian), or name its program in CHROMIUM.',
    )
  // The sandbox of its own processes needs rights that a container's root has not; all that it opens is our own.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] })
}
