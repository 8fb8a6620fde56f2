import { sql } from 'kysely'
import type { Database } from '../connect.ts'
import { inSignin, type SigninTransaction } from './transaction.ts'

/** One person at one school. */
export interface Membership {
  readonly accountId: string
  readonly schoolCode: string
  readonly staffCode: string | null
  readonly isAdministrator: boolean
  readonly isSuspended: boolean
}

/** A membership as its own person sees it. */
export interface OwnMembership extends Membership {
  /** The account is another school's. */
  readonly isGuest: boolean
}

/** The schools of an account, by their codes. */
export const listMemberships = (
  database: Database<'signin'>,
  accountId: string,
): Promise<readonly OwnMembership[]> =>
  inSignin(database, { accountId }, (transaction) =>
    transaction
      .selectFrom('signin.membership')
      .select([
        'account_id as accountId',
        'school_code as schoolCode',
        'staff_code as staffCode',
        'is_administrator as isAdministrator',
        'is_suspended as isSuspended',
        'is_guest as isGuest',
      ])
      .where('account_id', '=', accountId)
      .where('is_suspended', '=', false)
      .orderBy('school_code')
      .execute(),
  )

/** Adds members to the school of the transaction. */
export const addMemberships = async (
  transaction: SigninTransaction,
  memberships: readonly Omit<Membership, 'isSuspended'>[],
): Promise<void> => {
  if (memberships.length === 0) return
  await transaction
    .insertInto('signin.membership')
    .values(
      memberships.map(({ accountId, schoolCode, staffCode, isAdministrator }) => ({
        account_id: accountId,
        school_code: schoolCode,
        staff_code: staffCode,
        is_administrator: isAdministrator,
      })),
    )
    .execute()
}

/** A member as the school's list of accounts shows them. */
export interface ListedMember extends Omit<Membership, 'schoolCode'> {
  readonly username: string
  readonly fullName: string
  readonly isActivated: boolean
  /** The account is another school's: of it the list tells no more than the name of the person. */
  readonly isGuest: boolean
  readonly hasOneTimeCodes: boolean
  readonly lastSignInAt: Date | null
}

export interface MemberQuery {
  readonly search?: string
  readonly state?: 'invited' | 'active' | 'suspended'
  readonly page: number
  readonly pageSize: number
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

const membersOf = (transaction: SigninTransaction, schoolCode: string) =>
  transaction
    .selectFrom('signin.membership as m')
    .innerJoin('signin.account as a', 'a.account_id', 'm.account_id')
    .where('m.school_code', '=', schoolCode)

const listed = [
  'm.account_id as accountId',
  'm.staff_code as staffCode',
  'm.is_administrator as isAdministrator',
  'm.is_suspended as isSuspended',
  'm.is_guest as isGuest',
  'a.username',
  'a.full_name as fullName',
  'a.last_sign_in_at as lastSignInAt',
] as const

/** Whether somebody has set a password; of another school's account nobody is told. */
const isActivated = sql<boolean>`(m.is_guest or a.password_hash is not null)`

const selectListed = (query: ReturnType<typeof membersOf>) =>
  query.select([
    ...listed,
    isActivated.as('isActivated'),
    sql<boolean>`a.one_time_secret is not null`.as('hasOneTimeCodes'),
  ])

/** A page of a school's members by given name, and how many fit. */
export const listMembers = async (
  transaction: SigninTransaction,
  schoolCode: string,
  { search, state, page, pageSize }: MemberQuery,
): Promise<{ readonly members: readonly ListedMember[]; readonly total: number }> => {
  let query = membersOf(transaction, schoolCode)
  if (search !== undefined && search.trim() !== '') {
    const like = `%${escapeLike(search.trim())}%`
    query = query.where((is) =>
      is.or([
        is('a.full_name', 'ilike', like),
        is.and([is('m.is_guest', '=', false), is('a.username', 'ilike', like)]),
        is('m.staff_code', 'ilike', like),
      ]),
    )
  }
  if (state !== undefined) query = query.where('m.is_suspended', '=', state === 'suspended')
  if (state === 'invited') query = query.where(sql<boolean>`not ${isActivated}`)
  if (state === 'active') query = query.where(isActivated)
  const { total } = await query.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const members = await selectListed(query)
    .orderBy(sql`regexp_replace(a.full_name, '^.* ', '') collate hocba.vi`)
    .orderBy(sql`a.full_name collate hocba.vi`)
    .orderBy('a.account_id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { members, total: Number(total) }
}

/** One member of a school. */
export const findMember = (
  transaction: SigninTransaction,
  schoolCode: string,
  accountId: string,
): Promise<ListedMember | undefined> =>
  selectListed(membersOf(transaction, schoolCode)).where('m.account_id', '=', accountId).executeTakeFirst()

/** The staff codes of a school that have an account. */
export const listMemberStaff = async (
  transaction: SigninTransaction,
  schoolCode: string,
): Promise<ReadonlySet<string>> => {
  const rows = await transaction
    .selectFrom('signin.membership')
    .select('staff_code')
    .where('school_code', '=', schoolCode)
    .where('staff_code', 'is not', null)
    .execute()
  return new Set(rows.map(({ staff_code: code }) => code ?? ''))
}

/**
 * Who administers a school, with a password and not suspended; their rows are locked, so that two cannot go at once.
 */
export const lockAdministrators = async (
  transaction: SigninTransaction,
  schoolCode: string,
): Promise<readonly string[]> => {
  const rows = await transaction
    .selectFrom('signin.membership as m')
    .innerJoin('signin.account as a', 'a.account_id', 'm.account_id')
    .select('m.account_id')
    .where('m.school_code', '=', schoolCode)
    .where('m.is_administrator', '=', true)
    .where('m.is_suspended', '=', false)
    .where('a.password_hash', 'is not', null)
    .orderBy('m.account_id')
    .forUpdate('m')
    .execute()
  return rows.map(({ account_id: id }) => id)
}

export interface MembershipChange {
  readonly staffCode?: string | null
  readonly isAdministrator?: boolean
  readonly isSuspended?: boolean
}

/** Changes what somebody is at a school. */
export const changeMembership = async (
  transaction: SigninTransaction,
  schoolCode: string,
  accountId: string,
  { staffCode, isAdministrator, isSuspended }: MembershipChange,
): Promise<void> => {
  await transaction
    .updateTable('signin.membership')
    .set({
      ...(staffCode === undefined ? {} : { staff_code: staffCode }),
      ...(isAdministrator === undefined ? {} : { is_administrator: isAdministrator }),
      ...(isSuspended === undefined ? {} : { is_suspended: isSuspended }),
    })
    .where('school_code', '=', schoolCode)
    .where('account_id', '=', accountId)
    .execute()
}
