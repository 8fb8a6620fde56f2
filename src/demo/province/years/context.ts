import type { SchoolingHistoryRow, StudentProfile, YearBeforeReason } from '../../../records/index.ts'
import type { PlainDate } from '../../../shared/dates.ts'
import type { Grade } from '../../../shared/education-level.ts'
import { gradesOfLevel } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { firstYearOf, schoolYearFrom } from '../../../shared/school-year.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import { classNameOf } from '../class-plan.ts'
import type { SchoolSite } from '../places.ts'
import { formerSchools } from '../places.ts'
import type { Pupil } from '../pupils.ts'
import type { Random } from '../random.ts'
import type { ClassOfYear } from '../staffing/assignments.ts'

/** One pupil in one year, with what is needed to write that year down. */
export interface YearContext {
  readonly pupil: Pupil
  readonly site: SchoolSite
  readonly schoolYear: SchoolYear
  readonly classOfYear: ClassOfYear
  /** True in the last year, where the special cases happen; the year before was an ordinary one. */
  readonly isLastYear: boolean
  readonly periodsOf: (subject: SubjectCode) => number
  readonly random: Random
}

/** The first school year whose records carry the units without districts. */
const firstYearWithoutDistricts = 2025

/** The cover's data as they were written in that year. */
export const profileInYear = ({ pupil, schoolYear }: YearContext): StudentProfile =>
  firstYearOf(schoolYear) >= firstYearWithoutDistricts
    ? pupil.profile
    : { ...pupil.profile, address: pupil.formerAddress }

const startOf = (firstYear: number): PlainDate => `${firstYear}-09-05`

/** Whether the earlier years of the level were spent at another school. */
const cameFromElsewhere = ({ case: name }: Pupil): boolean =>
  name === 'year-before-other-system' || name === 'transferred-mid-year'

const rowOf = (
  { pupil, site, classOfYear }: YearContext,
  grade: Grade,
  firstYear: number,
): SchoolingHistoryRow => {
  const common = {
    schoolYear: schoolYearFrom(firstYear),
    className: cameFromElsewhere(pupil) ? `${grade}C` : classNameOf(classOfYear.plan, grade),
  }
  if (cameFromElsewhere(pupil)) {
    const former = formerSchools[site.level]
    return { ...common, schoolCode: former.code, schoolName: former.name }
  }
  const isFirst = grade === gradesOfLevel[site.level][0]
  return {
    ...common,
    schoolCode: site.code,
    schoolName: site.name,
    ...(pupil.profile.registerNumber === undefined ? {} : { registerNumber: pupil.profile.registerNumber }),
    ...(isFirst ? { entryDate: startOf(firstYear) } : {}),
  }
}

/** Quá trình học tập: the years of the level before this one, and the term spent elsewhere of one who moved in. */
export const historyBefore = (context: YearContext): readonly SchoolingHistoryRow[] => {
  const { classOfYear, schoolYear, site, pupil } = context
  const earlier = gradesOfLevel[site.level].filter((grade) => grade < classOfYear.grade)
  const rows = earlier.map((grade) =>
    rowOf(context, grade, firstYearOf(schoolYear) - (classOfYear.grade - grade)),
  )
  const movedDuringYear = pupil.case === 'transferred-mid-year'
  return movedDuringYear ? [...rows, rowOf(context, classOfYear.grade, firstYearOf(schoolYear))] : rows
}

/** Ngày nhập học or chuyển đến, for those who came to the school this year. */
export const entryDateIn = ({ pupil, classOfYear, schoolYear, site }: YearContext): PlainDate | undefined => {
  const firstYear = firstYearOf(schoolYear)
  if (pupil.case === 'transferred-mid-year') return `${firstYear + 1}-01-19`
  const isNew = cameFromElsewhere(pupil) || classOfYear.grade === gradesOfLevel[site.level][0]
  return isNew ? startOf(firstYear) : undefined
}

/** Where the year before is recorded, unless its book is issued here too. */
export const yearBeforeOf = ({
  pupil,
  classOfYear,
  site,
  isLastYear,
}: YearContext): YearBeforeReason | undefined => {
  if (isLastYear && pupil.wasHereBefore) return undefined
  if (classOfYear.grade === gradesOfLevel[site.level][0]) return 'first'
  return cameFromElsewhere(pupil) ? 'other-system' : 'paper'
}
