import { checkUsername, usernameKey } from '../../../../accounts/index.ts'
import type { KnownAccount } from '../../../../adapters/postgres/signin/known-accounts.ts'
import type { AccountRow } from '../../../../adapters/workbook/index.ts'
import { Refusal } from '../../../../shared/refusal.ts'

/** A row of a list with what it would come to. */
export interface JudgedRow extends Omit<AccountRow, 'fault'> {
  readonly outcome: 'new' | 'same' | 'refused'
  readonly message: string | null
}

/** What is known before a list comes. */
export interface KnownMembers {
  readonly accounts: readonly KnownAccount[]
  /** Staff codes of the newest year, and those that have an account. */
  readonly staff: ReadonlySet<string>
  readonly taken: ReadonlySet<string>
}

const faultOfName = (username: string): string | null => {
  try {
    checkUsername(username)
    return null
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

const faultOfCode = (
  { staffCode }: AccountRow,
  { staff, taken }: KnownMembers,
  codes: ReadonlySet<string>,
): string | null => {
  if (staffCode === null) return null
  if (taken.has(staffCode)) return `mã cán bộ '${staffCode}' đã có tài khoản`
  if (codes.has(staffCode)) return `mã cán bộ '${staffCode}' đã ghi ở dòng trên`
  return staff.has(staffCode) ? null : `năm học mới nhất không có cán bộ mã '${staffCode}'`
}

const faultOf = (
  row: AccountRow,
  names: ReadonlySet<string>,
  known: KnownAccount | undefined,
): string | null => {
  if (row.fault !== null) return row.fault
  if (names.has(usernameKey(row.username))) return 'tên đăng nhập đã ghi ở dòng trên'
  return known === undefined ? faultOfName(row.username) : null
}

/** Says of every row of a list whether it is new, there already, or cannot be taken and why. */
export const judgeList = (rows: readonly AccountRow[], known: KnownMembers): readonly JudgedRow[] => {
  const byName = new Map(known.accounts.map((account) => [account.usernameKey, account]))
  const [names, codes] = [new Set<string>(), new Set<string>()]
  return rows.map(({ fault, ...row }) => {
    const account = byName.get(usernameKey(row.username))
    const wrong = faultOf({ ...row, fault }, names, account)
    names.add(usernameKey(row.username))
    if (wrong !== null) return { ...row, outcome: 'refused', message: wrong }
    if (account !== undefined)
      return isSame({ ...row, fault }, account)
        ? { ...row, outcome: 'same', message: null }
        : { ...row, outcome: 'refused', message: 'tên đăng nhập đã có người dùng' }
    const wrongCode = faultOfCode({ ...row, fault }, known, codes)
    if (row.staffCode !== null) codes.add(row.staffCode)
    return wrongCode === null
      ? { ...row, outcome: 'new', message: null }
      : { ...row, outcome: 'refused', message: wrongCode }
  })
}
