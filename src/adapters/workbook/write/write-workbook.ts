import type { NamedRange } from 'hucre'
import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import type { SchoolYearRecords } from '../../../records/index.ts'
import { amendmentColumns } from '../layout/amendments.ts'
import { blocksOfClass } from '../layout/class-blocks.ts'
import { assignmentColumns, classColumns } from '../layout/classes.ts'
import { sheetTitles } from '../layout/sheet-names.ts'
import { staffColumns } from '../layout/staff.ts'
import { historyColumns, studentColumns } from '../layout/students.ts'
import { levelsPlan, marksPlan, summaryPlan } from './class-plans.ts'
import { guideSheet, listsSheet } from './guide.ts'
import { amendmentRow, assignmentRow, classRow, historyRows, namesOf, schoolRow, studentRow } from './rows.ts'
import { schoolSheet } from './school-plan.ts'
import { headerTop, layOut } from './sheet-plan.ts'
import { defaultFont } from './style.ts'
import { tablePlan, type RowValues } from './table-plan.ts'

/**
 * Writes a school year as the workbook that `readWorkbook` reads back to equal records, provided that every pupil's
 * subjects stand in the order of the official form. The same records give the same bytes.
 */
export const writeWorkbook = async (records: SchoolYearRecords): Promise<Uint8Array> => {
  const year = { schoolYear: records.schoolYear, level: records.school.level }
  const byClass = Map.groupBy(records.students, ({ classId }) => classId)
  const classes = records.classes.flatMap((schoolClass) => {
    const students = byClass.get(schoolClass.classId) ?? []
    const plan = year.level === 'primary' ? levelsPlan : marksPlan
    return [
      layOut(plan(year, schoolClass, blocksOfClass(records, schoolClass), students)),
      layOut(summaryPlan(year, schoolClass, students)),
    ]
  })
  return packWorkbook([guideSheet(year.level), ...commonSheets(records), ...classes, listsSheet(year.level)])
}

const commonSheets = (records: SchoolYearRecords): readonly WriteSheet[] => {
  const names = namesOf(records)
  const { level } = records.school
  return [
    schoolSheet(schoolRow(records)),
    ...tables(level, {
      staff: records.staff.map((member) => ({ ...member, left: member.left ? true : undefined })),
      classes: records.classes.map((schoolClass) => classRow(schoolClass, names)),
      assignments: records.assignments.map((assignment) => assignmentRow(assignment, names)),
      students: records.students.map(studentRow),
      history: records.students.flatMap(historyRows),
      amendments: records.amendments.map((amendment) => amendmentRow(amendment, names)),
    }),
  ]
}

type TableName = 'staff' | 'classes' | 'assignments' | 'students' | 'history' | 'amendments'

/** The sheets that hold one table each, in the order in which they are filled in. */
export const tables = (
  level: SchoolYearRecords['school']['level'],
  rows: Readonly<Record<TableName, readonly RowValues[]>>,
  spareRows = 0,
): readonly WriteSheet[] => {
  const table = (
    key: TableName,
    columns: Parameters<typeof tablePlan>[1],
    title: string,
    frozenColumns: number,
    tab: string,
  ) =>
    layOut(
      tablePlan(
        { name: sheetTitles[key], title, caption: caption, spareRows, frozenColumns, tab },
        columns,
        rows[key],
      ),
    )
  return [
    table('staff', staffColumns, 'DANH SÁCH CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN', 4, 'C55A11'),
    table('classes', classColumns, 'DANH SÁCH LỚP', 3, 'C55A11'),
    table('assignments', assignmentColumns(level), 'PHÂN CÔNG GIẢNG DẠY', 3, 'C55A11'),
    table('students', studentColumns, 'SƠ YẾU LÍ LỊCH HỌC SINH', 6, 'BF9000'),
    table('history', historyColumns, 'QUÁ TRÌNH HỌC TẬP', 3, 'BF9000'),
    table('amendments', amendmentColumns(level), 'ĐÍNH CHÍNH SAU KHI PHÁT HÀNH', 3, 'C00000'),
  ]
}

const caption = 'Tiêu đề nền cam là cột bắt buộc. Mỗi dòng một mục, không để công thức.'

/** A fixed date, so that the same records give the same bytes. */
const modified = new Date(Date.UTC(2020, 0, 1))

// The header repeats on every printed page. The library's own option leaves a sheet's name unquoted, which Excel
// takes for damage as soon as the name has a space.
const printTitles = ({ name, freezePane }: WriteSheet): readonly NamedRange[] => {
  const lastRow = freezePane?.rows ?? 0
  if (lastRow <= headerTop) return []
  const range = `'${name.replaceAll("'", "''")}'!$${headerTop + 1}:$${lastRow}`
  return [{ name: '_xlnm.Print_Titles', range, scope: name }]
}

/** Packs sheets into the bytes of a workbook. */
export const packWorkbook = (sheets: readonly WriteSheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [...sheets],
    namedRanges: sheets.flatMap(printTitles),
    defaultFont,
    properties: { title: 'Sổ ghi kết quả năm học', creator: 'Học bạ số', created: modified, modified },
  })
