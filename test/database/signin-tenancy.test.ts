import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Database } from '../../src/adapters/postgres/connect.ts'
import { addAccountActs, listAccountActs } from '../../src/adapters/postgres/signin/account-acts.ts'
import { addAccounts } from '../../src/adapters/postgres/signin/accounts.ts'
import { joinAsGuest } from '../../src/adapters/postgres/signin/guests.ts'
import { listKnownAccounts } from '../../src/adapters/postgres/signin/known-accounts.ts'
import {
  addMemberships,
  changeMembership,
  findMember,
  listMembers,
  listMemberStaff,
  lockAdministrators,
} from '../../src/adapters/postgres/signin/memberships.ts'
import { inSignin, type SigninTransaction } from '../../src/adapters/postgres/signin/transaction.ts'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { openTestDatabase, type TestDatabase } from '../../src/adapters/postgres/testing.ts'

const now = new Date('2026-11-10T08:00:00+07:00')
const [ours, theirs] = ['0079000777', '0079000888']
const accountId = randomUUID()
const act = {
  actId: randomUUID(),
  at: now,
  byAccount: accountId,
  aboutAccount: accountId,
  kind: 'set-up',
} as const

let server: TestDatabase
let signin: Database<'signin'>

beforeAll(async () => {
  server = await openTestDatabase()
  signin = await connect(server.url, 'signin')
  await inSignin(signin, { schoolCode: ours }, async (transaction) => {
    const account = {
      accountId,
      username: 'lan',
      usernameKey: 'lan',
      fullName: 'Đinh Thị Lan',
      passwordHash: 'x',
    }
    await addAccounts(transaction, [account], now)
    await addMemberships(transaction, [
      { accountId, schoolCode: ours, staffCode: 'CB01', isAdministrator: true },
    ])
    await addAccountActs(transaction, [{ ...act, schoolCode: ours }])
  })
})
afterAll(async () => {
  await signin.destroy()
  await server.close()
})

const page = { page: 1, pageSize: 50 }

/** Everything that is asked about a school, whose rows alone are wanted. */
const questions: Readonly<Record<string, (transaction: SigninTransaction) => Promise<number>>> = {
  listMembers: async (transaction) => (await listMembers(transaction, ours, page)).total,
  findMember: async (transaction) => ((await findMember(transaction, ours, accountId)) === undefined ? 0 : 1),
  listMemberStaff: async (transaction) => (await listMemberStaff(transaction, ours)).size,
  lockAdministrators: async (transaction) => (await lockAdministrators(transaction, ours)).length,
  listAccountActs: async (transaction) => (await listAccountActs(transaction, ours, page)).total,
  listKnownAccounts: async (transaction) =>
    (await listKnownAccounts(transaction, ours, ['lan'])).filter(({ isMember }) => isMember).length,
  'every membership': async (transaction) =>
    (await transaction.selectFrom('signin.membership').selectAll().execute()).length,
  'every act': async (transaction) =>
    (await transaction.selectFrom('signin.account_act').selectAll().execute()).length,
}

describe('what is asked about a school', () => {
  for (const [name, ask] of Object.entries(questions))
    it(`is answered to the school and nobody else: ${name}`, async () => {
      const seen: number[] = []
      for (const scope of [{ schoolCode: ours }, { schoolCode: theirs }, {}, { accountId: randomUUID() }])
        seen.push(await inSignin(signin, scope, ask))
      expect(seen).toEqual([1, 0, 0, 0])
    })
})

describe('another school', () => {
  it('changes nobody of ours, and adds neither member nor act in our name', async () => {
    await inSignin(signin, { schoolCode: theirs }, (transaction) =>
      changeMembership(transaction, ours, accountId, { isSuspended: true }),
    )
    const member = await inSignin(signin, { schoolCode: ours }, (transaction) =>
      findMember(transaction, ours, accountId),
    )
    expect(member?.isSuspended).toBe(false)
    const asThem = (work: (transaction: SigninTransaction) => Promise<void>) =>
      inSignin(signin, { schoolCode: theirs }, work)
    const membership = { accountId, schoolCode: ours, staffCode: null, isAdministrator: true }
    await expect(asThem((t) => addMemberships(t, [membership]))).rejects.toThrow(/row-level security/)
    await expect(
      asThem((t) => addAccountActs(t, [{ ...act, actId: randomUUID(), schoolCode: ours }])),
    ).rejects.toThrow(/row-level security/)
  })

  it('gives nobody a place that waits at ours', async () => {
    const move = { schoolCode: ours, waiting: accountId, accountId: randomUUID() }
    for (const scope of [{ schoolCode: theirs }, {}])
      expect(await inSignin(signin, scope, (transaction) => joinAsGuest(transaction, move))).toBe(false)
    // Nor does whoever is asked for, though they see where they are themselves.
    await expect(
      inSignin(signin, { accountId }, (transaction) => joinAsGuest(transaction, move)),
    ).rejects.toThrow(/row-level security/)
  })

  it('moves none of its members to us', async () => {
    const other = randomUUID()
    const account = { accountId: other, username: 'dan', usernameKey: 'dan', fullName: 'Vi Văn Dần' }
    const move = inSignin(signin, { schoolCode: theirs }, async (transaction) => {
      await addAccounts(transaction, [account], now)
      await addMemberships(transaction, [
        { accountId: other, schoolCode: theirs, staffCode: null, isAdministrator: false },
      ])
      await transaction
        .updateTable('signin.membership')
        .set({ school_code: ours })
        .where('account_id', '=', other)
        .execute()
    })
    await expect(move).rejects.toThrow(/row-level security/)
  })
})

describe('the role of the sign-in data', () => {
  const asRole = (statement: string): Promise<unknown> =>
    withClient(server.url, (client) => client.query(statement), 'hb_signin')

  it('neither changes nor takes out an act, nor takes out an account or a membership', async () => {
    for (const statement of [
      'update signin.account_act set detail = $$x$$',
      'delete from signin.account_act',
      'delete from signin.account',
      'delete from signin.membership',
      'truncate signin.session',
    ])
      await expect(asRole(statement), statement).rejects.toMatchObject({ code: '42501' })
  })

  it('reaches neither a school’s records nor the registry, and theirs do not reach it', async () => {
    for (const statement of ['select 1 from school.staff', 'select 1 from registry.year'])
      await expect(asRole(statement), statement).rejects.toMatchObject({ code: '42501' })
    for (const role of ['hb_school', 'hb_registry'])
      await expect(
        withClient(server.url, (client) => client.query('select 1 from signin.account'), role),
      ).rejects.toMatchObject({ code: '42501' })
  })
})
