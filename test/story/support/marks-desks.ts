import type { AddressInfo } from 'node:net'
import type { RawBuilder } from 'kysely'
import type { Browser } from 'playwright-core'
import { readSheet } from '../../../src/adapters/postgres/gradebook/read-sheet.ts'
import { readSchoolYear } from '../../../src/adapters/postgres/school/read-school-year.ts'
import { webFolder } from '../../../src/apps/server/web/build.ts'
import { serveWeb } from '../../../src/apps/server/web/index.ts'
import type { SheetName } from '../../../src/gradebook/index.ts'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import { openChromium } from '../../browser/chromium.ts'
import type { Visit } from '../../browser/support/visit.ts'
import { openFilled } from '../../database/support/gradebook.ts'
import { tenantOf } from '../../database/support/rows.ts'
import { openSchoolServer, password, type Member } from '../../server/support/school-server.ts'
import { fill, heading } from './at-pages.ts'
import * as schools from './marks-school.ts'
import { openDesk } from './person.ts'
import { ask } from './school-rows.ts'

const { lowerSchool, otherSchool, people, primarySchool } = schools

const memberOf = (
  { school }: SchoolYearRecords,
  username: string,
  more: Pick<Member, 'fullName' | 'staffCode' | 'isAdministrator'>,
): Member => ({ schoolCode: school.code, username, ...more })

/** Everybody of the story with the name they sign in with. */
const members = {
  principal: memberOf(lowerSchool, 'thoi.quang', people.principal),
  homeroomTeacher: memberOf(lowerSchool, 'tien.kha', people.homeroomTeacher),
  subjectTeacher: memberOf(lowerSchool, 'lua.ngan', people.subjectTeacher),
  otherTeacher: memberOf(lowerSchool, 'ben.ha', people.otherTeacher),
  teachingAdministrator: memberOf(lowerSchool, 'hai.lu', {
    ...people.teachingAdministrator,
    isAdministrator: true,
  }),
  office: memberOf(lowerSchool, 'quan.giang', { ...schools.office, isAdministrator: true }),
  primaryTeacher: memberOf(primarySchool, 'tien.kha.tieuhoc', schools.primaryTeacher),
  stranger: memberOf(otherSchool, 'tien.kha.ben', schools.stranger),
} as const

export type Whose = keyof typeof members

/** What stands in the cells of a sheet in the database: 'CODE PATH' to the value; emptied cells are left out. */
export type Stored = Readonly<Record<string, string>>

/** The whole server with three schools, and who of them sits at which desk. */
export interface MarksStory {
  readonly url: string
  readonly bugs: readonly unknown[]
  readonly desks: ReadonlyMap<Whose, Visit>
  /** Sits down at a desk of one's own and signs in with name and password; the second time one is there already. */
  sitDown(whose: Whose): Promise<Visit>
  /** The sheet as the database has it. */
  stored(records: SchoolYearRecords, sheet: SheetName): Promise<Stored>
  /** The year as the database has it. */
  readYear(records: SchoolYearRecords): Promise<SchoolYearRecords>
  rows<T>(records: SchoolYearRecords, query: RawBuilder<T>): Promise<readonly T[]>
  close(): Promise<void>
}

const startsAt = new Date('2027-05-20T08:00:00+07:00')

/** The first class of a school below an address: '0079000777/2026-2027/lower-secondary/lop/7A'. */
export const classPath = ({ school, schoolYear, classes }: SchoolYearRecords): string =>
  `${school.code}/${schoolYear}/${school.level}/lop/${classes[0]?.classId ?? ''}`

export const openMarksStory = async (): Promise<MarksStory> => {
  const filled = await openFilled(lowerSchool, primarySchool, otherSchool)
  const { server: postgres, database } = filled
  const opened = await openSchoolServer({
    school: database,
    url: postgres.url,
    startsAt,
    web: serveWeb(webFolder),
  })
  await opened.addMembers(...Object.values(members))
  await opened.server.listen({ host: '127.0.0.1', port: 0 })
  // What is written later is later: the server's clock goes on from that morning.
  const clock = setInterval(() => {
    opened.pass(20)
  }, 20)
  const { port } = opened.server.server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/truong`
  const browser = await openChromium()
  const desks = new Map<Whose, Visit>()
  return {
    url,
    bugs: opened.bugs,
    desks,
    sitDown: async (whose) => {
      const desk = desks.get(whose) ?? (await signIn(browser, url, members[whose]))
      desks.set(whose, desk)
      await desk.page.bringToFront()
      return desk
    },
    stored: async ({ school, schoolYear, classes }, sheet) => {
      const { code, level } = school
      const classId = classes[0]?.classId ?? ''
      const place = { tenant: await tenantOf(postgres, code), schoolYear, level, classId, sheet }
      const { cells = [] } = (await readSheet(database, place, {})) ?? {}
      return Object.fromEntries(
        cells.flatMap(({ studentCode, path, value }) =>
          value === null ? [] : [[`${studentCode} ${path}`, value]],
        ),
      )
    },
    readYear: ({ school: { code, level }, schoolYear }) =>
      readSchoolYear(database, code, schoolYear, { level }),
    rows: ({ school }, query) => ask(database, school.code, query),
    close: async () => {
      clearInterval(clock)
      await browser.close()
      await opened.close()
      await filled.close()
    },
  }
}

const signIn = async (browser: Browser, url: string, { username }: Member): Promise<Visit> => {
  const desk = await openDesk(browser)
  await desk.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { page } = desk
  await page.goto(`${url}/`)
  await fill(page, /^Tên đăng nhập/, username)
  await fill(page, /^Mật khẩu/, password)
  await page.keyboard.press('Enter')
  await heading(page, 'Việc của tôi hôm nay').waitFor()
  return desk
}
