import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { axe, type Violation } from '../chromium.ts'
import { openPages } from './open-pages.ts'

/** A page with everything that was asked for and complained of while it was open. */
export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  readonly requests: string[]
  readonly complaints: string[]
}

// Chromium writes one such line for a page that is itself an answer like 404; that is no fault of the page.
const isOwnStatus = (text: string): boolean =>
  text.startsWith('Failed to load resource: the server responded with')

// What was still on its way when the visitor went elsewhere.
const leftBehind = 'net::ERR_ABORTED'

/** Opens a page that listens to itself from the first request on. */
export const openVisit = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  openPages.add(page)
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    if (reason !== leftBehind) complaints.push(`${request.url()} ${reason}`)
  })
  page.on('console', (message) => {
    const isOwn = isOwnStatus(message.text()) && message.location().url === page.url()
    if (['error', 'warning'].includes(message.type()) && !isOwn) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { context, page, requests, complaints }
}

const findSmallTargets = `axe.run(document, { runOnly: { type: 'rule', values: ['target-size'] } }).then(
  ({ violations }) => violations.map(({ id, impact, help, nodes }) => ({
    id, impact, help, places: nodes.map(({ target }) => target.join(' ')),
  })))`

/** What axe-core finds: its usual rules (WCAG 2.0 to 2.2 A and AA, best practice) and the size of targets (2.5.8). */
export const findBarriers = async (page: Page): Promise<readonly Violation[]> => {
  await page.evaluate(stillness)
  return [...(await axe(page)), ...(await page.evaluate<readonly Violation[]>(findSmallTargets))]
}

/** A colour on its way to another is neither: what moves comes to rest first, but for what turns for ever. */
const stillness = `Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished)).then(() => undefined)`

/** The first heading of a page, as it is read. */
export const firstHeading = (page: Page): Promise<string> =>
  page.evaluate('document.querySelector("h1,h2,h3,h4,h5,h6")?.textContent.trim() ?? ""')

/** How many pixels a page is wider than its window. */
export const widthTooMuch = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** What the page itself says: without what stands in a book or in Vietnamese by intention. */
export const ownWords = (page: Page): Promise<string> =>
  page.evaluate(`{
    const copy = document.body.cloneNode(true)
    for (const part of copy.querySelectorAll("[lang=vi], script")) part.remove()
    ;[...copy.querySelectorAll('*')].flatMap((one) =>
      ['title', 'placeholder', 'aria-label', 'alt'].map((name) => one.getAttribute(name) ?? ''),
    ).join(' ') + ' ' + copy.textContent + ' ' + document.title
  }`)

/** Takes the first option of a list that is open, with the keyboard. */
export const takeOption = async (page: Page, name?: string): Promise<void> => {
  const option = page.getByRole('option', name === undefined ? {} : { name })
  await option.filter({ visible: true }).first().waitFor()
  // A list that opens marks nothing, in a timer of its own: later than a quick key, which then marks in vain.
  await page.evaluate('new Promise((passed) => { setTimeout(passed) })')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}
