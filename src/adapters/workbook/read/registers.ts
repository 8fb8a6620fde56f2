import type { SchoolClass, StaffMember, TeachingAssignment } from '../../../records/index.ts'
import { levelNames, levelOfGrade, type EducationLevel } from '../../../shared/education-level.ts'
import { findSubject } from '../../../shared/subjects.ts'
import { isSameName } from '../../../shared/text.ts'
import type { Findings, Place } from '../findings.ts'
import type { Grid } from '../grid.ts'
import { assignmentColumns, classColumns } from '../layout/classes.ts'
import { staffExportColumns } from '../layout/staff.ts'
import { nameOfSubject } from '../layout/subject-names.ts'
import { present, without } from '../present.ts'
import { captionsOf, findHeader, readTable } from '../table/read-table.ts'

/** Who and what other sheets may refer to. A row with a fault is still known by its code, so that one fault is told once. */
export interface Staff {
  readonly members: readonly StaffMember[]
  readonly codes: ReadonlySet<string>
  readonly nameOf: (code: string) => string | undefined
}

// Case and spaces do not make another class or another code.
const spelling = (text: string): string => text.toLocaleLowerCase('vi').replace(/\s+/g, '')

/** Says that a value has been given to two rows of which there may be only one. */
export const refuseDoubles = (findings: Findings, what: string, remedy: string) => {
  const seen = new Map<string, string>()
  return (written: string | undefined, at: Place): boolean => {
    if (written === undefined) return false
    const key = spelling(written)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, at.cell)
    else findings.problem(at, written, `${what} đã ghi ở ô ${first}`, remedy)
    return first === undefined
  }
}

/** Whether a sheet is the staff export of CSDL ngành: it has a code, a name and the post (vị trí việc làm). */
export const isStaffExport = (grid: Grid): boolean => {
  const header = findHeader(grid, staffExportColumns)
  const captions = header === undefined ? [] : captionsOf(grid, header)
  const { staffCode, fullName } = staffExportColumns
  return (
    captions.includes('vitrivieclam') &&
    [staffCode, fullName].every(({ folded }) => captions.some((caption) => folded.has(caption)))
  )
}

export const readStaff = (grid: Grid, findings: Findings): Staff => {
  const rows = readTable(grid, staffExportColumns, findings)
  const isNewCode = refuseDoubles(findings, 'mã cán bộ', 'mỗi cán bộ một mã, một dòng')
  const isNewPerson = refuseDoubles(findings, 'số định danh', 'kiểm tra lại số định danh của hai người')
  for (const { values, place } of rows) {
    isNewCode(values.staffCode, place('staffCode'))
    isNewPerson(values.citizenId, place('citizenId'))
  }
  const members = rows.flatMap(({ whole }): StaffMember[] => {
    if (!whole) return []
    const { status, left, ...member } = whole
    return [present({ ...member, left: left ?? (status === 'left' ? true : undefined) })]
  })
  const names = new Map(members.map(({ staffCode, fullName }) => [staffCode, fullName]))
  return {
    members,
    codes: new Set(rows.flatMap(({ values }) => values.staffCode ?? [])),
    nameOf: (code) => names.get(code),
  }
}

/** Says that a code is nobody's, or that the name beside it is somebody else's. */
export const checkTeacher = (
  staff: Staff,
  code: string | undefined,
  at: Place,
  findings: Findings,
  beside?: { readonly name: string | undefined; readonly at: Place },
): void => {
  if (code === undefined) return
  const name = staff.nameOf(code)
  if (!staff.codes.has(code))
    findings.problem(
      at,
      code,
      `không có cán bộ nào mang mã '${code}'`,
      'sửa mã, hoặc thêm người này vào trang Cán bộ',
    )
  else if (name !== undefined && beside?.name !== undefined && !isSameName(name, beside.name))
    findings.problem(beside.at, beside.name, `mã '${code}' là của ${name}`, 'sửa mã hoặc sửa tên cho khớp')
}

export interface Classes {
  readonly list: readonly SchoolClass[]
  /** By code or by name, whatever a sheet calls it. */
  readonly find: (called: string) => SchoolClass | undefined
  readonly isClaimed: (called: string) => boolean
}

