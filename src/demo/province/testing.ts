import { describe, expect, it } from 'vitest'
import type { EvaluationResult } from '../../evaluation/index.ts'
import { evaluate } from '../../evaluation/index.ts'
import type { SchoolYearRecords, StudentYear, SubjectRecord } from '../../records/records.ts'
import type { SubjectCode } from '../../shared/subjects.ts'
import type { EducationLevel } from '../../shared/education-level.ts'
import type { SpecialCase } from './cases/special-cases.ts'
import { describeProvince } from './index.ts'
import { leaveOut } from './leave-out.ts'

/** One pupil's year with the records it stands in and what the circulars conclude of it; for tests. */
export interface JudgedYear {
  readonly records: SchoolYearRecords
  readonly year: StudentYear
  readonly result: EvaluationResult
}

const subjectInput = (record: SubjectRecord, periodsPerYear: number | undefined): object => {
  const { kind, subject } = record
  if (record.exempt === true) return { code: subject, exempt: true }
  const entered = leaveOut(record, 'kind', 'subject', 'comment', 'practiceExempt')
  if (kind === 'leveled') return { code: subject, ...entered }
  const assessedBy = kind === 'marked' ? 'mark' : 'comment'
  return { code: subject, assessedBy, periodsPerYear, ...entered }
}

/** What the evaluation says of one pupil's year. */
export const judge = (records: SchoolYearRecords, year: StudentYear): EvaluationResult => {
  const grade = records.classes.find(({ classId }) => classId === year.classId)?.grade
  const periods = new Map<SubjectCode, number>(
    records.assignments
      .filter(({ classId }) => classId === year.classId)
      .map(({ subject, periodsPerYear }) => [subject, periodsPerYear]),
  )
  const { absences, conduct, qualities, competences, outstanding, principalDecision } = year.homeroom
  const ofCircular =
    records.school.level === 'primary'
      ? { circular: 'TT27/2020', qualities, competences, ...(outstanding === true ? { outstanding } : {}) }
      : { circular: 'TT22/2021', absences, conduct }
  return evaluate({
    id: year.profile.studentCode,
    schoolYear: records.schoolYear,
    grade,
    subjects: year.subjects.map((record) => subjectInput(record, periods.get(record.subject))),
    ...ofCircular,
    ...(year.individualPlan === true ? { individualPlan: true } : {}),
    ...(principalDecision === undefined ? {} : { principalDecision }),
  })
}

export const judgeAll = (provinces: readonly SchoolYearRecords[]): readonly JudgedYear[] =>
  provinces.flatMap((records) =>
    records.students.map((year) => ({ records, year, result: judge(records, year) })),
  )

/** In which levels a case must be seen, and what must be true of each pupil who shows it. */
export type CaseExpectation = readonly [readonly EducationLevel[], (judged: JudgedYear) => void]

export const expectPromoted = ({ result }: JudgedYear): void => {
  expect(result).toMatchObject({ status: 'complete', findings: [], decision: 'promoted' })
}

export const subjectOf = ({ year }: JudgedYear, code: SubjectCode): SubjectRecord | undefined =>
  year.subjects.find(({ subject }) => subject === code)

const sizes = [
  [60, 1],
  [60, 2],
  [83, 3],
  [180, 1],
  [180, 20],
  [2000, 1],
] as const

/** Tests that each case is there in its levels, at every size, and that its pupils are judged as expected. */
export const describeCases = <Name extends SpecialCase>(
  title: string,
  names: readonly Name[],
  expectations: Readonly<Record<Name, CaseExpectation>>,
): void => {
  describe.each(sizes)(`${title}, among %i pupils (seed %i)`, (students, seed) => {
    const { records, cases } = describeProvince({ students, seed })
    const lastYears = records.filter(({ schoolYear }) => schoolYear === '2025-2026')
    const judged = new Map(judgeAll(lastYears).map((one) => [one.year.profile.studentCode, one]))

    it.each(names)('%s is there, and is judged as it should be', (name) => {
      const [levels, check] = expectations[name]
      const placed = cases.filter((one) => one.case === name)
      expect(new Set(placed.map(({ level }) => level))).toEqual(new Set(levels))
      for (const { studentCode } of placed) {
        const one = judged.get(studentCode)
        if (one === undefined) throw new Error(`${name}: no pupil ${studentCode}`)
        check(one)
      }
    })
  })
}
