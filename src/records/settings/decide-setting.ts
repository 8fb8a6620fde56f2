import { formatDate, isPlainDate } from '../../shared/dates.ts'
import { settings, settingsOf } from './catalogue.ts'
import { findRule, ruleValue } from './find-setting.ts'
import type { Setting, SettingPlace } from './setting.ts'

/** What the school decided otherwise, and why. */
export interface OwnDecision {
  readonly value: string
  readonly reason: string
}

/** A setting as it is in force in a school year, and by whose word. */
export interface DecidedSetting extends Setting {
  /** Null where nobody has set anything. */
  readonly value: string | null
  readonly source: 'law' | 'province' | 'school'
  readonly article: string
}

/** One setting in force: the school's own decision, else the most specific text's. */
export const decideSetting = (
  setting: Setting,
  place: SettingPlace,
  own: OwnDecision | undefined,
): DecidedSetting => {
  if (own !== undefined) return { ...setting, value: own.value, source: 'school', article: own.reason }
  const rule = findRule(setting.name, place)
  if (rule === undefined) return { ...setting, value: null, source: 'school', article: 'Trường chưa đặt' }
  return {
    ...setting,
    value: ruleValue(rule, place.schoolYear),
    source: rule.province === undefined ? 'law' : 'province',
    article: rule.article,
  }
}

/** All settings of a school year in force, with more of the same kind (hạn nhập) behind them. */
export const listSettings = (
  place: SettingPlace,
  own: ReadonlyMap<string, OwnDecision>,
  more: readonly Setting[] = [],
): readonly DecidedSetting[] =>
  [...settingsOf(place.level), ...more].map((setting) => decideSetting(setting, place, own.get(setting.name)))

/** Why a school may not set this: in Vietnamese, with the remedy; undefined where it may. */
export const judgeSetting = (setting: Setting, place: SettingPlace, value: string): string | undefined => {
  const { title, kind, options = [] } = setting
  if (kind === 'date') return judgeDate(setting, place, value)
  if (kind === 'choice' && !options.some((option) => option.value === value))
    return `Mục '${title}': không có lựa chọn '${value}' → chọn một trong các lựa chọn đã nêu.`
  if (kind === 'flag' && value !== 'true' && value !== 'false') return `Mục '${title}': chọn có hoặc không.`
  if (kind === 'number' && !/^\d{1,6}$/.test(value)) return `Mục '${title}': gõ một số nguyên.`
  return undefined
}

const judgeDate = (setting: Setting, place: SettingPlace, value: string): string | undefined => {
  const { title, isLatest = false } = setting
  if (!isPlainDate(value)) return `Mục '${title}': ngày không có thật → gõ ngày/tháng/năm, ví dụ 30/06/2026.`
  const [first, last] = [`${place.schoolYear.slice(0, 4)}-07-01`, `${place.schoolYear.slice(5)}-09-30`]
  if (value < first || value > last)
    return `Mục '${title}': ngày ${formatDate(value)} nằm ngoài năm học ${place.schoolYear} → chọn ngày khác.`
  const rule = isLatest ? findRule(setting.name, place) : undefined
  const latest = rule && ruleValue(rule, place.schoolYear)
  return latest !== undefined && value > latest
    ? `Mục '${title}': không được muộn hơn ${formatDate(latest)} (${rule?.article ?? ''}) → chọn ngày sớm hơn.`
    : undefined
}

/** A setting by its name; undefined where a level has none of that name. */
export const findSetting = (
  name: string,
  level: SettingPlace['level'],
  more: readonly Setting[] = [],
): Setting | undefined => [...settingsOf(level), ...more].find((setting) => setting.name === name)

/** Terms and days must follow each other; a message where a value would break that. */
export const judgeCalendar = (values: ReadonlyMap<string, string | null>): string | undefined => {
  const order = settings.filter(({ name }) => name.startsWith('calendar.'))
  const set = order.flatMap(({ name, title }) => {
    const value = values.get(name) ?? null
    return value === null ? [] : [{ title, value }]
  })
  const at = set.findIndex(({ value }, index) => index > 0 && value <= (set[index - 1]?.value ?? ''))
  return at < 0
    ? undefined
    : `${set[at]?.title ?? ''} phải sau ${uncapitalized(set[at - 1]?.title ?? '')} → sửa một trong hai ngày.`
}

// The numbers of terms stay capitals: 'ngày kết thúc học kì I'.
const uncapitalized = (title: string): string => title.slice(0, 1).toLowerCase() + title.slice(1)
