import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { suggestUsername } from '../src/accounts/index.ts'
import { connect } from '../src/adapters/postgres/connect.ts'
import { startEmbeddedPostgres } from '../src/adapters/postgres/embedded.ts'
import { superuserName } from '../src/adapters/postgres/embedded/initialise.ts'
import { migrate } from '../src/adapters/postgres/migrate.ts'
import { withClient } from '../src/adapters/postgres/session.ts'
import { saveSchoolYear } from '../src/adapters/postgres/school/save-school-year.ts'
import { writeWorkbook } from '../src/adapters/workbook/index.ts'
import { openChromium } from '../test/browser/chromium.ts'
import { schoolOf, schools, writerOf } from '../test/browser/support/result-pages/school.ts'
import { openResultsServer, type Onlooker } from '../test/browser/support/result-pages/server.ts'
import { keepPicture } from './small-picture.ts'

/*
 * Draws the pictures of the school's pages in the guides (docs/vi), from the invented schools, with a database of its
 * own that is gone afterwards: node scripts/draw-school.ts. Needs Chromium and ImageMagick's convert.
 */
const own = schoolOf('lower-secondary')
const { school, schoolYear, classes, students } = own
const classId = classes[0]?.classId ?? ''
const ofClass = students.filter((one) => one.classId === classId)
const pupil = ofClass[4]?.profile.studentCode ?? ''
const primary = schoolOf('primary')
const year = `${school.code}/${schoolYear}/lower-secondary`
const primaryYear = `${primary.school.code}/${primary.schoolYear}/primary`

/** A picture of a page, looked at by the principal unless another is named, after what was done on it. */
interface Drawing {
  readonly name: string
  /** The page's address below /truong/. */
  readonly path: string
  readonly height: number
  readonly as?: Onlooker
  readonly act?: (page: Page) => Promise<unknown>
}

const press =
  (name: string | RegExp) =>
  (page: Page): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click()

