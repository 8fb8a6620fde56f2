import type { AddressInfo } from 'node:net'
import type { RawBuilder } from 'kysely'
import type { Browser } from 'playwright-core'
import { webFolder } from '../../../src/apps/server/web/build.ts'
import { serveWeb } from '../../../src/apps/server/web/index.ts'
import { portal } from '../../../src/apps/server/pages/index.ts'
import { createPageRenderer } from '../../../src/adapters/page-renderer.ts'
import { rememberStandIn } from '../../../src/apps/server/stand-in.ts'
import { createBookMemory } from '../../../src/lookup/index.ts'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import { createRenderer } from '../../../src/rendition/index.ts'
import { examineDocument } from '../../../src/verification/index.ts'
import { openChromium } from '../../browser/chromium.ts'
import type { Visit } from '../../browser/support/visit.ts'
import { openDesk as openSigningDesk } from '../../database/support/signing-desk.ts'
import { openFilled } from '../../database/support/gradebook.ts'
import { openSchoolServer, password } from '../../server/support/school-server.ts'
import { openTestServer, settingsOfTests } from '../../server/support/server.ts'
import { verificationUrl } from '../../builders/pages.ts'
import { fill, heading } from './at-pages.ts'
import { openDesk } from './person.ts'
import { ask } from './school-rows.ts'
import type { YearPerson } from './year-school.ts'

/** A school's server and the public portal on one database, and whoever sits down at a desk. */
export interface YearPlace {
  /** The address of the year in the school's pages. */
  readonly root: string
  /** The address of the portal. */
  readonly portal: string
  readonly bugs: () => readonly unknown[]
  readonly desks: ReadonlyMap<string, Visit>
  /** Sits down at a desk of one's own and signs in; the second time one is there already. */
  readonly sitDown: (who: YearPerson) => Promise<Visit>
  /** Somebody from outside, at the portal. */
  readonly comeToPortal: () => Promise<Visit>
  readonly rows: <T>(query: RawBuilder<T>) => Promise<readonly T[]>
  close(): Promise<void>
}

const startsAt = new Date('2027-05-20T08:00:00+07:00')

export const openYearPlace = async (
  records: SchoolYearRecords,
  people: readonly YearPerson[],
): Promise<YearPlace> => {
  const filled = await openFilled(records)
  let now = (): Date => startsAt
  const clock = (): Date => now()
  const signing = await openSigningDesk(filled.server.url, clock, { withPages: true })
  const opened = await openSchoolServer({
    school: filled.database,
    url: filled.server.url,
    startsAt,
    desk: signing.desk,
    web: serveWeb(webFolder),
  })
  now = opened.now
  const { code, level } = records.school
  await opened.addMembers(...people.map((one) => ({ ...one, schoolCode: code })))
  await opened.server.listen({ host: '127.0.0.1', port: 0 })
  // What is written later is later: the server's clock goes on from that morning.
  const ticking = setInterval(() => {
    opened.pass(20)
  }, 20)
  const outside = await openPortal(signing, clock)
  const { port } = opened.server.server.address() as AddressInfo
  const root = `http://127.0.0.1:${port}/truong/${code}/${records.schoolYear}/${level}`
  const browser = await openChromium()
  const desks = new Map<string, Visit>()
  const sit = async (key: string, come: () => Promise<Visit>): Promise<Visit> => {
    const desk = desks.get(key) ?? (await come())
    desks.set(key, desk)
    await desk.page.bringToFront()
    return desk
  }
  return {
    root,
    portal: outside.address,
    bugs: () => [...opened.bugs, ...outside.bugs],
    desks,
    sitDown: (who) => sit(who.username, () => signIn(browser, { root, at: clock() }, who)),
    comeToPortal: () => sit('portal', () => openDesk(browser)),
    rows: (query) => ask(filled.database, code, query),
    close: async () => {
      clearInterval(ticking)
      await browser.close()
      await outside.close()
      await opened.close()
      await signing.close()
      await filled.close()
    },
  }
}

/** The portal of the registry to which the school reports, with the trust of the authorities that certified it. */
const openPortal = async (
  { desk: { registry }, trust }: Awaited<ReturnType<typeof openSigningDesk>>,
  clock: () => Date,
) => {
  const renderer = createPageRenderer(await createRenderer())
  const { server, bugs } = openTestServer(
    {
      lookup: {
        ...rememberStandIn(registry.years),
        files: registry.files,
        verify: (bytes, { now }) => examineDocument(bytes, { trust, verificationUrl, renderer, now }),
        memory: createBookMemory({ mostBooks: 100, keepFor: 60_000 }),
      },
    },
    { portal, settings: settingsOfTests, clock },
  )
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  return { address, bugs, close: () => server.close() }
}

const signIn = async (
  browser: Browser,
  { root, at }: { readonly root: string; readonly at: Date },
  { username }: YearPerson,
): Promise<Visit> => {
  const desk = await openDesk(browser)
  // The page asks the day too, and must not be in another year than the server.
  await desk.context.clock.setFixedTime(at)
  await desk.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { page } = desk
  await page.goto(root)
  await fill(page, /^Tên đăng nhập/, username)
  await fill(page, /^Mật khẩu/, password)
  await page.keyboard.press('Enter')
  await heading(page, 'Việc của tôi hôm nay').waitFor()
  return desk
}
