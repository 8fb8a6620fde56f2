import type { School } from '../../../records/index.ts'
import { textLimits } from '../../../shared/limits.ts'
import type { Database } from '../connect.ts'
import { settingUp, type SetUpBy, type SetUpPlace } from './set-up-act.ts'
import { changeOf, findRow, refuseInput, requireSeen } from './set-up-rows.ts'
import { requireStaff } from './subject-groups.ts'
import { readText, readTextOrNull } from './typed-values.ts'

/** The school's own lines of a year as somebody typed them. */
export interface TypedYear {
  readonly name: string
  readonly wardCode: string
  readonly wardName: string
  readonly provinceCode: string
  readonly provinceName: string
  readonly signingPlace: string
  /** Who signs as head of the school; null while nobody is named. */
  readonly approver: string | null
  /** Present where a vice-principal signs on behalf (KT. HIỆU TRƯỞNG). */
  readonly onBehalf: School['approver']['onBehalf'] | null
  readonly seenVersion: number
}

/** Changes a school year's own lines. */
export const saveYear = (
  database: Database<'school'>,
  place: SetUpPlace,
  typed: TypedYear,
  by: SetUpBy,
): Promise<{ readonly version: number }> =>
  settingUp(database, place, by, async (year) => {
    const before = await findRow(year, 'school_year', {})
    requireSeen(before, typed.seenVersion, `Thông tin năm học ${place.schoolYear}`)
    if (typed.approver !== null)
      await requireStaff(year, 'Người ký với tư cách hiệu trưởng', [typed.approver])
    if (!/^\d{5}$/.test(typed.wardCode)) throw refuseInput("Mục 'Mã xã' phải có đúng 5 chữ số → sửa mã.")
    if (!/^\d{2}$/.test(typed.provinceCode))
      throw refuseInput("Mục 'Mã tỉnh' phải có đúng 2 chữ số → sửa mã.")
    const change = changeOf('school_year', before, {
      name: readText('Tên trường', typed.name, textLimits.phrase),
      ward_code: typed.wardCode,
      ward_name: readText('Xã, phường', typed.wardName, textLimits.name),
      province_code: typed.provinceCode,
      province_name: readText('Tỉnh, thành phố', typed.provinceName, textLimits.name),
      signing_place: readText('Địa danh khi ký', typed.signingPlace, textLimits.short),
      approver: typed.approver ?? '',
      on_behalf_decision: readTextOrNull(
        'Số quyết định ký thay',
        typed.onBehalf?.decisionNumber ?? null,
        textLimits.short,
      ),
      on_behalf_reason: readTextOrNull('Lí do ký thay', typed.onBehalf?.reason ?? null, textLimits.phrase),
    })
    await year.write([change])
    return { version: typed.seenVersion + (change.counts.unchanged === 1 ? 0 : 1) }
  })
