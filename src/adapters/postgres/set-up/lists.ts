import { sql } from 'kysely'
import type { EducationLevel } from '../../../shared/education-level.ts'
import { withTenant, type Database } from '../connect.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'

/** One level of a school in one year. */
export interface YearPlace {
  readonly tenant: number
  readonly schoolYear: string
  readonly level: EducationLevel
}

/** A person as lists name them. */
export interface NamedStaff {
  readonly staffCode: string
  readonly fullName: string
}

/** Reads in a transaction in which only this school's rows are there. */
export const inYear = <T>(
  database: Database<'school'>,
  { tenant }: YearPlace,
  work: (transaction: SchoolTransaction) => Promise<T>,
): Promise<T> => withTenant(database, tenant, work)

/** The year's rows of a table that a query calls so. */
export const ofYear = ({ tenant, schoolYear, level }: YearPlace, alias: string) => {
  const [t, y, l] = ['tenant_id', 'school_year', 'level'].map((name) => sql.ref(`${alias}.${name}`))
  return sql`${t} = ${tenant} and ${y} = ${schoolYear} and ${l} = ${level}`
}

/** What a year is, and how much of it there is. */
export interface YearOverview {
  readonly name: string
  readonly wardCode: string
  readonly wardName: string
  readonly provinceCode: string
  readonly provinceName: string
  readonly signingPlace: string
  readonly article9_3: 'mask' | 'replace' | null
  readonly onBehalfDecision: string | null
  readonly onBehalfReason: string | null
  readonly version: number
  readonly approver: string
  readonly approverName: string | null
  readonly classes: number
  readonly students: number
  readonly staff: number
  readonly assignments: number
  /** What is still missing, each counted. */
  readonly teachersWhoLeft: number
  readonly classesWithoutHomeroomTeacher: number
  readonly emptyClasses: number
  readonly studentsWithoutCitizenId: number
}

/** One statement; undefined where the school has no such year. */
export const findYear = (database: Database<'school'>, place: YearPlace): Promise<YearOverview | undefined> =>
  inYear(database, place, async (transaction) => {
    const { rows } = await sql<YearOverview>`
      select y.name, y.ward_code as "wardCode", y.ward_name as "wardName", y.province_code as "provinceCode",
        y.province_name as "provinceName", y.on_behalf_decision as "onBehalfDecision",
        y.on_behalf_reason as "onBehalfReason", y.version, y.signing_place as "signingPlace", y.article9_3 as "article9_3", y.approver,
        (select s.full_name from school.staff s where ${ofYear(place, 's')} and s.staff_code = y.approver)
          as "approverName",
        (select count(*)::int from school.class c where ${ofYear(place, 'c')}) as classes,
        (select count(*)::int from school.enrolment e where ${ofYear(place, 'e')}) as students,
        (select count(*)::int from school.staff s where ${ofYear(place, 's')}) as staff,
        (select count(*)::int from school.assignment a where ${ofYear(place, 'a')}) as assignments,
        (select count(*)::int from school.assignment a join school.staff s on ${ofYear(place, 's')}
          and s.staff_code = a.teacher where ${ofYear(place, 'a')} and s.has_left and a.principal_decision is null)
          as "teachersWhoLeft",
        (select count(*)::int from school.class c where ${ofYear(place, 'c')} and c.homeroom_teacher is null)
          as "classesWithoutHomeroomTeacher",
        (select count(*)::int from school.class c where ${ofYear(place, 'c')} and not exists (
          select 1 from school.enrolment e where ${ofYear(place, 'e')} and e.class_id = c.class_id)) as "emptyClasses",
        (select count(*)::int from school.enrolment e where ${ofYear(place, 'e')} and e.citizen_id is null)
          as "studentsWithoutCitizenId"
      from school.school_year y where ${ofYear(place, 'y')}`.execute(transaction)
    return rows[0]
  })

/** A class as lists show it. */
export interface ListedClass {
  readonly classId: string
  readonly name: string
  readonly grade: number
  readonly homeroomTeacher: NamedStaff | null
  readonly foreignLanguage: string | null
  readonly students: number
  readonly subjects: number
  readonly version: number
}

