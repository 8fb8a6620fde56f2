import { deadlineSettings } from '../../../gradebook/index.ts'
import {
  findSetting,
  judgeCalendar,
  judgeSetting,
  listSettings,
  type DecidedSetting,
  type OwnDecision,
  type Setting,
} from '../../../records/index.ts'
import { textLimits } from '../../../shared/limits.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { withTenant, type Database } from '../connect.ts'
import type { YearPlace } from './lists.ts'
import { settingUp, type SetUpBy, type SetUpPlace } from './set-up-act.ts'
import { changeOf, findRow, findRows, refuseInput, type ReadableYear } from './set-up-rows.ts'
import { readText } from './typed-values.ts'

/** Hạn nhập: the school closes parts of the gradebook itself; no text does. */
const entrySettings = (level: YearPlace['level']): readonly Setting[] =>
  deadlineSettings(level).map(({ name, title }) => ({ name, title, kind: 'date' }))

const article9_3 = 'article9_3'

/** What the school itself decided; Điều 9 khoản 3 stands with the year, where the workbook writes it too. */
const readOwn = async (year: ReadableYear) => {
  const [school] = await findRows(year, 'school_year')
  if (school === undefined)
    throw new Refusal('school-year-not-found', `Trường chưa có năm học ${year.schoolYear} ở cấp này.`)
  const own = new Map<string, OwnDecision>()
  for (const row of await findRows(year, 'setting'))
    own.set(String(row['name']), { value: String(row['value']), reason: String(row['reason']) })
  const reading = school['article9_3']
  if (typeof reading === 'string')
    own.set(article9_3, { value: reading, reason: own.get(article9_3)?.reason ?? 'Nhà trường đã chọn' })
  else own.delete(article9_3)
  const place = {
    province: String(school['province_code']),
    level: year.level,
    schoolYear: year.schoolYear as SchoolYear,
  }
  return { own, place, school }
}

const decidedOf = async (year: ReadableYear): Promise<readonly DecidedSetting[]> => {
  const { own, place } = await readOwn(year)
  return listSettings(place, own, entrySettings(year.level))
}

/** Every setting of a year as it is in force: by law, by the province, or by the school. Two statements. */
export const readSettings = (
  database: Database<'school'>,
  place: YearPlace,
): Promise<readonly DecidedSetting[]> =>
  withTenant(database, place.tenant, (transaction) => decidedOf({ transaction, ...place }))

/** Decides one setting for the school's year, with the reason. */
export const saveSetting = (
  database: Database<'school'>,
  at: SetUpPlace,
  typed: { readonly name: string; readonly value: string; readonly reason: string },
  by: SetUpBy,
): Promise<readonly DecidedSetting[]> =>
  settingUp(database, at, by, async (year) => {
    const { name, value } = typed
    const setting = findSetting(name, at.level, entrySettings(at.level))
    if (setting === undefined) throw refuseInput(`Không có thiết lập '${name}' ở cấp này.`)
    const reason = readText('Căn cứ, lí do', typed.reason, textLimits.phrase)
    const { place, school } = await readOwn(year)
    const fault = judgeSetting(setting, place, value)
    if (fault !== undefined) throw refuseInput(fault)
    await year.write([
      changeOf('setting', await findRow(year, 'setting', { name }), { name, value, reason }),
      ...(name === article9_3 ? [changeOf('school_year', school, { article9_3: value })] : []),
    ])
    const decided = await decidedOf(year)
    const order = judgeCalendar(new Map(decided.map((one) => [one.name, one.value])))
    if (order !== undefined) throw refuseInput(order)
    return decided
  })
