import type { SchoolClass, StudentYear } from '../../../records/index.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SubjectBlock } from '../layout/class-blocks.ts'
import type { Leaf } from '../layout/marks.ts'
import { classIdCaption, classSheetName, classSheetPrefixes } from '../layout/sheet-names.ts'
import { nameColumn, studentCodeColumn } from '../layout/students.ts'
import { valueIn } from '../layout/subject-values.ts'
import { primarySummaryColumns, secondarySummaryColumns } from '../layout/summary.ts'
import { traitColumns, type TraitTarget } from '../layout/traits.ts'
import { summaryRow } from './rows.ts'
import { ordinalColumn, type PlannedColumn, type SheetPlan } from './sheet-plan.ts'
import { cellOf, tablePlan } from './table-plan.ts'

const tabs = { marks: '2E75B6', summary: '548235' }

type Class = Pick<SchoolClass, 'classId' | 'name' | 'grade'>
type Year = { readonly schoolYear: string; readonly level: EducationLevel }

const frame = (schoolClass: Class, spareRows: number) => ({
  code: { caption: classIdCaption, value: schoolClass.classId },
  spareRows,
  frozenColumns: 3,
})

const pupilColumns: readonly PlannedColumn[] = [
  ordinalColumn,
  { path: [studentCodeColumn.caption], column: studentCodeColumn },
  { path: [nameColumn.caption], column: nameColumn },
]

const leafPath = (block: SubjectBlock, { term, column }: Leaf): readonly string[] => {
  if (block.kind === 'leveled') return [block.name, column.caption]
  return term === undefined
    ? [block.name, 'Cả năm', column.caption]
    : [block.name, `Học kì ${'I'.repeat(term)}`, column.caption]
}

const pupilCells = ({ profile }: StudentYear, at: number): (string | number | null)[] => [
  at + 1,
  profile.studentCode,
  cellOf(nameColumn, profile.fullName),
]

const blockCells = (student: StudentYear, blocks: readonly SubjectBlock[]): (string | number | null)[] => {
  const records = new Map(student.subjects.map((record) => [record.subject, record]))
  return blocks.flatMap(({ subject, leaves }) => {
    const record = records.get(subject)
    return leaves.map((leaf) => (record ? cellOf(leaf.column, valueIn(record, leaf)) : null))
  })
}

/** 'Điểm 6A1': the marks of a secondary class, subject by subject. */
export const marksPlan = (
  year: Year,
  schoolClass: Class,
  blocks: readonly SubjectBlock[],
  students: readonly StudentYear[],
  spareRows = 0,
): SheetPlan => ({
  ...frame(schoolClass, spareRows),
  name: classSheetName(classSheetPrefixes.marks, schoolClass.name),
  title: `SỔ THEO DÕI VÀ ĐÁNH GIÁ HỌC SINH – LỚP ${schoolClass.name} – NĂM HỌC ${year.schoolYear}`,
  caption: 'Điểm 0-10, một chữ số thập phân. v: vắng không đánh giá bù. M: miễn học. Đ/CĐ: Đạt/Chưa đạt.',
  tab: tabs.marks,
  columns: [
    ...pupilColumns,
    ...blocks.flatMap((block) =>
      block.leaves.map((leaf) => ({ path: leafPath(block, leaf), column: leaf.column })),
    ),
  ],
  rows: students.map((student, at) => [...pupilCells(student, at), ...blockCells(student, blocks)]),
})

/** 'Đánh giá 3A': levels, scores and comments of a primary class, then qualities and competences. */
export const levelsPlan = (
  year: Year,
  schoolClass: Class,
  blocks: readonly SubjectBlock[],
  students: readonly StudentYear[],
  spareRows = 0,
): SheetPlan => {
  const traits = traitColumns(schoolClass.grade)
  return {
    ...marksPlan(year, schoolClass, blocks, students, spareRows),
    name: classSheetName(classSheetPrefixes.levels, schoolClass.name),
    title: `BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ GIÁO DỤC – LỚP ${schoolClass.name} – NĂM HỌC ${year.schoolYear}`,
    caption:
      'Môn học: T, H, C (Hoàn thành tốt, Hoàn thành, Chưa hoàn thành). Phẩm chất, năng lực: T, Đ, C (Tốt, Đạt, Cần cố gắng).',
    columns: [
      ...pupilColumns,
      ...blocks.flatMap((block) =>
        block.leaves.map((leaf) => ({ path: leafPath(block, leaf), column: leaf.column })),
      ),
      ...traits.map(({ group, column }) => ({ path: [group, column.caption], column })),
    ],
    rows: students.map((student, at) => [
      ...pupilCells(student, at),
      ...blockCells(student, blocks),
      ...traits.map(({ target, column }) => cellOf(column, traitOf(student, target))),
    ]),
  }
}

const traitOf = ({ homeroom }: StudentYear, target: TraitTarget): string | undefined => {
  if (target.kind === 'comment') return homeroom[target.key]
  return target.kind === 'quality' ? homeroom.qualities?.[target.code] : homeroom.competences?.[target.code]
}

/** 'Tổng hợp 6A1': what the homeroom teacher writes. */
export const summaryPlan = (
  year: Year,
  schoolClass: Class,
  students: readonly StudentYear[],
  spareRows = 0,
): SheetPlan =>
  tablePlan(
    {
      ...frame(schoolClass, spareRows),
      name: classSheetName(classSheetPrefixes.summary, schoolClass.name),
      title: `TỔNG HỢP CỦA GIÁO VIÊN CHỦ NHIỆM – LỚP ${schoolClass.name} – NĂM HỌC ${year.schoolYear}`,
      caption: 'Ô để trống là chưa ghi; không nghỉ buổi nào thì ghi 0.',
      tab: tabs.summary,
    },
    year.level === 'primary' ? primarySummaryColumns : secondarySummaryColumns,
    students.map(summaryRow),
  )
