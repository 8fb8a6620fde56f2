import type { YearReport } from '../bookfile/index.ts'
import type { EducationLevel } from '../shared/education-level.ts'
import type { Circular } from '../shared/ratings.ts'
import { firstYearOf } from '../shared/school-year.ts'

/** Biểu mẫu: one released form of the page. A released one is never edited, only succeeded by one more line. */
export interface RenditionTemplate {
  /** As recorded in the PDF; also the template's folder. */
  readonly version: string
  readonly circular: Circular
  readonly level: EducationLevel
  /** The first school year it is used for, by the calendar year in which that begins. */
  readonly firstYear: number
}

/** Newest first, by circular and level. */
export const renditionTemplates: readonly RenditionTemplate[] = [
  // TT 27/2020, Phụ lục 1
  { version: 'tt27-2020/1', circular: 'TT27/2020', level: 'primary', firstYear: 2020 },
  // TT 22/2021, Phụ lục
  { version: 'tt22-2021-lower/1', circular: 'TT22/2021', level: 'lower-secondary', firstYear: 2021 },
  { version: 'tt22-2021-upper/1', circular: 'TT22/2021', level: 'upper-secondary', firstYear: 2021 },
]

/** The form a report is printed on: the newest for its circular, level and school year, or a version asked for. */
export const findTemplate = (
  { cover, identity, version }: YearReport,
  wanted?: string,
): RenditionTemplate | undefined =>
  renditionTemplates.find(
    (template) =>
      template.circular === version.circular &&
      template.level === cover.level &&
      template.firstYear <= firstYearOf(identity.schoolYear) &&
      (wanted === undefined || wanted === template.version),
  )

/** The rendition version by which a report would be printed today; undefined where no form is known for it. */
export const renditionVersionOf = (report: YearReport): string | undefined => findTemplate(report)?.version
