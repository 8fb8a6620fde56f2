import { describe, expect, it } from 'vitest'
import type { MarkAmendment, StudentYear } from '../../records/records.ts'
import { describeProvince } from './index.ts'
import { judge } from './testing.ts'

type Cells = Record<string, unknown>

const cellAt = (record: object, field: string): unknown =>
  field.split('.').reduce<unknown>((value, key) => (value as Cells)[key], record)

const amend = (year: StudentYear, { subject, field, newValue }: MarkAmendment): StudentYear => {
  const amended = structuredClone(year)
  const record = amended.subjects.find((one) => one.subject === subject) as unknown as Cells
  const path = field.split('.')
  const last = path.pop() ?? ''
  const place = path.length === 0 ? record : (cellAt(record, path.join('.')) as Cells)
  place[last] = typeof place[last] === 'number' ? Number(newValue) : newValue
  return amended
}

describe.each([60, 180, 2000])('the corrections among %i pupils', (students) => {
  const { records } = describeProvince({ students, seed: 2 })
  const lastYears = records.filter(({ schoolYear }) => schoolYear === '2025-2026')

  it('are one per school in the last year, none before', () => {
    for (const { schoolYear, amendments } of records)
      expect(amendments).toHaveLength(schoolYear === '2025-2026' ? 1 : 0)
  })

  it('correct a cell that holds the old value, in a year that stays issuable with the same results', () => {
    for (const school of lastYears) {
      for (const amendment of school.amendments) {
        const year = school.students.find(({ profile }) => profile.studentCode === amendment.studentCode)
        if (year === undefined) throw new Error('the correction is for nobody')
        const record = year.subjects.find(({ subject }) => subject === amendment.subject)
        expect(String(cellAt(record ?? {}, amendment.field))).toBe(amendment.oldValue)
        expect(amendment.newValue).not.toBe(amendment.oldValue)
        const before = judge(school, year)
        const after = judge(school, amend(year, amendment))
        expect(after).toMatchObject({ status: 'complete', findings: [], decision: 'promoted' })
        expect(after.award).toBe(before.award)
        expect(after.learning?.year).toBe(before.learning?.year)
        if (school.school.level !== 'primary') expect(after.subjects).not.toEqual(before.subjects)
      }
    }
  })

  it('concern a teacher who is still there to sign again', () => {
    for (const { assignments, students: pupils, amendments, staff } of lastYears) {
      const left = new Set(staff.filter((one) => one.left === true).map(({ staffCode }) => staffCode))
      for (const { studentCode, subject } of amendments) {
        const classId = pupils.find(({ profile }) => profile.studentCode === studentCode)?.classId
        const assignment = assignments.find((one) => one.classId === classId && one.subject === subject)
        expect(assignment).toBeDefined()
        expect(left.has(assignment?.teacher ?? '')).toBe(false)
      }
    }
  })
})
