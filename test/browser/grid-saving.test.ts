import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emptyClass, openFilled, type FilledDatabase } from '../database/support/gradebook.ts'
import { openChromium } from './chromium.ts'
import { openGridHarness, type GridHarness } from './support/grid-page.ts'
import { openLiveGradebook, queryOf, type LiveGradebook } from './support/live-gradebook.ts'

const records = emptyClass(7, 20)
let filled: FilledDatabase
let live: LiveGradebook
let harness: GridHarness
let browser: Browser
/** Every test writes into a row of its own. */
let row = -1

beforeAll(async () => {
  filled = await openFilled(records)
  const { url, superuserUrl } = filled.server
  const teachers = ['CB02', 'CB03'] as const
  live = await openLiveGradebook({ records, school: filled.database, url, superuserUrl, teachers })
  ;[harness, browser] = await Promise.all([openGridHarness(live.answerApi), openChromium()])
})
afterAll(async () => {
  await browser.close()
  await harness.close()
  await live.close()
  await filled.close()
})
beforeEach(() => {
  row += 1
  live.state = 'up'
})

const path = 'terms.1.regularMarks.0'

type Person = 'teacher' | 'colleague'
const openComputer = (who: Person): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1366, height: 768 }, extraHTTPHeaders: { 'x-who': who } })

const openSheet = async (computer: BrowserContext, who: Person): Promise<Page> => {
  const page = await computer.newPage()
  await page.goto(`${harness.address}/?who=${who}&${queryOf({ records })}`)
  await page.waitForFunction('window.isOpen === true')
  return page
}
const cell = (page: Page) => page.locator(`td[data-row="${row}"][data-column="0"]`)
const type = async (page: Page, typed: string): Promise<void> => {
  await cell(page).click()
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
}
const shown = (page: Page): Promise<string> =>
  page.evaluate(`{
    const cell = document.querySelector('td[data-row="${row}"][data-column="0"]')
    cell.querySelector('.sheet-field')?.value ?? cell.textContent
  }`)
const untilSaved = (page: Page) =>
  page.waitForFunction(
    `!document.querySelector('td[data-row="${row}"][data-column="0"]').className.match(/is-(unsent|saving)/)`,
  )
const untilShown = (page: Page, text: string) =>
  page.waitForFunction(
    `document.querySelector('td[data-row="${row}"][data-column="0"]').textContent === '${text}'`,
  )
/** Pupils stand in the order of their names: the code is the row's own. */
const codeAt = (page: Page): Promise<string> =>
  page.evaluate(`fetch('/api/v1/schools/0079000777/years/2026-2027/lower-secondary/classes/7A/sheets/TOAN')
    .then((answer) => answer.json()).then(({ students }) => students[${row}].studentCode)`)
const status = (page: Page): Promise<string> => page.locator('.saving-text').innerText()

describe('one person', () => {
  it('types, and it is at the server in the background', async () => {
    const computer = await openComputer('teacher')
    const page = await openSheet(computer, 'teacher')
    await type(page, '8,5')
    await untilSaved(page)
    expect(await live.read(await codeAt(page), path)).toEqual({ value: '8.5', version: 1 })
    await expect.poll(() => status(page)).toMatch(/^Đã lưu \d\d:\d\d$/)
    await computer.close()
  })

  it('with two tabs sees in each what the other saved', async () => {
    const computer = await openComputer('teacher')
    const [one, other] = [await openSheet(computer, 'teacher'), await openSheet(computer, 'teacher')]
    await type(one, '7')
    await untilShown(other, '7')
    await type(other, '6')
    await untilShown(one, '6')
    expect(await live.read(await codeAt(one), path)).toEqual({ value: '6', version: 2 })
    await computer.close()
  })

  it('whose session ends goes on typing, signs in again, and nothing is lost', async () => {
    const computer = await openComputer('teacher')
    const page = await openSheet(computer, 'teacher')
    const code = await codeAt(page)
    live.state = 'signed-out'
    await type(page, '9')
    await page.waitForFunction(`document.querySelector('.saving-text').textContent.includes('đăng nhập lại')`)
    await page.keyboard.type('4')
    await page.keyboard.press('Enter')
    live.state = 'up'
    await page.evaluate('window.signInAgain()')
    await untilSaved(page)
    await page.waitForFunction(`document.querySelector('.saving-text').textContent.startsWith('Đã lưu')`)
    expect((await live.read(code, path)).value).toBe('9')
    row += 1
    await expect.poll(() => shown(page)).toBe('4')
    expect((await live.read(await codeAt(page), path)).value).toBe('4')
    await computer.close()
  })

  it('whose server stops and starts goes on typing, and all of it arrives', async () => {
    const computer = await openComputer('teacher')
    const page = await openSheet(computer, 'teacher')
    const code = await codeAt(page)
    live.state = 'stopped'
    await type(page, '9')
    await page.waitForFunction(`document.querySelector('.saving-text').textContent.includes('Mất kết nối')`)
    await expect.poll(() => status(page)).toContain('1 ô chưa gửi')
    await type(page, '3')
    live.state = 'up'
    await page.getByText('Thử lại ngay').click()
    await page.waitForFunction(`document.querySelector('.saving-text').textContent.startsWith('Đã lưu')`)
    expect((await live.read(code, path)).value).toBe('3')
    await computer.close()
  })

  it('whose answer is lost on the way has it written once', async () => {
    const computer = await openComputer('teacher')
    const page = await openSheet(computer, 'teacher')
    const code = await codeAt(page)
    live.state = 'answerless'
    await type(page, '9')
    await page.waitForFunction(`document.querySelector('.saving-text').textContent.includes('Mất kết nối')`)
    live.state = 'up'
    await page.getByText('Thử lại ngay').click()
    await untilSaved(page)
    await expect.poll(() => live.read(code, path)).toEqual({ value: '9', version: 1 })
    await computer.close()
  })
})

