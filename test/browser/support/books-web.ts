import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { webFolder } from '../../../src/apps/server/web/build.ts'
import { serveWeb } from '../../../src/apps/server/web/index.ts'
import { colleagues } from '../../database/support/finished-class.ts'
import { openCarriedOver, type CarriedOverClass } from '../../database/support/issued-class.ts'
import { askAll } from '../../database/support/rows.ts'
import { openSchoolServer, password } from '../../server/support/school-server.ts'
import { openChromium } from '../chromium.ts'
import { openVisit, type Visit } from './visit.ts'

export type Whose = keyof typeof colleagues | 'administrator'

/** The whole server with its pages on a class that is carried over, and a browser for each of its people. */
export interface BooksWeb {
  readonly school: CarriedOverClass
  /** The address of the level's year. */
  readonly root: string
  /** Sits down at a desk of one's own; the second time one is there already. */
  readonly sitDown: (whose: Whose) => Promise<Visit>
  close(): Promise<void>
}

const everybody: readonly (readonly [Whose, string | undefined, string])[] = [
  ...Object.entries(colleagues).map(
    ([whose, { staffCode, fullName }]) => [whose as Whose, staffCode, fullName] as const,
  ),
  ['administrator', undefined, 'Giàng A Quản'],
]

export const openBooksWeb = async (): Promise<BooksWeb> => {
  const school = await openCarriedOver()
  const { database, server, desk, clock, records, tenant, level } = school
  const { schoolYear } = records
  const { code } = records.school
  await askAll(
    server,
    `insert into school.subject_group (tenant_id, school_year, level, name, head, act_id)
     values ($1, $2, $3, 'Tổ Xã hội', 'CB08', $4)`,
    [tenant, schoolYear, level, randomUUID()],
  )
  const web = serveWeb(webFolder)
  const opened = await openSchoolServer({ school: database, url: server.url, startsAt: clock(), desk, web })
  await opened.addMembers(
    ...everybody.map(([whose, staffCode, fullName]) => ({
      schoolCode: code,
      username: whose.toLowerCase(),
      fullName,
      ...(staffCode === undefined ? { isAdministrator: true } : { staffCode }),
    })),
  )
  await opened.server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = opened.server.server.address() as AddressInfo
  const root = `http://127.0.0.1:${port}/truong/${code}/${schoolYear}/${level}`
  const browser = await openChromium()
  const desks = new Map<Whose, Visit>()
  return {
    school,
    root,
    sitDown: async (whose) => {
      const known = desks.get(whose) ?? (await signIn(browser, { root, at: clock() }, whose))
      desks.set(whose, known)
      return known
    },
    close: async () => {
      await browser.close()
      await opened.close()
      await school.close()
    },
  }
}

const signIn = async (
  browser: Browser,
  { root, at }: { readonly root: string; readonly at: Date },
  whose: Whose,
): Promise<Visit> => {
  const visit = await openVisit(browser, { viewport: { width: 1366, height: 768 }, locale: 'vi-VN' })
  visit.context.setDefaultTimeout(20_000)
  // The page asks the day too, and must not be in another year than the server.
  await visit.context.clock.setFixedTime(at)
  const { page } = visit
  await page.goto(root)
  await page.getByLabel(/^Tên đăng nhập/).fill(whose.toLowerCase())
  await page
    .getByLabel(/^Mật khẩu/)
    .first()
    .fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi hôm nay' }).waitFor()
  visit.complaints.length = 0
  return visit
}
