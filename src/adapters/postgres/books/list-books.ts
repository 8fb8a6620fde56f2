import { sql } from 'kysely'
import { withTenant, type Database } from '../connect.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import {
  readCurrentBooks,
  type CoverStanding,
  type CurrentBook,
  type ReportStanding,
} from './book-standings.ts'
import { findCarryOver, type CarryOver } from './stored-carry-overs.ts'

/** A pupil of the class with how far cover and report are. */
export interface BookInClass {
  readonly studentCode: string
  readonly fullName: string
  readonly birthDate: string
  readonly cover: CoverStanding | null
  readonly report: ReportStanding | null
  /** Why the last carry-over made no report. */
  readonly notMade: string | null
}

/** The books of a class (học bạ của lớp). */
export interface ClassBooks {
  readonly classId: string
  readonly className: string
  readonly carriedOver: CarryOver | null
  readonly books: readonly BookInClass[]
}

/** Whether who asks may see what became of the pupils' years, or only who signs. */
export interface BookReader {
  readonly seesWhole: boolean
}

interface PupilRow {
  readonly className: string
  readonly studentCode: string | null
  readonly fullName: string
  readonly birthDate: string
}

/** The class's pupils with their books, by name; undefined where there is no such class. Three statements. */
export const listBooks = (
  database: Database<'school'>,
  place: ClassPlace,
  reader: BookReader,
): Promise<ClassBooks | undefined> =>
  withTenant(database, place.tenant, async (transaction) => {
    const pupils = await readPupils(transaction, place)
    const [first] = pupils
    if (first === undefined) return undefined
    const current = await readCurrentBooks(transaction, place)
    const carriedOver = (await findCarryOver(transaction, place)) ?? null
    const reasons = new Map(carriedOver?.notMade.map(({ studentCode, reason }) => [studentCode, reason]))
    const books = pupils.flatMap(({ studentCode, fullName, birthDate }) => {
      if (studentCode === null) return []
      const { cover, report } = hiding(current.get(studentCode) ?? nothing, reader)
      const notMade = report === null && reader.seesWhole ? (reasons.get(studentCode) ?? null) : null
      return [{ studentCode, fullName, birthDate, cover, report, notMade }]
    })
    const shown = carriedOver === null || reader.seesWhole ? carriedOver : { ...carriedOver, notMade: [] }
    return { classId: place.classId, className: first.className, carriedOver: shown, books }
  })

export const nothing: CurrentBook = { cover: null, report: null, slots: [] }

/** Who answers for a subject alone is not told what became of a pupil's year. */
export const hiding = (book: CurrentBook, { seesWhole }: BookReader): CurrentBook =>
  seesWhole || book.report === null ? book : { ...book, report: { ...book.report, exceptions: [] } }

const readPupils = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level, classId }: ClassPlace,
): Promise<readonly PupilRow[]> => {
  const { rows } = await sql<PupilRow>`
    select c.name as "className", e.student_code as "studentCode", e.full_name as "fullName",
      e.birth_date as "birthDate"
    from school.class c
    left join school.enrolment e on e.tenant_id = ${tenant} and e.school_year = ${schoolYear}
      and e.class_id = c.class_id
    where c.tenant_id = ${tenant} and c.school_year = ${schoolYear} and c.level = ${level}
      and c.class_id = ${classId}
    order by e.given_name, e.full_name, e.student_code`.execute(transaction)
  return rows
}
