import { writeWorkbook } from '../../../src/adapters/workbook/index.ts'
import { describeProvince, type SpecialCase } from '../../../src/demo/province/index.ts'
import type { StaffMember, StudentProfile, StudentYear } from '../../../src/records/index.ts'

const province = describeProvince({ students: 60, seed: 11 })

const get = <T>(all: readonly T[], is: (one: T) => boolean): T => {
  const found = all.find(is)
  if (found === undefined) throw new Error('the invented school has nothing of this kind')
  return found
}

/** The invented lower-secondary school of the story, with its year's marks as its workbook says them. */
export const storySchool = get(
  province.records,
  ({ school, schoolYear }) => school.level === 'lower-secondary' && schoolYear === '2025-2026',
)

const { staff, classes, assignments, students } = storySchool

export const pupilNames = students.map(({ profile }) => profile.fullName)
export const staffNames = staff.map(({ fullName }) => fullName)

/** Its workbook, as somebody at the school has it on their computer. */
export const writeStoryWorkbook = async (): Promise<{
  readonly name: string
  readonly bytes: Uint8Array
}> => ({
  name: `${storySchool.school.code}-2025-2026.xlsx`,
  bytes: await writeWorkbook(storySchool),
})

const getMember = (is: (member: StaffMember) => boolean): StaffMember =>
  get(staff, (member) => member.left !== true && is(member))

const leads = ({ staffCode }: StaffMember): boolean =>
  classes.some(({ homeroomTeacher }) => homeroomTeacher === staffCode)

/** The sheets of the gradebook that somebody answers for or teaches too: 'CLASS/so/SUBJECT'. */
export const lessonsOf = ({ staffCode }: StaffMember): readonly string[] =>
  assignments
    .filter(({ teacher, otherTeachers = [] }) => teacher === staffCode || otherTeachers.includes(staffCode))
    .map(({ classId, subject }) => `${classId}/so/${subject}`)

/** One of each kind of people whom the story follows. */
export const people = {
  principal: getMember(({ post }) => post === 'principal'),
  clerk: getMember(({ post }) => post === 'clerk'),
  homeroomTeacher: getMember(leads),
  subjectTeacher: getMember((member) => !leads(member) && lessonsOf(member).length > 0),
} as const

/** The class that the homeroom teacher of the story leads. */
export const ownClass = get(
  classes,
  ({ homeroomTeacher }) => homeroomTeacher === people.homeroomTeacher.staffCode,
)

/** The first pupil of that class, and one of another. */
export const ownPupil = get(students, ({ classId }) => classId === ownClass.classId)
export const otherPupil = get(students, ({ classId }) => classId !== ownClass.classId)

/** The page of a pupil, below that of the year. */
export const pageOf = ({ classId, profile }: StudentYear): string =>
  `lop/${classId}/hoc-sinh/${profile.studentCode}`

/** Who shows a special case of the rules. */
export const pupilOf = (name: SpecialCase): StudentProfile => {
  const cases = province.cases.filter((one) => one.case === name)
  return get(students, ({ profile }) => cases.some(({ studentCode }) => studentCode === profile.studentCode))
    .profile
}
