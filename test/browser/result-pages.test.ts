import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EducationLevel } from '../../src/shared/education-level.ts'
import { openFilled, type FilledDatabase } from '../database/support/gradebook.ts'
import { openChromium } from './chromium.ts'
import { openResultsServer, type ResultsServer } from './support/result-pages/server.ts'
import { schoolOf, schools, staffName, writerOf } from './support/result-pages/school.ts'
import { findBarriers, openVisit, widthTooMuch, type Visit } from './support/visit.ts'

const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
] as const

let filled: FilledDatabase
let server: ResultsServer
let browser: Browser
let visit: Visit

beforeAll(async () => {
  filled = await openFilled(...schools)
  const { url, superuserUrl } = filled.server
  server = await openResultsServer({ school: filled.database, url, superuserUrl })
  browser = await openChromium()
  visit = await openVisit(browser, { viewport: sizes[0], locale: 'vi-VN' })
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await filled.close()
  expect(server.bugs).toEqual([])
})

const classOf = (level: EducationLevel): string => schoolOf(level).classes[0]?.classId ?? ''
const pupilsOf = (level: EducationLevel) =>
  schoolOf(level).students.filter(({ classId }) => classId === classOf(level))
const codeOf = (level: EducationLevel, at = 3): string => pupilsOf(level)[at]?.profile.studentCode ?? ''

/** The address of a level's first class, or of a page below it. */
const addressOf = (level: EducationLevel, below = ''): string => {
  const { school, schoolYear } = schoolOf(level)
  return `${server.url}/truong/${school.code}/${schoolYear}/${level}/lop/${classOf(level)}${below}`
}

/** Goes to a page and waits until it says something. */
const reach = async (address: string): Promise<void> => {
  visit.complaints.length = 0
  await visit.page.goto(address)
  await visit.page.locator('h1').first().waitFor()
}

/** Comes back to the page, as from another window. */
const lookAgain = (): Promise<unknown> =>
  visit.page.evaluate("window.dispatchEvent(new Event('visibilitychange'))")

const main = () => visit.page.locator('main')

interface StoredCell {
  readonly studentCode: string
  readonly path: string
  readonly value: string | null
  readonly version: number
}

const sheetAddress = (sheet: string): string => {
  const { school, schoolYear } = schoolOf('lower-secondary')
  const place = `schools/${school.code}/years/${schoolYear}/lower-secondary/classes/${classOf('lower-secondary')}`
  return `${server.url}/api/v1/${place}/sheets/${sheet}`
}

/** Writes one cell as the gradebook does, over what stands there. */
const write = async (
  sheet: string,
  studentCode: string,
  path: string,
  value: string | null,
): Promise<void> => {
  const read = await fetch(sheetAddress(sheet))
  const { cells } = (await read.json()) as { readonly cells: readonly StoredCell[] }
  const there = cells.find((cell) => cell.studentCode === studentCode && cell.path === path)
  const wanted = { studentCode, path, value, seenVersion: there?.version ?? 0 }
  const saved = await fetch(`${sheetAddress(sheet)}/cells`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ saveId: randomUUID(), cells: [wanted] }),
  })
  expect(await saved.json()).toMatchObject({ outcomes: [{ outcome: 'saved' }] })
}

const pages = (['primary', 'lower-secondary', 'upper-secondary'] as const).flatMap((level) => [
  [level, 'the class', () => addressOf(level)] as const,
  [level, 'its results', () => addressOf(level, '/ket-qua?ki=ca-nam')] as const,
  [
    level,
    'its results before the year is over',
    () => addressOf(level, `/ket-qua?ki=${level === 'primary' ? 'giua-hk1' : 'hk1'}`),
  ] as const,
  [level, 'the proof of a pupil', () => addressOf(level, `/ket-qua/${codeOf(level)}`)] as const,
  [level, 'the list before the meeting', () => addressOf(level, '/can-xem')] as const,
  [level, 'the trace of a pupil', () => addressOf(level, `/hoc-sinh/${codeOf(level)}/vet`)] as const,
])

describe.each(pages)('%s: %s', (_level, _name, address) => {
  it.each(sizes)('has no barrier and fits a screen of $width', async (size) => {
    await visit.page.setViewportSize(size)
    await reach(address())
    expect(await findBarriers(visit.page)).toEqual([])
    expect(await widthTooMuch(visit.page)).toBeLessThanOrEqual(0)
    expect(visit.complaints).toEqual([])
  })
})

