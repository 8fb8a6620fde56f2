import { describe, expect, it } from 'vitest'
import { inventProvince } from '../demo/province/index.ts'
import { evaluate } from '../evaluation/index.ts'
import type { MarkedSubject, SchoolYearRecords, StudentYear, SubjectRecord } from '../records/index.ts'
import { listContradictions, type YearReport } from '../bookfile/index.ts'
import { assembleReport, listClassRecords, type ClassRecords, type Edition } from './index.ts'
import { toEvaluationInput } from '../gradebook/index.ts'

const edition: Edition = {
  bookLookupCode: '0'.repeat(32),
  yearLookupCode: '1'.repeat(32),
  yearBefore: { absent: 'paper' },
  number: 1,
  amendments: [],
  demonstration: 'Minh họa',
}

const province = inventProvince({ students: 60, seed: 3 }).filter(
  ({ schoolYear }) => schoolYear === '2025-2026',
)
const recordsOf = (level: string): SchoolYearRecords => {
  const records = province.find(({ school }) => school.level === level)
  if (records === undefined) throw new Error(`the province has no school of ${level}`)
  return records
}

interface Case {
  readonly classRecords: ClassRecords
  readonly student: StudentYear
}

const isOrdinary = ({ classRecords, student }: Case): boolean => {
  const result = evaluate(toEvaluationInput(classRecords, student))
  return (
    result.decision === 'promoted' &&
    student.individualPlan !== true &&
    student.subjects.every(({ exempt }) => exempt !== true)
  )
}

/** The first pupil of a level whose year is complete and like most. */
const ordinary = (level: string): Case => {
  const cases = listClassRecords(recordsOf(level)).flatMap((classRecords) =>
    classRecords.students.map((student) => ({ classRecords, student })),
  )
  const found = cases.find(isOrdinary)
  if (found === undefined) throw new Error(`no ordinary pupil at ${level}`)
  return found
}

const reportOf = ({ classRecords, student }: Case, changes: Partial<Edition> = {}): YearReport => {
  const assembly = assembleReport(classRecords, student, { ...edition, ...changes })
  if ('notIssued' in assembly) throw new Error(assembly.notIssued)
  return assembly.report
}

const reasonOf = ({ classRecords, student }: Case): string => {
  const assembly = assembleReport(classRecords, student, edition)
  return 'notIssued' in assembly ? assembly.notIssued : ''
}

const isMarked = (record: SubjectRecord): record is MarkedSubject => record.kind === 'marked'

const withSubjects = (
  { classRecords, student }: Case,
  change: (record: SubjectRecord) => SubjectRecord,
): Case => ({
  classRecords,
  student: { ...student, subjects: student.subjects.map(change) },
})

const withAverages = (one: Case, codes: readonly string[], average: string): Case =>
  withSubjects(one, (record) =>
    isMarked(record) && codes.includes(record.subject)
      ? { ...record, terms: { 1: { average }, 2: { average } } }
      : record,
  )

describe.each(['primary', 'lower-secondary', 'upper-secondary'])('a report of %s', (level) => {
  const one = ordinary(level)
  const report = reportOf(one)

  it('agrees with itself', () => {
    expect(listContradictions(report)).toEqual([])
  })

  it('has the pupil’s subjects in the order of the form, with the names and numbers of the sector', () => {
    expect(report.subjects.map(({ code }) => code).toSorted()).toEqual(
      one.student.subjects.map(({ subject }) => subject).toSorted(),
    )
    for (const { sectorCode, name } of report.subjects) {
      expect(sectorCode).toMatch(/^\d{2,3}$/)
      expect(name).not.toBe('')
    }
  })

  it('has the results that the circular gives, and the teachers’ words', () => {
    const result = evaluate(toEvaluationInput(one.classRecords, one.student))
    expect(report.summary).toMatchObject({ decision: 'promoted', completion: true })
    expect(report.summary.award).toBe(result.award ?? undefined)
    for (const { code, year, comment } of report.subjects) {
      expect(year).toBe(result.subjects?.[code]?.year ?? undefined)
      expect(comment).toBe(one.student.subjects.find(({ subject }) => subject === code)?.comment)
    }
  })

  it('names those who sign, without their citizen numbers', () => {
    const text = JSON.stringify(report)
    for (const { citizenId } of one.classRecords.records.staff) expect(text).not.toContain(citizenId)
    expect(report.summary.approver.staffCode).toBe(one.classRecords.records.school.approver.staffCode)
    expect(report.summary.homeroomTeacher.staffCode).toBe(one.classRecords.schoolClass.homeroomTeacher)
  })

  it('carries the edition it is', () => {
    const next = reportOf(one, {
      number: 2,
      reason: 'Sửa điểm',
      yearBefore: { digest: `${'A'.repeat(43)}=`, version: 1 },
    })
    expect(next.version).toMatchObject({ number: 2, reason: 'Sửa điểm', yearBefore: { version: 1 } })
    expect(next.cover).toEqual(report.cover)
  })
})

