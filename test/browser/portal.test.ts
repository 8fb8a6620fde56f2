import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { yearLookupCode } from '../builders/reports.ts'
import { openChromium } from './chromium.ts'
import { openPlaces, sealBooks, type Books, type Places } from './support/places.ts'
import { states, type State } from './support/states.ts'
import { findBarriers, firstHeading, openVisit, ownWords, widthTooMuch, type Visit } from './support/visit.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const

let books: Books
let places: Places
let browser: Browser
let scripted: Visit
let plain: Visit

beforeAll(async () => {
  ;[books, browser] = await Promise.all([sealBooks(), openChromium()])
  places = await openPlaces(books)
  scripted = await openVisit(browser, { viewport: sizes[0] })
  plain = await openVisit(browser, { viewport: sizes[1], javaScriptEnabled: false })
})

afterAll(async () => {
  await browser.close()
  await places.close()
})

/** Goes to a state anew; forgets what was asked for before. */
const reach = async ({ page, requests, complaints }: Visit, { place, reach: go }: State, path = '/') => {
  requests.length = 0
  complaints.length = 0
  await page.goto(places.addressOf(place) + path)
  await go(page, books)
}

const isOwn = (url: string, place: State['place']): boolean =>
  url.startsWith(`${places.addressOf(place)}/`) || url.startsWith('data:,')

const expectToFit = async (page: Page): Promise<void> => {
  for (const size of sizes) {
    await page.setViewportSize(size)
    expect(await widthTooMuch(page), `at ${size.width}`).toBe(0)
  }
}

/** Where the keyboard is, and whether an eye can see that. */
const focused = (page: Page): Promise<{ readonly name: string; readonly isSeen: boolean }> =>
  page.evaluate(`{
    const here = document.activeElement
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(here)
    const { width, height, bottom, right } = here.getBoundingClientRect()
    ;({
      name: here.id ? '#' + here.id : here.className === 'skip' ? '.skip' : here.localName + '[' + (here.type ?? '') + ']',
      isSeen: width > 0 && height > 0 && bottom > 0 && right > 0 &&
        ((outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'),
    })
  }`)

