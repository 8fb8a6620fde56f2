import { currentCircularOf, findRuleSet, type Assessments } from '../../evaluation/index.ts'
import { levelOfGrade } from '../../shared/education-level.ts'
import { findSubject, isSubjectCode, type SubjectCode } from '../../shared/subjects.ts'
import type { SheetContext } from '../sheet.ts'
import { attendanceColumns, dayColumnOf } from './attendance.ts'
import { finishColumns, type Column, type Draft } from './column.ts'
import { commentedColumns } from './commented.ts'
import { secondaryHomeroomColumns } from './homeroom.ts'
import { leveledColumns } from './leveled.ts'
import { markedColumns } from './marked.ts'
import { decisionOptions } from './options.ts'
import { primaryHomeroomColumns } from './primary-homeroom.ts'

/**
 * The columns of a sheet in the order of the school's book, as the circular of its school year asks for them. None
 * where the class's grade has no such subject.
 */
export const columnsOf = (context: SheetContext): readonly Column[] =>
  finishColumns(context, draftsOf(context))

/** The column a path belongs to: also a day of another month than the one shown. */
export const findColumn = (context: SheetContext, path: string): Column | undefined => {
  if (context.sheet !== 'attendance') return columnsOf(context).find((column) => column.path === path)
  const day = dayColumnOf(context.schoolYear, path)
  return day === undefined ? undefined : finishColumns(context, [day])[0]
}

const draftsOf = (context: SheetContext): readonly Draft[] => {
  const { sheet, grade } = context
  if (isSubjectCode(sheet)) return subjectColumns(context, sheet)
  if (sheet === 'attendance') return attendanceColumns(context)
  if (sheet === 'decisions') return decisionColumns
  return levelOfGrade(grade) === 'primary'
    ? primaryHomeroomColumns(context)
    : secondaryHomeroomColumns(context)
}

const subjectColumns = (context: SheetContext, code: SubjectCode): readonly Draft[] => {
  const subject = findSubject(levelOfGrade(context.grade), code)
  if (subject?.grades.includes(context.grade) !== true) return []
  const assessments = assessmentsOf(context)
  if (subject.assessedBy === undefined) return leveledColumns(context, assessments, subject)
  return subject.assessedBy === 'mark'
    ? markedColumns(context, assessments)
    : commentedColumns(context, assessments)
}

const assessmentsOf = ({ grade, schoolYear }: SheetContext): Assessments => {
  const circular = currentCircularOf(levelOfGrade(grade), schoolYear)
  const ruleSet = findRuleSet(circular, schoolYear)
  if (ruleSet === undefined) throw new Error(`no circular governs grade ${grade} in ${schoolYear}`)
  return ruleSet.assessments
}

const decisionColumns: readonly Draft[] = [
  {
    path: 'principalDecision',
    title:
      'Quyết định của hiệu trưởng (sau đánh giá bổ sung: TT 27/2020, Điều 11; học sinh khuyết tật: ' +
      'TT 22/2021, Điều 12)',
    shortTitle: 'Quyết định',
    kind: 'choice',
    options: decisionOptions,
    part: 'summer',
  },
]
