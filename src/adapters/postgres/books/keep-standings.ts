import { sql } from 'kysely'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { classDigest, sheetDigest } from './cell-digests.ts'
import type { MadeReports } from './make-anew.ts'
import type { NotMade } from './plan-drafts.ts'
import { findCarryOver, type CarryOver } from './stored-carry-overs.ts'
import { insertConfirmation, listConfirmations } from './stored-confirmations.ts'

/** Whose report an answer changes, and by which act. */
interface ChangeOfPupil {
  readonly studentCode: string
  readonly actId: string
}

/**
 * Does a change of one pupil for which confirmation and carry-over stand as they stood: whoever answers confirms the new
 * value with it. What had been changed otherwise since it was confirmed stays so, and is to be confirmed again.
 */
export const keepStandings = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  pupil: ChangeOfPupil,
  change: () => Promise<MadeReports>,
): Promise<void> => {
  const sheet = place.sheet === 'attendance' ? 'homeroom' : place.sheet
  const before = await sheetDigest(transaction, place)
  const confirmed = (await listConfirmations(transaction, place, sheet)).filter(
    ({ kind, digest }) => kind === 'confirm' && digest === before,
  )
  const carriedOver = await findCarryOver(transaction, place)
  const agreed = carriedOver?.digest === (await classDigest(transaction, place)) ? carriedOver : undefined
  const hadReport = await hasReport(transaction, place, pupil.studentCode)
  const made = await change()
  const digest = await sheetDigest(transaction, place)
  for (const { part, number, accepted } of confirmed)
    await insertConfirmation(
      transaction,
      { ...place, sheet },
      { part, number: number + 1, kind: 'confirm', digest, accepted, actId: pupil.actId },
    )
  // Who had no report may get one now: the class is carried over again for that.
  if (agreed !== undefined && hadReport) await insertCarryOver(transaction, place, agreed, { ...pupil, made })
}

const hasReport = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear }: ClassPlace,
  studentCode: string,
): Promise<boolean> => {
  const found = await transaction
    .selectFrom('school.report')
    .select('draft')
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('student_code', '=', studentCode)
    .where('version', '>', 0)
    .where('is_current', '=', true)
    .executeTakeFirst()
  return found !== undefined
}

/** Who got no report is as before, but for the pupil whose value changed. */
const notMadeNow = (
  before: CarryOver,
  { studentCode, made }: ChangeOfPupil & { readonly made: MadeReports },
): readonly NotMade[] => [...before.notMade.filter((one) => one.studentCode !== studentCode), ...made.notMade]

const insertCarryOver = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  before: CarryOver,
  pupil: ChangeOfPupil & { readonly made: MadeReports },
): Promise<void> => {
  const { tenant, schoolYear, level, classId } = place
  const digest = await classDigest(transaction, place)
  await sql`
    insert into school.carry_over (tenant_id, school_year, class_id, number, part, level, digest, made, not_made, act_id)
    select ${tenant}::integer, ${schoolYear}::text, ${classId}::text, ${before.number + 1}::integer,
      ${before.part}::text, ${level}::school.education_level, decode(${digest}, 'hex'),
      ${pupil.made.made.length}::integer, ${JSON.stringify(notMadeNow(before, pupil))}::jsonb, ${pupil.actId}::uuid
    from school.class
    where tenant_id = ${tenant} and school_year = ${schoolYear} and class_id = ${classId}`.execute(
    transaction,
  )
}
