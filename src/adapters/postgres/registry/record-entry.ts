import { sql, type Transaction } from 'kysely'
import {
  findPlace,
  type RegisteredVersion,
  type RegistryEntry,
  type YearIdentity,
} from '../../../registry/index.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { errorCode } from '../../file-store/file-errors.ts'
import { withTenant, type Database, type TablesOf } from '../connect.ts'
import { keyBytes } from './find-years.ts'
import { getTenant } from './tenants.ts'
import { wholeYearColumns, yearFrom, type WholeYearRow } from './whole-year.ts'

type RegistryTransaction = Transaction<TablesOf<'registry'>>

/** The state of an error by which PostgreSQL says that a key is taken. */
const keyIsTaken = '23505'

/**
 * Before the first act on a year: nobody took one of its codes since it was decided. Keys of a table cannot say this,
 * because a book's years may lie in several schools; so whoever adds to one book does so one after the other.
 */
const checkCodes = async (transaction: RegistryTransaction, identity: YearIdentity): Promise<void> => {
  const [book, year] = [keyBytes(identity.bookKey), keyBytes(identity.yearKey)]
  const locks = [book, year].map((key) => key.readBigInt64BE()).sort((one, other) => (one < other ? -1 : 1))
  for (const lock of locks)
    await sql`select pg_advisory_xact_lock(${sql.lit(lock.toString())}::bigint)`.execute(transaction)
  const { rows } = await sql<WholeYearRow>`
    select ${sql.raw(wholeYearColumns)} from registry.find(${[book, year]}::bytea[])
  `.execute(transaction)
  // Said as PostgreSQL says it, for what no key of its can say.
  if (!isFree(rows, identity)) throw Object.assign(new Error('a code is taken'), { code: keyIsTaken })
}

const isFree = (rows: readonly WholeYearRow[], identity: YearIdentity): boolean => {
  try {
    return findPlace(rows.map(yearFrom), identity).acts.length === 0
  } catch (error) {
    // Whoever decides anew is refused with the reason.
    if (error instanceof Refusal) return false
    throw error
  }
}

const addYear = async (
  transaction: RegistryTransaction,
  tenant: number,
  identity: YearIdentity,
): Promise<void> => {
  await checkCodes(transaction, identity)
  const [book, year] = [keyBytes(identity.bookKey), keyBytes(identity.yearKey)]
  await transaction
    .insertInto('registry.year')
    .values({
      tenant_id: tenant,
      year_key: year,
      book_key: book,
      school_year: identity.schoolYear,
      student_code: identity.studentCode,
    })
    .execute()
  await transaction
    .insertInto('registry.lookup')
    .values([book, year].map((code_key) => ({ code_key, year_key: year, tenant_id: tenant })))
    .execute()
}

const addVersion = (
  transaction: RegistryTransaction,
  tenant: number,
  { yearKey }: YearIdentity,
  { version, issuedAt, expectedEffectiveDate, reason, xml, pdf }: RegisteredVersion,
): Promise<unknown> =>
  transaction
    .insertInto('registry.version')
    .values({
      tenant_id: tenant,
      year_key: keyBytes(yearKey),
      version,
      issued_at: issuedAt,
      expected_effective_date: expectedEffectiveDate,
      reason: reason ?? null,
      xml_sha256: keyBytes(xml.sha256),
      xml_size: xml.size,
      pdf_sha256: pdf === undefined ? null : keyBytes(pdf.sha256),
      pdf_size: pdf?.size ?? null,
    })
    .execute()

const addAct = (
  transaction: RegistryTransaction,
  tenant: number,
  { identity, after, act }: RegistryEntry,
): Promise<unknown> =>
  transaction
    .insertInto('registry.act')
    .values({
      tenant_id: tenant,
      year_key: keyBytes(identity.yearKey),
      sequence: after + 1,
      kind: act.kind,
      version: act.version,
      acted_at: act.at,
      acted_by: act.by,
      reason: act.reason ?? null,
      decision_number: act.decisionNumber ?? null,
    })
    .execute()

/**
 * Adds an entry in one transaction: the year with its codes if it is the first act, the version that comes with it,
 * the act. The act's place in the history is its key, so of two that were decided on one history one is 'overtaken'.
 */
export const recordEntry = async (
  database: Database<'registry'>,
  entry: RegistryEntry,
): Promise<'recorded' | 'overtaken'> => {
  const { identity, version, after } = entry
  const tenant = await getTenant(database, identity)
  try {
    await withTenant(database, tenant, async (transaction) => {
      if (after === 0) await addYear(transaction, tenant, identity)
      if (version !== undefined) await addVersion(transaction, tenant, identity, version)
      await addAct(transaction, tenant, entry)
    })
    return 'recorded'
  } catch (error) {
    // Only the state counts: text and names of constraints differ on a database that is spread out.
    if (errorCode(error) === keyIsTaken) return 'overtaken'
    throw error
  }
}
