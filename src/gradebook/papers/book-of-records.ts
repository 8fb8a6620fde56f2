import type { StudentYear } from '../../records/index.ts'
import { homeroomCellsOf, subjectCellsOf, type CellValues } from '../cells/records.ts'
import type { ClassRecords } from '../class-records.ts'
import type { SheetName } from '../sheet.ts'
import type { BookStudent, ClassBook } from './class-book.ts'

/** A class's book from the records of the year, where there are no cells: without moments and single days. */
export const bookOfRecords = ({
  records,
  schoolClass,
  students,
  assignments,
  staff,
}: ClassRecords): ClassBook => {
  const { school, schoolYear } = records
  const nameOf = (code: string): string => staff.get(code)?.fullName ?? ''
  return {
    school: {
      name: school.name,
      wardName: school.ward.name,
      districtName: school.district?.name ?? null,
      provinceName: school.province.name,
      signingPlace: school.signingPlace,
      article9_3: school.article9_3 ?? 'mask',
      principal: nameOf(school.approver.staffCode),
      onBehalf: school.approver.onBehalf !== undefined,
    },
    schoolYear,
    level: school.level,
    schoolClass: {
      classId: schoolClass.classId,
      name: schoolClass.name,
      grade: schoolClass.grade,
      homeroomTeacher: nameOf(schoolClass.homeroomTeacher),
      foreignLanguage: schoolClass.foreignLanguage ?? null,
    },
    subjects: [...assignments.values()].map(({ subject, periodsPerYear, teacher, otherTeachers = [] }) => ({
      code: subject,
      periodsPerYear,
      teachers: [teacher, ...otherTeachers].map(nameOf),
    })),
    students: students.map(studentOf),
  }
}

const studentOf = ({ profile, individualPlan, subjects, homeroom }: StudentYear): BookStudent => {
  const { principalDecision, ...own } = homeroom
  return {
    profile,
    individualPlan: individualPlan === true,
    cells: new Map<SheetName, CellValues>([
      ...subjects.map((record) => [record.subject, subjectCellsOf(record)] as const),
      ['homeroom', homeroomCellsOf(own)],
      [
        'decisions',
        principalDecision === undefined ? new Map() : new Map([['principalDecision', principalDecision]]),
      ],
    ]),
  }
}
