import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { axe, openChromium } from './chromium.ts'
import { asBitmap, asFilm, askew, photograph, type Shot } from './qr-picture.ts'
import { maxBytes, startBarePortal, type BarePortal } from './qr-portal.ts'

const code = '0f3c9a7be1d24568b0a1c2d3e4f59687'
const address = `https://tracuu.hocba.example/${code}`

const fakeCamera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']

let portal: BarePortal
let folder: string
let browser: Browser
let filming: Browser
let page: Page
let requests: string[]
let complaints: string[]

const openPage = async (on: Browser): Promise<Page> => {
  const opened = await on.newPage()
  requests = []
  complaints = []
  opened.on('request', (request) => requests.push(request.url()))
  opened.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  opened.on('pageerror', (error) => complaints.push(error.message))
  await opened.goto(portal.address, { waitUntil: 'networkidle' })
  return opened
}

const choosePhoto = (text: string | undefined, shot: Shot, size: readonly [number, number] = [1600, 1200]) =>
  page
    .locator('#photo')
    .setInputFiles({ name: 'anh.bmp', mimeType: 'image/bmp', buffer: asBitmap(photograph(text, shot, size)) })

const notice = (): Promise<string> => page.locator('#notice').innerText()

const seeNotice = (text: string): Promise<unknown> => page.getByText(text, { exact: true }).waitFor()

const answer = (): Promise<void> =>
  page.getByRole('heading', { name: 'Trả lời' }).waitFor({ timeout: 10_000 })

/** Waits for a condition in the page; asked through the debugger, because the policy forbids the page to. */
const come = (condition: string): Promise<void> =>
  expect.poll(() => page.evaluate(condition), { timeout: 5000 }).toBe(true)

/** Lets the page see a file as if a hand had dragged or pasted it. */
const give = (
  event: 'dragover' | 'drop' | 'paste',
  name: string,
  type: string,
  text: string,
): Promise<unknown> =>
  page.evaluate(`{
    const given = new DataTransfer()
    given.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: ${JSON.stringify(type)} }))
    const init = { bubbles: true, cancelable: true }
    document.body.dispatchEvent(${
      event === 'paste'
        ? "new ClipboardEvent('paste', { ...init, clipboardData: given })"
        : `new DragEvent('${event}', { ...init, dataTransfer: given })`
    })
  }`)

beforeAll(async () => {
  portal = await startBarePortal()
  folder = await mkdtemp(join(tmpdir(), 'hocba-qr-'))
  const film = join(folder, 'qr.y4m')
  await writeFile(film, asFilm(photograph(address, { ...askew, noise: 25 }, [640, 480])))
  browser = await openChromium(fakeCamera)
  filming = await openChromium([...fakeCamera, `--use-file-for-fake-video-capture=${film}`])
})

afterAll(async () => {
  await browser.close()
  await filming.close()
  await portal.server.close()
  await rm(folder, { recursive: true })
})

beforeEach(async () => {
  portal.sent.length = 0
  page = await openPage(browser)
})

afterEach(async () => {
  await page.close()
  expect(complaints, 'the policy forbids nothing that the page does').toEqual([])
  const elsewhere = requests.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(portal.address))
  expect(elsewhere, 'nothing is asked of anybody else').toEqual([])
})

describe('a photo of a QR code', () => {
  it('taken at an angle, blurred and noisy, is read and its code sent', async () => {
    await choosePhoto(address, askew)
    await answer()
    expect(portal.sent).toEqual([{ path: '/tra-cuu', body: `ma=${code}` }])
  })

  it('may hold the code in capitals and with hyphens', async () => {
    await choosePhoto('Mã: 0F3C9A7B-E1D24568-B0A1C2D3-E4F59687', askew)
    await answer()
    expect(portal.sent).toEqual([{ path: '/tra-cuu', body: `ma=${code}` }])
  })

  it.each([
    ['without a QR code', undefined],
    ['of a QR code that is no lookup code', 'https://example.org/khac'],
    ['of a longer number', `${code}0`],
  ])('%s says so and sends nothing', async (_title, text) => {
    await choosePhoto(text, askew, [1000, 800])
    await seeNotice('Không thấy mã')
    expect(portal.sent).toEqual([])
  })

  it('that is no picture says so and sends nothing', async () => {
    await page
      .locator('#photo')
      .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('x') })
    await seeNotice('Không thấy mã')
    expect(portal.sent).toEqual([])
  })

  it('is all that fetches the scanner', async () => {
    expect(requests.filter((url) => /scan/.test(url))).toEqual([])
    await choosePhoto(address, askew)
    await answer()
    expect(requests.filter((url) => /scan/.test(url))).toHaveLength(2)
  })
})

describe('the camera', () => {
  it('reads a QR code held before it and sends its code', async () => {
    await page.close()
    page = await openPage(filming)
    await page.locator('#scan-camera').click()
    await answer()
    expect(portal.sent).toEqual([{ path: '/tra-cuu', body: `ma=${code}` }])
  })

  it.each(['Escape', 'button'])('is switched off when the dialog is closed by %s', async (way) => {
    await page.locator('#scan-camera').click()
    await come("document.querySelector('#scanner-video').srcObject !== null")
    await page.evaluate("window.tracks = document.querySelector('#scanner-video').srcObject.getTracks()")
    await (way === 'Escape' ? page.keyboard.press('Escape') : page.locator('#scanner-close').click())
    await come("window.tracks.every(({ readyState }) => readyState === 'ended')")
    expect(await page.locator('#scanner').isVisible()).toBe(false)
    expect(await notice()).toBe('')
  })

  it('that may not be used is told of', async () => {
    await page.evaluate("navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('denied'))")
    await page.locator('#scan-camera').click()
    await seeNotice('Không mở được')
    expect(await page.locator('#scanner').isVisible()).toBe(false)
  })
})

describe('a file', () => {
  it.each(['drop', 'paste'] as const)('is sent at once: %s', async (event) => {
    await give(event, 'hoc-ba.xml', 'text/xml', '<HocBa/>')
    await answer()
    expect(portal.sent.map(({ path }) => path)).toEqual(['/xac-thuc'])
    expect(portal.sent[0]?.body).toContain('name="tep"; filename="hoc-ba.xml"')
    expect(portal.sent[0]?.body).toContain('<HocBa/>')
  })

  it('is sent when chosen', async () => {
    await page
      .locator('#tep')
      .setInputFiles({ name: 'a.xml', mimeType: 'text/xml', buffer: Buffer.from('<A/>') })
    await answer()
    expect(portal.sent[0]?.body).toContain('<A/>')
  })

  it('dragged over the page is shown where to go', async () => {
    await give('dragover', 'a.xml', 'text/xml', '<A/>')
    expect(await page.locator('body').getAttribute('data-dropping')).toBe('Thả vào đây')
  })

  it('too large is not sent', async () => {
    await give('drop', 'a.xml', 'text/xml', 'x'.repeat(maxBytes + 1))
    await seeNotice('Quá lớn')
    expect(portal.sent).toEqual([])
  })
})

describe('axe', () => {
  it('finds nothing wrong with the forms, and finds what is wrong, with the policy on', async () => {
    expect(await axe(page)).toEqual([])
    await page.evaluate("document.querySelector('label[for=ma]').remove()")
    expect((await axe(page)).map(({ id }) => id)).toContain('label')
  })
})
