import { writeFileSync } from 'node:fs'
import { writeWorkbook } from '../src/adapters/workbook/index.ts'
import { inventProvince } from '../src/demo/province/index.ts'
import type { SchoolYearRecords, StudentYear } from '../src/records/index.ts'

export const pupils = 2000
export const classes = 60

/** So many pupils in the whole province make 2,160 and 60 classes at its lower-secondary school. */
const province = { students: 6171, seed: 60 }

/** The pupils in class after class, some left out of the larger places, until 2,000 are left. */
const selectPupils = ({ students, classes: all }: SchoolYearRecords): readonly StudentYear[] => {
  const perClass = Math.floor(pupils / all.length)
  const larger = pupils % all.length
  const byClass = Map.groupBy(students, ({ classId }) => classId)
  return all.flatMap(({ classId }, index) =>
    (byClass.get(classId) ?? []).slice(0, perClass + (index < larger ? 1 : 0)),
  )
}

/** A lower-secondary school of 2,000 pupils in 60 classes with 12 subjects and all marks, special cases included. */
export const inventSchool = (): SchoolYearRecords => {
  const school = inventProvince(province).find(
    ({ school: { level }, schoolYear }) => level === 'lower-secondary' && schoolYear === '2025-2026',
  )
  if (school === undefined) throw new Error('the demonstration has a lower-secondary school')
  const students = selectPupils(school)
  if (students.length !== pupils || school.classes.length !== classes)
    throw new Error(`${students.length} pupils in ${school.classes.length} classes`)
  const codes = new Set(students.map(({ profile }) => profile.studentCode))
  return {
    ...school,
    students,
    amendments: school.amendments.filter(({ studentCode }) => codes.has(studentCode)),
  }
}

// Only as a script: whoever measures must not carry a province in memory.
if (import.meta.main) writeFileSync(process.argv[2] ?? 'so.xlsx', await writeWorkbook(inventSchool()))
