import { sql } from 'kysely'
import type { ClassRecords } from '../../../book/index.ts'
import { findYearsBefore, type IssuedYearBefore, type ReportMaking } from '../../../issuing/index.ts'
import type { RegistryPorts } from '../../../registry/index.ts'
import type { LookupCode } from '../../../shared/ids.ts'
import { schoolYearBefore } from '../../../shared/school-year.ts'
import type { ClassPlace } from '../gradebook/class-results.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { keepCodesOf } from '../school/lookup-codes.ts'
import { readClassRecords } from './read-class-records.ts'

/** With what a server makes reports and covers (lập học bạ). */
export interface BookMaking {
  /** Draws a lookup code for a book or year that has none yet: 128 random bits. */
  readonly drawCode: () => LookupCode
  /** What every book says that is made with demonstration keys. */
  readonly demonstration?: string
  /** Where years are found that another school issued; without it only the school's own are linked. */
  readonly registry?: RegistryPorts
}

/** A class ready for its reports to be made: those pupils, with their lookup codes. */
export interface ClassInMaking {
  readonly classRecords: ClassRecords
  readonly making: ReportMaking
}

/** Reads what covers and reports of these pupils are made from; lookup codes that are missing are kept for good. */
export const prepareMaking = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  studentCodes: ReadonlySet<string> | undefined,
  making: BookMaking,
): Promise<ClassInMaking> => {
  const read = await readClassRecords(transaction, place)
  const wanted = read.students.filter(({ profile }) => studentCodes?.has(profile.studentCode) ?? true)
  const records = await keepCodesOf(
    transaction,
    place.tenant,
    { ...read.records, students: wanted },
    { draw: making.drawCode },
  )
  const classRecords = { ...read, records, students: records.students }
  const before = await readYearsBefore(transaction, place, classRecords, making)
  const { demonstration } = making
  return {
    classRecords,
    making: {
      findYearBefore: (code) => before.get(code),
      ...(demonstration === undefined ? {} : { demonstration }),
    },
  }
}

type YearsBefore = ReadonlyMap<LookupCode, IssuedYearBefore>

/** The school's own issued years first; what is not among them is asked for where all schools' years are. */
const readYearsBefore = async (
  transaction: SchoolTransaction,
  place: ClassPlace,
  { students }: ClassRecords,
  { registry }: BookMaking,
): Promise<YearsBefore> => {
  const codes = new Map(
    students.map(({ profile, bookLookupCode }) => [profile.studentCode, bookLookupCode ?? '']),
  )
  const own = await readOwnYears(transaction, place, codes)
  const missing = [...codes.values()].filter((code) => !own.has(code))
  if (registry === undefined || missing.length === 0) return own
  return new Map([...own, ...(await findYearsBefore(missing, place.schoolYear, registry))])
}

const readOwnYears = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: ClassPlace,
  codes: ReadonlyMap<string, LookupCode>,
): Promise<YearsBefore> => {
  const { rows } = await sql<{ readonly student: string; readonly version: number; readonly digest: Buffer }>`
    select distinct on (student_code) student_code as student, version, digest from school.report
    where tenant_id = ${tenant} and school_year = ${schoolYearBefore(schoolYear)} and level = ${level}
      and student_code = any(${[...codes.keys()]}::text[]) and issued_at is not null
    order by student_code, version desc`.execute(transaction)
  return new Map(
    rows.map(({ student, version, digest }) => [
      codes.get(student) ?? '',
      { version, digest: digest.toString('base64') },
    ]),
  )
}
