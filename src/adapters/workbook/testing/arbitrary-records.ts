import fc from 'fast-check'
import type {
  SchoolClass,
  SchoolYearRecords,
  StudentYear,
  TeachingAssignment,
} from '../../../records/index.ts'
import { gradesOfLevel, type EducationLevel } from '../../../shared/education-level.ts'
import { subjectsOfLevel } from '../../../shared/subjects.ts'
import { orNothing, present } from '../present.ts'
import { arbitraryAmendment, arbitraryHomeroom, arbitrarySubjects } from './arbitrary-results.ts'
import { arbitraryDate, arbitraryText, maybe } from './arbitrary-text.ts'

/** Codes that differ by their number, with leading zeros. */
const code = (length: number, number: number): string => String(number).padStart(length, '0')

const arbitrarySchool = (level: EducationLevel) =>
  fc
    .record({
      name: arbitraryText(60),
      signingPlace: arbitraryText(20),
      hasDistrict: fc.boolean(),
      onBehalf: maybe(fc.record({ decisionNumber: arbitraryText(20), reason: arbitraryText(40) })),
      article9_3: maybe(fc.constantFrom('mask' as const, 'replace' as const)),
    })
    .map(({ name, signingPlace, hasDistrict, onBehalf, article9_3 }) => ({
      code: '0079000123',
      name,
      level,
      ward: { code: '00004', name: 'Xã Bến Trúc' },
      province: { code: '01', name: 'Tỉnh Sông Lam' },
      signingPlace,
      approver: { staffCode: '0100000001', ...present({ onBehalf }) },
      ...present({ article9_3, district: hasDistrict ? { code: '003', name: 'Huyện Cũ' } : undefined }),
    }))

const arbitraryStaff = fc
  .array(
    fc.record({
      fullName: arbitraryText(30),
      birthDate: maybe(arbitraryDate),
      subjectGroup: maybe(arbitraryText(20)),
      left: maybe(fc.constant(true as const)),
      post: fc.constantFrom(
        'principal',
        'vice-principal',
        'teacher',
        'clerk',
        'registrar',
        'accountant',
        'other',
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((members) =>
    members.map((member, at) => ({
      ...present(member),
      staffCode: code(10, 100000001 + at),
      citizenId: code(12, 1080000001 + at),
    })),
  )

const classNames = ['A1', '/2', ' Chuyên Văn', 'B']

const arbitraryClasses = (level: EducationLevel) =>
  fc
    .array(fc.tuple(fc.constantFrom(...gradesOfLevel[level]), maybe(arbitraryText(10))), {
      minLength: 1,
      maxLength: 3,
    })
    .map((classes) =>
      classes.map(([grade, foreignLanguage], at): SchoolClass => ({
        classId: `${grade}${classNames[at] ?? ''}`,
        name: `${grade}${classNames[at] ?? ''}`,
        grade,
        homeroomTeacher: '0100000001',
        ...present({ foreignLanguage }),
      })),
    )

const arbitraryAssignments = (level: EducationLevel, { classId, grade }: SchoolClass) =>
  fc
    .subarray(
      subjectsOfLevel[level].filter((subject) => subject.grades.includes(grade)),
      { minLength: 1 },
    )
    .chain((subjects) =>
      fc.tuple(
        ...subjects.map((subject) =>
          fc
            .record({
              periodsPerYear: fc.integer({ min: 1, max: 300 }),
              otherTeachers: maybe(fc.constant(['0100000001'])),
              principalSigns: maybe(
                fc.record({ decisionNumber: arbitraryText(20), reason: arbitraryText(40) }),
              ),
            })
            .map(({ periodsPerYear, ...rest }): TeachingAssignment => ({
              classId,
              subject: subject.code,
              teacher: '0100000001',
              periodsPerYear,
              ...present(rest),
            })),
        ),
      ),
    )

const relative = maybe(
  fc
    .record({ fullName: arbitraryText(30), occupation: maybe(arbitraryText(20)) })
    .map((person) => present(person)),
)

const lookupCode = maybe(fc.stringMatching(/^[0-9a-f]{32}$/))

const arbitraryStudent = (
  level: EducationLevel,
  schoolClass: SchoolClass,
  assignments: readonly TeachingAssignment[],
  at: number,
): fc.Arbitrary<StudentYear> =>
  fc
    .record({
      profile: fc.record({
        fullName: arbitraryText(30),
        gender: fc.constantFrom('male' as const, 'female' as const),
        birthDate: fc.oneof(arbitraryDate, fc.constantFrom('2014', '2014-09')),
        ethnicity: arbitraryText(10),
        nationality: arbitraryText(10),
        birthPlace: arbitraryText(30),
        address: arbitraryText(60),
        foreignPaper: maybe(arbitraryText(20)),
        registerNumber: maybe(arbitraryText(10)),
        hometown: maybe(arbitraryText(30)),
        policyGroup: maybe(arbitraryText(20)),
        father: relative,
        mother: relative,
        guardian: relative,
      }),
      history: fc.array(
        fc
          .record({
            schoolYear: fc.constantFrom('2023-2024' as const, '2024-2025' as const),
            className: arbitraryText(6),
            schoolName: arbitraryText(40),
            schoolCode: maybe(fc.constant('0079000123')),
            registerNumber: maybe(arbitraryText(10)),
            entryDate: maybe(arbitraryDate),
          })
          .map((row) => present(row)),
        { maxLength: 2 },
      ),
      year: fc.record({
        entryDate: maybe(arbitraryDate),
        bookLookupCode: lookupCode,
        yearLookupCode: lookupCode,
        yearBefore: maybe(fc.constantFrom('first' as const, 'paper' as const, 'other-system' as const)),
        individualPlan: maybe(fc.constant(true as const)),
      }),
      subjects: arbitrarySubjects(level, assignments),
      homeroom: arbitraryHomeroom(level, schoolClass.grade),
    })
    .map(({ profile, history, year, subjects, homeroom }) => ({
      profile: {
        ...present(profile),
        studentCode: code(10, 791234500 + at),
        citizenId: code(12, 79214000100 + at),
      },
      history,
      classId: schoolClass.classId,
      ...present(year),
      subjects,
      homeroom: orNothing(homeroom) ?? {},
    }))

/** Any school year that a workbook can hold: subjects in the form's order, texts tidy, nothing without a value. */
export const arbitraryRecords = (level: EducationLevel): fc.Arbitrary<SchoolYearRecords> =>
  fc
    .record({ school: arbitrarySchool(level), staff: arbitraryStaff, classes: arbitraryClasses(level) })
    .chain(({ school, staff, classes }) =>
      fc
        .tuple(...classes.map((schoolClass) => arbitraryAssignments(level, schoolClass)))
        .chain((assigned) => {
          const assignments = assigned.flat()
          const seats = classes.flatMap((schoolClass, at) => [
            [schoolClass, assigned[at] ?? []] as const,
            [schoolClass, assigned[at] ?? []] as const,
          ])
          const students = fc.tuple(
            ...seats.map(([schoolClass, own], at) => arbitraryStudent(level, schoolClass, own, at)),
          )
          return fc
            .record({
              students,
              amendments: fc.array(arbitraryAmendment(level, '0791234500'), { maxLength: 3 }),
            })
            .map((rest) => ({
              school,
              schoolYear: '2025-2026' as const,
              staff,
              classes,
              assignments,
              ...rest,
            }))
        }),
    )
