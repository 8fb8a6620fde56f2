import type { Lesson, Role } from '../../../accounts/index.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { withTenantPrepared, type Database } from '../connect.ts'
import type { SchoolStaffTable } from '../schema.ts'
import { readingSchool } from './enter-school.ts'

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
const select = {
  name: 'school-member-years',
  text: `select y.school_year, y.level, y.name, s.post,
      array(select c.class_id from school.class c where c.tenant_id = $1 and c.school_year = y.school_year
        and c.level = y.level and c.homeroom_teacher = $2 order by c.class_id) as homerooms,
      coalesce((select jsonb_agg(jsonb_build_object('classId', l.class_id, 'subject', l.subject)) from (
        select a.class_id, a.subject from school.assignment a where a.tenant_id = $1
          and a.school_year = y.school_year and a.level = y.level and a.teacher = $2
        union select t.class_id, t.subject from school.co_teacher t where t.tenant_id = $1
          and t.school_year = y.school_year and t.level = y.level and t.staff_code = $2) l), '[]') as lessons,
      coalesce((select jsonb_agg(distinct jsonb_build_object('classId', a.class_id, 'subject', a.subject))
        from school.subject_group g
          join school.staff m on m.tenant_id = $1 and m.school_year = y.school_year and m.level = y.level
            and m.subject_group = g.name
          join school.assignment a on a.tenant_id = $1 and a.school_year = y.school_year
            and a.level = y.level and a.teacher = m.staff_code
        where g.tenant_id = $1 and g.school_year = y.school_year and g.level = y.level
          and g.head = $2), '[]') as followed,
      exists (select 1 from school.subject_group g where g.tenant_id = $1 and g.school_year = y.school_year
        and g.level = y.level and g.head = $2) as is_head
    from school.school_year y
      left join school.staff s on s.tenant_id = $1 and s.school_year = y.school_year and s.level = y.level
        and s.staff_code = $2 and s.has_left is not true
    where y.tenant_id = $1 and ($3::text is null or y.school_year = $3 and y.level::text = $4)
    order by y.school_year desc, y.level`,
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

const tenants = new WeakMap<Database<'school'>, Map<string, number>>()

/** The number of a school never changes: whoever is asked for it every second remembers it. */
const findTenant = async (database: Database<'school'>, schoolCode: string): Promise<number | undefined> => {
  const known = tenants.get(database) ?? new Map<string, number>()
  tenants.set(database, known)
  const found =
    known.get(schoolCode) ??
    (await readingSchool(database, schoolCode, (_transaction, tenant) => Promise.resolve(tenant)))
  if (found !== undefined) known.set(schoolCode, found)
  return found
}

/** What somebody is at a school, year by year; undefined where nothing was ever written of the school. */
export const readMemberYears = async (
  database: Database<'school'>,
  { schoolCode, staffCode, year }: Asked,
): Promise<MemberYears | undefined> => {
  const tenant = await findTenant(database, schoolCode)
  if (tenant === undefined) return undefined
  const rows = await withTenantPrepared(database, tenant, (run) =>
    run<Row & Record<string, unknown>>(select, [
      tenant,
      staffCode ?? '',
      year?.schoolYear ?? null,
      year?.level ?? null,
    ]),
  )
  return { tenant, years: rows.map(toMemberYear) }
}
