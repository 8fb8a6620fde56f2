import { sql } from 'kysely'
import { dayInVietnam, type PlainDate } from '../../../shared/dates.ts'
import { readNoticeItems, type NoticeItem, type SchoolPlace } from '../books/notice-items.ts'
import type { NoticePerson } from '../books/notice-messages.ts'
import { withTenant, type Database } from '../connect.ts'

/** Whether a school's digests of a day were made already. */
export const hasDigests = (database: Database<'school'>, tenant: number, day: PlainDate): Promise<boolean> =>
  withTenant(database, tenant, async (transaction) => {
    const { rows } = await sql`
      select day from school.digest where tenant_id = ${tenant} and day = ${day}::date`.execute(transaction)
    return rows.length > 0
  })

/**
 * Makes the digests (bản tin ngày) of those members who have something to know, all or none; once a day, also where
 * several servers try: false where another one has made them.
 */
export const makeDigests = async (
  database: Database<'school'>,
  place: SchoolPlace,
  people: readonly NoticePerson[],
  now: Date,
): Promise<boolean> => {
  const { tenant } = place
  const day = dayInVietnam(now)
  const all = [...(await readNoticeItems(database, place, people, now))]
  const told = all.filter(([, items]) => items.length > 0)
  return withTenant(database, tenant, async (transaction) => {
    const { rows } = await sql`
      insert into school.digest (tenant_id, day, made_at) values (${tenant}, ${day}::date, ${now})
      on conflict do nothing returning day`.execute(transaction)
    if (rows.length === 0) return false
    await sql`
      insert into school.notice (tenant_id, account_id, day, items, made_at)
      select ${tenant}, n.account_id, ${day}::date, n.items::jsonb, ${now}
      from unnest(${told.map(([id]) => id)}::uuid[], ${told.map(([, items]) => JSON.stringify(items))}::text[])
        as n(account_id, items)
      on conflict do nothing`.execute(transaction)
    return true
  })
}

/** A digest that is to be sent: to whom, where, and what. */
export interface Letter {
  readonly accountId: string
  readonly address: string
  readonly day: PlainDate
  readonly items: readonly NoticeItem[]
}

const mostAttempts = 3
const minutesBetween = 10

/**
 * Takes one letter of the day to be sent, and counts the attempt before anything is sent: of two servers one gets it,
 * and one that dies meanwhile has sent it at most once. Not to whoever has read it in the program already. A letter that
 * was refused comes again ten minutes later, three times in all.
 */
export const takeLetter = (
  database: Database<'school'>,
  tenant: number,
  now: Date,
): Promise<Letter | undefined> =>
  withTenant(database, tenant, async (transaction) => {
    const { rows } = await sql<Letter>`
      with next as (
        select n.account_id, n.day, m.address from school.notice n
        join school.mail_address m on m.tenant_id = ${tenant} and m.account_id = n.account_id and m.wants_digest
        where n.tenant_id = ${tenant} and n.day = ${dayInVietnam(now)}::date and n.mailed_at is null
          and n.read_at is null and n.mail_attempts < ${mostAttempts}::int and jsonb_array_length(n.items) > 0
          and (n.mail_attempts = 0 or n.mail_failure is not null
            and n.mail_tried_at <= ${now}::timestamptz - make_interval(mins => ${minutesBetween}::int))
        order by n.account_id limit 1 for update of n skip locked
      )
      update school.notice n set mail_attempts = n.mail_attempts + 1, mail_tried_at = ${now}, mail_failure = null
      from next
      where n.tenant_id = ${tenant} and n.account_id = next.account_id and n.day = next.day
      returning n.account_id as "accountId", next.address, n.day::text, n.items`.execute(transaction)
    return rows[0]
  })

/** Notes what came of a letter: when the mail server took it, or why it did not. */
export const noteLetter = (
  database: Database<'school'>,
  tenant: number,
  { accountId, day }: Letter,
  outcome: { readonly mailedAt: Date } | { readonly failure: string },
): Promise<unknown> =>
  withTenant(database, tenant, (transaction) =>
    transaction
      .updateTable('school.notice')
      .set('mailedAt' in outcome ? { mailed_at: outcome.mailedAt } : { mail_failure: outcome.failure })
      .where('tenant_id', '=', tenant)
      .where('account_id', '=', accountId)
      .where('day', '=', day)
      .execute(),
  )
