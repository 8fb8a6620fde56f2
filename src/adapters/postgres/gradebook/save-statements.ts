import type { PreparedStatement } from '../connect.ts'
import { gatheredEntryFacts, gatheredPupilStanding } from './stored-entry-facts.ts'

/** A table of cells: the columns that tell its cells apart, and their types. */
interface Keyed {
  readonly name: 'assessment' | 'homeroom_entry'
  readonly keyTypes: Readonly<Record<string, string>>
}

/**
 * The statements of a save. Each reaches its rows one by one through the primary key (a lateral subquery that locks or
 * has an offset is not joined in any other way), so that they cost the same whatever the planner knows of the table.
 */
export interface SaveStatements {
  /** $1 tenant, $2 school year, then an array per key column: what stands in these cells, held, in key order. */
  readonly lock: PreparedStatement
  /** The same without holding them, with who wrote them and when. */
  readonly read: PreparedStatement
  /**
   * $1 tenant, $2 school year, $3 save; arrays: key columns, value, seen version; row keys, versions, pupils and values
   * before, for the trace; digest and outcomes. Gives how many cells were written.
   */
  readonly write: PreparedStatement
}

export const saveStatementsOf = ({ name, keyTypes }: Keyed): SaveStatements => {
  const keys = Object.keys(keyTypes)
  const of = (table: string): string => keys.map((key) => `${table}.${key}`).join(', ')
  const arrays = (first: number): string =>
    Object.values(keyTypes)
      .map((type, index) => `$${first + index}::${type}[]`)
      .join(', ')
  const sameCell = keys.map((key) => `t.${key} = n.${key}`).join(' and ')
  const wanted = `(select * from unnest(${arrays(3)}) as n(${keys.join(', ')}) order by ${of('n')} offset 0) n`
  const next = 4 + keys.length
  return {
    lock: {
      name: `lock-${name}`,
      text: `
        select c.* from ${wanted} cross join lateral (
          select ${of('t')}, t.value, t.version, t.act_id from school.${name} t
          where t.tenant_id = $1 and t.school_year = $2 and ${sameCell} for update
        ) c`,
    },
    read: {
      name: `read-${name}`,
      text: `
        select c.*, a.acted_by, a.acted_at from ${wanted} cross join lateral (
          select ${of('t')}, t.value, t.version, t.act_id from school.${name} t
          where t.tenant_id = $1 and t.school_year = $2 and ${sameCell} offset 0
        ) c cross join lateral (
          select acted_by, acted_at from school.act where tenant_id = $1 and act_id = c.act_id offset 0
        ) a`,
    },
    write: {
      name: `write-${name}`,
      text: `
        with written as (
          insert into school.${name} as t (tenant_id, school_year, act_id, ${keys.join(', ')}, value, version)
          select $1, $2, $3, ${of('n')}, n.value, n.seen_version + 1
          from unnest(${arrays(4)}, $${next}::text[], $${next + 1}::integer[]) as n(${keys.join(', ')}, value, seen_version)
          order by ${of('n')}
          on conflict (tenant_id, school_year, ${keys.join(', ')}) do update
            set value = excluded.value, version = excluded.version, act_id = excluded.act_id
            where t.version = excluded.version - 1
          returning 1
        ), traced as (
          insert into school.superseded
            (tenant_id, school_year, table_name, act_id, row_key, version, student_code, before)
          select $1, $2, '${name}', $3, b.row_key, b.version, b.student_code, b.before
          from unnest($${next + 2}::jsonb[], $${next + 3}::integer[], $${next + 4}::text[], $${next + 5}::jsonb[])
            as b(row_key, version, student_code, before)
        ), kept as (
          insert into school.save (tenant_id, school_year, save_id, digest, outcomes)
          values ($1, $2, $3, $${next + 6}, $${next + 7}::jsonb)
        )
        select count(*)::integer as written from written`,
    },
  }
}

const names = {
  tenant: '$1',
  schoolYear: '$2',
  level: '$3::school.education_level',
  classId: '$4',
  sheet: '$7::text',
  now: '$8::timestamptz',
}

/**
 * $1 tenant, $2 school year, $3 level, $4 class, $5 subject or null, $6 pupils, $7 sheet, $8 now: the class and its plan
 * for the subject, with a row for each of these pupils who is in the class, or one without any. The class is held
 * against whoever would confirm it meanwhile, together with other saves.
 */
export const contextStatement: PreparedStatement = {
  name: 'save-context',
  text: `
    select c.grade, a.periods_per_year as "periodsPerYear",
      ${gatheredEntryFacts(names)} as facts, e.student_code as "studentCode",
      ${gatheredPupilStanding(names, 'e.student_code')},
      exists (
        select from school.assessment x
        where x.tenant_id = $1 and x.school_year = $2 and x.student_code = e.student_code and x.subject = $5
          and x.kind = 'exempt' and x.value = 'true'
      ) as "isExempt",
      $5::text is null and exists (
        select from school.homeroom_entry h
        where h.tenant_id = $1 and h.school_year = $2 and h.student_code = e.student_code and h.field = 'absentOn'
          and h.value is not null
      ) as "hasDays"
    from school.class c
    left join school.assignment a
      on a.tenant_id = $1 and a.school_year = $2 and a.class_id = c.class_id and a.subject = $5
    left join lateral (
      select o.student_code from unnest($6::text[]) w(student_code) cross join lateral (
        select n.student_code from school.enrolment n
        where n.tenant_id = $1 and n.school_year = $2 and n.student_code = w.student_code and n.class_id = $4
          and n.level = $3::school.education_level
        offset 0
      ) o
    ) e on true
    where c.tenant_id = $1 and c.school_year = $2 and c.class_id = $4 and c.level = $3::school.education_level
    for share of c`,
}

/** Writes the act of a save; no row where its number was used before. */
export const actStatement: PreparedStatement = {
  name: 'open-act',
  text: `
    insert into school.act (tenant_id, act_id, kind, school_year, level, acted_at, acted_by, account_id, class_id, sheet,
      source)
    values ($1, $2, 'entry', $3, $4::school.education_level, $5, $6, $7, $8, $9, $10)
    on conflict do nothing
    returning 1 as opened`,
}

/** What a save was answered with, and the digest of what had been sent. */
export const savedStatement: PreparedStatement = {
  name: 'find-saved',
  text: 'select digest, outcomes from school.save where tenant_id = $1 and school_year = $2 and save_id = $3',
}