/** The registrar drops the year's workbook in which a pupil has moved house and a teacher has another group. */
const dropWorkbook = async (page: Page): Promise<void> => {
  const bytes = await writeWorkbook({
    ...own,
    students: students.map((one) =>
      one.profile.studentCode === pupil
        ? { ...one, profile: { ...one.profile, address: 'Xóm Bến, xã Đồng Vọng' } }
        : one,
    ),
    staff: own.staff.map((one) =>
      one.staffCode === writerOf(own) ? { ...one, subjectGroup: 'Tổ Toán – Tin học' } : one,
    ),
  })
  await page.locator('input[type=file]').setInputFiles({
    name: 'so-nam-hoc.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  })
  await page.getByRole('heading', { name: /sẽ thay đổi/ }).waitFor()
}

const rehearse = async (page: Page): Promise<void> => {
  await press('Diễn tập')(page)
  await page.getByText(/Diễn tập sang năm học/).waitFor()
}

/** Three marks with their pupils' names, as they come from Excel in another order. */
const pasteMarks = async (page: Page): Promise<void> => {
  const rows = [6, 2, 9].map(
    (at, row) => `${ofClass[at]?.profile.fullName ?? ''}\t${['8,5', '7', '85'][row] ?? ''}`,
  )
  await page.locator('[role=gridcell]').first().click()
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(rows.join('\n'))})`)
  await page.keyboard.press('Control+V')
  await page.getByRole('dialog').waitFor()
}

const settingUp: readonly Drawing[] = [
  { name: 'thiet-lap', path: 'thiet-lap', height: 560 },
  { name: 'tong-quan', path: `${year}/nam-hoc`, height: 760 },
  { name: 'nhap-so', path: `${year}/nhap-so`, height: 768, as: 'registrar', act: dropWorkbook },
  { name: 'lop-hoc', path: `${year}/lop-hoc`, height: 520 },
  { name: 'phan-cong', path: `${year}/phan-cong`, height: 720 },
  { name: 'ho-so', path: `${year}/lop/${classId}/hoc-sinh/${pupil}`, height: 860, as: 'registrar' },
  { name: 'nguoi-dung', path: `${year}/nguoi-dung`, height: 560, as: 'administrator' },
  {
    name: 'cap-tai-khoan',
    path: `${year}/nguoi-dung`,
    height: 560,
    as: 'administrator',
    act: press('Nhập từ Excel'),
  },
  { name: 'cai-dat', path: `${year}/cai-dat`, height: 640 },
  { name: 'sua-han', path: `${year}/cai-dat`, height: 520, act: press('Sửa: Hạn nhập học kì I') },
  { name: 'chuyen-nam', path: `${year}/chuyen-nam`, height: 768, as: 'principal', act: rehearse },
]

const gradebook: readonly Drawing[] = [
  { name: 'viec-cua-toi', path: year, height: 560, as: 'teacher' },
  { name: 'so-diem', path: `${year}/lop/${classId}/so/TOAN`, height: 720, as: 'teacher' },
  {
    name: 'dan-tu-excel',
    path: `${year}/lop/${classId}/so/TOAN`,
    height: 720,
    as: 'teacher',
    act: pasteMarks,
  },
]

const ofTheClass: readonly Drawing[] = [
  { name: 'trang-lop', path: `${year}/lop/${classId}`, height: 800 },
  { name: 'tong-hop', path: `${year}/lop/${classId}/so/homeroom`, height: 640, as: 'homeroom-teacher' },
  {
    name: 'tong-hop-tieu-hoc',
    path: `${primaryYear}/lop/${primary.classes[0]?.classId ?? ''}/so/homeroom`,
    height: 640,
    as: 'homeroom-teacher',
  },
  { name: 'diem-danh', path: `${year}/lop/${classId}/so/attendance`, height: 640, as: 'homeroom-teacher' },
  { name: 'ket-qua-lop', path: `${year}/lop/${classId}/ket-qua?ki=ca-nam`, height: 768 },
  { name: 'vi-sao', path: `${year}/lop/${classId}/ket-qua/${pupil}`, height: 900 },
  { name: 'can-xem', path: `${year}/lop/${classId}/can-xem`, height: 700 },
  { name: 'vet-sua-diem', path: `${year}/lop/${classId}/hoc-sinh/${pupil}/vet`, height: 640 },
]

const draw = async (page: Page, url: string, { name, path, height, as, act }: Drawing): Promise<void> => {
  await page.setExtraHTTPHeaders(as === undefined ? {} : { 'x-as': as })
  await page.setViewportSize({ width: 1280, height })
  await page.goto(`${url}/truong/${path}`)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  await act?.(page)
  await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  // A drawer or a dialog that was opened slides in.
  if (act !== undefined) await page.waitForTimeout(500)
  await keepPicture(page, name)
}

/** The password that the new database drew for its own superuser; it ends with the database. */
const superuserOf = (url: string, folder: string): string => {
  const secrets = JSON.parse(readFileSync(join(folder, 'postgres', 'secrets.json'), 'utf8')) as {
    readonly superuser: string
  }
  const superuser = new URL(url)
  superuser.username = superuserName
  superuser.password = secrets.superuser
  return superuser.href
}

/** People who are signed in for the pictures have user names as a school gives them, and passwords of their own. */
const nameAccounts = (superuserUrl: string): Promise<void> =>
  withClient(superuserUrl, async (client) => {
    const { rows } = await client.query<{ readonly account_id: string; readonly full_name: string }>(
      'select account_id, full_name from signin.account',
    )
    const taken = new Map<string, number>()
    const names = rows.map(({ full_name }) => {
      const name = suggestUsername(full_name)
      const count = taken.get(name) ?? 0
      taken.set(name, count + 1)
      return count === 0 ? name : `${name}${count + 1}`
    })
    await client.query(
      `update signin.account set username = name, username_key = name, password_hash = 'none'
       from unnest($1::uuid[], $2::text[]) n(id, name) where account_id = id`,
      [rows.map(({ account_id }) => account_id), names],
    )
  })

const folder = mkdtempSync(join(tmpdir(), 'draw-school-'))
// The server runs as nobody where this runs as root.
chmodSync(folder, 0o711)
const postgres = await startEmbeddedPostgres({ dataFolder: folder, log: () => undefined })
const browser = await openChromium()
try {
  await migrate(postgres.adminUrl)
  const database = await connect(postgres.url, 'school')
  for (const records of schools)
    await saveSchoolYear(database, records, { now: new Date('2026-09-01T08:00:00+07:00'), by: 'Nhập sổ' })
  const superuserUrl = superuserOf(postgres.url, folder)
  const server = await openResultsServer({ school: database, url: postgres.url, superuserUrl })
  await nameAccounts(superuserUrl)
  const page = await browser.newPage({
    locale: 'vi-VN',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  for (const drawing of [...settingUp, ...gradebook, ...ofTheClass]) await draw(page, server.url, drawing)
  await server.close()
  await database.destroy()
} finally {
  await browser.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
