import { describe, expect, it } from 'vitest'
import { findSubject } from '../../../shared/subjects.ts'
import { inventProvince } from '../index.ts'

const all = [60, 180, 2000].flatMap((students) => inventProvince({ students, seed: 6 }))
const lastYears = all.filter(({ schoolYear }) => schoolYear === '2025-2026')

describe('the staff of the invented schools', () => {
  it('has the offices a school has, and an approver who holds one of them', () => {
    for (const { staff, school } of all) {
      for (const post of ['principal', 'vice-principal', 'clerk', 'registrar', 'accountant'])
        expect(staff.some((member) => member.post === post)).toBe(true)
      const approver = staff.find(({ staffCode }) => staffCode === school.approver.staffCode)
      expect(approver?.post).toBe(school.approver.onBehalf === undefined ? 'principal' : 'vice-principal')
    }
  })

  it('has one school whose vice-principal signs on behalf, by an order', () => {
    const onBehalf = lastYears.filter(({ school }) => school.approver.onBehalf !== undefined)
    expect(new Set(onBehalf.map(({ school }) => school.level))).toEqual(new Set(['upper-secondary']))
    expect(onBehalf[0]?.school.approver.onBehalf?.decisionNumber).toMatch(/^\d+\/QĐ-/u)
  })

  it('is small enough that signing keys cost little: at most a dozen teachers per school at 180 pupils', () => {
    for (const { staff, students } of lastYears) {
      const teachers = staff.filter(({ post }) => post === 'teacher').length
      expect(teachers).toBeLessThanOrEqual(Math.max(12, Math.ceil(students.length / 18)))
    }
  })

  it('answers for every subject of every class with one teacher who exists', () => {
    for (const { staff, assignments, classes, students } of all) {
      const codes = new Set(staff.filter(({ post }) => post === 'teacher').map(({ staffCode }) => staffCode))
      const keys = assignments.map(({ classId, subject }) => `${classId}/${subject}`)
      expect(new Set(keys).size).toBe(keys.length)
      for (const { teacher, otherTeachers = [] } of assignments) {
        expect([teacher, ...otherTeachers].every((code) => codes.has(code))).toBe(true)
        expect(otherTeachers).not.toContain(teacher)
      }
      for (const { classId } of classes) {
        const taught = assignments.filter((one) => one.classId === classId).map(({ subject }) => subject)
        for (const student of students.filter((one) => one.classId === classId))
          expect(student.subjects.map(({ subject }) => subject)).toEqual(taught)
      }
    }
  })

  it('gives each subject the periods of the programme', () => {
    for (const { school, assignments, classes } of all) {
      for (const { classId, subject, periodsPerYear } of assignments) {
        const grade = classes.find((one) => one.classId === classId)?.grade
        if (grade === undefined) throw new Error('an assignment for no class')
        expect(periodsPerYear).toBe(findSubject(school.level, subject)?.periodsPerYear[grade])
        expect(periodsPerYear).toBeGreaterThan(0)
      }
    }
  })

  it('gives each class its own homeroom teacher, who teaches it and stays', () => {
    for (const { staff, classes, assignments } of all) {
      const homerooms = classes.map(({ homeroomTeacher }) => homeroomTeacher)
      expect(new Set(homerooms).size).toBe(homerooms.length)
      for (const { classId, homeroomTeacher } of classes) {
        expect(staff.find(({ staffCode }) => staffCode === homeroomTeacher)?.left).toBeUndefined()
        expect(assignments.some((one) => one.classId === classId && one.teacher === homeroomTeacher)).toBe(
          true,
        )
      }
    }
  })

  it('lets a secondary teacher teach one or two subjects, besides what homeroom teachers take', () => {
    for (const { assignments } of lastYears.filter(({ school }) => school.level !== 'primary')) {
      const byTeacher = Map.groupBy(
        assignments.filter(({ subject }) => subject !== 'HDTN_HN'),
        ({ teacher }) => teacher,
      )
      for (const own of byTeacher.values())
        expect(new Set(own.map(({ subject }) => subject)).size).toBeLessThanOrEqual(2)
    }
  })

  it('has few signatures in a primary book: the class teacher and at most four specialists', () => {
    for (const { assignments } of lastYears.filter(({ school }) => school.level === 'primary')) {
      for (const own of Map.groupBy(assignments, ({ classId }) => classId).values())
        expect(new Set(own.map(({ teacher }) => teacher)).size).toBeLessThanOrEqual(5)
    }
  })

  it('has subjects that several teachers share', () => {
    const shared = lastYears.flatMap(({ assignments }) =>
      assignments.filter(({ otherTeachers }) => otherTeachers !== undefined).map(({ subject }) => subject),
    )
    expect(new Set(shared)).toEqual(new Set(['KHTN', 'LICH_SU_DIA_LI', 'NGHE_THUAT', 'GDDP']))
  })

  it('has one teacher who left, for whom the principal signs by an order; a year before nobody had', () => {
    for (const { school, schoolYear, staff, assignments } of all) {
      const left = staff.filter((member) => member.left === true)
      const isThere = school.level === 'lower-secondary' && schoolYear === '2025-2026'
      expect(left).toHaveLength(isThere ? 1 : 0)
      for (const { teacher, principalSigns } of assignments)
        expect(principalSigns !== undefined).toBe(teacher === left[0]?.staffCode)
      if (isThere) expect(assignments.some(({ principalSigns }) => principalSigns !== undefined)).toBe(true)
    }
  })
})
