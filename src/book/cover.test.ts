import { describe, expect, it } from 'vitest'
import { inventProvince } from '../demo/province/index.ts'
import type { StudentYear } from '../records/index.ts'
import { assembleCover, assembleReport, listClassRecords, type ClassRecords } from './index.ts'

const edition = {
  bookLookupCode: '0'.repeat(32),
  yearLookupCode: '1'.repeat(32),
  demonstration: 'Minh họa',
}
const yearEdition = { ...edition, yearBefore: { absent: 'paper' }, number: 1, amendments: [] } as const

const records = inventProvince({ students: 60, seed: 3 }).find(
  ({ school, schoolYear }) => school.level === 'lower-secondary' && schoolYear === '2025-2026',
)
const [classRecords] = records === undefined ? [] : listClassRecords(records)
const found = classRecords?.students.find((one) => 'report' in assembleReport(classRecords, one, yearEdition))
if (classRecords === undefined || found === undefined)
  throw new Error('the province has a pupil with a report')
const student: StudentYear = found

const without = (one: ClassRecords, staffCode: string): ClassRecords => ({
  ...one,
  staff: new Map([...one.staff].filter(([code]) => code !== staffCode)),
})

const reasonOf = (assembly: object): string =>
  'notIssued' in assembly && typeof assembly.notIssued === 'string' ? assembly.notIssued : ''

describe('a cover', () => {
  it('is there before anything of the year is', () => {
    const empty = { ...student, subjects: [], homeroom: {} }
    expect(assembleCover(classRecords, empty, edition)).toHaveProperty('cover.student', student.profile)
    expect(reasonOf(assembleReport(classRecords, empty, yearEdition))).toContain('Chưa đủ dữ liệu')
  })

  it('is the same as in the year’s report', () => {
    const made = assembleCover(classRecords, student, edition)
    const report = assembleReport(classRecords, student, yearEdition)
    expect('cover' in made && 'report' in report && report.report.cover).toEqual(
      'cover' in made && made.cover,
    )
  })

  it('waits for somebody who signs as head of the school', () => {
    const nobody = without(classRecords, classRecords.records.school.approver.staffCode)
    expect(reasonOf(assembleCover(nobody, student, edition))).toContain('Chưa có người kí của nhà trường')
  })
})

describe('a report waits for its people', () => {
  const reasonIn = (changed: ClassRecords): string => reasonOf(assembleReport(changed, student, yearEdition))

  it('the teacher of a subject who was never assigned', () => {
    const assignments = new Map([...classRecords.assignments].filter(([subject]) => subject !== 'TOAN'))
    expect(reasonIn({ ...classRecords, assignments })).toBe(
      'Chưa đủ người kí: Chưa phân công giáo viên môn Toán',
    )
  })

  it('the homeroom teacher of a class that nobody leads yet', () => {
    const schoolClass = { ...classRecords.schoolClass, homeroomTeacher: '' }
    expect(reasonIn({ ...classRecords, schoolClass })).toBe(
      'Chưa đủ người kí: Lớp chưa có giáo viên chủ nhiệm',
    )
  })

  it('a teacher who is not among the staff', () => {
    const assignment = classRecords.assignments.get('TOAN')
    if (assignment === undefined) throw new Error('Toán is taught')
    const assignments = new Map(classRecords.assignments).set('TOAN', { ...assignment, teacher: 'CB?' })
    expect(reasonIn({ ...classRecords, assignments })).toBe(
      'Chưa đủ người kí: Giáo viên môn Toán (mã CB?) không có trong danh sách cán bộ',
    )
  })
})
