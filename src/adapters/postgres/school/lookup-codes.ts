import { sql } from 'kysely'
import type { SchoolYearRecords, StudentYear } from '../../../records/index.ts'
import type { LookupCode } from '../../../shared/ids.ts'
import type { Database } from '../connect.ts'
import { writingSchool, type SchoolTransaction } from './enter-school.ts'

/** The two codes of one pupil's year. */
interface Codes {
  readonly student: string
  readonly book: LookupCode
  readonly year: LookupCode
}

const proposalsFor = (students: readonly StudentYear[], draw: () => LookupCode): readonly Codes[] =>
  students.map(({ profile, bookLookupCode, yearLookupCode }) => ({
    student: profile.studentCode,
    book: bookLookupCode ?? draw(),
    year: yearLookupCode ?? draw(),
  }))

interface Scope {
  readonly transaction: SchoolTransaction
  readonly tenant: number
  readonly records: SchoolYearRecords
}

const addMissing = async (
  { transaction, tenant, records }: Scope,
  codes: readonly Codes[],
): Promise<void> => {
  const { school, schoolYear } = records
  const students = sql`${codes.map(({ student }) => student)}::text[]`
  await sql`
    insert into school.book_code (tenant_id, student_code, level, code)
    select ${tenant}::integer, n.student, ${school.level}::school.education_level, n.code
    from unnest(${students}, ${codes.map(({ book }) => book)}::text[]) as n(student, code)
    on conflict do nothing`.execute(transaction)
  await sql`
    insert into school.year_code (tenant_id, school_year, student_code, level, code)
    select ${tenant}::integer, ${schoolYear}::text, n.student, ${school.level}::school.education_level, n.code
    from unnest(${students}, ${codes.map(({ year }) => year)}::text[]) as n(student, code)
    on conflict do nothing`.execute(transaction)
}

const readKept = async ({ transaction, tenant, records }: Scope): Promise<ReadonlyMap<string, Codes>> => {
  const { school, schoolYear, students } = records
  const kept = await sql<Codes>`
    select y.student_code as student, b.code as book, y.code as year
    from school.year_code y join school.book_code b using (tenant_id, student_code, level)
    where y.tenant_id = ${tenant} and y.school_year = ${schoolYear} and y.level = ${school.level}
      and y.student_code = any(${students.map(({ profile }) => profile.studentCode)}::text[])`.execute(
    transaction,
  )
  return new Map(kept.rows.map((codes) => [codes.student, codes]))
}

/**
 * Gives every pupil of a stored school year its lookup codes (mã tra cứu): those written down, else those kept from
 * before, else drawn and kept now, for good. `draw` gives 32 hexadecimal digits, random. Three statements in all.
 */
export const keepLookupCodes = (
  database: Database<'school'>,
  records: SchoolYearRecords,
  { draw }: { readonly draw: () => LookupCode },
): Promise<SchoolYearRecords> =>
  writingSchool(database, records.school.code, (transaction, tenant) =>
    keepCodesOf(transaction, tenant, records, { draw }),
  )

/** The same within a transaction, for the pupils that the records name. */
export const keepCodesOf = async (
  transaction: SchoolTransaction,
  tenant: number,
  records: SchoolYearRecords,
  { draw }: { readonly draw: () => LookupCode },
): Promise<SchoolYearRecords> => {
  const scope = { transaction, tenant, records }
  await addMissing(scope, proposalsFor(records.students, draw))
  const kept = await readKept(scope)
  return { ...records, students: records.students.map((student) => withCodes(student, kept)) }
}

const withCodes = (student: StudentYear, kept: ReadonlyMap<string, Codes>): StudentYear => {
  const codes = kept.get(student.profile.studentCode)
  if (codes === undefined) throw new Error('the codes of a pupil were kept a moment ago')
  return {
    ...student,
    bookLookupCode: student.bookLookupCode ?? codes.book,
    yearLookupCode: student.yearLookupCode ?? codes.year,
  }
}
