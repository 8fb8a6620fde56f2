import { sql, type RawBuilder } from 'kysely'
import type { Database } from '../../../src/adapters/postgres/connect.ts'
import { readingSchool } from '../../../src/adapters/postgres/school/enter-school.ts'

/** Asks the database itself, as one school: only its rows are there. */
export const ask = <T>(
  database: Database<'school'>,
  schoolCode: string,
  query: RawBuilder<T>,
): Promise<readonly T[]> =>
  readingSchool(database, schoolCode, async (transaction) => (await query.execute(transaction)).rows)

const tables = [
  'school_year',
  'staff',
  'class',
  'assignment',
  'co_teacher',
  'student',
  'enrolment',
  'schooling_history',
  'assessment',
  'homeroom_entry',
  'amendment',
  'subject_group',
  'subject_plan',
  'setting',
  'exemption_order',
  'student_move',
  'act',
] as const

/** How many rows of a school stand in each table: the same before and after where nothing was written. */
export const countRows = async (
  database: Database<'school'>,
  schoolCode: string,
): Promise<Readonly<Record<(typeof tables)[number], number>>> => {
  const counts = tables.map(
    (name) => sql`(select count(*)::int from school.${sql.raw(name)}) as ${sql.ref(name)}`,
  )
  const [found] = await ask(
    database,
    schoolCode,
    sql<Record<(typeof tables)[number], number>>`select ${sql.join(counts)}`,
  )
  if (found === undefined) throw new Error('counting gives one row')
  return found
}
