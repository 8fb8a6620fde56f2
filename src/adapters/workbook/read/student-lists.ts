import { wholeSheet, type Findings } from '../findings.ts'
import { findStudentList, readStudentList } from '../foreign/student-list.ts'
import type { Grid } from '../grid.ts'
import { sheetTitles } from '../layout/sheet-names.ts'
import { studentColumns } from '../layout/students.ts'
import { captionsOf, findHeader, readTable, type TableRow } from '../table/read-table.ts'
import type { SheetRoles } from './sheet-roles.ts'

/** The rows of every student list, and the sheets that are none. */
export interface StudentLists {
  readonly rows: readonly TableRow<typeof studentColumns>[]
  readonly rest: readonly Grid[]
}

/** Reads trang 'Học sinh' and every sheet that is a class list exported from CSDL ngành or vnEdu. */
export const readStudentLists = (roles: SheetRoles, findings: Findings): StudentLists => {
  const rows: TableRow<typeof studentColumns>[] = []
  const rest: Grid[] = []
  const own = roles.tables.get('students')
  for (const grid of own ? [own, ...roles.others] : roles.others) {
    const header = isOwnLayout(grid) ? undefined : findStudentList(grid)
    if (header) rows.push(...readStudentList(grid, header, findings))
    else if (grid === own) rows.push(...readTable(grid, studentColumns, findings))
    else rest.push(grid)
  }
  if (!own && rest.length === roles.others.length)
    findings.problem(
      wholeSheet(sheetTitles.students),
      '',
      `thiếu trang '${sheetTitles.students}'`,
      `thêm trang '${sheetTitles.students}' như trong tệp mẫu (hocba template), hoặc danh sách lớp xuất từ CSDL ngành, vnEdu`,
    )
  return { rows, rest }
}

// Only our own list calls the class by its code and has the nationality; no export has both.
const isOwnLayout = (grid: Grid): boolean => {
  const header = findHeader(grid, studentColumns)
  const captions = header === undefined ? [] : captionsOf(grid, header)
  return ['malop', 'quoctich'].every((caption) => captions.includes(caption))
}
