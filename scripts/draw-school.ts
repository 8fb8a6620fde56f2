import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { connect } from '../src/adapters/postgres/connect.ts'
import { startEmbeddedPostgres } from '../src/adapters/postgres/embedded.ts'
import { superuserName } from '../src/adapters/postgres/embedded/initialise.ts'
import { migrate } from '../src/adapters/postgres/migrate.ts'
import { saveSchoolYear } from '../src/adapters/postgres/school/save-school-year.ts'
import { openChromium } from '../test/browser/chromium.ts'
import { schoolOf, schools } from '../test/browser/support/result-pages/school.ts'
import { openResultsServer } from '../test/browser/support/result-pages/server.ts'
import { encodePalettePng } from './palette-png.ts'

/*
 * Draws the pictures of the school's pages in the guides (docs/vi), from the invented schools, with a database of its
 * own that is gone afterwards: node scripts/draw-school.ts. Needs Chromium and ImageMagick's convert.
 */
const pictures = fileURLToPath(new URL('../docs/vi/hinh/', import.meta.url))
const { school, schoolYear, classes, students } = schoolOf('lower-secondary')
const year = `${school.code}/${schoolYear}/lower-secondary`
const classId = classes[0]?.classId ?? ''
const pupil = students.filter((one) => one.classId === classId)[4]?.profile.studentCode ?? ''

/** Each picture: its file, the page's address, how much of the page it shows, and who looks. */
const drawings: readonly (readonly [name: string, path: string, height: number, as?: 'teacher'])[] = [
  ['viec-cua-toi', '', 560, 'teacher'],
  ['so-diem', `lop/${classId}/so/TOAN`, 720, 'teacher'],
  ['trang-lop', `lop/${classId}`, 800],
  ['ket-qua-lop', `lop/${classId}/ket-qua?ki=ca-nam`, 768],
  ['vi-sao', `lop/${classId}/ket-qua/${pupil}`, 900],
  ['can-xem', `lop/${classId}/can-xem`, 700],
  ['vet-sua-diem', `lop/${classId}/hoc-sinh/${pupil}/vet`, 640],
]

const toSmall = (picture: Uint8Array): Uint8Array => {
  const { status, stdout, stderr } = spawnSync('convert', ['png:-', '-depth', '8', 'ppm:-'], {
    input: picture,
    maxBuffer: 1 << 26,
  })
  if (status !== 0) throw new Error(`convert: ${stderr.toString()}`)
  return encodePalettePng(stdout)
}

const draw = async (page: Page, name: string, height: number): Promise<void> => {
  await page.setViewportSize({ width: 1280, height })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const path = `${pictures}${name}.png`
  writeFileSync(path, toSmall(await page.screenshot()))
  process.stdout.write(`${path} ${Math.ceil(statSync(path).size / 1000)} KB\n`)
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
  const page = await browser.newPage({ locale: 'vi-VN' })
  for (const [name, path, height, as] of drawings) {
    await page.setExtraHTTPHeaders(as === undefined ? {} : { 'x-as': as })
    await page.goto(`${server.url}/truong/${year}/${path}`)
    await page.locator('main h1').waitFor()
    await page.waitForLoadState('networkidle')
    await draw(page, name, height)
  }
  await server.close()
  await database.destroy()
} finally {
  await browser.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
