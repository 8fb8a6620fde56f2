import { identityDigest, type Signatory, type SubjectResult, type YearReport } from '../src/bookfile/index.ts'
import { listClassRecords } from '../src/book/index.ts'
import { demonstrationMark } from '../src/demo/authority/index.ts'
import { drawCode } from '../src/demo/demo-issuing.ts'
import { inventProvince } from '../src/demo/province/index.ts'
import { createIssuedYears, listEditions } from '../src/issuing/index.ts'

/** A member of staff whom the benchmarks give a key. */
export interface Person {
  readonly staffCode: string
  readonly fullName: string
  readonly citizenId: string
}

const names = [
  'Đỗ Thị Hạnh',
  'Vũ Minh Khôi',
  'Lê Thị Ngọc Ánh',
  'Phạm Quốc Bảo',
  'Hoàng Thu Trang',
  'Bùi Văn Thắng',
  'Ngô Thanh Vân',
  'Đặng Hữu Phúc',
  'Trịnh Mai Phương',
  'Lý Đức Anh',
  'Hồ Bích Thủy',
  'Dương Khánh Linh',
  'Phan Trọng Nghĩa',
] as const

/** The principal first, then twelve teachers, the first of whom is also the homeroom teacher. */
export const staff: readonly Person[] = names.map((fullName, index) => ({
  staffCode: `CB${String(index + 1).padStart(3, '0')}`,
  fullName,
  citizenId: String(999_170_000_001 + index),
}))

const personAt = (index: number): Person => {
  const person = staff[index]
  if (person === undefined) throw new Error(`no member of staff ${index}`)
  return person
}

/** Twelve subjects by so many teachers, each of whom signs once; two subjects of one teacher stand together. */
const withStaff = (report: YearReport, teachers: number): YearReport => {
  const signatory = (index: number): Signatory => {
    const { staffCode, fullName, citizenId } = personAt(index)
    return { staffCode, fullName, identityDigest: identityDigest(report.identity.yearLookupCode, citizenId) }
  }
  const approver = { ...signatory(0), post: 'principal' } as const
  return {
    ...report,
    cover: { ...report.cover, approver },
    subjects: report.subjects.map((subject, index) => taughtBy(subject, signatory(1 + (index % teachers)))),
    summary: { ...report.summary, approver, homeroomTeacher: signatory(1) },
  }
}

const taughtBy = (subject: SubjectResult, teacher: Signatory): SubjectResult => {
  const own = { ...subject, teacher }
  delete own.substitute
  return own
}

const subjectsOfForm = 12

/**
 * Reports of one lower-secondary school as the demonstration invents them (believable marks and comments), with the
 * staff of the benchmarks in the place of the school's.
 */
export const inventReports = (
  count: number,
  { teachers }: { readonly teachers: number },
): readonly YearReport[] => {
  const [records] = inventProvince({ students: 600, seed: 7 }).filter(
    ({ school, schoolYear }) => school.level === 'lower-secondary' && schoolYear === '2025-2026',
  )
  if (records === undefined) throw new Error('the demonstration has a lower-secondary school')
  const context = { issued: createIssuedYears(), drawCode, demonstration: demonstrationMark }
  const reports = listClassRecords(records)
    .flatMap((one) => one.students.flatMap((student) => listEditions(one, student, context)))
    .flatMap((edition) =>
      'report' in edition && edition.report.version.number === 1 ? [edition.report] : [],
    )
    .filter(({ subjects }) => subjects.length === subjectsOfForm)
    .slice(0, count)
  if (reports.length < count) throw new Error(`only ${reports.length} reports to measure with`)
  return reports.map((report) => withStaff(report, teachers))
}
