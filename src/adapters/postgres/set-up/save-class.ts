import { sql } from 'kysely'
import { gradesOfLevel, levelNames, levelOfGrade, isGrade } from '../../../shared/education-level.ts'
import { textLimits } from '../../../shared/limits.ts'
import type { Database } from '../connect.ts'
import type { Row } from '../school/columns.ts'
import { settingUp, type OpenYear, type SetUpBy, type SetUpPlace } from './set-up-act.ts'
import {
  changeOf,
  findRow,
  findRows,
  nextPosition,
  refuseInput,
  removalOf,
  requireSeen,
} from './set-up-rows.ts'
import { requireStaff } from './subject-groups.ts'
import { readClassId, readText, readTextOrNull } from './typed-values.ts'

/** A class (lớp) as somebody typed it. */
export interface TypedClass {
  readonly name: string
  readonly grade: number
  readonly homeroomTeacher: string | null
  readonly foreignLanguage: string | null
  readonly seenVersion: number | null
}

/** Adds or changes a class. Its grade stays once pupils are in it or lessons are given out. */
export const saveClass = (
  database: Database<'school'>,
  place: SetUpPlace,
  classId: string,
  typed: TypedClass,
  by: SetUpBy,
): Promise<{ readonly version: number }> =>
  settingUp(database, place, by, async (year) => {
    const id = readClassId('Mã lớp', classId)
    const before = await findRow(year, 'class', { class_id: id })
    requireSeen(before, typed.seenVersion, `Lớp ${id}`)
    requireGrade(place, typed.grade)
    await requireFreeId(year, id)
    if (typed.homeroomTeacher !== null)
      await requireStaff(year, 'Giáo viên chủ nhiệm', [typed.homeroomTeacher])
    if (before !== undefined && before['grade'] !== typed.grade) await requireUnused(year, id, 'đổi khối')
    const change = changeOf('class', before, {
      class_id: id,
      name: readText('Tên lớp', typed.name, textLimits.className),
      grade: typed.grade,
      homeroom_teacher: typed.homeroomTeacher,
      foreign_language: readTextOrNull('Ngoại ngữ 1', typed.foreignLanguage, textLimits.short),
      position: before?.['position'] ?? (await nextPosition(year, 'class')),
    })
    await year.write([change])
    return { version: Number(before?.['version'] ?? 0) + (change.counts.unchanged === 1 ? 0 : 1) }
  })

const requireGrade = ({ level }: SetUpPlace, grade: number): void => {
  if (!isGrade(grade) || levelOfGrade(grade) !== level)
    throw refuseInput(
      `Mục 'Khối': cấp ${levelNames[level]} không có khối ${grade} → chọn một trong: ${gradesOfLevel[level].join(', ')}.`,
    )
}

/** A code of a class is used once in a school year, whatever the level. */
const requireFreeId = async (
  { transaction, tenant, schoolYear, level }: OpenYear,
  classId: string,
): Promise<void> => {
  const taken = await transaction
    .selectFrom('school.class')
    .select('level')
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('class_id', '=', classId)
    .where('level', '<>', level)
    .executeTakeFirst()
  if (taken !== undefined)
    throw refuseInput(`Mục 'Mã lớp': ${classId} đã dùng ở cấp ${levelNames[taken.level]} → đặt mã khác.`)
}

const requireUnused = async (year: OpenYear, classId: string, what: string): Promise<void> => {
  const { transaction, tenant, schoolYear } = year
  const { rows } = await sql<{ readonly students: number; readonly lessons: number }>`
    select (select count(*)::int from school.enrolment where tenant_id = ${tenant}
        and school_year = ${schoolYear} and class_id = ${classId}) as students,
      (select count(*)::int from school.assignment where tenant_id = ${tenant}
        and school_year = ${schoolYear} and class_id = ${classId}) as lessons`.execute(transaction)
  const { students = 0, lessons = 0 } = rows[0] ?? {}
  if (students + lessons > 0)
    throw refuseInput(
      `Chưa ${what} lớp ${classId}: lớp còn ${students} học sinh và ${lessons} phân công giảng dạy → chuyển học sinh ` +
        `sang lớp khác và bỏ phân công trước.`,
    )
}

/** Takes a class out of the year. Refused while pupils are in it or lessons are given out. */
export const removeClass = (
  database: Database<'school'>,
  place: SetUpPlace,
  { classId, seenVersion }: { readonly classId: string; readonly seenVersion: number },
  by: SetUpBy,
): Promise<void> =>
  settingUp(database, place, by, async (year) => {
    const before = await findRow(year, 'class', { class_id: classId })
    requireSeen(before, seenVersion, `Lớp ${classId}`)
    await requireUnused(year, classId, 'xóa')
    await year.write([removalOf('class', before === undefined ? [] : [before])])
  })

/** The classes of these codes; refuses one that the year does not have. */
export const getClasses = async (
  year: OpenYear,
  classIds: readonly string[],
): Promise<ReadonlyMap<string, Row>> => {
  const rows = await findRows(year, 'class', { class_id: [...new Set(classIds)] })
  const found = new Map(rows.map((row) => [String(row['class_id']), row]))
  const missing = classIds.find((classId) => !found.has(classId))
  if (missing !== undefined)
    throw refuseInput(`Mục 'Lớp': năm học này không có lớp ${missing} → thêm lớp trước, hoặc sửa mã lớp.`)
  return found
}
