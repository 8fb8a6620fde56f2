import type { SchoolYearRecords, StudentYear } from '../../records/index.ts'
import {
  createFindings,
  wholeSheet,
  type Findings,
  type WorkbookNote,
  type WorkbookProblem,
} from './findings.ts'
import { sheetTitles } from './layout/sheet-names.ts'
import { openWorkbook } from './open-workbook.ts'
import { readAmendments } from './read/amendments.ts'
import { readClassSheets } from './read/class-sheets.ts'
import { enrol, readHistory, type Pupils } from './read/pupils.ts'
import { beginReading, type Reading } from './read/reading.ts'
import { without } from './present.ts'
import { checkTeacher, isStaffExport, readAssignments, readClasses, readStaff } from './read/registers.ts'
import { readSchool } from './read/read-school.ts'
import { sortSheets, type SheetRoles, type TableSheet } from './read/sheet-roles.ts'
import { readStudentLists } from './read/student-lists.ts'

/** What a workbook holds, or everything that keeps it from being accepted. */
export type WorkbookReading =
  | { readonly ok: true; readonly records: SchoolYearRecords; readonly notes: readonly WorkbookNote[] }
  | {
      readonly ok: false
      /** The first problems, in the order of the sheets. */
      readonly problems: readonly WorkbookProblem[]
      /** How many there are in all. */
      readonly problemCount: number
    }

/**
 * Reads one school year from a workbook (.xlsx bytes): all of it, or the list of its problems. Nothing is repaired;
 * what was understood although written unexpectedly is noted.
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  { fileName }: { readonly fileName: string },
): Promise<WorkbookReading> => {
  const findings = createFindings(fileName)
  const opened = await openWorkbook(bytes)
  if ('fault' in opened) {
    const { sheet = '', cell = '', value = '', message, remedy } = opened.fault
    findings.problem({ sheet, cell }, value, message, remedy)
    return refused(findings)
  }
  const records = readSheets(sortSheets(opened.ok, findings), findings)
  if (records === undefined || findings.problemCount() > 0) return refused(findings)
  return { ok: true, records, notes: findings.notes() }
}

const refused = (findings: Findings): WorkbookReading => ({
  ok: false,
  problems: findings.problems(),
  problemCount: findings.problemCount(),
})

const tableOf = (roles: SheetRoles, key: TableSheet, findings: Findings) => {
  const grid = roles.tables.get(key)
  if (!grid)
    findings.problem(
      wholeSheet(sheetTitles[key]),
      '',
      `thiếu trang '${sheetTitles[key]}'`,
      `thêm trang '${sheetTitles[key]}' như trong tệp mẫu (hocba template)`,
    )
  return grid
}

const readSheets = (roles: SheetRoles, findings: Findings): SchoolYearRecords | undefined => {
  const schoolGrid = tableOf(roles, 'school', findings)
  const staffExport = roles.tables.has('staff') ? undefined : roles.others.find(isStaffExport)
  const staffGrid = staffExport ?? tableOf(roles, 'staff', findings)
  const classGrid = tableOf(roles, 'classes', findings)
  const assignmentGrid = tableOf(roles, 'assignments', findings)
  const staff = staffGrid ? readStaff(staffGrid, findings) : undefined
  const school = schoolGrid && readSchool(schoolGrid, findings)
  if (!school || !staff) return undefined
  const { level } = school.school
  checkTeacher(staff, school.school.approver.staffCode, school.approverAt, findings)
  if (!classGrid) return undefined
  const classes = readClasses(classGrid, level, staff, findings)
  const assignments = assignmentGrid ? readAssignments(assignmentGrid, level, staff, classes, findings) : []
  const others = roles.others.filter((grid) => grid !== staffExport)
  const { rows, rest } = readStudentLists({ ...roles, others }, findings)
  const pupils = enrol(rows, classes, findings)
  const historyGrid = roles.tables.get('history')
  const history: Histories = historyGrid ? readHistory(historyGrid, pupils, findings) : new Map()
  const assigned = new Set(assignments.map(({ classId, subject }) => `${classId}\n${subject}`))
  const reading = beginReading({
    level,
    findings,
    classes,
    pupils,
    assigned: (classId, subject) => assigned.has(`${classId}\n${subject}`),
  })
  readClassSheets(roles.classSheets, rest, reading)
  const amendmentGrid = roles.tables.get('amendments')
  return {
    school: school.school,
    schoolYear: school.schoolYear,
    staff: staff.members,
    classes: classes.list,
    assignments,
    students: assemble(pupils, history, reading),
    amendments: amendmentGrid ? readAmendments(amendmentGrid, level, pupils, findings) : [],
  }
}

type Histories = ReturnType<typeof readHistory>

const assemble = (pupils: Pupils, history: Histories, reading: Reading): readonly StudentYear[] =>
  pupils.list.map((pupil) => ({
    ...without(pupil, 'schoolClass'),
    history: history.get(pupil.profile.studentCode) ?? [],
    subjects: reading.subjectsOf(pupil.profile.studentCode),
    homeroom: reading.homeroomOf(pupil.profile.studentCode),
  }))
