import { randomUUID } from 'node:crypto'
import type { Database } from '../connect.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import { prepareMaking, type BookMaking } from './book-making.ts'
import { holdDrafts } from './current-drafts.ts'
import { requireHomeroomTeacher, type ClassTeacher } from './homeroom-teacher.ts'
import { enterAct, holdingClass } from './holding-class.ts'
import { writePlan } from './make-anew.ts'
import { planCovers, type NotMade } from './plan-drafts.ts'

/** Who confirms, when, and with what covers are made. */
export interface CoverConfirming {
  readonly teacher: ClassTeacher
  readonly now: Date
  readonly making: BookMaking
}

/** What became of the covers of a class. */
export interface ConfirmedCovers {
  /** How many covers now wait for the principal. */
  readonly made: number
  /** How many stood already as the profiles say. */
  readonly unchanged: number
  readonly notMade: readonly NotMade[]
}

/**
 * Chốt bìa: the homeroom teacher says at the start of the year that the profiles of a class are right; every pupil's
 * cover then waits for the principal and the seal. A profile that changed since makes a new cover; repeated without a
 * change it does nothing. Undefined where there is no such class; refused for anybody else.
 */
export const confirmCovers = (
  database: Database<'school'>,
  place: ClassPlace,
  { teacher, now, making }: CoverConfirming,
): Promise<ConfirmedCovers | undefined> =>
  holdingClass(database, place, async (transaction) => {
    await requireHomeroomTeacher(transaction, place, teacher, 'chốt bìa')
    const ready = await prepareMaking(transaction, place, undefined, making)
    const codes = ready.classRecords.students.map(({ profile }) => profile.studentCode)
    const plan = planCovers(ready, await holdDrafts(transaction, place, codes))
    if (plan.drafts.length > 0 || plan.retired.length > 0) {
      const actId = randomUUID()
      await enterAct(transaction, { ...place, actId, kind: 'cover', by: teacher, now })
      await writePlan(transaction, place, plan, actId)
    }
    return { made: plan.drafts.length, unchanged: plan.unchanged.length, notMade: plan.notMade }
  })
