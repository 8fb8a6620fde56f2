import { parseDay, typedDay } from '../../setting-up/day.ts'
import type { BodyOf, StudentFile } from '../../setting-up/index.ts'

/** Miễn học, miễn phần thực hành. */
export type Exemption = StudentFile['exemptions'][number]

/** What a new pupil's profile may leave out. */
export const emptyProfile = {
  citizenId: null,
  foreignPaper: null,
  registerNumber: null,
  hometown: null,
  policyGroup: null,
  father: null,
  mother: null,
  guardian: null,
  entryDate: null,
  yearBefore: null,
  individualPlan: false,
}

const textFields = [
  'fullName',
  'ethnicity',
  'nationality',
  'birthPlace',
  'hometown',
  'address',
  'citizenId',
  'foreignPaper',
  'registerNumber',
  'policyGroup',
] as const
const relatives = ['father', 'mother', 'guardian'] as const

/** One year of the schooling before, as it is typed. */
export interface TypedHistoryRow {
  readonly schoolYear: string
  readonly className: string
  readonly schoolCode: string
  readonly schoolName: string
  readonly registerNumber: string
  readonly entryDate: string
}

export const emptyHistoryRow: TypedHistoryRow = {
  schoolYear: '',
  className: '',
  schoolCode: '',
  schoolName: '',
  registerNumber: '',
  entryDate: '',
}

type TextField = (typeof textFields)[number]
type RelativeField = `${(typeof relatives)[number]}${'Name' | 'Work'}`

type Body = BodyOf<'saveStudent'>

/** The form of a pupil: every field as it is typed. */
export type ProfileForm = Record<TextField | RelativeField | 'birthDate' | 'entryDate', string> & {
  gender: Body['gender']
  yearBefore: Body['yearBefore']
  individualPlan: boolean
  history: TypedHistoryRow[]
}

/** What is stored, as the form shows it. */
export const toForm = (file: StudentFile): ProfileForm => {
  const texts = textFields.map((name) => [name, file[name] ?? ''])
  const people = relatives.flatMap((name) => [
    [`${name}Name`, file[name]?.fullName ?? ''],
    [`${name}Work`, file[name]?.occupation ?? ''],
  ])
  return {
    ...(Object.fromEntries([...texts, ...people]) as Record<TextField | RelativeField, string>),
    gender: file.gender,
    birthDate: typedDay(file.birthDate),
    entryDate: typedDay(file.entryDate),
    yearBefore: file.yearBefore,
    individualPlan: file.individualPlan,
    history: file.history.map((row) => ({
      ...emptyHistoryRow,
      ...row,
      entryDate: typedDay(row.entryDate),
    })),
  }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const relativeOf = (fullName: string, occupation: string): Body['father'] =>
  fullName.trim() === '' && occupation.trim() === ''
    ? null
    : { fullName: fullName.trim(), occupation: orNull(occupation) }

const historyRowOf = (row: TypedHistoryRow): NonNullable<Body['history']>[number] => {
  const entryDate = parseDay(row.entryDate)
  const schoolCode = row.schoolCode.trim()
  const registerNumber = row.registerNumber.trim()
  return {
    schoolYear: row.schoolYear.trim(),
    className: row.className.trim(),
    schoolName: row.schoolName.trim(),
    ...(schoolCode === '' ? {} : { schoolCode }),
    ...(registerNumber === '' ? {} : { registerNumber }),
    ...(entryDate === undefined ? {} : { entryDate }),
  }
}

/** The form as the server takes it. */
export const toBody = (form: ProfileForm, seenVersion: number): Body => ({
  fullName: form.fullName.trim(),
  gender: form.gender,
  birthDate: parseDay(form.birthDate) ?? '',
  ethnicity: form.ethnicity.trim(),
  nationality: form.nationality.trim(),
  birthPlace: form.birthPlace.trim(),
  address: form.address.trim(),
  hometown: orNull(form.hometown),
  citizenId: orNull(form.citizenId),
  foreignPaper: orNull(form.foreignPaper),
  registerNumber: orNull(form.registerNumber),
  policyGroup: orNull(form.policyGroup),
  father: relativeOf(form.fatherName, form.fatherWork),
  mother: relativeOf(form.motherName, form.motherWork),
  guardian: relativeOf(form.guardianName, form.guardianWork),
  entryDate: parseDay(form.entryDate) ?? null,
  yearBefore: form.yearBefore,
  individualPlan: form.individualPlan,
  history: form.history.map(historyRowOf),
  seenVersion,
})
