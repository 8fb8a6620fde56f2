import { textLimits } from '../../shared/limits.ts'
import { createFindings, wholeSheet, type Findings, type WorkbookProblem } from './findings.ts'
import type { Grid } from './grid.ts'
import { openWorkbook } from './open-workbook.ts'
import type { OrFault } from './package/fault.ts'
import { asIs, optional, required, type RowOf } from './table/column.ts'
import { readTable, type TableRow } from './table/read-table.ts'
import { tick } from './values/choice.ts'
import { staffCode } from './values/code.ts'
import { text } from './values/text.ts'
import { layOut } from './write/sheet-plan.ts'
import { tablePlan } from './write/table-plan.ts'
import { packWorkbook } from './write/write-workbook.ts'

const columns = {
  fullName: required('Họ và tên', text(textLimits.name), asIs, { aliases: ['Họ tên'], width: 28 }),
  username: required('Tên đăng nhập', text(60), asIs, {
    aliases: ['Tài khoản'],
    hint: 'Chữ không dấu, chữ số, dấu chấm, gạch hoặc @; ví dụ: lan.nguyenthi.',
    width: 26,
  }),
  staffCode: optional('Mã cán bộ', staffCode, asIs, {
    aliases: ['Mã định danh Bộ GD&ĐT', 'Mã giáo viên', 'Mã GV'],
    hint: 'Như ở trang Cán bộ của sổ; để trống nếu người này chỉ quản trị.',
    width: 16,
  }),
  isAdministrator: optional('Quản trị', tick.parse, tick.format, {
    list: ['x'],
    hint: 'Ghi x cho người quản trị hệ thống; người đó không ghi được điểm.',
    width: 12,
  }),
} as const

/** What is wrong with a row, and in which cell or cells: 'C7', 'B7, C7'. */
export interface RowFault {
  readonly cell: string
  readonly message: string
}

/** One person of a list of accounts (danh sách tài khoản), or what is wrong with their row. */
export interface AccountRow {
  readonly sheet: string
  /** As the spreadsheet numbers it. */
  readonly row: number
  /** Where the user name and the staff code stand, or would stand. */
  readonly usernameCell: string
  readonly staffCodeCell: string
  readonly fullName: string
  readonly username: string
  readonly staffCode: string | null
  readonly isAdministrator: boolean
  readonly fault: RowFault | null
}

/** The most people that one list names. */
export const mostAccounts = 2000

const faultsByRow = (problems: readonly WorkbookProblem[]): ReadonlyMap<number, RowFault> =>
  new Map(
    [...Map.groupBy(problems, ({ cell }) => Number(/\d+$/.exec(cell)?.[0] ?? 0))].map(([row, all]) => [
      row,
      {
        cell: [...new Set(all.map(({ cell }) => cell))].join(', '),
        message: all.map(({ message, remedy }) => `${message}: ${remedy}`).join('; '),
      },
    ]),
  )

const toRow =
  (faults: ReadonlyMap<number, RowFault>) =>
  ({ row, values, whole, place }: TableRow<typeof columns>): AccountRow => {
    const known: Partial<RowOf<typeof columns>> = values
    const { sheet, cell: usernameCell } = place('username')
    const unnamed = { cell: usernameCell, message: 'dòng này chưa đủ họ tên và tên đăng nhập' }
    return {
      sheet,
      row: row + 1,
      usernameCell,
      staffCodeCell: place('staffCode').cell,
      fullName: known.fullName ?? '',
      username: known.username ?? '',
      staffCode: known.staffCode ?? null,
      isAdministrator: known.isAdministrator === true,
      fault: faults.get(row + 1) ?? (whole === undefined ? unnamed : null),
    }
  }

const readGrid = (grid: Grid | undefined, findings: Findings): readonly TableRow<typeof columns>[] => {
  if (grid !== undefined) return readTable(grid, columns, findings)
  findings.problem(wholeSheet(), '', 'tệp không có trang nào', 'dùng tệp mẫu')
  return []
}

/** Reads a list of accounts out of any workbook whose first sheet in sight names its columns. */
export const readAccountList = async (file: Uint8Array): Promise<OrFault<readonly AccountRow[]>> => {
  const opened = await openWorkbook(file)
  if ('fault' in opened) return opened
  const findings = createFindings('')
  const rows = readGrid(
    opened.ok.find(({ hidden }) => !hidden),
    findings,
  )
  const ofFile = findings.problems().find(({ cell }) => cell === '')
  if (ofFile !== undefined) return { fault: ofFile }
  if (rows.length > mostAccounts)
    return {
      fault: {
        message: `danh sách có ${rows.length} dòng, quá ${mostAccounts} dòng`,
        remedy: 'chia thành nhiều tệp',
      },
    }
  return { ok: rows.map(toRow(faultsByRow(findings.problems()))) }
}

/** The empty list, ready to be filled in. */
export const writeAccountTemplate = (): Promise<Uint8Array> =>
  packWorkbook([
    layOut(
      tablePlan(
        {
          name: 'Tài khoản',
          title: 'DANH SÁCH TÀI KHOẢN',
          caption: 'Tiêu đề nền cam là cột bắt buộc. Mỗi người một dòng.',
          spareRows: 100,
          frozenColumns: 2,
          tab: 'C55A11',
        },
        columns,
        [],
      ),
    ),
  ])
