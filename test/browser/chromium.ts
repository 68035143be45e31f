import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Names that Chromium and its kin go by. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const installed = (): string | undefined => {
  const { CHROMIUM: given, PATH: path = '' } = process.env
  const places = path.split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)))
  return [...(given ? [given] : []), ...places].find(each => existsSync(each))
}

/** Starts the browser that is installed. @throws where there is none, with what cures it */
export const launchChromium = (): Promise<Browser> => {
  const executablePath = installed()
  if (executablePath === undefined)
    throw new Error(
      'These tests need Chromium, and none was found. Install it ("apt-get install chromium" on Debian), or name its program in CHROMIUM.',
    )
  // The sandbox of its own processes needs rights that a container's root has not; all that it opens is our own.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--force-color-profile=srgb'] })
}
