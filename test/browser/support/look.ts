import { parseArgs } from 'node:util'
import { demoPassword } from '../../../src/demo/index.ts'
import { openChromium } from '../chromium.ts'
import { findBarriers, openVisit, widthTooMuch } from './visit.ts'

/**
 * Opens an address of a running server (`npm start`) and keeps a picture of it, with what axe and the console say:
 * `node test/browser/support/look.ts URL OUT.png [--as hieutruong.thcs] [--width 390] [--whole] [--print]`
 * [--click 'text' ...]. `--as` signs in as one of the demonstration first.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: 'string' },
    width: { type: 'string', default: '1366' },
    height: { type: 'string', default: '768' },
    whole: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
    click: { type: 'string', multiple: true, default: [] },
  },
})
const [url = '', picture = 'look.png'] = positionals
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const browser = await openChromium()
const viewport = { width: Number(values.width), height: Number(values.height) }
const { page, complaints } = await openVisit(browser, { viewport, locale: 'vi-VN' })
if (values.as !== undefined) {
  const body = { username: values.as, password: demoPassword }
  const headers = { origin: new URL(url).origin }
  const answer = await page.request.post(new URL('/api/v1/sessions', url).href, { data: body, headers })
  if (!answer.ok()) say(`sign-in: ${answer.status()} ${await answer.text()}`)
}
await page.goto(url, { waitUntil: 'networkidle' })
for (const name of values.click) {
  await page.locator(`:is(a, button, [role=menuitem]):has-text("${name}")`).first().click()
  await page.waitForTimeout(400)
}
if (values.print) await page.emulateMedia({ media: 'print' })
await page.screenshot({ path: picture, fullPage: values.whole })
say(`${page.url()}\nwider than the window by ${await widthTooMuch(page)} px`)
for (const { id, help, places } of await findBarriers(page))
  say(`axe ${id}: ${help}\n  ${places.join('\n  ')}`)
for (const complaint of complaints) say(`console: ${complaint}`)
await browser.close()
