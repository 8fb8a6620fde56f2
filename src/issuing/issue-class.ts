import type { ClassRecords } from '../book/index.ts'
import { writeData, type BookFile, type YearReport } from '../bookfile/index.ts'
import type { LookupCode } from '../shared/ids.ts'
import type { SigningCalendar, SigningDays } from './calendar.ts'
import type { EditionContext } from './editions.ts'
import { planClass, type NotIssued } from './plan-class.ts'
import { sit, type Draft, type Issue, type Sitting } from './sit.ts'

/** An issued year that is ready to be written: its data and, where pages are made, the page. */
export interface IssuedYear {
  /** 'CODE-YEAR', and for a version that has a successor in this run '.v1'. */
  readonly name: string
  readonly report: YearReport
  readonly xml: Uint8Array
  readonly pdf?: Uint8Array
  readonly signatures: number
}

export interface ClassOutcome {
  readonly years: readonly IssuedYear[]
  readonly notIssued: readonly NotIssued[]
}

export interface IssuingContext extends Sitting, EditionContext {
  readonly calendar: SigningCalendar
  /** The newest version of a pupil's year that is on record already: only later ones are made. */
  readonly findOnRecord?: (yearLookupCode: LookupCode) => BookFile | undefined
}

/** One report on its way, with what the next version needs of it. */
interface Work {
  readonly report: YearReport
  readonly isLast: boolean
}

const fileName = ({ identity, version }: YearReport, isLast: boolean): string =>
  `${identity.bookLookupCode}-${identity.schoolYear}${isLast ? '' : `.v${version.number}`}`

const codeOf = ({ identity }: YearReport): LookupCode => identity.yearLookupCode

const versionOf = (book: BookFile | undefined): number => book?.data.report.version.number ?? 0

/** The newest version of each pupil's year, as far as there is one; grows while a class is issued. */
type Latest = Map<LookupCode, BookFile>

const openLatest = (plans: readonly (readonly YearReport[])[], { findOnRecord }: IssuingContext): Latest =>
  new Map(
    plans.flatMap(([first]) => {
      const book = first === undefined ? undefined : findOnRecord?.(codeOf(first))
      return first === undefined || book === undefined ? [] : [[codeOf(first), book]]
    }),
  )

/** Assembles, signs, seals and releases the books of one class, version after version. */
export const issueClass = async (
  classRecords: ClassRecords,
  context: IssuingContext,
): Promise<ClassOutcome> => {
  const { plans, notIssued } = await context.stopwatch.time('assemble', () =>
    planClass(classRecords, context),
  )
  const latest = openLatest(plans, context)
  const years: IssuedYear[] = []
  for (let round = 0; plans.some((plan) => plan.length > round); round++) {
    const works = plans.flatMap((plan): Work[] => {
      const report = plan[round]
      return report === undefined || round < versionOf(latest.get(codeOf(report)))
        ? []
        : [{ report, isLast: plan.length === round + 1 }]
    })
    for (const { works: own, days } of listSittings(works, context.calendar)) {
      const issues = await sit(await draft(own, latest, context), days, context)
      for (const [index, issue] of issues.entries())
        years.push(keep(issue, own[index] as Work, latest, context))
    }
  }
  return { years, notIssued }
}

const listSittings = (
  works: readonly Work[],
  calendar: SigningCalendar,
): { works: Work[]; days: SigningDays }[] =>
  [...Map.groupBy(works, ({ report }) => JSON.stringify(calendar(report)))].map(([, own]) => ({
    works: own,
    days: calendar((own[0] as Work).report),
  }))

const draft = (works: readonly Work[], latest: Latest, { stopwatch }: IssuingContext): Promise<Draft[]> =>
  stopwatch.time('write', () =>
    works.map(({ report }) => {
      const before = latest.get(codeOf(report))
      return { data: writeData(report), ...(before === undefined ? {} : { before }) }
    }),
  )

const keep = (
  { sealed: { bytes, book }, page }: Issue,
  { report, isLast }: Work,
  latest: Latest,
  { issued }: IssuingContext,
): IssuedYear => {
  latest.set(codeOf(report), book)
  issued.keep(book)
  return {
    name: fileName(report, isLast),
    report,
    xml: bytes,
    ...(page === undefined ? {} : { pdf: page.bytes }),
    signatures: book.signatures.length,
  }
}
