import { describe, expect, it } from 'vitest'
import { listClassRecords, type ClassRecords } from '../book/index.ts'
import type { MarkAmendment, StudentYear } from '../records/index.ts'
import { createIssuedYears } from './editions.ts'
import { planClass } from './plan-class.ts'
import { codedYear } from './testing.ts'

const records = codedYear('2025-2026')
const [amendment] = records.amendments
if (amendment === undefined) throw new Error('one pupil of every school has a correction')

const classOf = (amendments: readonly MarkAmendment[] = []): ClassRecords => {
  const classes = listClassRecords({ ...records, amendments })
  const found = classes.find(({ students }) =>
    students.some(({ profile }) => profile.studentCode === amendment.studentCode),
  )
  if (found === undefined) throw new Error('the corrected pupil is in a class')
  return found
}

const plan = (classRecords: ClassRecords) =>
  planClass(classRecords, {
    issued: createIssuedYears(),
    drawCode: () => 'a'.repeat(32),
    demonstration: 'Minh họa',
  })

const only = (classRecords: ClassRecords, change: (student: StudentYear) => StudentYear): ClassRecords => ({
  ...classRecords,
  students: classRecords.students
    .filter(({ profile }) => profile.studentCode === amendment.studentCode)
    .map(change),
})

const same = (student: StudentYear): StudentYear => student

describe('what a class is to get', () => {
  it('is one plan for each pupil, in the order of the class', () => {
    const classRecords = classOf()
    const { plans, notIssued } = plan(classRecords)
    expect(plans).toHaveLength(classRecords.students.length)
    expect(plans.filter((reports) => reports.length === 0)).toHaveLength(notIssued.length)
    for (const [index, reports] of plans.entries())
      for (const { identity } of reports)
        expect(identity.studentCode).toBe(classRecords.students[index]?.profile.studentCode)
  })

  it('is every version of a pupil’s year, oldest first', () => {
    const { plans, notIssued } = plan(only(classOf([amendment]), same))
    expect(plans.map((reports) => reports.map(({ version }) => version.number))).toEqual([[1, 2]])
    expect(notIssued).toEqual([])
  })

  it('is nothing for a pupil whose marks are missing, who is named with class and reason', () => {
    const classRecords = only(classOf(), (student) => ({ ...student, subjects: [] }))
    const { plans, notIssued } = plan(classRecords)
    expect(plans).toEqual([[]])
    const [{ student, reason } = { student: '', reason: '' }] = notIssued
    expect(student).toContain(`(${amendment.studentCode}, lớp ${classRecords.schoolClass.name})`)
    expect(reason).toContain('Chưa đủ dữ liệu')
    expect(reason).not.toContain('Phiên bản')
  })
})
