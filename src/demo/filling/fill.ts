import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../../adapters/atomic-folder.ts'
import { writeAtOnce } from '../../adapters/file-store/write-at-once.ts'
import type { Database } from '../../adapters/postgres/connect.ts'
import { recordIssued } from '../../adapters/postgres/books/record-issued.ts'
import { keepLookupCodes } from '../../adapters/postgres/school/lookup-codes.ts'
import { readSchoolYear } from '../../adapters/postgres/school/read-school-year.ts'
import { saveSchoolYear } from '../../adapters/postgres/school/save-school-year.ts'
import { issueYear, type SigningDesk, type YearIssuing } from '../../issuing/index.ts'
import type { SchoolYearRecords } from '../../records/index.ts'
import type { RegistryPorts } from '../../registry/index.ts'
import { createRenderer } from '../../rendition/index.ts'
import { addDemoAccounts, type AccountStore } from '../accounts.ts'
import { demoCalendar } from '../calendar.ts'
import { drawCode, prepareIssuing, type DemoIssuing } from '../demo-issuing.ts'
import { algorithmOf, certificatesFrom } from '../key-choice.ts'
import { openOffice, type DemoOffice } from '../office.ts'
import type { ProvinceSize } from '../province/index.ts'
import { createDemoDesk } from '../signing-desk.ts'
import { bringToVisitors } from './class-at-work.ts'
import { inventWorkbooks, type InventedWorkbook } from './invent-workbooks.ts'
import { chooseSamples, keepAccounts, keepSamples } from './samples.ts'

/** What an invented province is written into. */
export interface FillingPlace {
  /** Keeps the workbooks, the authorities' keys, the trust folder and the codes to try. */
  readonly folder: string
  readonly school: Database<'school'>
  readonly registry: RegistryPorts
  /** Where people of the schools get their accounts; without it nobody does. */
  readonly accounts?: AccountStore
  /** What stands before the lookup code in the QR codes. */
  readonly verificationUrl: string
}

export interface FillingOptions extends ProvinceSize {
  readonly clock: () => Date
  /** Told what is being done, in Vietnamese, and how far it is. */
  readonly onStep: (step: string, done: number, total: number) => void
  /** Whether one class of each school's newest year is left on its way through the signatures. */
  readonly leavesWork?: boolean
  /** Told of each version that is on record for good. */
  readonly onReceipt?: YearIssuing['onReceipt']
}

/** Where the authorities of a data folder's demonstration are kept. */
export const officeFolder = (folder: string): string => join(folder, 'minh-hoa', 'chung-thuc')
/** Where a data folder keeps whom to trust. */
export const trustFolder = (folder: string): string => join(folder, 'tin-cay')

/** Opens the office of a data folder, or founds it there; strangers find whom to trust beside it. */
export const openOfficeOf = async (folder: string, clock: () => Date): Promise<DemoOffice> => {
  const office = await openOffice(officeFolder(folder), { certificatesFrom, now: clock(), algorithmOf })
  if (!(await isThere(trustFolder(folder))))
    await makeFolder(trustFolder(folder), async (files) => {
      for (const [name, bytes] of office.trustFiles) await files.write(name, bytes)
    })
  return office
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/**
 * Fills a place with the invented province: workbooks, their import, every book issued and on record, one of them
 * revoked. Cut off at any moment and called again it goes on; called again afterwards it changes nothing.
 */
export const fillDemonstration = async (
  { folder, school, registry, accounts, verificationUrl }: FillingPlace,
  { clock, onStep, onReceipt, leavesWork = false, ...size }: FillingOptions,
): Promise<void> => {
  onStep('Tạo sổ của các trường', 0, 1)
  const workbooks = await inventWorkbooks(size)
  await keepWorkbooks(join(folder, 'so'), workbooks)
  for (const [index, { records }] of workbooks.entries()) {
    onStep('Nhập sổ vào cơ sở dữ liệu', index, workbooks.length)
    await saveSchoolYear(school, records, { now: clock(), by: 'tỉnh giả định' })
  }
  if (accounts !== undefined) {
    const codes = new Set(workbooks.map(({ records }) => records.school.code))
    await keepAccounts(folder, await addDemoAccounts({ school, ...accounts }, [...codes], clock()))
  }
  onStep('Chuẩn bị khóa ký', 0, 1)
  const issuing = {
    office: await openOfficeOf(folder, clock),
    registry,
    typesetter: await createRenderer(),
    verificationUrl,
    calendar: demoCalendar,
    clock,
  }
  const years = await issueAll(workbooks, {
    issuing,
    school,
    leavesWork,
    onStep,
    ...(onReceipt && { onReceipt }),
  })
  await keepSamples(folder, await chooseSamples(years, registry, clock))
}

const keepWorkbooks = async (folder: string, workbooks: readonly InventedWorkbook[]): Promise<void> => {
  await mkdir(folder, { recursive: true })
  for (const { name, bytes } of workbooks) await writeAtOnce(join(folder, name), bytes, { mode: 0o644 })
}

interface Issuing extends Pick<FillingOptions, 'onStep' | 'onReceipt'> {
  readonly issuing: DemoIssuing
  readonly school: Database<'school'>
  readonly leavesWork: boolean
}

const issueAll = async (
  workbooks: readonly InventedWorkbook[],
  { issuing, school, leavesWork, onStep, onReceipt }: Issuing,
): Promise<readonly SchoolYearRecords[]> => {
  const total = workbooks.reduce((sum, { records }) => sum + records.students.length, 0)
  const years: SchoolYearRecords[] = []
  let before = 0
  for (const { records } of workbooks) {
    const { level, code } = records.school
    const stored = await readSchoolYear(school, code, records.schoolYear, { level })
    const coded = await keepLookupCodes(school, stored, { draw: drawCode })
    const done = before
    const isNewest = !workbooks.some((one) => isLater(one.records, records))
    const atWork = leavesWork && isNewest ? coded.classes[0]?.classId : undefined
    await issueYear(withoutClass(coded, atWork), {
      ...(await prepareIssuing(coded, issuing)),
      ...(onReceipt && { onReceipt }),
      onProgress: (ofYear) => {
        onStep('Ký, niêm phong và phát hành học bạ', done + ofYear, total)
      },
    })
    await recordIssued(school, issuing.registry, coded, { by: coded.school.name, now: issuing.clock() })
    if (atWork !== undefined)
      await bringToVisitors(school, deskOf(issuing), {
        records: coded,
        classId: atWork,
        clock: issuing.clock,
      })
    before += coded.students.length
    years.push(coded)
  }
  return years
}

const isLater = (one: SchoolYearRecords, other: SchoolYearRecords): boolean =>
  one.school.code === other.school.code && one.schoolYear > other.schoolYear

const withoutClass = (records: SchoolYearRecords, classId: string | undefined): SchoolYearRecords => ({
  ...records,
  classes: records.classes.filter((one) => one.classId !== classId),
  students: records.students.filter((one) => one.classId !== classId),
})

const deskOf = ({ office, registry, verificationUrl, clock }: DemoIssuing): SigningDesk =>
  createDemoDesk(office, { registry, verificationUrl, clock })
