import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import { emptyClass, schoolYear } from '../../database/support/gradebook.ts'
import { openChromium } from '../chromium.ts'
import { openSetUpWeb, type SetUpWeb } from './set-up-web.ts'
import { openVisit, type Visit } from './visit.ts'

export const desk = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844 }
export const level = 'lower-secondary'

const small = emptyClass(7, 6)

/** 7A with six pupils, and 7B without any. */
export const records: SchoolYearRecords = {
  ...small,
  classes: [...small.classes, { classId: '7B', name: '7B', grade: 7, homeroomTeacher: 'CB03' }],
}

/** A server with schools for the whole test file, and the principal of one of them at its pages. */
export interface SetUpVisit {
  readonly server: () => SetUpWeb
  readonly browser: () => Browser
  readonly visit: () => Visit
  /** Goes to a page of the school's year and waits until it stands. */
  readonly open: (below: string) => Promise<Page>
}

export const useSetUp = (
  schools: readonly SchoolYearRecords[] = [records],
  own: SchoolYearRecords = records,
): SetUpVisit => {
  let server: SetUpWeb
  let browser: Browser
  let visit: Visit
  beforeAll(async () => {
    server = await openSetUpWeb(schools, () => new Date('2026-11-10T08:00:00+07:00'))
    browser = await openChromium()
    const cookie = await server.cookieOf(own)
    visit = await openVisit(browser, { viewport: desk, locale: 'vi-VN', extraHTTPHeaders: { cookie } })
    visit.context.setDefaultTimeout(20_000)
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    expect(server.bugs).toEqual([])
  })
  return {
    server: () => server,
    browser: () => browser,
    visit: () => visit,
    open: async (below) => {
      const { page, complaints } = visit
      complaints.length = 0
      await page.goto(`${server.url}/truong/${own.school.code}/${schoolYear}/${level}/${below}`)
      await page.locator('h1').first().waitFor()
      await page.locator('[role=status][aria-label="Đang tải…"]').waitFor({ state: 'detached' })
      return page
    },
  }
}