describe('the results of a class', () => {
  const level = 'lower-secondary'
  const names = (): Promise<readonly string[]> => main().locator('tbody th[scope=row] a').allTextContents()

  it('name every pupil in the order of the book, and offer no order by results', async () => {
    await visit.page.setViewportSize(sizes[0])
    await reach(addressOf(level, '/ket-qua?ki=ca-nam'))
    const table = main().getByRole('table').first()
    await expect.poll(() => table.locator('tbody th[scope=row] a').count()).toBe(pupilsOf(level).length)
    expect(await table.locator('thead button, thead a, [aria-sort]').count()).toBe(0)
    const inTerm = await names()
    await visit.page.getByRole('tab', { name: 'Học kì I', exact: true }).click()
    await expect.poll(() => names()).toEqual(inTerm)
  })

  it('follow a mark within seconds, and say what is missing in words', async () => {
    const [code, name] = [codeOf(level, 5), pupilsOf(level)[5]?.profile.fullName ?? '']
    await reach(addressOf(level, '/ket-qua?ki=hk2'))
    const row = main().locator('tr', { hasText: name })
    await write('TOAN', code, 'terms.2.finalMark', null)
    await lookAgain()
    await row.getByText('Thiếu: điểm cuối kì II môn Toán').waitFor()
    await write('TOAN', code, 'terms.2.finalMark', '9.5')
    await row.getByText('Thiếu: điểm cuối kì II môn Toán').waitFor({ state: 'detached' })
  })
})

describe('the proof of a result', () => {
  const level = 'lower-secondary'

  it('opens to its sentence and its article', async () => {
    await visit.page.setViewportSize(sizes[0])
    await reach(addressOf(level, `/ket-qua/${codeOf(level)}`))
    const learning = main().getByRole('button', { name: /^Học tập cả năm/ })
    expect(
      await main()
        .getByText(/^Cả năm, học tập/)
        .isVisible(),
    ).toBe(false)
    await learning.click()
    await expect.poll(() => learning.getAttribute('aria-expanded')).toBe('true')
    expect(
      await main()
        .getByText(/^Cả năm, học tập/)
        .isVisible(),
    ).toBe(true)
    expect(
      await main()
        .getByText(/^Điều 9, khoản 2, điểm [abcd], Thông tư 22\/2021\/TT-BGDĐT/)
        .first()
        .isVisible(),
    ).toBe(true)
  })

  it('shows the marks of an average, and follows them', async () => {
    const code = codeOf(level)
    await write('TOAN', code, 'terms.1.finalMark', '3.3')
    await reach(addressOf(level, `/ket-qua/${code}`))
    const mathematics = main().locator('tr', { hasText: 'Toán' }).first()
    await expect.poll(() => mathematics.innerText()).toContain('3\u00a0×\u00a03,3')
    const before = await mathematics.innerText()
    await write('TOAN', code, 'terms.1.finalMark', '9.7')
    await lookAgain()
    await mathematics.getByText('3\u00a0×\u00a09,7').waitFor()
    await expect.poll(() => mathematics.innerText()).not.toBe(before)
  })

  it('is printed whole on one or two pages', async () => {
    for (const one of ['primary', 'lower-secondary', 'upper-secondary'] as const) {
      await reach(addressOf(one, `/ket-qua/${codeOf(one)}`))
      const pdf = await visit.page.pdf({ preferCSSPageSize: true })
      const count = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
      expect(count, one).toBeGreaterThanOrEqual(1)
      expect(count, one).toBeLessThanOrEqual(2)
    }
  })

  it('leads to the next pupil in the order of the book', async () => {
    await reach(addressOf(level, `/ket-qua/${codeOf(level, 0)}`))
    const first = await main().locator('h1').innerText()
    await main().getByRole('link', { name: 'Học sinh sau' }).first().click()
    await visit.page.waitForFunction(
      `document.querySelector('main h1')?.textContent !== ${JSON.stringify(first)}`,
    )
    await main().getByRole('link', { name: 'Học sinh trước' }).first().waitFor()
  })
})

describe('the trace of a pupil', () => {
  it('says who wrote what, from what to what, and is filtered by sheet', async () => {
    const code = codeOf('lower-secondary', 6)
    const records = schoolOf('lower-secondary')
    const writer = staffName(records, writerOf(records))
    await write('TOAN', code, 'terms.1.midtermMark', '7.5')
    await write('TOAN', code, 'terms.1.midtermMark', '8')
    await reach(addressOf('lower-secondary', `/hoc-sinh/${code}/vet`))
    const latest = main().locator('ol > li').first()
    await expect.poll(() => latest.innerText()).toMatch(/Toán[\s\S]*7,5[\s\S]*8/)
    await expect.poll(() => latest.innerText()).toContain(writer)
    await main().getByLabel('Trang sổ').first().click()
    await visit.page.getByRole('option', { name: 'Ngữ văn' }).click()
    await expect.poll(() => main().locator('ol > li').first().innerText()).not.toContain('Toán')
  })
})
