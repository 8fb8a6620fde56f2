import { sql } from 'kysely'
import type { SheetName } from '../../../gradebook/index.ts'
import type { PlainDate } from '../../../shared/dates.ts'
import { firstYearOf } from '../../../shared/school-year.ts'
import type { ConfirmedPart } from '../../../workflow/index.ts'
import { withTenant, type Database } from '../connect.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import { listProgress } from '../gradebook/list-work.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { classDigest, listSheetDigests } from './cell-digests.ts'
import { findCarryOver, type CarryOver } from './stored-carry-overs.ts'
import { listConfirmations, type StoredConfirmation } from './stored-confirmations.ts'

/** One sheet of a class on its way to the carry-over. */
export interface SheetReadiness {
  readonly sheet: SheetName
  readonly title: string
  readonly staffCode: string | null
  readonly teacher: string | null
  readonly missing: number
  /** Whether the year of it is confirmed, or was changed since. */
  readonly state: 'open' | 'confirmed' | 'changed'
  readonly confirmedBy: string | null
  readonly confirmedAt: string | null
  /** How many warnings were looked at and said to be right. */
  readonly accepted: number
  readonly isSummerConfirmed: boolean
}

/** A class's last carry-over (kết chuyển), and whether its cells still say the same. */
export interface CarryOverState {
  readonly part: ConfirmedPart
  readonly byName: string
  readonly at: string
  readonly made: number
  readonly notMade: readonly {
    readonly studentCode: string
    readonly fullName: string
    readonly reason: string
  }[]
  readonly differs: boolean
}

/** How far a class is (mức sẵn sàng): who is missing, what was carried over. */
export interface ClassReadiness {
  readonly classId: string
  readonly className: string
  readonly homeroomTeacher: string | null
  readonly sheets: readonly SheetReadiness[]
  /** What stands in all cells of the class: sent back with the carry-over. */
  readonly digest: string
  readonly carriedOver: CarryOverState | null
}

interface ClassRow {
  readonly className: string
  readonly homeroomCode: string | null
  readonly homeroomTeacher: string | null
  readonly lessons: readonly {
    readonly sheet: SheetName
    readonly staffCode: string
    readonly teacher: string
  }[]
}

/** How far a class is; undefined where there is none. A fixed number of statements. */
export const readClassReadiness = async (
  database: Database<'school'>,
  place: ClassPlace,
): Promise<ClassReadiness | undefined> => {
  const found = await withTenant(database, place.tenant, (transaction) => readFacts(transaction, place))
  if (found === undefined) return undefined
  const { row, digests, confirmations, digest, carriedOver } = found
  const owners = [
    ...row.lessons,
    { sheet: 'homeroom' as const, staffCode: row.homeroomCode, teacher: row.homeroomTeacher },
  ]
  // Everything of the year is asked for, whatever the day.
  const lastDay: PlainDate = `${firstYearOf(place.schoolYear) + 1}-07-31`
  const wanted = owners.map(({ sheet }) => ({ classId: place.classId, sheet }))
  const progress = await listProgress(database, place, wanted, lastDay)
  return {
    classId: place.classId,
    className: row.className,
    homeroomTeacher: row.homeroomTeacher,
    sheets: progress.flatMap(({ sheet, title, filled, needed }) => {
      const owner = owners.find((one) => one.sheet === sheet)
      const own = confirmations.filter((one) => one.sheet === sheet && one.kind === 'confirm')
      const { staffCode = null, teacher = null } = owner ?? {}
      return [
        {
          sheet,
          title,
          staffCode,
          teacher,
          missing: needed - filled,
          ...stateOf(own, digests.get(sheet) ?? emptyDigest),
        },
      ]
    }),
    digest,
    carriedOver,
  }
}

/** SHA-256 of nothing: of a sheet without any cell. */
const emptyDigest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

const stateOf = (
  confirmations: readonly StoredConfirmation[],
  digest: string,
): Pick<SheetReadiness, 'state' | 'confirmedBy' | 'confirmedAt' | 'accepted' | 'isSummerConfirmed'> => {
  const year = confirmations.find(({ part }) => part === 'year')
  const summer = confirmations.find(({ part }) => part === 'summer')
  // What was confirmed last speaks for the sheet: the summer's marks come after the year was confirmed.
  const isSame = [year, summer].some((one) => one?.digest === digest)
  return {
    state: year === undefined ? 'open' : isSame ? 'confirmed' : 'changed',
    confirmedBy: year?.byName ?? null,
    confirmedAt: year?.at ?? null,
    accepted: year?.accepted.length ?? 0,
    isSummerConfirmed: summer !== undefined,
  }
}

interface Facts {
  readonly row: ClassRow
  readonly digests: ReadonlyMap<string, string>
  readonly confirmations: readonly StoredConfirmation[]
  readonly digest: string
  readonly carriedOver: CarryOverState | null
}

const readFacts = async (transaction: SchoolTransaction, place: ClassPlace): Promise<Facts | undefined> => {
  const row = await findClass(transaction, place)
  if (row === undefined) return undefined
  const digest = await classDigest(transaction, place)
  return {
    row,
    digests: await listSheetDigests(transaction, place),
    confirmations: await listConfirmations(transaction, place),
    digest,
    carriedOver: toState(await findCarryOver(transaction, place), digest),
  }
}

const findClass = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId }: ClassPlace,
): Promise<ClassRow | undefined> => {
  const { rows } = await sql<ClassRow>`
    select c.name as "className", c.homeroom_teacher as "homeroomCode", h.full_name as "homeroomTeacher",
      coalesce((
        select jsonb_agg(jsonb_build_object('sheet', a.subject, 'staffCode', a.teacher, 'teacher', s.full_name)
          order by a.position)
        from school.assignment a join school.staff s on s.tenant_id = ${tenant} and s.school_year = ${schoolYear}
          and s.level = ${level} and s.staff_code = a.teacher
        where a.tenant_id = ${tenant} and a.school_year = ${schoolYear} and a.class_id = c.class_id
      ), '[]') as lessons
    from school.class c
    left join school.staff h on h.tenant_id = ${tenant} and h.school_year = ${schoolYear} and h.level = ${level}
      and h.staff_code = c.homeroom_teacher
    where c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.level = ${level}
      and c.class_id = ${classId}`.execute(transaction)
  return rows[0]
}

const toState = (found: CarryOver | undefined, digest: string): CarryOverState | null => {
  if (found === undefined) return null
  const { part, byName, at, made, notMade } = found
  return { part, byName, at, made, notMade, differs: found.digest !== digest }
}
