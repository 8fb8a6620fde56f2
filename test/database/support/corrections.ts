import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../src/accounts/index.ts'
import { requestCorrection } from '../../../src/adapters/postgres/books/corrections.ts'
import {
  decideCorrection,
  type DecidedCorrection,
  type Decision,
} from '../../../src/adapters/postgres/books/decide-correction.ts'
import type { WantedCorrection } from '../../../src/adapters/postgres/books/known-correction.ts'
import type { Correction } from '../../../src/adapters/postgres/books/stored-corrections.ts'
import { actorsOf } from './actors.ts'
import { plannedClass, yearEnd } from './finished-class.ts'
import { issueAll, openCarriedOver, type CarriedOverClass } from './issued-class.ts'
import { askAll } from './rows.ts'

type Yes = Extract<Decision, { readonly decision: 'granted' }>
type No = Extract<Decision, { readonly decision: 'refused' }>

/** A version of a pupil's report. */
export interface StoredVersion {
  readonly version: number
  readonly draft: number
  readonly current: boolean
  readonly issued: boolean
}

/** A class whose books are issued, in which corrections of Toán are asked for and decided. */
export interface CorrectionBench {
  readonly school: CarriedOverClass
  readonly actors: ReturnType<typeof actorsOf>
  /** A request of a pupil's mark at the end of the second term, but for what is said otherwise. */
  readonly wanted: (studentCode: string, more?: Partial<WantedCorrection>) => Promise<WantedCorrection>
  readonly request: (sent: WantedCorrection, by?: Actor, now?: Date) => Promise<Correction | undefined>
  readonly decide: (
    correctionId: string,
    decision?: Partial<Yes> | No,
    by?: Actor,
    now?: Date,
  ) => Promise<DecidedCorrection | undefined>
  readonly versionsOf: (studentCode: string) => Promise<readonly StoredVersion[]>
}

/** When the school's data have been locked. */
export const afterLock = new Date('2027-09-15T08:00:00+07:00')

const grant: Yes = { decision: 'granted', decisionNumber: '61/QĐ-THCS', decidedOn: '2027-05-24', words: '' }

const markOf = async ({ server }: CarriedOverClass, studentCode: string, field: string): Promise<string> => {
  const [row] = await askAll<{ value: string }>(
    server,
    `select value from school.assessment
     where student_code = $1 and subject = 'TOAN' and term = $2 and kind = 'final'`,
    [studentCode, Number(field.split('.')[1])],
  )
  return row?.value.replace('.', ',') ?? ''
}

export const openCorrectionBench = async (pupils: number): Promise<CorrectionBench> => {
  const school = await openCarriedOver(plannedClass(7, pupils))
  await issueAll(school)
  const { database, place, making, server } = school
  const actors = actorsOf(school)
  return {
    school,
    actors,
    wanted: async (studentCode, more = {}) => ({
      correctionId: randomUUID(),
      studentCode,
      subject: 'TOAN',
      field: 'terms.2.finalMark',
      oldValue: await markOf(school, studentCode, more.field ?? 'terms.2.finalMark'),
      newValue: '9,5',
      reason: 'Cộng sót điểm bài cuối kì',
      evidence: 'Bài kiểm tra cuối kì II, lưu ở tổ Toán',
      ...more,
    }),
    request: (sent, by = actors.homeroomTeacher, now = yearEnd) =>
      requestCorrection(database, place, sent, { actor: by, now }),
    decide: (correctionId, decision = {}, by = actors.principal, now = yearEnd) =>
      decideCorrection(
        database,
        place,
        correctionId,
        decision.decision === 'refused' ? decision : { ...grant, ...decision },
        { actor: by, now, making },
      ),
    versionsOf: (studentCode) =>
      askAll<StoredVersion>(
        server,
        `select version, draft, is_current as current, issued_at is not null as issued from school.report
         where student_code = $1 and version > 0 order by version, draft`,
        [studentCode],
      ),
  }
}
