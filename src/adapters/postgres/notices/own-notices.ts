import { sql } from 'kysely'
import { dayInVietnam, type PlainDate } from '../../../shared/dates.ts'
import { readNoticeItems, type NoticeItem, type SchoolPlace } from '../books/notice-items.ts'
import type { NoticePerson } from '../books/notice-messages.ts'
import { withTenant, type Database } from '../connect.ts'

/** Bản tin ngày: what somebody was told on a day, and whether they have read it. */
export interface Notice {
  readonly day: PlainDate
  readonly items: readonly NoticeItem[]
  readonly readAt: string | null
}

/** Today as it stands now, and the digests of the days before. */
export interface OwnNotices {
  readonly today: Notice
  /** Latest first, thirty at most. */
  readonly earlier: readonly Notice[]
}

interface Row {
  readonly day: PlainDate
  readonly items: readonly NoticeItem[]
  readonly read_at: Date | null
}

const mostEarlier = 30

/** What one member is told. */
export const listOwnNotices = async (
  database: Database<'school'>,
  place: SchoolPlace,
  person: NoticePerson,
  now: Date,
): Promise<OwnNotices> => {
  const { tenant } = place
  const items = await readNoticeItems(database, place, [person], now)
  const rows = await withTenant(database, tenant, async (transaction) => {
    const found = await sql<Row>`
      select day::text, items, read_at from school.notice
      where tenant_id = ${tenant} and account_id = ${person.accountId}
      order by day desc limit ${mostEarlier + 1}`.execute(transaction)
    return found.rows
  })
  const notices = rows.map(({ day, items: told, read_at }) => ({
    day,
    items: told,
    readAt: read_at?.toISOString() ?? null,
  }))
  const day = dayInVietnam(now)
  const readAt = notices.find((one) => one.day === day)?.readAt ?? null
  return {
    today: { day, items: items.get(person.accountId) ?? [], readAt },
    earlier: notices.filter((one) => one.day < day).slice(0, mostEarlier),
  }
}

/**
 * Notes that somebody has read a day's digest, once; of today also before it was made, with the items as they are now.
 * False where that day has none.
 */
export const markNoticeRead = async (
  database: Database<'school'>,
  place: SchoolPlace,
  person: NoticePerson,
  { day, now }: { readonly day: PlainDate; readonly now: Date },
): Promise<boolean> => {
  const { tenant } = place
  const isToday = day === dayInVietnam(now)
  const items = isToday ? await readNoticeItems(database, place, [person], now) : new Map<string, never>()
  return withTenant(database, tenant, async (transaction) => {
    if (isToday)
      await transaction
        .insertInto('school.notice')
        .values({
          tenant_id: tenant,
          account_id: person.accountId,
          day,
          items: JSON.stringify(items.get(person.accountId) ?? []),
          made_at: now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    const { rows } = await sql`
      update school.notice set read_at = coalesce(read_at, ${now})
      where tenant_id = ${tenant} and account_id = ${person.accountId} and day = ${day}::date
      returning day`.execute(transaction)
    return rows.length > 0
  })
}
