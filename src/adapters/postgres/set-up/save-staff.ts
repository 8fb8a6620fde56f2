import { sql } from 'kysely'
import type { StaffPost } from '../../../records/index.ts'
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
import { readCitizenId, readDayOrNull, readStaffCode, readText, readTextOrNull } from './typed-values.ts'

/** A member of staff (cán bộ, giáo viên, nhân viên) as somebody typed them. */
export interface TypedStaff {
  readonly fullName: string
  readonly citizenId: string
  readonly birthDate: string | null
  readonly post: StaffPost
  readonly subjectGroup: string | null
  readonly hasLeft: boolean
  /** Null where nobody of this code was seen. */
  readonly seenVersion: number | null
}

const readTyped = (code: string, typed: TypedStaff): Row => ({
  staff_code: readStaffCode('Mã cán bộ', code),
  full_name: readText('Họ và tên', typed.fullName, textLimits.name),
  citizen_id: readCitizenId('Số định danh cá nhân', typed.citizenId),
  birth_date: readDayOrNull('Ngày sinh', typed.birthDate),
  post: typed.post,
  subject_group: readTextOrNull('Tổ chuyên môn', typed.subjectGroup, textLimits.name),
  has_left: typed.hasLeft ? true : null,
})

/** Adds or changes a member of the year's staff. Refused where the personal number is a colleague's. */
export const saveStaff = (
  database: Database<'school'>,
  place: SetUpPlace,
  code: string,
  typed: TypedStaff,
  by: SetUpBy,
): Promise<{ readonly version: number }> =>
  settingUp(database, place, by, async (year) => {
    const wanted = readTyped(code, typed)
    const staffCode = String(wanted['staff_code'])
    const before = await findRow(year, 'staff', { staff_code: staffCode })
    requireSeen(before, typed.seenVersion, `Cán bộ ${staffCode}`)
    await requireOwnNumber(year, wanted)
    const position = before?.['position'] ?? (await nextPosition(year, 'staff'))
    const change = changeOf('staff', before, { ...wanted, position })
    const ofSchool = await approvalOf(year, wanted)
    await year.write([change, ...ofSchool])
    return { version: Number(before?.['version'] ?? 0) + (change.counts.unchanged === 1 ? 0 : 1) }
  })

const requireOwnNumber = async (year: OpenYear, wanted: Row): Promise<void> => {
  const same = await findRows(year, 'staff', { citizen_id: wanted['citizen_id'] ?? null })
  const other = same.find((row) => row['staff_code'] !== wanted['staff_code'])
  if (other !== undefined)
    throw refuseInput(
      `Mục 'Số định danh cá nhân': đã là của ${String(other['full_name'])} (mã ${String(other['staff_code'])}) → ` +
        `kiểm tra lại số, hoặc sửa ở người kia trước.`,
    )
}

/** The first principal of a year of which nobody knew who approves is who approves. */
const approvalOf = async (year: OpenYear, wanted: Row) => {
  if (wanted['post'] !== 'principal' || wanted['has_left'] === true) return []
  const school = await findRow(year, 'school_year', {})
  return school?.['approver'] === ''
    ? [changeOf('school_year', school, { approver: wanted['staff_code'] ?? null })]
    : []
}

/** Where a member of staff is named in the year: what must be changed before they can be taken out. */
const listDuties = async (
  { transaction, tenant, schoolYear, level }: OpenYear,
  code: string,
): Promise<readonly string[]> => {
  const here = sql`tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level}`
  const { rows } = await sql<{ readonly duty: string }>`
    select 'chủ nhiệm lớp ' || name as duty from school.class where ${here} and homeroom_teacher = ${code}
    union all select 'dạy ' || count(*) || ' môn ở các lớp' from school.assignment
      where ${here} and teacher = ${code} having count(*) > 0
    union all select 'cùng dạy ' || count(*) || ' môn ở các lớp' from school.co_teacher
      where ${here} and staff_code = ${code} having count(*) > 0
    union all select 'tổ trưởng ' || name from school.subject_group where ${here} and head = ${code}
    union all select 'người ký với tư cách hiệu trưởng' from school.school_year
      where ${here} and approver = ${code}`.execute(transaction)
  return rows.map(({ duty }) => duty)
}

/** Takes somebody out of the year's staff. Refused while anything of the year names them. */
export const removeStaff = (
  database: Database<'school'>,
  place: SetUpPlace,
  { staffCode, seenVersion }: { readonly staffCode: string; readonly seenVersion: number },
  by: SetUpBy,
): Promise<void> =>
  settingUp(database, place, by, async (year) => {
    const before = await findRow(year, 'staff', { staff_code: staffCode })
    requireSeen(before, seenVersion, `Cán bộ ${staffCode}`)
    const duties = await listDuties(year, staffCode)
    if (duties.length > 0)
      throw refuseInput(
        `Chưa xóa được ${String(before?.['full_name'])}: đang là ${duties.join('; ')} → giao việc cho người khác ` +
          `trước; nếu người này đã nghỉ hoặc chuyển đi, hãy đánh dấu 'Đã rời trường' thay vì xóa.`,
      )
    await year.write([removalOf('staff', before === undefined ? [] : [before])])
  })
