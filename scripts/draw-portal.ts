import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { readConfig } from '../src/apps/server/config.ts'
import { portal } from '../src/apps/server/pages/index.ts'
import { serve } from '../src/apps/server/serve.ts'
import { openChromium } from '../test/browser/chromium.ts'

/*
 * Draws the pictures of the portal in the README, from the invented province: node scripts/draw-portal.ts [FOLDER],
 * where FOLDER holds its data ('du-lieu' unless told otherwise; filled first where it is empty). Needs Chromium.
 */
const folder = fileURLToPath(new URL('../docs/', import.meta.url))
const desktop = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }

const draw = async (page: Page, name: string): Promise<void> => {
  const path = `${folder}${name}.png`
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  await page.screenshot({ path })
  process.stdout.write(`${path} ${Math.ceil(statSync(path).size / 1000)} KB\n`)
}

/** Opens the first sample as a visitor would, by its button. */
const openSample = (page: Page): Promise<unknown> =>
  Promise.all([page.waitForEvent('load'), page.locator('.samples button').first().click()])

const config = readConfig({ HOCBA_DATA: process.argv[2] ?? 'du-lieu', HOCBA_PORT: '0' })
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const running = await serve(config, { portal, clock: () => new Date(), log: say, onStep: () => undefined })
const browser = await openChromium()
try {
  const page = await browser.newPage({ viewport: desktop })
  await page.goto(running.url)
  await draw(page, 'portal-home')
  await openSample(page)
  await draw(page, 'portal-opened')
  const small = await browser.newPage({ viewport: phone })
  await small.goto(`${running.url}/${running.sampleCodes[0]?.code ?? ''}`)
  await draw(small, 'portal-phone')
} finally {
  await browser.close()
  await running.close()
}