export const readClasses = (grid: Grid, level: EducationLevel, staff: Staff, findings: Findings): Classes => {
  const rows = readTable(grid, classColumns, findings)
  const isNewCode = refuseDoubles(findings, 'mã lớp', 'mỗi lớp một mã, một dòng')
  const isNewName = refuseDoubles(findings, 'tên lớp', 'đặt tên khác nhau cho hai lớp')
  for (const { values, place } of rows) {
    isNewCode(values.classId, place('classId'))
    isNewName(values.name, place('name'))
    if (values.grade !== undefined && levelOfGrade(values.grade) !== level)
      findings.problem(
        place('grade'),
        values.grade,
        `khối ${values.grade} không thuộc cấp ${levelNames[level]}`,
        "sửa khối, hoặc sửa cấp học ở trang 'Trường'",
      )
    checkTeacher(staff, values.homeroomTeacher, place('homeroomTeacher'), findings, {
      name: values.homeroomName,
      at: place('homeroomName'),
    })
  }
  const list = rows.flatMap(({ whole }): SchoolClass[] => {
    if (!whole) return []
    return [present(without(whole, 'homeroomName'))]
  })
  const byName = new Map(list.map((schoolClass) => [spelling(schoolClass.name), schoolClass]))
  const byCode = new Map(list.map((schoolClass) => [spelling(schoolClass.classId), schoolClass]))
  const claimed = new Set(
    rows.flatMap(({ values }) =>
      [values.classId, values.name].flatMap((called) => (called ? [spelling(called)] : [])),
    ),
  )
  return {
    list,
    find: (called) => byCode.get(spelling(called)) ?? byName.get(spelling(called)),
    isClaimed: (called) => claimed.has(spelling(called)),
  }
}

/** The class a cell names; says so when there is none. */
export const findClass = (
  classes: Classes,
  called: string | undefined,
  at: Place,
  findings: Findings,
): SchoolClass | undefined => {
  if (called === undefined) return undefined
  const found = classes.find(called)
  if (!found && !classes.isClaimed(called))
    findings.problem(at, called, `không có lớp '${called}'`, "sửa lại, hoặc thêm lớp này vào trang 'Lớp'")
  return found
}

export const readAssignments = (
  grid: Grid,
  level: EducationLevel,
  staff: Staff,
  classes: Classes,
  findings: Findings,
): readonly TeachingAssignment[] => {
  const isNew = refuseDoubles(
    findings,
    'phân công của lớp và môn này',
    'mỗi lớp, mỗi môn một dòng; người cùng dạy ghi ở cột Mã giáo viên cùng dạy',
  )
  return readTable(grid, assignmentColumns(level), findings).flatMap(({ values, whole, place }) => {
    const schoolClass = findClass(classes, values.classId, place('classId'), findings)
    checkTeacher(staff, values.teacher, place('teacher'), findings, {
      name: values.teacherName,
      at: place('teacherName'),
    })
    for (const code of values.otherTeachers ?? []) checkTeacher(staff, code, place('otherTeachers'), findings)
    if (!schoolClass || !whole) return []
    const { subject, teacher, otherTeachers, periodsPerYear } = whole
    isNew(`${schoolClass.classId} – ${nameOfSubject(level, subject)}`, place('subject'))
    if (!findSubject(level, subject)?.grades.includes(schoolClass.grade))
      findings.problem(
        place('subject'),
        nameOfSubject(level, subject),
        `khối ${schoolClass.grade} không học môn này`,
        'xóa dòng, hoặc sửa môn',
      )
    const { substitutionDecision: decisionNumber, substitutionReason: reason } = whole
    if ((decisionNumber === undefined) !== (reason === undefined))
      findings.problem(
        place('substitutionDecision'),
        decisionNumber ?? '',
        'hiệu trưởng ký thay phải có cả số quyết định và lí do',
        'điền nốt ô còn thiếu',
      )
    const principalSigns =
      decisionNumber !== undefined && reason !== undefined ? { decisionNumber, reason } : undefined
    return [
      {
        classId: schoolClass.classId,
        subject,
        teacher,
        periodsPerYear,
        ...present({ otherTeachers, principalSigns }),
      },
    ]
  })
}
