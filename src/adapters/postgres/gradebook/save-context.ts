import { isSheetOfGrade, type Deadline } from '../../../gradebook/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import { isSubjectCode } from '../../../shared/subjects.ts'
import type { RunPrepared } from '../connect.ts'
import type { Save } from './save-cells.ts'
import { contextStatement } from './save-statements.ts'
import { toDeadlines, type GatheredSettings } from './stored-deadlines.ts'

/** A pupil of the class whom a save names. */
export interface NamedPupil {
  readonly isExempt: boolean
  /** Whether single days are written down, which then make the totals of absences. */
  readonly hasDays: boolean
}

/** What the judgement of a save needs to know of the class. */
export interface SaveContext {
  readonly grade: Grade
  readonly periodsPerYear: number | null
  readonly pupils: ReadonlyMap<string, NamedPupil>
  readonly deadlines: readonly Deadline[]
}

interface ContextRow extends NamedPupil {
  readonly grade: Grade
  readonly periodsPerYear: number | null
  readonly studentCode: string | null
  readonly deadlines: GatheredSettings
}

/** Undefined where there is no such class, or the class has no such sheet. */
export const findSaveContext = async (
  run: RunPrepared,
  { place, cells }: Save,
): Promise<SaveContext | undefined> => {
  const { tenant, schoolYear, level, classId, sheet } = place
  const subject = isSubjectCode(sheet) ? sheet : null
  const codes = [...new Set(cells.map(({ studentCode }) => studentCode))]
  const rows = await run<ContextRow>(contextStatement, [tenant, schoolYear, level, classId, subject, codes])
  const [first] = rows
  if (first === undefined || !isSheetOfGrade(first.grade, sheet)) return undefined
  if (subject !== null && first.periodsPerYear === null) return undefined
  const pupils = rows.flatMap(({ studentCode, isExempt, hasDays }) =>
    studentCode === null ? [] : [[studentCode, { isExempt, hasDays }] as const],
  )
  return {
    grade: first.grade,
    periodsPerYear: first.periodsPerYear,
    pupils: new Map(pupils),
    deadlines: toDeadlines(first.deadlines),
  }
}
