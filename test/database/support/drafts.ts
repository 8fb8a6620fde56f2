import { randomUUID } from 'node:crypto'
import { enterAct } from '../../../src/adapters/postgres/books/holding-class.ts'
import { writeReports, type NewDraft } from '../../../src/adapters/postgres/books/write-reports.ts'
import { withTenant } from '../../../src/adapters/postgres/connect.ts'
import { keepLookupCodes } from '../../../src/adapters/postgres/school/lookup-codes.ts'
import { readSchoolYear } from '../../../src/adapters/postgres/school/read-school-year.ts'
import type { YearScope } from '../../../src/adapters/postgres/school/load-rows.ts'
import { assembleReport, listClassRecords } from '../../../src/book/index.ts'
import { writeCover, writeData, type SignedData, type YearReport } from '../../../src/bookfile/index.ts'
import { drawCode } from '../../../src/demo/index.ts'
import { demonstrationMark } from '../../../src/demo/authority/index.ts'
import { openCoverSheet, openSheet, type SigningSheet } from '../../../src/signing/index.ts'
import { levelOfGrade } from '../../../src/shared/education-level.ts'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import { schoolYear } from './empty-class.ts'
import type { FilledDatabase } from './gradebook.ts'

/** A draft of a report or a cover, as a carry-over leaves it. */
export interface PutDraft {
  readonly studentCode: string
  readonly classId: string
  readonly version: number
  readonly text: string
  readonly sheet: SigningSheet<SignedData>
  readonly exceptions?: NewDraft['exceptions']
}

/** The whole year report of every pupil of a school, from its gradebook. */
export const reportsOf = async (
  { database }: Pick<FilledDatabase, 'database'>,
  { school }: SchoolYearRecords,
): Promise<readonly YearReport[]> => {
  const stored = await readSchoolYear(database, school.code, schoolYear, { level: school.level })
  const coded = await keepLookupCodes(database, stored, { draw: drawCode })
  return listClassRecords(coded).flatMap((classRecords) =>
    classRecords.students.map((student) => {
      const { bookLookupCode = '', yearLookupCode = '' } = student
      const assembly = assembleReport(classRecords, student, {
        bookLookupCode,
        yearLookupCode,
        yearBefore: { absent: 'paper' },
        number: 1,
        amendments: [],
        demonstration: demonstrationMark,
      })
      if ('notIssued' in assembly) throw new Error(assembly.notIssued)
      return assembly.report
    }),
  )
}

/** A report's draft; `coverSignedSeparately` says whether the cover's two signatures are asked for. */
export const draftOf = (report: YearReport, { coverSignedSeparately = false } = {}): PutDraft => {
  const data = writeData(report)
  const { studentCode, classId } = report.identity
  const sheet = openSheet(data, { coverSignedSeparately })
  return { studentCode, classId, version: 1, text: data.text, sheet }
}

/** The draft of a report's cover alone. */
export const coverDraftOf = (report: YearReport): PutDraft => {
  const data = writeCover(report.cover)
  const { studentCode, classId } = report.identity
  return { studentCode, classId, version: 0, text: data.text, sheet: openCoverSheet(data) }
}

const newDraftOf = ({ studentCode, version, text, sheet, exceptions = [] }: PutDraft): NewDraft => ({
  studentCode,
  version,
  digest: sheet.data.digestOf(version === 0 ? 'bia' : 'hb') ?? '',
  text,
  exceptions,
  sheet,
  keptFrom: new Map(),
})

/** Puts drafts into a school's books as its carry-over does; earlier ones of the same kind give way. */
export const putDrafts = (
  { database, tenant }: Pick<FilledDatabase, 'database' | 'tenant'>,
  level: YearScope['level'],
  drafts: readonly PutDraft[],
): Promise<void> =>
  withTenant(database, tenant, async (transaction) => {
    const actId = randomUUID()
    const by = { accountId: randomUUID(), fullName: 'Kha Văn Tiến' }
    const scope = { tenant, schoolYear, level } as const
    await enterAct(transaction, { ...scope, actId, kind: 'carry-over', by, now: new Date() })
    for (const [classId, own] of Map.groupBy(drafts, (draft) => draft.classId))
      await writeReports(transaction, { ...scope, classId }, own.map(newDraftOf), actId)
  })

/** The level of the first class of a school. */
export const levelOf = ({ classes }: SchoolYearRecords): YearScope['level'] =>
  levelOfGrade(classes[0]?.grade ?? 7)
