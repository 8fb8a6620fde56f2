import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSchoolYear } from '../../src/adapters/postgres/school/read-school-year.ts'
import { keepLookupCodes } from '../../src/adapters/postgres/school/lookup-codes.ts'
import { writeWorkbook } from '../../src/adapters/workbook/index.ts'
import { inventProvince } from '../../src/demo/index.ts'
import type { StudentYear } from '../../src/records/index.ts'
import { findInForce, withdraw, type RegisteredYear } from '../../src/registry/index.ts'
import { openPlace, type Place } from '../crash/support/open-place.ts'
import { hocba, listBooks, makeTemporaryFolder, type Ending } from '../interop/province.ts'

/** One school's year on the embedded database, from its workbook into the registry, by the command line alone. */
const folder = makeTemporaryFolder()
const data = join(folder.path, 'du-lieu')
const workbook = join(folder.path, 'so.xlsx')

const records = inventProvince({ students: 60, seed: 5 }).find(
  ({ school, schoolYear }) => school.level === 'lower-secondary' && schoolYear === '2025-2026',
)
if (records === undefined) throw new Error('the province has a lower-secondary school')
const { code } = records.school
const year = ['--school', code, '--year', '2025-2026', '--data', data]
const issue = (...more: readonly string[]): Ending => hocba('issue', ...year, ...more)

/** Opens the place between two commands, as the server would. */
const look = async <T>(work: (place: Place) => Promise<T>): Promise<T> => {
  const place = await openPlace(data)
  try {
    return await work(place)
  } finally {
    await place.close()
  }
}
const listOnRecord = (): Promise<readonly RegisteredYear[]> =>
  look(({ store }) => store.listRegistered(code, '2025-2026'))

/** The pupils with the codes that were kept; a draw here would mean that one was not. */
const readPupils = (): Promise<readonly StudentYear[]> =>
  look(async ({ school }) => {
    const stored = await readSchoolYear(school, code, '2025-2026')
    const coded = await keepLookupCodes(school, stored, { draw: () => '0'.repeat(32) })
    return coded.students
  })

beforeAll(async () => {
  // The embedded server runs as nobody where tests run as root.
  chmodSync(folder.path, 0o711)
  mkdirSync(data, { mode: 0o711 })
  writeFileSync(workbook, await writeWorkbook(records))
  const { status, err } = hocba('import', workbook, '--data', data)
  if (status !== 0) throw new Error(err)
})
afterAll(folder.remove)

const issuedCount = (out: string): number => Number(/Vừa phát hành (\d+) bản học bạ/.exec(out)?.[1] ?? 0)
const waitingCount = (out: string): number => Number(/Chưa phát hành (\d+) em/.exec(out)?.[1] ?? 0)

describe('hocba issue --school', () => {
  it('only reports with --check: nobody has a code yet, nothing is on record', async () => {
    const { status, out } = issue('--check')
    expect(status).toBe(0)
    expect(out).toContain(`${records.students.length} học sinh`)
    expect(await listOnRecord()).toEqual([])
  })

  it('puts every book on record, with data and page, and says who waits, why, and where to look', async () => {
    const { status, out } = issue()
    expect(status).toBe(0)
    expect(issuedCount(out)).toBe(records.students.length - waitingCount(out) + records.amendments.length)
    expect(waitingCount(out)).toBeGreaterThan(0)
    expect(out).toContain('Chờ đánh giá lại')
    expect(out).toContain(`HOCBA_DATA=${data} npx --no-install hocba start`)
    const years = await listOnRecord()
    expect(years).toHaveLength(records.students.length - waitingCount(out))
    const versions = years.flatMap((one) => one.versions)
    expect(versions).toHaveLength(issuedCount(out))
    for (const { xml, pdf } of versions)
      for (const file of [xml, pdf]) expect(file?.size).toBeGreaterThan(10_000)
  })

  it('keeps files that a stranger verifies with the trust folder beside them', async () => {
    const [one] = (await listOnRecord()).flatMap(({ versions }) => versions)
    if (one?.pdf === undefined) throw new Error('a book is on record with its page')
    const paths = await look(async ({ registry }) => {
      const written = [['a.xml', one.xml] as const, ['a.pdf', one.pdf] as const]
      for (const [name, file] of written)
        writeFileSync(join(folder.path, name), (await registry.files.read(file?.sha256 ?? '')) ?? '')
      return written.map(([name]) => join(folder.path, name))
    })
    const trust = ['--trust', join(data, 'tin-cay'), '--offline']
    const { status, out } = hocba('verify', ...paths, ...trust, '--verify-url', 'http://127.0.0.1:8080/')
    expect(out).not.toContain('KHÔNG ĐẠT')
    expect(status).toBe(0)
  })

  it('called again issues nothing and changes nothing', async () => {
    const before = await listOnRecord()
    const { status, out } = issue()
    expect(status).toBe(0)
    expect(out).toContain('Không phát hành gì mới')
    expect(out).toContain(`Đã có trong CSDL học bạ từ trước: ${before.length} em`)
    expect(await listOnRecord()).toEqual(before)
  })

  it('does not issue anew what was withdrawn', async () => {
    const years = await listOnRecord()
    const plain = years.find(({ versions }) => versions.length === 1)
    const pupil = (await readPupils()).find(
      ({ profile }) => profile.studentCode === plain?.identity.studentCode,
    )
    const order = { version: 1, reason: 'Cấp nhầm', decisionNumber: '02/QĐ' }
    await look(({ registry }) =>
      withdraw(registry, pupil?.yearLookupCode ?? '', { order, now: new Date(), by: records.school.name }),
    )
    expect(issue().out).toContain('Không phát hành gì mới')
    const after = await listOnRecord()
    expect(after.filter((one) => findInForce(one) === undefined)).toHaveLength(1)
    expect(after.flatMap(({ acts }) => acts)).toHaveLength(years.flatMap(({ acts }) => acts).length + 1)
  })

  it('with --out writes a folder under the codes of the registry, and adds nothing there', async () => {
    const before = await listOnRecord()
    const out = join(folder.path, 'thu-muc')
    expect(issue('--out', out, '--no-pdf').status).toBe(0)
    const pupils = await readPupils()
    const known = new Set(pupils.map(({ bookLookupCode }) => bookLookupCode))
    expect(known.has('0'.repeat(32))).toBe(false)
    const names = listBooks(out).map(({ name }) => name.slice(0, 32))
    expect(new Set(names).size).toBe(before.length)
    expect(names.filter((name) => !known.has(name))).toEqual([])
    expect(readdirSync(out)).not.toContain('pdf')
    expect(await listOnRecord()).toEqual(before)
  })

  it.each<readonly [string, readonly string[], number]>([
    ['a workbook as well', [workbook], 64],
    ['no page', ['--no-pdf'], 64],
    ['a level that the school has not', ['--level', 'primary'], 66],
  ])('with %s is refused', (_, more, expected) => {
    const { status, out, err } = issue(...more)
    expect(status).toBe(expected)
    expect(out).toBe('')
    expect(err).not.toContain('    at ')
  })
})
