import type { HomeroomRecord, SchoolClass } from '../../../records/index.ts'
import type { Findings } from '../findings.ts'
import type { Grid } from '../grid.ts'
import { primarySummaryColumns, secondarySummaryColumns } from '../layout/summary.ts'
import { orNothing, present, without } from '../present.ts'
import { readTable, type TableRow } from '../table/read-table.ts'
import { findPupil } from './pupils.ts'
import type { Reading } from './reading.ts'

/** Reads trang 'Tổng hợp …' of one class into the reading. */
export const readSummarySheet = (grid: Grid, schoolClass: SchoolClass, reading: Reading): void => {
  const isPrimary = reading.level === 'primary'
  const rows = isPrimary
    ? readTable(grid, primarySummaryColumns, reading.findings)
    : readTable(grid, secondarySummaryColumns, reading.findings)
  for (const row of rows) readRow(grid, row as SummaryRow, schoolClass, reading)
}

type SummaryColumns = typeof primarySummaryColumns & typeof secondarySummaryColumns
type SummaryRow = TableRow<SummaryColumns>

const readRow = (
  grid: Grid,
  { values, place }: SummaryRow,
  schoolClass: SchoolClass,
  reading: Reading,
): void => {
  const { findings, pupils, isNewRow } = reading
  const code = values.studentCode
  if (code === undefined) return
  const at = { code: place('studentCode'), name: place('studentName') }
  const pupil = findPupil(pupils, code, values.studentName, at, findings)
  if (!pupil || !isNewRow(grid, code, at.code)) return
  if (pupil.classId !== schoolClass.classId) {
    findings.problem(
      at.code,
      code,
      `học sinh ${pupil.profile.fullName} thuộc lớp ${pupil.schoolClass.name}, không phải lớp ${schoolClass.name}`,
      "chuyển dòng sang trang của lớp đó, hoặc sửa lớp ở trang 'Học sinh'",
    )
    return
  }
  reading.addHomeroom(pupil, toHomeroom(values, place, findings))
}

// What stands in a column of its own here and elsewhere in the record.
const notHomeroom = [
  'studentCode',
  'studentName',
  'excused',
  'unexcused',
  'conduct1',
  'conduct2',
  'conductAfterSummer',
] as const

const toHomeroom = (
  values: SummaryRow['values'],
  place: SummaryRow['place'],
  findings: Findings,
): Partial<HomeroomRecord> => {
  const { excused, unexcused, conduct1, conduct2, conductAfterSummer } = values
  if ((excused === undefined) !== (unexcused === undefined)) {
    const missing = excused === undefined ? 'excused' : 'unexcused'
    findings.problem(
      place(missing),
      '',
      'số buổi nghỉ phải ghi cả có phép và không phép',
      'ghi nốt ô còn trống; không nghỉ buổi nào thì ghi 0',
    )
  }
  return present({
    ...without(values, ...notHomeroom),
    absences: excused !== undefined && unexcused !== undefined ? { excused, unexcused } : undefined,
    conduct: orNothing(present({ 1: conduct1, 2: conduct2, afterSummer: conductAfterSummer })),
  })
}
