import { sql } from 'kysely'
import type { Lesson, Role } from '../../../accounts/index.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import type { Database } from '../connect.ts'
import type { SchoolStaffTable } from '../schema.ts'
import { readingSchool, type SchoolTransaction } from './enter-school.ts'

/** What a member of staff is in one school year: from posts, classes, lessons and subject groups. */
export interface MemberYear {
  readonly schoolYear: SchoolYear
  readonly level: EducationLevel
  readonly schoolName: string
  /** All but the administrator's, which no school year knows of. */
  readonly roles: readonly Role[]
  readonly homeroomClasses: readonly string[]
  readonly teaches: readonly Lesson[]
  readonly follows: readonly Lesson[]
}

/** A school year of a school with what one of its staff is there. */
export interface MemberYears {
  readonly tenant: number
  /** Newest first. */
  readonly years: readonly MemberYear[]
}

interface Asked {
  readonly schoolCode: string
  readonly staffCode: string | null
  /** One year and level; else all of them, newest first, with only the newest one's lessons. */
  readonly year?: { readonly schoolYear: string; readonly level: string }
}

interface Row {
  readonly school_year: string
  readonly level: EducationLevel
  readonly name: string
  readonly post: SchoolStaffTable['post'] | null
  readonly homerooms: readonly string[]
  readonly lessons: readonly Lesson[]
  readonly followed: readonly Lesson[]
  readonly is_head: boolean
}

const posts: Partial<Record<SchoolStaffTable['post'], Role>> = {
  principal: 'principal',
  'vice-principal': 'vice-principal',
  clerk: 'clerk',
  registrar: 'registrar',
  accountant: 'accountant',
}

/** One statement whatever the school's size: each part is found by its key. */
const selectYears = async (
  transaction: SchoolTransaction,
  tenant: number,
  { staffCode, year }: Asked,
): Promise<readonly Row[]> => {
  const code = staffCode ?? ''
  const { rows } = await sql<Row>`
    select y.school_year, y.level, y.name, s.post,
      array(select c.class_id from school.class c where c.tenant_id = ${tenant} and c.school_year = y.school_year
        and c.level = y.level and c.homeroom_teacher = ${code} order by c.class_id) as homerooms,
      coalesce((select jsonb_agg(jsonb_build_object('classId', l.class_id, 'subject', l.subject)) from (
        select a.class_id, a.subject from school.assignment a where a.tenant_id = ${tenant}
          and a.school_year = y.school_year and a.level = y.level and a.teacher = ${code}
        union select t.class_id, t.subject from school.co_teacher t where t.tenant_id = ${tenant}
          and t.school_year = y.school_year and t.level = y.level and t.staff_code = ${code}) l), '[]') as lessons,
      coalesce((select jsonb_agg(distinct jsonb_build_object('classId', a.class_id, 'subject', a.subject))
        from school.subject_group g
          join school.staff m on m.tenant_id = ${tenant} and m.school_year = y.school_year and m.level = y.level
            and m.subject_group = g.name
          join school.assignment a on a.tenant_id = ${tenant} and a.school_year = y.school_year
            and a.level = y.level and a.teacher = m.staff_code
        where g.tenant_id = ${tenant} and g.school_year = y.school_year and g.level = y.level
          and g.head = ${code}), '[]') as followed,
      exists (select 1 from school.subject_group g where g.tenant_id = ${tenant} and g.school_year = y.school_year
        and g.level = y.level and g.head = ${code}) as is_head
    from school.school_year y
      left join school.staff s on s.tenant_id = ${tenant} and s.school_year = y.school_year and s.level = y.level
        and s.staff_code = ${code} and s.has_left is not true
    where y.tenant_id = ${tenant}
      ${year === undefined ? sql`` : sql`and y.school_year = ${year.schoolYear} and y.level::text = ${year.level}`}
    order by y.school_year desc, y.level`.execute(transaction)
  return rows
}

const rolesOf = ({ post, homerooms, lessons, is_head: isHead }: Row): readonly Role[] => {
  // Who is not on the year's staff, or has left it, is nothing there.
  if (post === null) return []
  const ofPost = posts[post]
  return [
    ...(ofPost === undefined ? [] : [ofPost]),
    ...(isHead ? (['group-head'] as const) : []),
    ...(homerooms.length > 0 ? (['homeroom-teacher'] as const) : []),
    ...(lessons.length > 0 ? (['subject-teacher'] as const) : []),
  ]
}

const toMemberYear = (row: Row): MemberYear => {
  const isStaff = row.post !== null
  return {
    schoolYear: row.school_year as SchoolYear,
    level: row.level,
    schoolName: row.name,
    roles: rolesOf(row),
    homeroomClasses: isStaff ? row.homerooms : [],
    teaches: isStaff ? row.lessons : [],
    follows: isStaff ? row.followed : [],
  }
}

/** What somebody is at a school, year by year; undefined where nothing was ever written of the school. */
export const readMemberYears = (
  database: Database<'school'>,
  asked: Asked,
): Promise<MemberYears | undefined> =>
  readingSchool(database, asked.schoolCode, async (transaction, tenant) =>
    tenant === undefined
      ? undefined
      : { tenant, years: (await selectYears(transaction, tenant, asked)).map(toMemberYear) },
  )
