import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readXlsx } from 'hucre/xlsx'
import type { Actor } from '../../src/accounts/index.ts'
import { openWorkbook } from '../../src/adapters/workbook/open-workbook.ts'
import { describeProvince } from '../../src/demo/province/index.ts'
import { bookOfRecords, listClassRecords, trackingBook } from '../../src/gradebook/index.ts'
import type { SchoolYearRecords } from '../../src/records/index.ts'
import { openFilled, save, saveOf, want, type FilledDatabase } from '../database/support/gradebook.ts'
import { openPapersServer } from './support/papers-server.ts'

// The guard has tests of its own; here whoever the test names asks.
const asking = vi.hoisted(() => ({ actor: undefined as unknown as Actor }))
vi.mock(import('../../src/apps/server/school/guard.ts'), () => ({ getActor: () => asking.actor }))

const { records: province } = describeProvince({ students: 180, seed: 1 })
const yearOf = (level: string): SchoolYearRecords => {
  const found = province.find(
    ({ school, schoolYear }) => school.level === level && schoolYear === '2025-2026',
  )
  if (found === undefined) throw new Error(`the invented province has no ${level} school`)
  return found
}
const lower = yearOf('lower-secondary')
const primary = yearOf('primary')
const [classRecords] = listClassRecords(lower)
if (classRecords === undefined) throw new Error('the invented school has no class')
const lowerClass = classRecords.schoolClass
const [primaryClass] = primary.classes
const clock = () => new Date('2026-06-01T01:05:00Z')
const folder = mkdtempSync(join(tmpdir(), 'papers-'))

let filled: FilledDatabase
let opened: ReturnType<typeof openPapersServer>
const setActor = (actor: Actor): void => {
  asking.actor = actor
}

beforeAll(async () => {
  filled = await openFilled(lower, primary)
  opened = openPapersServer({ school: filled.database, clock }, () => asking.actor)
})
afterAll(async () => {
  await opened.server.close()
  await filled.close()
  rmSync(folder, { recursive: true })
})

const actorOf = (records: SchoolYearRecords, more: Partial<Actor> = {}): Actor => ({
  accountId: '018f0000-0000-7000-8000-000000000002',
  fullName: 'Kha #Thị $Tiến @"x"',
  schoolCode: records.school.code,
  tenant: filled.tenant,
  isAdministrator: false,
  schoolYear: records.schoolYear,
  level: records.school.level,
  roles: ['principal'],
  homeroomClasses: [],
  teaches: [],
  follows: [],
  ...more,
})

const addressOf = (records: SchoolYearRecords, classId: string, rest: string): string =>
  `/api/v1/schools/${records.school.code}/years/${records.schoolYear}/${records.school.level}/classes/${encodeURIComponent(classId)}/${rest}`

const lowerAddress = (rest: string): string => addressOf(lower, lowerClass.classId, rest)

const get = async (url: string) => {
  const answer = await opened.server.inject({ url })
  expect(opened.bugs).toEqual([])
  return answer
}

const textOf = (pdf: Buffer, name: string, order = '-layout'): string => {
  const path = join(folder, name)
  writeFileSync(path, pdf)
  expect(spawnSync('qpdf', ['--check', path]).status).toBe(0)
  return spawnSync('pdftotext', [order, path, '-'], { encoding: 'utf8', maxBuffer: 1e8 }).stdout
}
const flat = (text: string): string => text.replace(/\s+/g, ' ')

