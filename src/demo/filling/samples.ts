import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeAtOnce } from '../../adapters/file-store/write-at-once.ts'
import type { SchoolYearRecords, StudentYear } from '../../records/index.ts'
import type { DemoAccount } from '../accounts.ts'
import { findByCode, withdraw, type RegistryPorts } from '../../registry/index.ts'

/** A code that visitors of the demonstration may try, with the second datum that opens it. */
export interface SampleCode {
  readonly code: string
  /** ISO date. */
  readonly birthDate: string
  readonly lastFour: string
  /** What it shows, in Vietnamese. */
  readonly text: string
}

const reason = 'Cấp nhầm: học sinh đã chuyển trường trước khi kết thúc năm học (minh họa)'

interface Pupil {
  readonly student: StudentYear
  readonly records: SchoolYearRecords
  readonly versions: number
  readonly isInForce: boolean
}

const sampleOf = ({ student }: Pupil, text: string): SampleCode => ({
  code: student.yearLookupCode ?? '',
  birthDate: student.profile.birthDate,
  lastFour: student.profile.citizenId?.slice(-4) ?? '',
  text,
})

/** Pupils whose birth date and number a visitor can type, with what is on record of them. */
const listPupils = async (records: SchoolYearRecords, registry: RegistryPorts): Promise<readonly Pupil[]> => {
  const pupils: Pupil[] = []
  for (const student of records.students) {
    const { yearLookupCode, profile } = student
    if (yearLookupCode === undefined || profile.citizenId === undefined || profile.birthDate.length !== 10)
      continue
    const [year] = await findByCode(registry.years, yearLookupCode)
    const [newest] = year?.versions ?? []
    if (newest !== undefined)
      pupils.push({
        student,
        records,
        versions: newest.version,
        isInForce: newest.status === 'in-force',
      })
  }
  return pupils
}

/** Withdraws the last pupil's book of a year, unless that was done before. */
const withdrawOne = async (
  pupils: readonly Pupil[],
  registry: RegistryPorts,
  clock: () => Date,
): Promise<Pupil | undefined> => {
  const pupil = pupils.findLast(({ versions }) => versions === 1)
  const code = pupil?.student.yearLookupCode
  if (pupil === undefined || code === undefined) return undefined
  if (pupil.isInForce)
    await withdraw(registry, code, {
      order: { version: pupil.versions, reason, decisionNumber: '15/QĐ-MH' },
      now: clock(),
      by: pupil.records.school.name,
    })
  return pupil
}

/** Chooses what visitors may try: one book of each level, one that was replaced, and one that is revoked for it. */
export const chooseSamples = async (
  years: readonly SchoolYearRecords[],
  registry: RegistryPorts,
  clock: () => Date,
): Promise<readonly SampleCode[]> => {
  const lastYear = years.at(-1)?.schoolYear
  const samples: SampleCode[] = []
  for (const records of years.filter(({ schoolYear }) => schoolYear === lastYear)) {
    const pupils = await listPupils(records, registry)
    const plain = pupils.find(({ versions }) => versions === 1)
    if (plain !== undefined) samples.push(sampleOf(plain, `${records.school.name}: đang có hiệu lực`))
    const corrected = pupils.find(({ versions }) => versions > 1)
    if (corrected !== undefined && !samples.some(({ text }) => text.includes('đính chính')))
      samples.push(sampleOf(corrected, `${records.school.name}: đã đính chính, phiên bản 2`))
    if (records === years.findLast(({ schoolYear }) => schoolYear === lastYear)) {
      const revoked = await withdrawOne(pupils, registry, clock)
      if (revoked !== undefined) samples.push(sampleOf(revoked, `${records.school.name}: đã bị thu hồi`))
    }
  }
  return samples
}

const fileOf = (folder: string): string => join(folder, 'minh-hoa', 'ma-dung-thu.json')

/** Keeps the samples; that they are there says that the filling was finished. */
export const keepSamples = (folder: string, samples: readonly SampleCode[]): Promise<void> =>
  writeAtOnce(fileOf(folder), `${JSON.stringify(samples, null, 2)}\n`)

const accountsFileOf = (folder: string): string => join(folder, 'minh-hoa', 'tai-khoan.json')

/** Keeps which accounts visitors may sign in with; a later run, which adds none, keeps those of the first. */
export const keepAccounts = async (folder: string, accounts: readonly DemoAccount[]): Promise<void> => {
  await mkdir(dirname(accountsFileOf(folder)), { recursive: true })
  await writeAtOnce(accountsFileOf(folder), `${JSON.stringify(accounts, null, 2)}\n`)
}

const readKept = async <T>(path: string): Promise<T | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The samples of a filled place; undefined where the filling has not been finished. */
export const findSamples = (folder: string): Promise<readonly SampleCode[] | undefined> =>
  readKept<SampleCode[]>(fileOf(folder))

/** The accounts that visitors of a filled place may sign in with. */
export const listDemoAccounts = async (folder: string): Promise<readonly DemoAccount[]> =>
  (await readKept<DemoAccount[]>(accountsFileOf(folder))) ?? []
