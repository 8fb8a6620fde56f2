import { sql } from 'kysely'

/** One writing of a cell as the database keeps it. */
export interface Writing {
  readonly value: string | null
  readonly acted_by: string
  readonly source: string | null
}

/** Every writing of a pupil's cell, the first one first: what was overwritten, and what stands there. */
export const writingsOf = (studentCode: string, subject: string, kind: string, term: number) => sql<Writing>`
  select w.value, a.acted_by, a.source
  from (
    select value, version, act_id from school.assessment
    where student_code = ${studentCode} and subject = ${subject} and kind = ${kind} and term = ${term}
    union all
    select before ->> 'value', version, (before ->> 'act_id')::uuid from school.superseded
    where table_name = 'assessment' and student_code = ${studentCode} and row_key ->> 1 = ${subject}
      and row_key ->> 2 = ${kind} and row_key ->> 3 = ${String(term)}
  ) w
  join school.act a using (act_id)
  order by w.version`
