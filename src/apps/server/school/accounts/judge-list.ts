import { checkUsername, usernameKey } from '../../../../accounts/index.ts'
import type { KnownAccount } from '../../../../adapters/postgres/signin/known-accounts.ts'
import type { AccountRow, RowFault } from '../../../../adapters/workbook/index.ts'
import { Refusal } from '../../../../shared/refusal.ts'

/** A row of a list with what it would come to, and where it is refused the cell and why. */
export interface JudgedRow extends Omit<AccountRow, 'fault' | 'usernameCell' | 'staffCodeCell'> {
  readonly outcome: 'new' | 'same' | 'refused'
  readonly cell: string | null
  readonly message: string | null
}

/** What is known before a list comes. */
export interface KnownMembers {
  readonly accounts: readonly KnownAccount[]
  /** Staff codes of the newest year, and those that have an account. */
  readonly staff: ReadonlySet<string>
  readonly taken: ReadonlySet<string>
}

const faultOfName = (username: string): string | undefined => {
  try {
    checkUsername(username)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

const isSame = (row: AccountRow, known: KnownAccount): boolean =>
  known.isMember &&
  known.fullName === row.fullName &&
  known.staffCode === row.staffCode &&
  known.isAdministrator === row.isAdministrator

/** Of an account of the own school the list is told whose it is, of others nothing. */
const faultOfTaken = ({ isMember, fullName, staffCode }: KnownAccount): string =>
  isMember
    ? `tên đăng nhập đã có người dùng ở trường: ${fullName}, ${staffCode === null ? 'không có mã cán bộ' : `mã ${staffCode}`}. Sửa dòng cho khớp, hoặc chọn tên khác`
    : 'tên đăng nhập đã có người dùng. Hãy chọn tên khác'

const faultOfCode = (
  { staffCode }: AccountRow,
  { staff, taken }: KnownMembers,
  codes: ReadonlySet<string>,
): string | undefined => {
  if (staffCode === null) return undefined
  if (taken.has(staffCode)) return `mã cán bộ '${staffCode}' đã có tài khoản. Bỏ dòng này, hoặc sửa mã`
  if (codes.has(staffCode)) return `mã cán bộ '${staffCode}' đã ghi ở dòng trên`
  return staff.has(staffCode) ? undefined : `năm học mới nhất không có cán bộ mã '${staffCode}'`
}

const at = (cell: string, message: string | undefined): RowFault | undefined =>
  message === undefined ? undefined : { cell, message }

/** What was in the rows above: user names as compared, and staff codes. */
interface Above {
  readonly names: Set<string>
  readonly codes: Set<string>
}

const findFault = (
  row: AccountRow,
  known: KnownMembers,
  account: KnownAccount | undefined,
  { names, codes }: Above,
): RowFault | undefined => {
  if (row.fault !== null) return row.fault
  const ofName = (message: string | undefined) => at(row.usernameCell, message)
  if (names.has(usernameKey(row.username))) return ofName('tên đăng nhập đã ghi ở dòng trên')
  if (account !== undefined) return isSame(row, account) ? undefined : ofName(faultOfTaken(account))
  return ofName(faultOfName(row.username)) ?? at(row.staffCodeCell, faultOfCode(row, known, codes))
}

/** Says of every row of a list whether it is new, there already, or cannot be taken and why. */
export const judgeList = (rows: readonly AccountRow[], known: KnownMembers): readonly JudgedRow[] => {
  const byName = new Map(known.accounts.map((account) => [account.usernameKey, account]))
  const above: Above = { names: new Set(), codes: new Set() }
  return rows.map((one) => {
    const account = byName.get(usernameKey(one.username))
    const wrong = findFault(one, known, account, above)
    above.names.add(usernameKey(one.username))
    if (one.staffCode !== null) above.codes.add(one.staffCode)
    const { sheet, row, fullName, username, staffCode, isAdministrator } = one
    return {
      ...{ sheet, row, fullName, username, staffCode, isAdministrator },
      outcome: wrong !== undefined ? 'refused' : account === undefined ? 'new' : 'same',
      cell: wrong?.cell ?? null,
      message: wrong?.message ?? null,
    }
  })
}
