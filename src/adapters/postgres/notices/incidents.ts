import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { textLimits } from '../../../shared/limits.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { withTenant, type Database } from '../connect.ts'
import { readText } from '../set-up/typed-values.ts'
import type { OwnPlace } from './mail-address.ts'

/** Sự cố: what went wrong for somebody on a page, and what an administrator answered. */
export interface Incident {
  readonly incidentId: string
  readonly byName: string
  readonly reportedAt: string
  /** The address of the page, within the program. */
  readonly page: string
  readonly words: string
  readonly state: 'open' | 'answered'
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredAt: string | null
}

/** Which part of the list: the administrators' is of everybody, others see what they reported themselves. */
export interface IncidentQuestion {
  readonly ofAccount?: string
  readonly page: number
  readonly pageSize: number
}

interface Row extends Omit<Incident, 'reportedAt' | 'answeredAt'> {
  readonly reportedAt: Date
  readonly answeredAt: Date | null
}

const toIncident = (row: Row): Incident => ({
  ...row,
  reportedAt: row.reportedAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
})

/** Reports of incidents, open ones first, then the latest; one more than the page holds, so that it shows if there are. */
export const listIncidents = (
  database: Database<'school'>,
  tenant: number,
  { ofAccount, page, pageSize }: IncidentQuestion,
): Promise<{ readonly incidents: readonly Incident[]; readonly hasMore: boolean }> =>
  withTenant(database, tenant, async (transaction) => {
    const { rows } = await sql<Row>`
      select incident_id as "incidentId", by_name as "byName", reported_at as "reportedAt", page, words, state, answer,
        answered_by as "answeredBy", answered_at as "answeredAt"
      from school.incident
      where tenant_id = ${tenant} and (${ofAccount ?? null}::uuid is null or account_id = ${ofAccount ?? null})
      order by state = 'answered', reported_at desc, incident_id
      limit ${pageSize + 1} offset ${(page - 1) * pageSize}`.execute(transaction)
    return { incidents: rows.slice(0, pageSize).map(toIncident), hasMore: rows.length > pageSize }
  })

const mostOpen = 20

/** Reports an incident; the same words about the same page again are the report that is still open. */
export const reportIncident = (
  database: Database<'school'>,
  { tenant, accountId }: OwnPlace,
  { page, words }: Pick<Incident, 'page' | 'words'>,
  { fullName, now }: { readonly fullName: string; readonly now: Date },
): Promise<Pick<Incident, 'incidentId'>> => {
  const typed = readText('Sự cố', words, textLimits.remark)
  return withTenant(database, tenant, async (transaction) => {
    const { rows: open } = await sql<Pick<Row, 'incidentId' | 'page' | 'words'>>`
      select incident_id as "incidentId", page, words from school.incident
      where tenant_id = ${tenant} and account_id = ${accountId} and state = 'open'`.execute(transaction)
    const same = open.find((one) => one.page === page && one.words === typed)
    if (same !== undefined) return { incidentId: same.incidentId }
    if (open.length >= mostOpen)
      throw new Refusal(
        'act-not-available',
        `Thầy cô đang có ${open.length} báo sự cố chưa được trả lời. Hãy chờ quản trị trả lời rồi báo tiếp.`,
      )
    const incidentId = randomUUID()
    await transaction
      .insertInto('school.incident')
      .values({
        tenant_id: tenant,
        incident_id: incidentId,
        account_id: accountId,
        by_name: fullName,
        reported_at: now,
        page,
        words: typed,
        state: 'open',
      })
      .execute()
    return { incidentId }
  })
}

/** Answers an incident, once; undefined where there is none of that number. */
export const answerIncident = (
  database: Database<'school'>,
  { tenant, incidentId }: { readonly tenant: number; readonly incidentId: string },
  words: string,
  { fullName, now }: { readonly fullName: string; readonly now: Date },
): Promise<true | undefined> => {
  const answer = readText('Trả lời', words, textLimits.remark)
  return withTenant(database, tenant, async (transaction) => {
    const { rows } = await sql<{ readonly state: string }>`
      select state from school.incident where tenant_id = ${tenant} and incident_id = ${incidentId}
      for no key update`.execute(transaction)
    if (rows[0] === undefined) return undefined
    if (rows[0].state === 'answered')
      throw new Refusal('act-not-available', 'Báo sự cố này đã được trả lời. Hãy tải lại danh sách.')
    await transaction
      .updateTable('school.incident')
      .set({ state: 'answered', answer, answered_by: fullName, answered_at: now })
      .where('tenant_id', '=', tenant)
      .where('incident_id', '=', incidentId)
      .execute()
    return true
  })
}
