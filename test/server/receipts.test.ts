import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create } from 'qrcode'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readData } from '../../src/bookfile/index.ts'
import { formatDate } from '../../src/shared/dates.ts'
import { verificationUrl } from '../builders/pages.ts'
import { issueAll, openCarriedOver, type CarriedOverClass } from '../database/support/issued-class.ts'
import { plannedClass } from '../database/support/planned-class.ts'
import { askAll } from '../database/support/rows.ts'
import { openBooksServer, type BooksServer, type Colleague } from './support/books-server.ts'

const path = '/classes/7A/receipts.pdf'
const longName = 'Công Tằng Tôn Nữ Nguyễn Phương Hoàng Thị Thùy Dương Khánh Linh'
/** Four pupils, one more than a sheet has receipts; the last has a very long name. */
const records = () => {
  const whole = plannedClass(7, 4)
  const students = whole.students.map((student, index) =>
    index === 3 ? { ...student, profile: { ...student.profile, fullName: longName } } : student,
  )
  return { ...whole, students }
}
const folder = mkdtempSync(join(tmpdir(), 'receipts-'))

let school: CarriedOverClass
let books: BooksServer

beforeAll(async () => {
  school = await openCarriedOver(records())
  books = await openBooksServer(school)
})
afterAll(async () => {
  await books.close()
  rmSync(folder, { recursive: true })
})

const run = (program: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  expect([program, status, stderr]).toEqual([program, 0, ''])
  return stdout
}

const print = async (): Promise<string> => {
  const answer = await books.download('clerk', path)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect(answer.headers['cache-control']).toBe('no-store')
  const file = join(folder, 'receipts.pdf')
  writeFileSync(file, answer.rawPayload)
  run('qpdf', '--check', file)
  return file
}

const flat = (text: string): string => text.replace(/\s+/g, ' ')

/** What was issued, in the words of the books themselves, by the order of the class. */
const readIssued = async () => {
  const rows = await askAll<{ data: string }>(
    school.server,
    `select r.data from school.report r join school.enrolment e using (tenant_id, school_year, student_code)
     where r.issued_at is not null and r.is_current order by e.given_name, e.full_name, e.student_code`,
    [],
  )
  return rows.map(({ data }) => {
    const reading = readData(data)
    if ('fault' in reading) throw new Error('an issued book is not readable')
    return reading.data.report
  })
}

interface Picture {
  readonly width: number
  readonly light: Uint8Array
}

/** The right part of one third of a page, where the code stands, at 300 dots to the inch. */
const photograph = (file: string, index: number): Picture => {
  const page = String(Math.floor(index / 3) + 1)
  const [left, top, width, height] = [1750, Math.round(((index % 3) * 3508) / 3) + 340, 650, 560]
  const place = ['-x', left, '-y', top, '-W', width, '-H', height].map(String)
  const out = join(folder, `code-${index}`)
  run('pdftoppm', '-r', '300', '-gray', '-f', page, '-l', page, '-singlefile', ...place, file, out)
  const bytes = readFileSync(`${out}.pgm`)
  return { width, light: bytes.subarray(bytes.length - width * height) }
}

/** The dark modules of a QR code of this size as they are seen. */
const seen = ({ width, light }: Picture, size: number): readonly boolean[] => {
  const dark = Array.from(light.keys()).filter((at) => (light[at] ?? 255) < 128)
  const [columns, rows] = [dark.map((at) => at % width), dark.map((at) => Math.floor(at / width))]
  const [left, top] = [Math.min(...columns), Math.min(...rows)]
  const side = (Math.max(...columns) - left + 1) / size
  return Array.from({ length: size * size }, (_, module) => {
    const x = Math.floor(left + ((module % size) + 0.5) * side)
    const y = Math.floor(top + (Math.floor(module / size) + 0.5) * side)
    return (light[y * width + x] ?? 255) < 128
  })
}

describe('the receipts of a class', () => {
  it('are refused with words while nothing of it is issued', async () => {
    const answer = await books.ask('clerk', 'GET', path)
    expect([answer.status, answer.detail]).toEqual([
      409,
      'Chưa in được phiếu phát hành: lớp 7A chưa có học bạ nào được phát hành. Hãy in sau khi văn thư đóng dấu.',
    ])
  })

  it('say of every pupil whose book it is, which version, of what day, and its code in fours', async () => {
    await issueAll(school)
    const file = await print()
    const sheets = run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1).map(flat)
    expect(sheets).toHaveLength(2)
    const text = flat(run('pdftotext', '-raw', file, '-'))
    const issued = await readIssued()
    expect(issued.map(({ identity }) => identity.fullName)).toContain(longName)
    for (const [index, { identity, version }] of issued.entries()) {
      const sheet = flat(sheets[Math.floor(index / 3)] ?? '')
      const code = identity.yearLookupCode.match(/.{4}/g)?.join(' ') ?? ''
      expect(sheet).toContain(code)
      expect(text).toContain(`Học sinh ${identity.fullName} Ngày sinh ${formatDate(identity.birthDate)}`)
      expect(text).toContain(`Lớp 7A Phiên bản ${version.number} Ngày phát hành 24/05/2027`)
    }
    expect(text.match(/PHIẾU PHÁT HÀNH HỌC BẠ SỐ/g)).toHaveLength(4)
    expect(text.match(/KHÔNG CÓ GIÁ TRỊ PHÁP LÝ/g)).toHaveLength(4)
    expect(text.match(/mở tracuu\.example\/hoc-ba và nhập mã tra cứu/g)).toHaveLength(4)
  })

  it('carry the code that leads to the very book', async () => {
    const file = await print()
    const issued = await readIssued()
    for (const [index, { identity }] of issued.entries()) {
      const { modules } = create(verificationUrl + identity.yearLookupCode, { errorCorrectionLevel: 'M' })
      const expected = Array.from(modules.data, (module) => module === 1)
      expect(seen(photograph(file, index), modules.size)).toEqual(expected)
    }
  })

  it('are printed for the heads, the clerk and the homeroom teacher alone', async () => {
    const statusOf = async (who: Colleague): Promise<number> => (await books.download(who, path)).statusCode
    for (const who of ['principal', 'vicePrincipal', 'clerk', 'homeroomTeacher'] as const)
      expect([who, await statusOf(who)]).toEqual([who, 200])
    for (const who of ['subjectTeacher', 'registrar', 'groupHead', 'administrator'] as const)
      expect([who, await statusOf(who)]).toEqual([who, 403])
  })

  it('are not there where the class is not', async () => {
    expect((await books.download('principal', '/classes/7Z/receipts.pdf')).statusCode).toBe(404)
  })
})
