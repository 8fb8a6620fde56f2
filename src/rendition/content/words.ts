import type { AdministrativeUnit } from '../../shared/bodies.ts'
import { dayInVietnam, formatDate, formatInstant, type PlainDate } from '../../shared/dates.ts'
import type { SchoolYear } from '../../shared/school-year.ts'
import type { SubstitutionOrder } from '../../shared/student.ts'

/** '8.0' as Vietnamese readers write it: '8,0'. */
export const withComma = (number: string): string => number.replace('.', ',')

/** '2025-2026' as the form prints it: '2025 - 2026'. */
export const spelledYear = (schoolYear: SchoolYear): string => schoolYear.replace('-', ' - ')

/** The parts of a date line: '…, ngày … tháng … năm …'. */
export type DateLine = {
  readonly place: string
  readonly day: string
  readonly month: string
  readonly year: string
}

/** The calendar day in Viet Nam of an instant in ISO 8601. */
export const dayOf = (instant: string): PlainDate => dayInVietnam(new Date(instant))

export const dateLine = (place: string, instant: string): DateLine => {
  const [year = '', month = '', day = ''] = dayOf(instant).split('-')
  return { place, day, month, year }
}

/** An instant in ISO 8601, in Vietnamese time whatever zone it came in. */
export const instantText = (instant: string): string => formatInstant(new Date(instant))

export const dateText = (date: string | undefined): string | undefined =>
  date === undefined ? undefined : formatDate(date)

/** Số chứng thư, short: the first and last digits of a long serial number. */
export const shortSerial = (serial: string): string => {
  const digits = serial.toUpperCase()
  return digits.length <= 10 ? digits : `${digits.slice(0, 4)}…${digits.slice(-4)}`
}

/** The order by which someone signs in another's place. */
export const orderText = ({ decisionNumber, reason }: SubstitutionOrder): string =>
  `Theo văn bản số ${decisionNumber}: ${reason}`

const prefix = /^trường\s+/iu

/** A school's name after the caption 'Trường:'. */
export const schoolWithoutPrefix = (name: string): string => name.replace(prefix, '')

/** A school's name in capitals, beginning with TRƯỜNG as the secondary cover does. */
export const schoolInCapitals = (name: string): string => {
  const capitals = name.toLocaleUpperCase('vi')
  return prefix.test(name) ? capitals : `TRƯỜNG ${capitals}`
}

/** Where a school is, from the commune upwards, by the names of the day of signing. */
export const placeText = (units: readonly (AdministrativeUnit | undefined)[]): string =>
  units.flatMap((unit) => (unit === undefined ? [] : [unit.name])).join(', ')

export const genderNames = { male: 'Nam', female: 'Nữ' } as const
