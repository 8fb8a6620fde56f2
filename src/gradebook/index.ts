export {
  countAbsences,
  homeroomCellsOf,
  subjectCellsOf,
  toHomeroomRecord,
  toSubjectRecord,
} from './cells/records.ts'
export type { CellValues } from './cells/records.ts'
export {
  closingsOn,
  deadlineSettings,
  findNextDeadline,
  readDeadline,
  titleOfPart,
  type Deadline,
} from './deadlines.ts'
export { listDueColumns } from './due-columns.ts'
export { describeCell, formatCell } from './cells/format-cell.ts'
export { parseCell } from './cells/parse-cell.ts'
export type { ParsedCell, TypingHabits } from './cells/parsed.ts'
export { listClassRecords, type ClassRecords } from './class-records.ts'
export { monthsOf } from './columns/attendance.ts'
export type { Column, ColumnKind, Option } from './columns/column.ts'
export { columnsOf, findColumn } from './columns/columns-of.ts'
export {
  computeRow,
  evaluateRow,
  type ColumnsByPath,
  type RowResult,
  type SheetFacts,
} from './evaluate-row.ts'
export {
  circularOf,
  inputOf,
  toEvaluationInput,
  type WrittenYear,
  type YearFacts,
} from './evaluation-input.ts'
export {
  classSheets,
  isSheetName,
  isSheetOfGrade,
  recordKindOf,
  sheetTitle,
  type ClassSheet,
  type Closing,
  type ListLengths,
  type SheetContext,
  type SheetName,
  type YearPart,
} from './sheet.ts'
export { listBorderline, type Borderline, type MissingCondition } from './class/borderline.ts'
export type { ClassCounts, SubjectCounts, Tally } from './class/class-counts.ts'
export {
  earlierMoments,
  toMomentRecords,
  type EarlierMoment,
  type MomentRecord,
} from './class/moment-record.ts'
export {
  summarizeClass,
  type ClassSummary,
  type SubjectCell,
  type SummarizedStudent,
  type SummaryPeriod,
  type SummaryRow,
  type SummarySubject,
} from './class/summarize-class.ts'
export {
  matchRows,
  type MatchedBy,
  type MatchedRow,
  type NamedStudent,
  type RowMatches,
} from './rows/match-rows.ts'
export type { PastedRow } from './rows/identity-columns.ts'
export {
  bookOfRecords,
  primarySummary,
  secondarySummary,
  sheetPage,
  trackingBook,
  type BookStudent,
  type ClassBook,
  type ClassPaper,
  type PaperCell,
  type PaperColumn,
  type PaperSection,
  type PaperTable,
  type SecondaryPeriod,
  type TaughtSubject,
} from './papers/index.ts'
