import { sql } from 'kysely'
import type { SchoolingHistoryRow, StudentYear } from '../../../records/index.ts'
import { withTenant, type Database } from '../connect.ts'
import { recordOf, type Row } from '../school/columns.ts'
import { enrolmentColumns, historyColumns } from '../school/tables.ts'
import type { YearPlace } from './lists.ts'
import { findRows, type ReadableYear } from './set-up-rows.ts'

/** Miễn học, miễn phần thực hành: from what a pupil is exempt, and by which order. */
export interface Exemption {
  readonly subject: string
  readonly kind: 'exempt' | 'practice-exempt'
  readonly reason: string | null
  readonly decisionNumber: string | null
}

/** Chuyển lớp trong trường. */
export interface StudentMove {
  readonly fromClass: string
  readonly toClass: string
  readonly movedOn: string
  readonly reason: string
}

/** All that the school keeps about a pupil in a year, marks apart. */
export interface StoredStudent {
  readonly student: Omit<StudentYear, 'history' | 'subjects' | 'homeroom'>
  readonly history: readonly SchoolingHistoryRow[]
  readonly exemptions: readonly Exemption[]
  readonly moves: readonly StudentMove[]
  readonly version: number
}

/** A pupil of a class; undefined where nobody of this code is in it. Five statements. */
export const findStudent = (
  database: Database<'school'>,
  place: YearPlace & { readonly classId: string },
  studentCode: string,
): Promise<StoredStudent | undefined> =>
  withTenant(database, place.tenant, async (transaction) => {
    const year = { transaction, ...place }
    const [enrolment] = await findRows(year, 'enrolment', {
      student_code: studentCode,
      class_id: place.classId,
    })
    if (enrolment === undefined) return undefined
    const history = await findRows(year, 'schooling_history', { student_code: studentCode })
    const moves = await findRows(year, 'student_move', { student_code: studentCode })
    return {
      student: recordOf(enrolmentColumns, enrolment),
      history: inOrder(history, 'row_number').map((row) => recordOf(historyColumns, row)),
      exemptions: await listExemptions(year, studentCode),
      moves: inOrder(moves, 'number').map(toMove),
      version: Number(enrolment['version']),
    }
  })

const inOrder = (rows: readonly Row[], column: string): readonly Row[] =>
  rows.toSorted((one, other) => Number(one[column]) - Number(other[column]))

const toMove = (row: Row): StudentMove => ({
  fromClass: String(row['from_class']),
  toClass: String(row['to_class']),
  movedOn: String(row['moved_on']),
  reason: String(row['reason']),
})

const listExemptions = async (
  { transaction, tenant, schoolYear }: ReadableYear,
  studentCode: string,
): Promise<readonly Exemption[]> => {
  const { rows } = await sql<Exemption>`
    select a.subject, a.kind::text as kind, nullif(o.reason, '') as reason, o.decision_number as "decisionNumber"
    from school.assessment a left join school.exemption_order o
      on o.tenant_id = ${tenant} and o.school_year = ${schoolYear} and o.student_code = a.student_code
        and o.subject = a.subject
    where a.tenant_id = ${tenant} and a.school_year = ${schoolYear} and a.student_code = ${studentCode}
      and a.kind in ('exempt', 'practice-exempt') and a.value = 'true'
    order by a.subject`.execute(transaction)
  return rows
}
