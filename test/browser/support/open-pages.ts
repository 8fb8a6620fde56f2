import type { Page } from 'playwright-core'

/** The pages of this file's browsers: what they show is printed with a test that fails. */
export const openPages = new Set<Page>()

const shown = `JSON.stringify({
  title: document.querySelector('h1')?.textContent,
  dialogs: [...document.querySelectorAll('[role=dialog]')].map((one) => one.innerText),
  alerts: [...document.querySelectorAll('[role=alert]')].map((one) => one.innerText),
  fields: [...document.querySelectorAll('[role=dialog] input')].map((one) => one.value),
  focus: document.activeElement?.outerHTML.slice(0, 200),
}, null, 1)`

const describePage = async (page: Page): Promise<string> =>
  `${page.url()}\n${await page.evaluate<string>(shown).catch(String)}`

const showPages = async (): Promise<void> => {
  const pages = [...openPages].filter((page) => !page.isClosed())
  if (pages.length > 0) console.error((await Promise.all(pages.map(describePage))).join('\n'))
}

// A benchmark opens pages too, outside any test.
if (process.env['VITEST'] !== undefined) {
  const { beforeEach } = await import('vitest')
  beforeEach(({ onTestFailed }) => {
    onTestFailed(showPages)
  })
}
