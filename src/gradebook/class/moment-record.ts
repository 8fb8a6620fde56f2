import type { Moment } from '../../evaluation/index.ts'
import type { SubjectLevel, TraitLevel } from '../../shared/ratings.ts'
import { isSubjectCode, type SubjectCode } from '../../shared/subjects.ts'
import type { CellValues } from '../cells/records.ts'
import type { SheetName } from '../sheet.ts'

/** The three moments of a primary year before its end. */
export type EarlierMoment = Exclude<Moment, 'year'>
export const earlierMoments = ['midterm1', 'term1', 'midterm2'] as const satisfies readonly EarlierMoment[]

/** What stands about one pupil at one moment (TT 27/2020, Điều 7); what is not entered is not there. */
export interface MomentRecord {
  readonly subjects: Partial<Record<SubjectCode, { readonly level?: SubjectLevel; readonly score?: number }>>
  readonly qualities: Readonly<Record<string, TraitLevel>>
  readonly competences: Readonly<Record<string, TraitLevel>>
}

/** One pupil's records at the three moments, from the cells of all sheets. */
export const toMomentRecords = (
  sheets: ReadonlyMap<SheetName, CellValues>,
): Readonly<Record<EarlierMoment, MomentRecord>> => ({
  midterm1: momentOf(sheets, 'midterm1'),
  term1: momentOf(sheets, 'term1'),
  midterm2: momentOf(sheets, 'midterm2'),
})

const momentOf = (sheets: ReadonlyMap<SheetName, CellValues>, moment: EarlierMoment): MomentRecord => ({
  subjects: Object.fromEntries(
    [...sheets].flatMap(([sheet, values]) =>
      isSubjectCode(sheet) ? [[sheet, subjectAt(values, moment)]] : [],
    ),
  ),
  qualities: traitsAt(sheets.get('homeroom'), `moments.${moment}.qualities.`),
  competences: traitsAt(sheets.get('homeroom'), `moments.${moment}.competences.`),
})

const subjectAt = (
  values: CellValues,
  moment: EarlierMoment,
): { readonly level?: SubjectLevel; readonly score?: number } => {
  const level = values.get(`moments.${moment}.level`)
  const score = values.get(`moments.${moment}.score`)
  return {
    ...(level == null ? {} : { level: level as SubjectLevel }),
    ...(score == null ? {} : { score: Number(score) }),
  }
}

const traitsAt = (values: CellValues | undefined, prefix: string): Readonly<Record<string, TraitLevel>> =>
  Object.fromEntries(
    [...(values ?? [])].flatMap(([path, value]) =>
      path.startsWith(prefix) && value !== null ? [[path.slice(prefix.length), value as TraitLevel]] : [],
    ),
  )