/** The classes of a year in the order in which the school wrote them: one statement. */
export const listClasses = (
  database: Database<'school'>,
  place: YearPlace,
): Promise<readonly ListedClass[]> =>
  inYear(database, place, async (transaction) => {
    const { rows } = await sql<ListedClass>`
      select c.class_id as "classId", c.name, c.grade, c.foreign_language as "foreignLanguage", c.version,
        case when s.staff_code is null then null
          else jsonb_build_object('staffCode', s.staff_code, 'fullName', s.full_name) end as "homeroomTeacher",
        coalesce(e.students, 0) as students, coalesce(a.subjects, 0) as subjects
      from school.class c
        left join school.staff s on ${ofYear(place, 's')} and s.staff_code = c.homeroom_teacher
        left join (select e.class_id, count(*)::int as students from school.enrolment e
          where ${ofYear(place, 'e')} group by e.class_id) e on e.class_id = c.class_id
        left join (select a.class_id, count(*)::int as subjects from school.assignment a
          where ${ofYear(place, 'a')} group by a.class_id) a on a.class_id = c.class_id
      where ${ofYear(place, 'c')} order by c.grade, c.position`.execute(transaction)
    return rows
  })

/** A member of staff as lists show them. */
export interface ListedStaff extends NamedStaff {
  readonly citizenId: string
  readonly birthDate: string | null
  readonly post: string
  readonly subjectGroup: string | null
  readonly hasLeft: boolean
  readonly version: number
}

/** The staff of a year by given name: one statement. */
export const listStaff = (database: Database<'school'>, place: YearPlace): Promise<readonly ListedStaff[]> =>
  inYear(database, place, async (transaction) => {
    const { rows } = await sql<ListedStaff>`
      select s.staff_code as "staffCode", s.full_name as "fullName", s.citizen_id as "citizenId",
        s.birth_date as "birthDate", s.post::text as post, s.subject_group as "subjectGroup",
        coalesce(s.has_left, false) as "hasLeft", s.version
      from school.staff s where ${ofYear(place, 's')}
      order by s.given_name, s.full_name, s.staff_code`.execute(transaction)
    return rows
  })

/** A pupil as lists show them. */
export interface ListedStudent {
  readonly studentCode: string
  readonly fullName: string
  readonly birthDate: string
  readonly gender: 'male' | 'female'
  readonly classId: string
  readonly className: string
  readonly individualPlan: boolean
  readonly exemptions: number
  readonly hasCitizenId: boolean
  readonly version: number
}

export interface StudentQuery {
  readonly search?: string
  readonly classId?: string
  readonly page: number
  readonly pageSize: number
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** A page of a year's pupils by given name, as Vietnamese lists are, and how many fit: two statements. */
export const listStudents = (
  database: Database<'school'>,
  place: YearPlace,
  { search = '', classId, page, pageSize }: StudentQuery,
): Promise<{ readonly students: readonly ListedStudent[]; readonly total: number }> =>
  inYear(database, place, async (transaction) => {
    const like = `%${escapeLike(search.normalize('NFC').trim())}%`
    const fits = sql`${ofYear(place, 'e')}
      ${classId === undefined ? sql`` : sql`and e.class_id = ${classId}`}
      ${search.trim() === '' ? sql`` : sql`and (e.full_name ilike ${like} or e.student_code ilike ${like})`}`
    const { rows: counted } = await sql<{ readonly total: number }>`
      select count(*)::int as total from school.enrolment e where ${fits}`.execute(transaction)
    const { rows } = await sql<ListedStudent>`
      select e.student_code as "studentCode", e.full_name as "fullName", e.birth_date as "birthDate", e.gender,
        e.class_id as "classId", c.name as "className", coalesce(e.individual_plan, false) as "individualPlan",
        (select count(*)::int from school.assessment x where x.tenant_id = ${place.tenant}
          and x.school_year = ${place.schoolYear} and x.student_code = e.student_code
          and x.kind in ('exempt', 'practice-exempt') and x.value = 'true') as exemptions,
        e.citizen_id is not null as "hasCitizenId", e.version
      from school.enrolment e join school.class c on ${ofYear(place, 'c')} and c.class_id = e.class_id
      where ${fits} order by e.given_name, e.full_name, e.student_code
      limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(transaction)
    return { students: rows, total: counted[0]?.total ?? 0 }
  })
