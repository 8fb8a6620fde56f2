import { isSheetOfGrade } from '../../../gradebook/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import { isSubjectCode } from '../../../shared/subjects.ts'
import type { EntryFacts, PupilStanding } from '../../../workflow/index.ts'
import type { RunPrepared } from '../connect.ts'
import type { Save } from './save-cells.ts'
import { contextStatement } from './save-statements.ts'
import { toEntryFacts, type GatheredFacts } from './stored-entry-facts.ts'

/** A pupil of the class whom a save names. */
export interface NamedPupil extends PupilStanding {
  readonly isExempt: boolean
  /** Whether single days are written down, which then make the totals of absences. */
  readonly hasDays: boolean
}

/** What the judgement of a save needs to know of the class. */
export interface SaveContext {
  readonly grade: Grade
  readonly periodsPerYear: number | null
  readonly pupils: ReadonlyMap<string, NamedPupil>
  readonly facts: EntryFacts
}

interface ContextRow extends NamedPupil {
  readonly grade: Grade
  readonly periodsPerYear: number | null
  readonly studentCode: string | null
  readonly facts: GatheredFacts
}

/** Undefined where there is no such class, or the class has no such sheet. */
export const findSaveContext = async (
  run: RunPrepared,
  { place, cells, now }: Save,
): Promise<SaveContext | undefined> => {
  const { tenant, schoolYear, level, classId, sheet } = place
  const subject = isSubjectCode(sheet) ? sheet : null
  const codes = [...new Set(cells.map(({ studentCode }) => studentCode))]
  const values = [tenant, schoolYear, level, classId, subject, codes, sheet, now]
  const rows = await run<ContextRow>(contextStatement, values)
  const [first] = rows
  if (first === undefined || !isSheetOfGrade(first.grade, sheet)) return undefined
  if (subject !== null && first.periodsPerYear === null) return undefined
  const pupils = rows.flatMap(({ studentCode, ...pupil }) =>
    studentCode === null ? [] : [[studentCode, pupil] as const],
  )
  return {
    grade: first.grade,
    periodsPerYear: first.periodsPerYear,
    pupils: new Map(pupils),
    facts: toEntryFacts(first.facts),
  }
}
