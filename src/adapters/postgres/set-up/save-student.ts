import { sql } from 'kysely'
import type { SchoolingHistoryRow, StudentYear } from '../../../records/index.ts'
import { textLimits } from '../../../shared/limits.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { Database } from '../connect.ts'
import { checkPersons } from '../school/check-persons.ts'
import { rowOf, type Row } from '../school/columns.ts'
import { enrolmentColumns, historyColumns } from '../school/tables.ts'
import { getClasses } from './save-class.ts'
import { settingUp, type OpenYear, type SetUpBy, type SetUpPlace } from './set-up-act.ts'
import {
  changeOf,
  changesOf,
  findRow,
  findRows,
  nextPosition,
  refuseInput,
  requireSeen,
} from './set-up-rows.ts'
import { readTypedStudent, type TypedProfile } from './typed-student.ts'
import { readDay, readText } from './typed-values.ts'

/** A pupil as somebody typed them, in the class of the address. */
export interface TypedStudent extends TypedProfile {
  /** Absent: what is written down stays. */
  readonly history?: readonly SchoolingHistoryRow[]
  readonly seenVersion: number | null
}

/** Enrols a pupil in a class, or changes their profile there. Refused where a code or number is another person's. */
export const saveStudent = (
  database: Database<'school'>,
  place: SetUpPlace & { readonly classId: string; readonly studentCode: string },
  typed: TypedStudent,
  by: SetUpBy,
): Promise<{ readonly version: number }> =>
  settingUp(database, place, by, async (year) => {
    const { classId, studentCode } = place
    const [before] = await findRows(year, 'enrolment', { student_code: studentCode })
    if (before !== undefined && before['class_id'] !== classId)
      throw refuseInput(
        `Học sinh ${studentCode} đang ở lớp ${String(before['class_id'])} → sửa ở lớp đó, hoặc dùng Chuyển lớp.`,
      )
    requireSeen(before, typed.seenVersion, `Hồ sơ học sinh ${studentCode}`)
    await getClasses(year, [classId])
    const student = readTypedStudent({ classId, studentCode, isNew: before === undefined }, typed)
    await requireOwnCodes(year, student)
    return write(year, before, student, typed.history)
  })

const write = async (
  year: OpenYear,
  before: Row | undefined,
  student: StudentYear,
  history: readonly SchoolingHistoryRow[] | undefined,
): Promise<{ readonly version: number }> => {
  const code = student.profile.studentCode
  if (before === undefined) await addCode(year, code)
  const change = changeOf('enrolment', before, {
    ...rowOf(enrolmentColumns, student),
    // What issuing keeps with a pupil is nothing a person types.
    book_lookup_code: before?.['book_lookup_code'] ?? null,
    year_lookup_code: before?.['year_lookup_code'] ?? null,
    position: before?.['position'] ?? (await nextPosition(year, 'enrolment')),
  })
  const changes = history === undefined ? [] : [await historyChanges(year, code, history)]
  await year.write([change, ...changes])
  return { version: Number(before?.['version'] ?? 0) + (change.counts.unchanged === 1 ? 0 : 1) }
}

const historyChanges = async (year: OpenYear, code: string, history: readonly SchoolingHistoryRow[]) =>
  changesOf(
    'schooling_history',
    await findRows(year, 'schooling_history', { student_code: code }),
    history.map((row, number) => ({ student_code: code, row_number: number, ...rowOf(historyColumns, row) })),
  )

const addCode = async ({ transaction, tenant }: OpenYear, studentCode: string): Promise<void> => {
  await sql`insert into school.student (tenant_id, student_code) values (${tenant}, ${studentCode})
    on conflict do nothing`.execute(transaction)
}

/** The rules of an import for one pupil, and that nobody else of the same year has the number. */
const requireOwnCodes = async (year: OpenYear, student: StudentYear): Promise<void> => {
  const { studentCode, citizenId } = student.profile
  if (citizenId !== undefined) {
    const same = await findRows(year, 'enrolment', { citizen_id: citizenId })
    const other = same.find((row) => row['student_code'] !== studentCode)
    if (other !== undefined)
      throw refuseInput(
        `Mục 'Số định danh cá nhân': đã là của ${String(other['full_name'])} (mã ${String(other['student_code'])}, ` +
          `lớp ${String(other['class_id'])}) → kiểm tra lại số, hoặc sửa ở em kia trước.`,
      )
  }
  await checkPersons(year.transaction, year, { students: [student] }).catch(tellOfPerson)
}

const tellOfPerson = (error: unknown): never => {
  throw error instanceof Refusal && error.code === 'workbook-not-accepted'
    ? refuseInput(`Chưa ghi gì: ${error.message.split('\n').slice(1).join('\n')}`)
    : error
}

/** Moves a pupil to another class of the same grade (chuyển lớp); what was written about them goes with them. */
export const moveStudent = (
  database: Database<'school'>,
  place: SetUpPlace & { readonly classId: string; readonly studentCode: string },
  move: { readonly toClassId: string; readonly movedOn: string; readonly reason: string },
  by: SetUpBy,
): Promise<{ readonly version: number }> =>
  settingUp(database, place, by, async (year) => {
    const { classId, studentCode } = place
    const before = await findRow(year, 'enrolment', { student_code: studentCode, class_id: classId })
    if (before === undefined) throw refuseInput(`Lớp ${classId} không có học sinh mã ${studentCode}.`)
    const { toClassId } = move
    if (toClassId === classId) throw refuseInput(`Học sinh đang ở lớp ${classId} → chọn lớp khác.`)
    const classes = await getClasses(year, [classId, toClassId])
    if (classes.get(classId)?.['grade'] !== classes.get(toClassId)?.['grade'])
      throw refuseInput(`Lớp ${toClassId} không cùng khối với lớp ${classId} → chọn lớp cùng khối.`)
    const earlier = await findRows(year, 'student_move', { student_code: studentCode })
    await year.write([
      changeOf('enrolment', before, { class_id: toClassId }),
      changeOf('student_move', undefined, {
        student_code: studentCode,
        number: earlier.length + 1,
        from_class: classId,
        to_class: toClassId,
        moved_on: readDay('Ngày chuyển', move.movedOn),
        reason: readText('Lí do chuyển', move.reason, textLimits.phrase),
      }),
    ])
    return { version: Number(before['version']) + 1 }
  })
