import { sql } from 'kysely'
import type { SheetName, YearPart } from '../../../gradebook/index.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'

/** Who leads a class, and how far it is on the way to its books. */
export interface ClassState {
  readonly classId: string
  readonly homeroomTeacher: string | null
  readonly pupils: number
  /** The latest carry-over (kết chuyển); null where there was none. */
  readonly carriedOver: {
    readonly part: Extract<YearPart, 'year' | 'summer'>
    readonly at: string
    readonly byName: string
  } | null
}

/** The classes of a level's year, in order. */
export const listClassStates = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
): Promise<readonly ClassState[]> => {
  const { rows } = await sql<ClassState>`
    select c.class_id as "classId", c.homeroom_teacher as "homeroomTeacher", coalesce(e.pupils, 0)::int as pupils,
      (
        select jsonb_build_object('part', o.part, 'byName', a.acted_by,
          'at', to_char(a.acted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
        from school.carry_over o join school.act a on a.tenant_id = ${tenant} and a.act_id = o.act_id
        where o.tenant_id = ${tenant} and o.school_year = ${schoolYear} and o.class_id = c.class_id
        order by o.number desc limit 1
      ) as "carriedOver"
    from school.class c
    left join (
      select class_id, count(*) as pupils from school.enrolment
      where tenant_id = ${tenant} and school_year = ${schoolYear} group by class_id
    ) e using (class_id)
    where c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.level = ${level}
    order by c.grade, c.position`.execute(transaction)
  return rows
}

/** Whether one sheet's year is confirmed, who answers for it, how many of its cells were sent back and wait. */
export interface SheetState {
  readonly classId: string
  readonly sheet: SheetName
  readonly staffCode: string | null
  readonly isConfirmed: boolean
  readonly sentBack: number
}

/** Every sheet that is confirmed before a class is carried over: its lessons, and the homeroom teacher's summary. */
export const listSheetStates = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
): Promise<readonly SheetState[]> => {
  const { rows } = await sql<SheetState>`
    with sheet as (
      select class_id, subject as sheet, teacher as staff_code from school.assignment
      where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level}
      union all
      select class_id, 'homeroom', homeroom_teacher from school.class
      where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level}
    ), confirmed as (
      select distinct on (class_id, sheet) class_id, sheet, kind from school.confirmation
      where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level} and part = 'year'
      order by class_id, sheet, number desc
    ), sent as (
      select class_id, case when sheet in ('attendance', 'decisions') then 'homeroom' else sheet end as sheet,
        count(*) as count
      from school.send_back
      where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level} and answer is null group by 1, 2
    )
    select s.class_id as "classId", s.sheet, s.staff_code as "staffCode",
      coalesce(c.kind = 'confirm', false) as "isConfirmed", coalesce(b.count, 0)::int as "sentBack"
    from sheet s left join confirmed c using (class_id, sheet) left join sent b using (class_id, sheet)`.execute(
    transaction,
  )
  return rows
}

/** A teacher by name. */
export interface NamedStaff {
  readonly staffCode: string
  readonly fullName: string
  readonly group: string | null
}

/** The staff of a level's year by given name. */
export const listNamedStaff = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
): Promise<readonly NamedStaff[]> => {
  const { rows } = await sql<NamedStaff>`
    select staff_code as "staffCode", full_name as "fullName", subject_group as "group" from school.staff
    where tenant_id = ${tenant} and school_year = ${schoolYear} and level = ${level}
    order by given_name, full_name, staff_code`.execute(transaction)
  return rows
}
