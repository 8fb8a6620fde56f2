import { isGrade } from '../../../shared/education-level.ts'
import { findSubject } from '../../../shared/subjects.ts'
import type { Database } from '../connect.ts'
import type { Row } from '../school/columns.ts'
import { compareRows, type RowChanges } from '../school/compare-rows.ts'
import { settingUp, type OpenYear, type SetUpBy, type SetUpPlace } from './set-up-act.ts'
import { changesOf, findRows, nextPosition, refuseAny, requireSeen } from './set-up-rows.ts'
import { getClasses } from './save-class.ts'
import { requireStaff } from './subject-groups.ts'
import { tableNamed } from './set-up-tables.ts'

/** A lesson (phân công giảng dạy) as somebody typed it: who answers for a subject in a class. */
export interface TypedAssignment {
  readonly classId: string
  readonly subject: string
  readonly teacher: string
  /** Absent: those who teach along stay. */
  readonly otherTeachers?: readonly string[]
  readonly periodsPerYear: number
}

/** Gives one lesson out, changes it, or, with nobody as its teacher, takes it back. */
export const saveAssignment = (
  database: Database<'school'>,
  place: SetUpPlace,
  typed: Omit<TypedAssignment, 'teacher'> & {
    readonly teacher: string | null
    readonly seenVersion: number | null
  },
  by: SetUpBy,
): Promise<{ readonly version: number | null }> =>
  settingUp(database, place, by, async (year) => {
    const { classId, subject, teacher } = typed
    const [before] = await findRows(year, 'assignment', { class_id: classId, subject })
    requireSeen(before, typed.seenVersion, `Phân công môn ${nameOf(year, subject)} ở lớp ${classId}`)
    if (teacher === null) {
      await takeBack(year, classId, subject)
      return { version: null }
    }
    const changes = await changesFor(year, [{ ...typed, teacher }])
    await year.write(changes)
    const isChanged = changes.some(
      ({ table, counts }) => table.name === 'assignment' && counts.unchanged === 0,
    )
    return { version: Number(before?.['version'] ?? 0) + (isChanged ? 1 : 0) }
  })

const nameOf = ({ level }: Pick<OpenYear, 'level'>, subject: string): string =>
  findSubject(level, subject)?.name ?? subject

const takeBack = async (year: OpenYear, classId: string, subject: string): Promise<void> => {
  const match = { class_id: classId, subject }
  await year.write([
    changesOf('assignment', await findRows(year, 'assignment', match), []),
    changesOf('co_teacher', await findRows(year, 'co_teacher', match), []),
  ])
}

/** Gives many lessons out at once, all of them or none. */
export const saveAssignments = (
  database: Database<'school'>,
  place: SetUpPlace,
  typed: readonly TypedAssignment[],
  by: SetUpBy,
): Promise<{ readonly saved: number }> =>
  settingUp(database, place, by, async (year) => {
    await year.write(await changesFor(year, typed))
    return { saved: typed.length }
  })

const keyOf = (row: Row): string => `${String(row['class_id'])}\n${String(row['subject'])}`

const changesFor = async (
  year: OpenYear,
  typed: readonly TypedAssignment[],
): Promise<readonly RowChanges[]> => {
  const classIds = typed.map(({ classId }) => classId)
  refuseAny(listFaults(year, typed, await getClasses(year, classIds)))
  await requireStaff(
    year,
    'Giáo viên',
    typed.flatMap(({ teacher, otherTeachers = [] }) => [teacher, ...otherTeachers]),
  )
  const [before, others] = [
    await findRows(year, 'assignment', { class_id: classIds }),
    await findRows(year, 'co_teacher', { class_id: classIds }),
  ]
  return [
    assignmentChanges(before, typed, await nextPosition(year, 'assignment')),
    coTeacherChanges(others, typed),
  ]
}

const assignmentChanges = (
  before: readonly Row[],
  typed: readonly TypedAssignment[],
  next: number,
): RowChanges => {
  const stored = new Map(before.map((row) => [keyOf(row), row]))
  const wanted = typed.map(({ classId, subject, teacher, periodsPerYear }, index): Row => {
    const key = { class_id: classId, subject }
    const own = stored.get(keyOf(key))
    return {
      principal_decision: null,
      principal_reason: null,
      position: next + index,
      ...own,
      ...key,
      teacher,
      periods_per_year: periodsPerYear,
    }
  })
  const keys = new Set(wanted.map(keyOf))
  return compareRows(
    tableNamed('assignment'),
    before.filter((row) => keys.has(keyOf(row))),
    wanted,
  )
}

const coTeacherChanges = (before: readonly Row[], typed: readonly TypedAssignment[]): RowChanges => {
  const byLesson = Map.groupBy(before, keyOf)
  const ofTyped = typed.map(({ classId, subject, teacher, otherTeachers }) => {
    const key = { class_id: classId, subject }
    const stored = byLesson.get(keyOf(key)) ?? []
    const kept = stored.map((row) => String(row['staff_code'])).filter((code) => code !== teacher)
    const wanted = (otherTeachers ?? kept).map((staff_code, position): Row => ({
      ...key,
      staff_code,
      position,
    }))
    return { stored, wanted }
  })
  return compareRows(
    tableNamed('co_teacher'),
    ofTyped.flatMap(({ stored }) => stored),
    ofTyped.flatMap(({ wanted }) => wanted),
  )
}

const listFaults = (
  year: OpenYear,
  typed: readonly TypedAssignment[],
  classes: ReadonlyMap<string, Row>,
): readonly string[] => {
  const seen = new Set<string>()
  return typed.flatMap(({ classId, subject, teacher, otherTeachers = [] }) => {
    const lesson = `Phân công môn ${nameOf(year, subject)} ở lớp ${classId}`
    const key = keyOf({ class_id: classId, subject })
    const isTwice = seen.has(key)
    seen.add(key)
    const grade = classes.get(classId)?.['grade']
    const isTaught = isGrade(grade) && findSubject(year.level, subject)?.grades.includes(grade) === true
    return [
      ...(isTwice ? [`${lesson} ghi hai lần → giữ một.`] : []),
      ...(isTaught ? [] : [`${lesson}: khối ${String(grade)} không có môn này → bỏ dòng này.`]),
      ...(new Set([teacher, ...otherTeachers]).size === otherTeachers.length + 1
        ? []
        : [`${lesson}: một giáo viên được nêu hai lần → mỗi người nêu một lần.`]),
    ]
  })
}