/** Ends the page's process at once: nothing in it runs any more, and it answers nobody, not even this. */
const kill = async (page: Page): Promise<void> => {
  const cdp = await page.context().newCDPSession(page)
  const gone = page.waitForEvent('crash')
  void cdp.send('Page.crash').catch(() => undefined)
  await gone
}

describe('after a power cut', () => {
  it('what was typed comes back and is sent', async () => {
    const computer = await openComputer('teacher')
    const page = await openSheet(computer, 'teacher')
    const code = await codeAt(page)
    live.state = 'stopped'
    await type(page, '9')
    await page.waitForFunction(`document.querySelector('.saving-text').textContent.includes('Mất kết nối')`)
    await kill(page)
    live.state = 'up'
    const again = await openSheet(computer, 'teacher')
    await expect.poll(() => shown(again)).toBe('9')
    await untilSaved(again)
    await expect.poll(() => live.read(code, path)).toEqual({ value: '9', version: 1 })
    await computer.close()
  })

  it('a text that was no mark comes back as it was typed', async () => {
    const computer = await openComputer('teacher')
    const page = await openSheet(computer, 'teacher')
    await type(page, '85')
    await page.waitForFunction(`new Promise((resolve) => {
      const request = indexedDB.open('hocba-ban-nhap')
      request.onsuccess = () => {
        const count = request.result.transaction('drafts').objectStore('drafts').count()
        count.onsuccess = () => { resolve(count.result === 1); request.result.close() }
      }
    })`)
    await kill(page)
    const again = await openSheet(computer, 'teacher')
    await expect.poll(() => shown(again)).toBe('85')
    await expect.poll(() => cell(again).getAttribute('class')).toContain('is-invalid')
    await computer.close()
  })

  it('both values are shown where somebody else wrote meanwhile, with author and minute', async () => {
    const [mine, theirs] = [await openComputer('teacher'), await openComputer('colleague')]
    const page = await openSheet(mine, 'teacher')
    const other = await openSheet(theirs, 'colleague')
    const code = await codeAt(page)
    live.state = 'stopped'
    await type(page, '9')
    await page.waitForFunction(`document.querySelector('.saving-text').textContent.includes('Mất kết nối')`)
    await kill(page)
    live.state = 'up'
    await type(other, '5')
    await untilSaved(other)
    const again = await openSheet(mine, 'teacher')
    await again.getByText('1 ô có hai giá trị').click()
    const dialog = again.getByRole('dialog')
    const text = await dialog.innerText()
    expect(text).toContain('9')
    expect(text).toContain('5')
    expect(text).toMatch(/Ngân Thị Lụa, \d\d:\d\d/)
    expect((await live.read(code, path)).value).toBe('5')
    await dialog.getByText('Giữ của tôi').click()
    await again.keyboard.press('Escape')
    await untilSaved(again)
    expect((await live.read(code, path)).value).toBe('9')
    await Promise.all([mine.close(), theirs.close()])
  })
})

describe('two people in one cell', () => {
  it('neither value is lost; whoever came second chooses', async () => {
    const [mine, theirs] = [await openComputer('teacher'), await openComputer('colleague')]
    const [page, other] = [await openSheet(mine, 'teacher'), await openSheet(theirs, 'colleague')]
    const code = await codeAt(page)
    await type(page, '8')
    await untilSaved(page)
    await type(other, '6')
    await untilSaved(other)
    expect((await live.read(code, path)).value).toBe('8')
    await other.getByText('1 ô có hai giá trị').click()
    const dialog = other.getByRole('dialog')
    await expect.poll(() => dialog.innerText()).toContain('Kha Văn Tiến')
    await dialog.getByText('Giữ của máy chủ').click()
    await other.keyboard.press('Escape')
    await expect.poll(() => shown(other)).toBe('8')
    await Promise.all([mine.close(), theirs.close()])
  })
})

describe('another account on the same computer', () => {
  it('never sees the drafts of the first', async () => {
    const computer = await openComputer('teacher')
    const page = await openSheet(computer, 'teacher')
    live.state = 'stopped'
    await type(page, '9')
    await page.waitForFunction(`document.querySelector('.saving-text').textContent.includes('Mất kết nối')`)
    await kill(page)
    live.state = 'up'
    const next = await openSheet(computer, 'colleague')
    await expect.poll(() => shown(next)).toBe('')
    await computer.close()
  })
})