describe('papers of a class', () => {
  it('print the tracking book with every pupil, teacher and mark, and say on every page that it is not confirmed', async () => {
    setActor(actorOf(lower))
    const answer = await get(lowerAddress('tracking-book.pdf'))
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.headers['cache-control']).toBe('no-store')
    const text = textOf(answer.rawPayload, 'book.pdf')
    const pupils = lower.students.filter(({ classId }) => classId === lowerClass.classId)
    const raw = flat(textOf(answer.rawPayload, 'book.pdf', '-raw'))
    const shown = trackingBook(bookOfRecords(classRecords)).sections.flatMap((section) =>
      section.kind === 'table'
        ? section.rows.flat().map((cell) => (typeof cell === 'string' ? flat(cell).trim() : cell.text))
        : section.titles,
    )
    expect(shown.length).toBeGreaterThan(pupils.length * 100)
    expect(shown.filter((value) => !raw.includes(value))).toEqual([])
    const pages = text.split('\f').slice(0, -1)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Trang ${index + 1}/${pages.length}`)
      expect(flat(page)).toContain(
        'BẢN IN TỪ SỔ ĐIỆN TỬ – chưa xác nhận. In lúc 01/06/2026 08:05, người in: Kha #Thị $Tiến @"x"',
      )
    }
  })

  it('name the file in ASCII and in full', async () => {
    setActor(actorOf(lower))
    const { headers } = await get(lowerAddress('class-summary.xlsx?term=1'))
    const named = String(headers['content-disposition'])
    expect(named).toMatch(
      /^attachment; filename="Bang tong hop lop [^"]+ HK1\.xlsx"; filename\*=UTF-8''B%E1%BA%A3ng/,
    )
    expect(named).toMatch(/^[\x20-\x7e]+$/)
  })

  it('give the class summary as a workbook in which marks are numbers and names text', async () => {
    setActor(actorOf(lower))
    const answer = await get(lowerAddress('class-summary.xlsx?term=year'))
    const { sheets } = await readXlsx(answer.rawPayload)
    const rows = sheets[0]?.rows ?? []
    const pupil = lower.students.find(({ classId }) => classId === lowerClass.classId)
    const row = rows.find((cells) => cells.includes(pupil?.profile.fullName ?? ''))
    expect(row?.filter((cell) => typeof cell === 'number').length).toBeGreaterThan(8)
    expect(sheets[0]?.freezePane?.rows).toBeGreaterThan(2)
    const grids = await openWorkbook(answer.rawPayload)
    if ('fault' in grids) throw new Error(grids.fault.message)
    for (const grid of grids.ok)
      for (const cell of grid.rows.flat()) expect(typeof cell === 'object' && cell !== null).toBe(false)
  })

  it('print a primary class at each of the four moments, and refuse a term', async () => {
    setActor({ ...actorOf(primary), tenant: await tenantOfPrimary() })
    for (const moment of ['midterm1', 'term1', 'midterm2', 'year']) {
      const answer = await get(
        addressOf(primary, primaryClass?.classId ?? '', `class-summary.pdf?moment=${moment}`),
      )
      expect(answer.statusCode).toBe(200)
      expect(flat(textOf(answer.rawPayload, 'moment.pdf'))).toContain(
        'BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ GIÁO DỤC',
      )
    }
    const refused = await get(addressOf(primary, primaryClass?.classId ?? '', 'class-summary.pdf?term=1'))
    expect(refused.statusCode).toBe(400)
  })

  it('answer a class that is not there, and a period that is none', async () => {
    setActor(actorOf(lower))
    expect((await get(addressOf(lower, 'KHONG-CO', 'tracking-book.pdf'))).statusCode).toBe(404)
    expect((await get(lowerAddress('class-summary.pdf?term=3'))).statusCode).toBe(400)
    expect((await get(lowerAddress('sheets/HOA_HOC/page.pdf'))).statusCode).toBe(404)
  })

  it('are given to nobody who may not read the results', async () => {
    setActor(actorOf(lower, { roles: ['clerk'] }))
    expect((await get(lowerAddress('tracking-book.pdf'))).statusCode).toBe(403)
    expect((await get(lowerAddress('class-summary.xlsx'))).statusCode).toBe(403)
  })
})

const tenantOfPrimary = async (): Promise<number> => {
  const { tenantOf } = await import('../database/support/rows.ts')
  return tenantOf(filled.server, primary.school.code)
}

describe('a sheet as a workbook', () => {
  const sheet = 'sheets/TOAN'
  const boundary = 'ranh-gioi'
  const send = async (bytes: Uint8Array) => {
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="toan.xlsx"\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const answer = await opened.server.inject({
      method: 'POST',
      url: lowerAddress(`${sheet}/file`),
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload,
    })
    expect(opened.bugs).toEqual([])
    return answer
  }
  const teacher = (): Actor =>
    actorOf(lower, {
      roles: ['subject-teacher'],
      teaches: [{ classId: lowerClass.classId, subject: 'TOAN' }],
    })

  it('comes back with nothing to do when nothing was changed in it', async () => {
    setActor(teacher())
    const { rawPayload } = await get(lowerAddress(`${sheet}/file.xlsx`))
    const answer = await send(rawPayload)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      counts: { new: 0, changed: 0, refused: 0, unmatched: 0 },
      markedFile: null,
    })
  })

  it('does not write over what somebody else wrote after it was exported', async () => {
    setActor(teacher())
    const { rawPayload } = await get(lowerAddress(`${sheet}/file.xlsx`))
    const pupil = lower.students.find(({ classId }) => classId === lowerClass.classId)
    const place = {
      tenant: filled.tenant,
      schoolYear: lower.schoolYear,
      level: lower.school.level,
      classId: lowerClass.classId,
      sheet: 'TOAN',
    } as const
    const path = 'terms.1.midtermMark'
    const [saved] = await save(
      filled.database,
      saveOf(place, [want(pupil?.profile.studentCode ?? '', path, '0.5', 1)]),
    )
    expect(saved?.outcome).toBe('saved')
    const { counts, rows } = (await send(rawPayload)).json<{
      counts: object
      rows: { studentCode: string; cells: { path: string; value: string }[] }[]
    }>()
    expect(counts).toMatchObject({ changed: 0, new: 0 })
    const row = rows.find(({ studentCode }) => studentCode === pupil?.profile.studentCode)
    expect(row?.cells.find((cell) => cell.path === path)?.value).toBe('0.5')
  })

  it('is read for nobody who may not write the sheet, and refused when it is no workbook', async () => {
    setActor(actorOf(lower))
    expect((await send(Buffer.from('x'))).statusCode).toBe(403)
    setActor(teacher())
    const refused = await send(Buffer.from('a;b;c'))
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({
      detail: expect.stringContaining('không phải bảng tính .xlsx') as string,
    })
  })
})
