import type { RawBuilder } from 'kysely'
import { listSchoolYears, readSchoolYear } from '../../../src/adapters/postgres/school/read-school-year.ts'
import { compareSchoolYear } from '../../../src/adapters/postgres/school/save-school-year.ts'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import type { SchoolYear } from '../../../src/shared/school-year.ts'
import { openChromium } from '../../browser/chromium.ts'
import { openSchoolWeb, type SchoolWeb } from '../../browser/support/school-web.ts'
import type { Visit } from '../../browser/support/visit.ts'
import { drop } from './at-pages.ts'
import { openDesk } from './person.ts'
import { ask, countRows } from './school-rows.ts'
import { storySchool, writeStoryWorkbook, type people } from './story-school.ts'

/** The whole server and everybody's desk: each person has a browser of their own. */
export interface Story {
  readonly server: SchoolWeb
  /** Of the administrator, and of each of the people who are followed. */
  readonly desks: Readonly<Record<'office' | keyof typeof people, Visit>>
  /** Goes straight to a page of the school's year. */
  visit(desk: Visit, below: string): Promise<unknown>
  /** Drops the school's workbook on the page that takes it. */
  dropWorkbook(desk: Visit): Promise<void>
  /** How many rows the school has, table by table. */
  count(): ReturnType<typeof countRows>
  rows<T>(query: RawBuilder<T>): Promise<readonly T[]>
  years(): ReturnType<typeof listSchoolYears>
  readYear(schoolYear: SchoolYear): Promise<SchoolYearRecords>
  /** How many rows would become others if the workbook were brought in once more. */
  difference(): Promise<number>
  close(): Promise<void>
}

const { school, schoolYear } = storySchool
const { code, level } = school

const openDesks = async (browser: Parameters<typeof openDesk>[0]): Promise<Story['desks']> => ({
  office: await openDesk(browser),
  principal: await openDesk(browser),
  clerk: await openDesk(browser),
  homeroomTeacher: await openDesk(browser),
  subjectTeacher: await openDesk(browser),
})

/** A server as after its installation, and five people at their desks. */
export const openStory = async (): Promise<Story> => {
  const server = await openSchoolWeb()
  const browser = await openChromium()
  const workbook = await writeStoryWorkbook()
  const { url, school: database } = server
  return {
    server,
    desks: await openDesks(browser),
    visit: ({ page }, below) => page.goto(`${url}/${code}/${schoolYear}/${level}/${below}`),
    dropWorkbook: ({ page }) => drop(page, page.getByText('Thả tệp sổ vào đây, hoặc chọn tệp'), workbook),
    count: () => countRows(database, code),
    rows: (query) => ask(database, code, query),
    years: () => listSchoolYears(database, code),
    readYear: (year) => readSchoolYear(database, code, year, { level }),
    difference: async () => {
      const { added, changed, removed } = await compareSchoolYear(database, storySchool)
      return added + changed + removed
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
