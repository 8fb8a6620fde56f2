import type { PlainDate } from '../../shared/dates.ts'
import { firstYearOf, type SchoolYear } from '../../shared/school-year.ts'
import { calendar2025 } from './calendar-2025.ts'
import { countryRules } from './country.ts'
import { haiPhong2025 } from './hai-phong-2025.ts'
import { hoChiMinh2024 } from './ho-chi-minh-2024.ts'
import type { SettingPlace, SettingRule } from './setting.ts'

/** Every text that sets something: a new circular or a province's plan is one file and one line here. */
export const settingRules: readonly SettingRule[] = [
  ...countryRules,
  ...calendar2025,
  ...haiPhong2025,
  ...hoChiMinh2024,
]

const holds = (rule: SettingRule, { province, level, schoolYear }: SettingPlace): boolean =>
  (rule.province ?? province) === province &&
  (rule.level ?? level) === level &&
  (rule.fromSchoolYear ?? schoolYear) <= schoolYear &&
  schoolYear <= (rule.toSchoolYear ?? schoolYear)

const specificity = ({ province, level, fromSchoolYear }: SettingRule): number =>
  (province === undefined ? 0 : 4) + (level === undefined ? 0 : 2) + (fromSchoolYear === undefined ? 0 : 1)

/** The rule that decides a name at a place: the most specific one; undefined where none is known. */
export const findRule = (
  name: string,
  place: SettingPlace,
  rules: readonly SettingRule[] = settingRules,
): SettingRule | undefined =>
  rules
    .filter((rule) => rule.name === name && holds(rule, place))
    .reduce<SettingRule | undefined>(
      (best, rule) => (best !== undefined && specificity(best) >= specificity(rule) ? best : rule),
      undefined,
    )

/** What a rule says for a school year: 'Y1' and 'Y2' are the calendar years in which it begins and ends. */
export const ruleValue = ({ value }: SettingRule, schoolYear: SchoolYear): string =>
  value.replace(/^Y([12])-/, (_all, year: string) => `${firstYearOf(schoolYear) + Number(year) - 1}-`)

/** Whether a deadline has gone by on a day: 'trước ngày' counts until the end of that day in Viet Nam. */
export const isPast = (deadline: PlainDate, today: PlainDate): boolean => today > deadline
