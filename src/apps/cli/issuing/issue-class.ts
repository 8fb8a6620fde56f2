import type { ClassRecords } from '../../../book/index.ts'
import { writeData, type BookFile, type YearReport } from '../../../bookfile/index.ts'
import type { SealedBook } from '../../../sealing/index.ts'
import type { SigningCalendar, SigningDays } from './calendar.ts'
import { listEditions, type IssuedYears } from './editions.ts'
import { sit, type Draft, type Sitting } from './sit.ts'

/** A file that is ready to be written. */
export interface IssuedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly signatures: number
}

/** A pupil without a book, and why. */
export interface NotIssued {
  readonly student: string
  readonly reason: string
}

export interface ClassOutcome {
  readonly files: readonly IssuedFile[]
  readonly notIssued: readonly NotIssued[]
}

export interface IssuingContext extends Sitting {
  readonly issued: IssuedYears
  readonly calendar: SigningCalendar
  readonly demonstration: string
}

/** One report on its way, with what the next version needs of it. */
interface Work {
  readonly report: YearReport
  readonly isLast: boolean
}

const fileName = ({ identity, version }: YearReport, isLast: boolean): string =>
  `${identity.bookLookupCode}-${identity.schoolYear}${isLast ? '' : `.v${version.number}`}.xml`

/** Assembles, signs, seals and releases the books of one class, version after version. */
export const issueClass = async (
  classRecords: ClassRecords,
  context: IssuingContext,
): Promise<ClassOutcome> => {
  const notIssued: NotIssued[] = []
  const plans = await context.stopwatch.time('assemble', () =>
    classRecords.students.map((student) => {
      const editions = listEditions(classRecords, student, context.issued, context.demonstration)
      const stop = editions.findIndex((edition) => 'notIssued' in edition)
      const stopped = editions[stop]
      if (stopped !== undefined && 'notIssued' in stopped)
        notIssued.push({
          student: nameOf(classRecords, student.profile),
          reason: versionWords(stop) + stopped.notIssued,
        })
      return editions
        .flatMap((edition) => ('report' in edition ? [edition.report] : []))
        .slice(0, stop < 0 ? undefined : stop)
    }),
  )
  const files: IssuedFile[] = []
  const latest = new Map<string, BookFile>()
  for (let round = 0; plans.some((plan) => plan.length > round); round++) {
    const works = plans.flatMap((plan): Work[] => {
      const report = plan[round]
      return report === undefined ? [] : [{ report, isLast: plan.length === round + 1 }]
    })
    for (const { works: own, days } of listSittings(works, context.calendar)) {
      const sealed = await sit(await draft(own, latest, context), days, context)
      for (const [index, book] of sealed.entries())
        files.push(keep(book, own[index] as Work, latest, context))
    }
  }
  return { files, notIssued }
}

const nameOf = (
  { schoolClass }: ClassRecords,
  profile: { readonly fullName: string; readonly studentCode: string },
): string => `${profile.fullName} (${profile.studentCode}, lớp ${schoolClass.name})`

const versionWords = (index: number): string => (index === 0 ? '' : `Phiên bản ${index + 1}: `)

const listSittings = (
  works: readonly Work[],
  calendar: SigningCalendar,
): { works: Work[]; days: SigningDays }[] =>
  [...Map.groupBy(works, ({ report }) => JSON.stringify(calendar(report)))].map(([, own]) => ({
    works: own,
    days: calendar((own[0] as Work).report),
  }))

const draft = (
  works: readonly Work[],
  latest: ReadonlyMap<string, BookFile>,
  { stopwatch }: IssuingContext,
): Promise<Draft[]> =>
  stopwatch.time('write', () =>
    works.map(({ report }) => {
      const before = latest.get(report.identity.yearLookupCode)
      return { data: writeData(report), ...(before === undefined ? {} : { before }) }
    }),
  )

const keep = (
  { bytes, book }: SealedBook,
  { report, isLast }: Work,
  latest: Map<string, BookFile>,
  { issued }: IssuingContext,
): IssuedFile => {
  const { cover, identity, version } = report
  latest.set(identity.yearLookupCode, book)
  issued.keep({
    studentCode: identity.studentCode,
    level: cover.level,
    bookLookupCode: cover.bookLookupCode,
    schoolYear: identity.schoolYear,
    digest: book.data.digestOf('hb') ?? '',
    version: version.number,
  })
  return { name: fileName(report, isLast), bytes, signatures: book.signatures.length }
}
