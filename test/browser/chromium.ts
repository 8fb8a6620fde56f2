import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Page } from 'playwright-core'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser that the pages are tried in: CHROMIUM_PATH, or where systems usually have it. */
export const getChromiumPath = (): string => {
  const places = [process.env['CHROMIUM_PATH'] ?? '', ...usualPlaces]
  const found = places.find((place) => place !== '' && existsSync(place))
  if (found === undefined)
    throw new Error(
      'No Chromium here. Install it (Debian: apt-get install chromium fonts-noto-core) or set CHROMIUM_PATH.',
    )
  return found
}

/** Starts a real Chromium, without a window; `args` are its own switches. */
export const openChromium = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: getChromiumPath(), args: [...args] })

/** A rule of axe-core that a page breaks, and where. */
export interface Violation {
  readonly id: string
  readonly impact: string | null
  readonly help: string
  readonly places: readonly string[]
}

const sourcePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const listViolations = `axe.run(document).then(({ violations }) =>
  violations.map(({ id, impact, help, nodes }) => ({
    id, impact, help, places: nodes.map(({ target }) => target.join(' ')),
  })))`

/** What axe-core finds wrong with a page as it stands. Comes in through the debugger: the page's policy stays on. */
export const axe = async (page: Page): Promise<readonly Violation[]> => {
  await page.evaluate(await readFile(sourcePath, 'utf8'))
  return page.evaluate<readonly Violation[]>(listViolations)
}
