import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../accounts/index.ts'
import { withTenant, type Database } from '../connect.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { readReason, type Acting } from './acting.ts'
import { getCorrectableYear } from './correctable-year.ts'
import { enterAct, holdingClass } from './holding-class.ts'
import { findKnownCorrection, getCorrection, type WantedCorrection } from './known-correction.ts'
import { listStoredCorrections, type Correction } from './stored-corrections.ts'
import { readChange, requireRequester, requireUnlocked } from './wanted-corrections.ts'

const longestEvidence = 1000

/**
 * Requests that an issued book be corrected (đề nghị đính chính), before its data are locked. The old value must be what
 * the newest version says. The same again is answered as it was. Undefined where there is no such class.
 */
export const requestCorrection = (
  database: Database<'school'>,
  place: ClassPlace,
  wanted: WantedCorrection,
  acting: Acting,
): Promise<Correction | undefined> =>
  holdingClass(database, place, async (transaction) => {
    requireRequester(place, wanted, acting.actor)
    const typed = {
      ...wanted,
      reason: readReason('Lí do', wanted.reason),
      evidence: readReason('Minh chứng', wanted.evidence, longestEvidence),
    }
    const known = await findKnownCorrection(transaction, place, typed, acting)
    if (known !== undefined) return known
    const year = await getCorrectableYear(transaction, place, typed.studentCode)
    requireUnlocked(year, acting.now)
    const change = readChange(place.schoolYear, year, typed)
    await insertCorrection(transaction, place, { ...typed, ...change }, acting)
    return getCorrection(transaction, place, acting.actor, typed.correctionId)
  })

const insertCorrection = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  wanted: WantedCorrection,
  { actor, now }: Acting,
): Promise<void> => {
  const { tenant, schoolYear, level, classId } = place
  const actId = randomUUID()
  await enterAct(transaction, { ...place, actId, kind: 'correction', sheet: wanted.subject, by: actor, now })
  await transaction
    .insertInto('school.correction')
    .values({
      tenant_id: tenant,
      correction_id: wanted.correctionId,
      school_year: schoolYear,
      level,
      class_id: classId,
      student_code: wanted.studentCode,
      subject: wanted.subject,
      field: wanted.field,
      old_value: wanted.oldValue,
      new_value: wanted.newValue,
      reason: wanted.reason,
      evidence: wanted.evidence,
      by_name: actor.fullName,
      by_account: actor.accountId,
      act_id: actId,
    })
    .execute()
}

/**
 * The requests that concern whoever asks, open ones first, 200 at most: their own, those of the classes they lead and
 * the lessons they teach; heads of the school see all. `isOpen` null: also those decided.
 */
export const listCorrections = (
  database: Database<'school'>,
  scope: YearScope,
  actor: Actor,
  { isOpen }: { readonly isOpen: boolean | null },
): Promise<readonly Correction[]> =>
  withTenant(database, scope.tenant, async (transaction) =>
    (await listStoredCorrections(transaction, scope, actor, { isOpen })).map(({ correction }) => correction),
  )