describe.each(states)('$name', (state) => {
  it('says its verdict first, has no barrier and fits every screen', async () => {
    const { page, requests, complaints } = scripted
    await page.setViewportSize(sizes[0])
    await reach(scripted, state)
    await expect.poll(() => firstHeading(page)).toBe(state.verdict)
    expect(await findBarriers(page)).toEqual([])
    await expectToFit(page)
    expect(requests.filter((url) => !isOwn(url, state.place))).toEqual([])
    expect(complaints).toEqual([])
    expect(page.url()).not.toMatch(/2012|0009|ngay|cuoi|\?/)
  })

  it('says the same without a script', async () => {
    const { page, requests, complaints } = plain
    await reach(plain, state)
    await expect.poll(() => firstHeading(page)).toBe(state.verdict)
    await expectToFit(page)
    expect(requests.filter((url) => !isOwn(url, state.place))).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe('the first page', () => {
  it('is asked by the keyboard alone, every step seen', async () => {
    const { page } = scripted
    await page.setViewportSize(sizes[0])
    await page.goto(places.addressOf('usual'))
    const passed: string[] = []
    const steps = async (until: string): Promise<void> => {
      for (let step = 0; passed.at(-1) !== until && step < 20; step += 1) {
        await page.keyboard.press('Tab')
        const { name, isSeen } = await focused(page)
        expect(isSeen, `focus on ${name}`).toBe(true)
        passed.push(name)
      }
    }
    await steps('#ma')
    await page.keyboard.type(yearLookupCode)
    await steps('#ngay-sinh')
    await page.keyboard.type('9/3/2012')
    await steps('#so-cuoi')
    await page.keyboard.type('0009')
    await steps('button[submit]')
    expect(passed[0]).toBe('.skip')
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
    await expect.poll(() => firstHeading(page)).toBe('Học bạ thật, đang có hiệu lực')
    await expect.poll(() => page.locator('.record').count()).toBe(1)
  })

  it('leads past its head to the content', async () => {
    const { page } = scripted
    await page.goto(places.addressOf('usual'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('main')
  })

  it('is for no search engine, and says so in two ways', async () => {
    const { page } = plain
    const reply = await page.goto(places.addressOf('usual'))
    expect(reply?.headers()['x-robots-tag']).toContain('noindex')
    await expect
      .poll(() => page.locator('meta[name=robots]').getAttribute('content'))
      .toBe('noindex, nofollow')
  })

  it('opens a sample at one press', async () => {
    const { page } = plain
    await page.goto(places.addressOf('usual'))
    await Promise.all([page.waitForEvent('load'), page.locator('.samples button').click()])
    await expect.poll(() => firstHeading(page)).toBe('Học bạ thật, đang có hiệu lực')
  })

  it('asks the visitor to send a smaller file, before it is sent', async () => {
    const { page, requests } = scripted
    await page.goto(places.addressOf('usual'))
    requests.length = 0
    await page.evaluate(`{
      const given = new DataTransfer()
      given.items.add(new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'to.pdf'))
      document.querySelector('#tep').files = given.files
      document.querySelector('#verify').requestSubmit()
    }`)
    await page.getByText('Tệp lớn hơn 20 MB').waitFor()
    expect(requests).toEqual([])
  })
})

const english: readonly string[] = [
  'the first page',
  'a code alone',
  'an opened secondary year',
  'an opened primary year',
  'two years, opened',
  'a revoked book, opened',
  'a code that nobody has',
  'a changed file',
]

describe('in English', () => {
  it.each(states.filter(({ name }) => english.includes(name)))(
    '$name has no Vietnamese words',
    async (state) => {
      const { page } = plain
      await reach(plain, state, '/?lang=en')
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
      expect(
        (await ownWords(page)).match(/\S*[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]\S*/gi) ?? [],
      ).toEqual([])
    },
  )

  it('the other language is one click away, with the same code', async () => {
    const { page } = plain
    await page.goto(`${places.addressOf('usual')}/${yearLookupCode}`)
    await Promise.all([page.waitForEvent('load'), page.locator('.language').click()])
    await expect.poll(() => firstHeading(page)).toBe('Genuine and in force')
    await Promise.all([page.waitForEvent('load'), page.locator('.language').click()])
    await expect.poll(() => firstHeading(page)).toBe('Học bạ thật, đang có hiệu lực')
  })

  it('a code typed in groups leads to the same page in the other language', async () => {
    const { page } = plain
    const typed = (yearLookupCode.match(/.{8}/g) ?? []).join('-').toUpperCase()
    await reach(plain, { name: '', place: 'usual', verdict: '', reach: () => Promise.resolve() })
    await page.locator('#ma').fill(` ${typed} `)
    await Promise.all([page.waitForEvent('load'), page.locator('#lookup button[type=submit]').click()])
    await Promise.all([page.waitForEvent('load'), page.locator('.language').click()])
    await expect.poll(() => firstHeading(page)).toBe('Genuine and in force')
  })
})

describe('in forced colours', () => {
  it.each(states.filter(({ name }) => english.includes(name)))('$name has no barrier', async (state) => {
    const { page } = scripted
    await page.setViewportSize(sizes[1])
    await page.emulateMedia({ forcedColors: 'active' })
    try {
      await reach(scripted, state)
      expect(await findBarriers(page)).toEqual([])
      expect(await widthTooMuch(page)).toBe(0)
    } finally {
      await page.emulateMedia({ forcedColors: null })
    }
  })
})

describe('a file too large', () => {
  it('is answered with a page that says so', async () => {
    const form = new FormData()
    form.set('tep', new Blob([new Uint8Array(22 * 1024 * 1024)]), 'to.pdf')
    const reply = await fetch(`${places.addressOf('usual')}/xac-thuc`, { method: 'POST', body: form })
    expect(reply.status).toBe(413)
    const { page } = plain
    await page.setContent(await reply.text())
    await expect.poll(() => firstHeading(page)).toBe('Tệp quá lớn')
  })
})

it('no part of a page has the name of another one, and nothing went wrong behind it', async () => {
  const { page } = plain
  for (const name of ['two years, masked', 'two years, opened', 'a new version by its code'])
    for (const state of states.filter((one) => one.name === name)) {
      await reach(plain, state)
      const ids = await page.evaluate<string[]>('[...document.querySelectorAll("[id]")].map(({ id }) => id)')
      expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([])
    }
  expect(places.bugs).toEqual([])
})
