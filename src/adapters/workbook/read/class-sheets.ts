import type { SchoolClass } from '../../../records/index.ts'
import { wholeSheet } from '../findings.ts'
import { fold } from '../fold.ts'
import { readMarkSheets } from '../foreign/mark-sheets.ts'
import { findMarkHeader } from '../foreign/mark-sheet.ts'
import { isBlank, type Grid } from '../grid.ts'
import { classSheetName, classSheetPrefixes } from '../layout/sheet-names.ts'
import { findGroupedHeader } from '../table/grouped.ts'
import { isStudentCode } from './class-header.ts'
import { readClassSheet } from './class-sheet.ts'
import type { Reading } from './reading.ts'
import type { ClassSheet, ClassSheetKind } from './sheet-roles.ts'
import { readSummarySheet } from './summary-sheet.ts'

/** Reads the two sheets of every class, and says which class has none. */
export const readClassSheets = (
  sheets: readonly ClassSheet[],
  others: readonly Grid[],
  reading: Reading,
): void => {
  const done = new Map<string, string>()
  const exported = sheets.filter((sheet) => isExported(sheet))
  for (const sheet of sheets.filter((candidate) => !exported.includes(candidate))) {
    const schoolClass = classOf(sheet, reading)
    if (!schoolClass) continue
    const kind = sheet.kind === 'summary' ? 'summary' : 'subjects'
    const first = done.get(`${kind} ${schoolClass.classId}`)
    if (first !== undefined) {
      reading.findings.problem(
        wholeSheet(sheet.grid.name),
        sheet.grid.name,
        `lớp ${schoolClass.name} đã có trang '${first}'`,
        'gộp hai trang thành một, hoặc sửa ô Mã lớp',
      )
      continue
    }
    done.set(`${kind} ${schoolClass.classId}`, sheet.grid.name)
    if (kind === 'summary') readSummarySheet(sheet.grid, schoolClass, reading)
    else readClassSheet(sheet.grid, schoolClass, reading)
    tellUnlisted(sheet.grid, schoolClass, reading)
  }
  const marked = readMarkSheets([...others, ...exported.map(({ grid }) => grid)], reading)
  for (const schoolClass of reading.classes.list) tellMissing(schoolClass, done, marked, reading)
}

// 'Điểm 6A1 - Toán - HK1' is an exported sheet, though its tab begins like one of ours.
const isExported = ({ grid, calledInside }: ClassSheet): boolean =>
  calledInside === undefined && findMarkHeader(grid) !== undefined

// Such a pupil simply has no marks yet, and the evaluation says what is missing; but it may be an oversight.
const tellUnlisted = (grid: Grid, { classId }: SchoolClass, { pupils, hasRow, findings }: Reading): void => {
  for (const { classId: own, profile } of pupils.list)
    if (own === classId && !hasRow(grid, profile.studentCode))
      findings.note(
        wholeSheet(grid.name),
        `học sinh ${profile.fullName} (mã ${profile.studentCode}) không có dòng nào ở trang này`,
      )
}

const tellMissing = (
  schoolClass: SchoolClass,
  done: ReadonlyMap<string, string>,
  marked: ReadonlySet<string>,
  { pupils, level, findings }: Reading,
): void => {
  if (!pupils.list.some(({ classId }) => classId === schoolClass.classId)) return
  const subjects: ClassSheetKind = level === 'primary' ? 'levels' : 'marks'
  for (const [kind, prefix] of [
    ['subjects', classSheetPrefixes[subjects]],
    ['summary', classSheetPrefixes.summary],
  ] as const) {
    if (
      done.has(`${kind} ${schoolClass.classId}`) ||
      (kind === 'subjects' && marked.has(schoolClass.classId))
    )
      continue
    const name = classSheetName(prefix, schoolClass.name)
    findings.problem(
      wholeSheet(name),
      '',
      `thiếu trang '${name}'`,
      'sao chép trang mẫu của lớp, đổi tên trang và sửa ô Mã lớp',
    )
  }
}

// A copied sheet whose tab was renamed but whose second row was not must not give one class the marks of another.
const classOf = (
  { grid, kind, calledByTab, calledInside }: ClassSheet,
  { classes, findings }: Reading,
): SchoolClass | undefined => {
  const inside = calledInside === undefined ? undefined : classes.find(calledInside)
  const byTab =
    classes.find(calledByTab) ??
    classes.list.find(({ name }) => fold(classSheetName(classSheetPrefixes[kind], name)) === fold(grid.name))
  if (inside && byTab && inside !== byTab) {
    findings.problem(
      { sheet: grid.name, cell: 'B2' },
      calledInside,
      `tên trang nói lớp ${byTab.name} nhưng ô Mã lớp ghi lớp ${inside.name}`,
      'sửa ô Mã lớp hoặc tên trang cho khớp',
    )
    return undefined
  }
  const called = calledInside ?? calledByTab
  const found = calledInside === undefined ? byTab : inside
  if (!found && isUnfilled(grid))
    findings.note(wholeSheet(grid.name), `trang trống của lớp '${called}' không có ở trang Lớp, không đọc`)
  else if (!found && !classes.isClaimed(called))
    findings.problem(
      wholeSheet(grid.name),
      called,
      `không có lớp '${called}'`,
      "sửa tên trang và ô Mã lớp, hoặc thêm lớp này vào trang 'Lớp'",
    )
  return found
}

// The template has a sheet for every grade; those that a school does not need stay empty.
const isUnfilled = (grid: Grid): boolean => {
  const header = findGroupedHeader(grid, isStudentCode, () => true)
  const rows = grid.rows.slice(header?.firstRow ?? 0)
  return header !== undefined && rows.every((row) => row.every(isBlank))
}