describe('a report is not made', () => {
  const secondary = ordinary('lower-secondary')

  it('while a mark is missing: the place is named', () => {
    const missing = withSubjects(secondary, (record) =>
      isMarked(record) && record.subject === 'TOAN'
        ? {
            ...record,
            terms: {
              ...record.terms,
              2: { regularMarks: record.terms[2]?.regularMarks ?? [], midtermMark: '8' },
            },
          }
        : record,
    )
    expect(reasonOf(missing)).toBe('Chưa đủ dữ liệu: Toán, học kì II, điểm cuối kì: chưa có điểm')
  })

  it('with a mark that is none', () => {
    expect(reasonOf(withAverages(secondary, ['TOAN'], '11.0'))).toMatch(
      /^Dữ liệu không hợp lệ: Toán, học kì I/,
    )
  })

  it('with many gaps, the first ones are named and the others counted', () => {
    const empty = withSubjects(secondary, (record) => (isMarked(record) ? { ...record, terms: {} } : record))
    const reason = reasonOf(empty)
    expect(reason.split('; ')).toHaveLength(5)
    expect(reason).toMatch(/và \d+ chỗ khác$/)
  })

  it('while the year waits for the summer', () => {
    expect(reasonOf(withAverages(secondary, ['TOAN', 'NGU_VAN', 'KHTN'], '3.0'))).toContain(
      'Chờ đánh giá lại',
    )
  })

  it('while a primary pupil waits for the supplementary assessment', () => {
    const weak = withSubjects(ordinary('primary'), (record) =>
      record.kind === 'leveled' && record.subject === 'TOAN'
        ? { ...record, level: 'C', finalScore: 3 }
        : record,
    )
    expect(reasonOf(weak)).toContain('Chờ đánh giá bổ sung')
  })

  it('without a subject that every school teaches', () => {
    const { classRecords, student } = secondary
    const without = { ...student, subjects: student.subjects.filter(({ subject }) => subject !== 'GDDP') }
    expect(reasonOf({ classRecords, student: without })).toBe(
      'Học bạ không khớp với chính nó: Thiếu môn học bắt buộc Nội dung giáo dục của địa phương',
    )
  })

  it('with a correction of a subject the pupil does not have', () => {
    const { classRecords, student } = secondary
    const correction = {
      subject: 'VAT_LI',
      revision: 1,
      reason: 'x',
      decisionNumber: '1',
      decidedOn: '2026-06-12',
    } as const
    const assembly = assembleReport(classRecords, student, {
      ...edition,
      number: 2,
      reason: 'x',
      amendments: [correction],
    })
    expect(assembly).toMatchObject({
      notIssued: expect.stringContaining('Sửa một môn không có trong học bạ') as string,
    })
  })
})

describe('who signs', () => {
  const secondary = ordinary('lower-secondary')
  const { classRecords, student } = secondary
  const order = { decisionNumber: '5/QĐ', reason: 'Giáo viên đã chuyển trường' }

  it('is the principal, with the order, for a teacher who has left', () => {
    const assignments = new Map(
      [...classRecords.assignments].map(([code, one]) => [
        code,
        code === 'TOAN' ? { ...one, principalSigns: order } : one,
      ]),
    )
    const report = reportOf({ classRecords: { ...classRecords, assignments }, student })
    const maths = report.subjects.find(({ code }) => code === 'TOAN')
    expect(maths?.substitute).toMatchObject({
      staffCode: classRecords.records.school.approver.staffCode,
      ...order,
    })
    expect(maths?.teacher.staffCode).toBe(classRecords.assignments.get('TOAN')?.teacher)
    const substituted = (one: YearReport): readonly string[] =>
      one.subjects.flatMap(({ code, substitute }) => (substitute === undefined ? [] : [code]))
    expect(new Set(substituted(report))).toEqual(new Set(['TOAN', ...substituted(reportOf(secondary))]))
  })

  it('is the vice-principal on behalf where the school says so', () => {
    const { school } = classRecords.records
    const acting = { ...school, approver: { ...school.approver, onBehalf: order } }
    const report = reportOf({
      classRecords: { ...classRecords, records: { ...classRecords.records, school: acting } },
      student,
    })
    expect(report.summary.approver).toMatchObject({ post: 'vice-principal', onBehalf: order })
    expect(report.cover.approver).toEqual(report.summary.approver)
  })
})

describe('an exempt pupil’s subject', () => {
  const secondary = ordinary('lower-secondary')

  it('left out by a plan stands in the book without results', () => {
    const one = withSubjects(secondary, (record) =>
      record.subject === 'GDTC' ? { ...record, exempt: true } : record,
    )
    const subject = reportOf(one).subjects.find(({ code }) => code === 'GDTC')
    expect(subject).toMatchObject({ exemption: 'subject' })
    expect(subject?.year).toBeUndefined()
  })

  it('excused from practice only has its results', () => {
    const one = withSubjects(secondary, (record) =>
      record.subject === 'GDTC' ? { ...record, practiceExempt: true } : record,
    )
    expect(reportOf(one).subjects.find(({ code }) => code === 'GDTC')).toMatchObject({
      exemption: 'practice',
      year: 'pass',
    })
  })
})

describe('after the summer', () => {
  it('the book takes effect with the second group', () => {
    const secondary = withAverages(ordinary('lower-secondary'), ['TOAN', 'NGU_VAN', 'KHTN'], '3.0')
    const reassessed = withSubjects(secondary, (record) =>
      isMarked(record) && ['TOAN', 'NGU_VAN', 'KHTN'].includes(record.subject)
        ? { ...record, reassessedMark: '6.0' }
        : record,
    )
    const { version, summary } = reportOf(reassessed)
    expect(version.expectedEffectiveDate).toBe('2026-08-15')
    expect(summary.learning?.afterReassessment).toBeDefined()
    expect(reportOf(ordinary('lower-secondary')).version.expectedEffectiveDate).toBe('2026-06-30')
  })
})
