import { gradesOfLevel, type EducationLevel, type Grade } from '../../../shared/education-level.ts'
import { subjectsOfLevel } from '../../../shared/subjects.ts'
import { blocksOfGrade } from '../layout/class-blocks.ts'
import { levelsPlan, marksPlan, summaryPlan } from './class-plans.ts'
import { guideSheet, listsSheet } from './guide.ts'
import { schoolSheet } from './school-plan.ts'
import { layOut } from './sheet-plan.ts'
import { packWorkbook, tables } from './write-workbook.ts'

const none = { staff: [], classes: [], assignments: [], students: [], history: [], amendments: [] }

/** Rows ready to be filled in, of a table and of a class. */
const spare = { table: 200, class: 45 }

const placeholderYear = '20… - 20…'

/** The empty workbook of a level (mẫu nhập): every sheet, and the two sheets of one sample class for each grade. */
export const writeTemplate = (level: EducationLevel): Promise<Uint8Array> =>
  packWorkbook([
    guideSheet(level),
    schoolSheet({ level }),
    ...tables(level, none, spare.table),
    ...gradesOfLevel[level].flatMap((grade) => classSheets(level, grade)),
    listsSheet(level),
  ])

const classSheets = (level: EducationLevel, grade: Grade) => {
  const schoolClass = { classId: `${grade}A1`, name: `${grade}A1`, grade }
  const year = { schoolYear: placeholderYear, level }
  const subjects = subjectsOfLevel[level]
    .filter((subject) => subject.grades.includes(grade) && !isRare(subject.code))
    .map(({ code }) => code)
  const blocks = blocksOfGrade(level, schoolClass, subjects)
  const plan = level === 'primary' ? levelsPlan : marksPlan
  return [
    layOut(plan(year, schoolClass, blocks, [], spare.class)),
    layOut(summaryPlan(year, schoolClass, [], spare.class)),
  ]
}

// Taught by few schools; a school that does copies another subject's columns and renames them.
const isRare = (code: string): boolean => ['TIENG_DAN_TOC', 'TIENG_DTTS', 'NGOAI_NGU_2'].includes(code)
