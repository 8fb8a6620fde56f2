import { sql } from 'kysely'
import { readData } from '../../../bookfile/index.ts'
import { dayInVietnam } from '../../../shared/dates.ts'
import type { IssueReceipt } from '../../../rendition/index.ts'
import { withTenant, type Database } from '../connect.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'

/** The receipts of a class; none where nothing of it is issued. */
export interface ClassReceipts {
  readonly className: string
  readonly receipts: readonly IssueReceipt[]
}

interface IssuedRow {
  readonly className: string
  readonly data: string | null
  readonly issuedAt: Date | null
}

/**
 * What the families of a class are told of the books issued to it (phiếu phát hành), by name; undefined where there is
 * no such class. Of each pupil the newest issued version, in its own words: a correction under way changes nothing yet.
 */
export const listReceipts = (
  database: Database<'school'>,
  place: ClassPlace,
): Promise<ClassReceipts | undefined> =>
  withTenant(database, place.tenant, async (transaction) => {
    const rows = await readIssued(transaction, place)
    const [first] = rows
    if (first === undefined) return undefined
    const receipts = rows.flatMap(({ data, issuedAt }) =>
      data === null || issuedAt === null ? [] : [receiptOf(data, issuedAt)],
    )
    return { className: first.className, receipts }
  })

const readIssued = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId }: ClassPlace,
): Promise<readonly IssuedRow[]> => {
  const { rows } = await sql<IssuedRow>`
    select c.name as "className", r.data, r.issued_at as "issuedAt"
    from school.class c
    left join school.enrolment e on e.tenant_id = ${tenant} and e.school_year = ${schoolYear}
      and e.class_id = c.class_id
    left join lateral (
      select issued.data, issued.issued_at
      from school.report issued
      where issued.tenant_id = ${tenant} and issued.school_year = ${schoolYear}
        and issued.student_code = e.student_code and issued.version > 0 and issued.issued_at is not null
      order by issued.version desc limit 1) r on true
    where c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.level = ${level}
      and c.class_id = ${classId}
    order by e.given_name, e.full_name, e.student_code`.execute(transaction)
  return rows
}

const receiptOf = (text: string, issuedAt: Date): IssueReceipt => {
  const reading = readData(text)
  if ('fault' in reading) throw new Error('a stored report must be readable', { cause: reading.fault })
  const { identity, version } = reading.data.report
  return {
    schoolName: identity.schoolName,
    schoolYear: identity.schoolYear,
    className: identity.className,
    fullName: identity.fullName,
    birthDate: identity.birthDate,
    version: version.number,
    issuedOn: dayInVietnam(issuedAt),
    lookupCode: identity.yearLookupCode,
    isDemonstration: identity.demonstration !== undefined,
  }
}
