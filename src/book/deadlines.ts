import { settingRules, type SettingRule } from '../records/index.ts'
import type { PlainDate } from '../shared/dates.ts'
import type { EducationLevel } from '../shared/education-level.ts'
import { firstYearOf, type SchoolYear } from '../shared/school-year.ts'

/**
 * Pupils whose result stands at the end of the year (group A), or only after the summer's reassessment or
 * supplementary assessment (group B): each group has its own lock date (CV 1396/BGDĐT-GDTH, PL1 §2.1).
 */
export type StudentGroup = 'year-end' | 'after-summer'

/** The day a school's books are locked, as one authority set it for some levels and years. */
export interface LockDateRule {
  /** Province code; absent: the whole country. */
  readonly province?: string
  readonly level?: EducationLevel
  readonly schoolYear?: SchoolYear
  readonly group: StudentGroup
  /** Month and day in the calendar year in which the school year ends: '06-30'. */
  readonly monthDay: string
  readonly source: string
}

const groups: Readonly<Record<string, StudentGroup>> = {
  'deadline.report.year-end': 'year-end',
  'deadline.report.after-summer': 'after-summer',
}

const toLockDateRule = ({ name, value, article, ...where }: SettingRule): readonly LockDateRule[] => {
  const group = groups[name]
  if (group === undefined) return []
  const { province, level, fromSchoolYear: schoolYear } = where
  return [
    {
      ...(province === undefined ? {} : { province }),
      ...(level === undefined ? {} : { level }),
      ...(schoolYear === undefined ? {} : { schoolYear }),
      group,
      monthDay: value.slice('Y2-'.length),
      source: article,
    },
  ]
}

/** Settings, not constants: a province's own dates are one more file in src/records/settings. The most specific rule wins. */
export const lockDateRules: readonly LockDateRule[] = settingRules.flatMap(toLockDateRule)

export interface Jurisdiction {
  readonly province: string
  readonly level: EducationLevel
  readonly schoolYear: SchoolYear
}

const specificity = (rule: LockDateRule): number =>
  (rule.province === undefined ? 0 : 4) +
  (rule.level === undefined ? 0 : 2) +
  (rule.schoolYear === undefined ? 0 : 1)

const applies = (rule: LockDateRule, place: Jurisdiction, group: StudentGroup): boolean =>
  rule.group === group &&
  (rule.province ?? place.province) === place.province &&
  (rule.level ?? place.level) === place.level &&
  (rule.schoolYear ?? place.schoolYear) === place.schoolYear

/** Ngày hiệu lực dự kiến: the lock date of a pupil's group under the rules of province, level and school year. */
export const expectedEffectiveDate = (
  place: Jurisdiction,
  group: StudentGroup,
  rules: readonly LockDateRule[] = lockDateRules,
): PlainDate => {
  const rule = rules
    .filter((candidate) => applies(candidate, place, group))
    .reduce<LockDateRule | undefined>(
      (best, candidate) =>
        best !== undefined && specificity(best) >= specificity(candidate) ? best : candidate,
      undefined,
    )
  if (rule === undefined) throw new Error(`no lock date for ${group}`)
  return `${firstYearOf(place.schoolYear) + 1}-${rule.monthDay}` as PlainDate
}
