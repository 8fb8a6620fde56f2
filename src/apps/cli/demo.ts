import { algorithmOf, certificatesFrom, demoCalendar, inventWorkbooks } from '../../demo/index.ts'
import { badUsage, readArguments, readInteger } from './arguments.ts'
import { describeSummary } from './issuing/describe.ts'
import { issueYears, type IssuingSummary } from './issuing/run.ts'
import { pageOptions, readPageWish } from './page-options.ts'
import { withProgress } from './progress.ts'

const usage =
  'Cách gọi: hocba demo --out THƯ-MỤC [--students SỐ] [--seed SỐ] [--no-pdf | --verify-url ĐỊA-CHỈ]'
const defaultStudents = '180'
const fewestStudents = 60

/** `hocba demo`: invents a province, writes its workbooks and issues their books. */
export const demoCommand = async (args: readonly string[]): Promise<number> => {
  const { values } = readArguments(
    args,
    { out: { type: 'string' }, students: { type: 'string' }, seed: { type: 'string' }, ...pageOptions },
    usage,
  )
  if (values.out === undefined) throw badUsage('Thiếu --out.', usage)
  const students = readInteger(values.students ?? defaultStudents, 'students', fewestStudents, usage)
  const seed = readInteger(values.seed ?? '1', 'seed', 0, usage)
  const summary = await issueDemo({ out: values.out, students, seed, ...readPageWish(values, usage) })
  process.stdout.write(describeSummary(summary, values.out))
  return 0
}

interface DemoOptions {
  readonly out: string
  readonly students: number
  readonly seed: number
  /** What stands before the lookup code in the pages' QR codes; without it no pages are made. */
  readonly verificationUrl?: string
}

/** Invents, writes the workbooks, reads them back as any school's, and issues. */
const issueDemo = async ({ out, students, seed, ...wish }: DemoOptions): Promise<IssuingSummary> => {
  const workbooks = await inventWorkbooks({ students, seed })
  return withProgress('Phát hành', (onProgress) =>
    issueYears(
      workbooks.map(({ records }) => records),
      {
        out,
        calendar: demoCalendar,
        algorithmOf,
        certificatesFrom,
        now: new Date(),
        extraFiles: new Map(workbooks.map(({ name, bytes }) => [`workbooks/${name}`, bytes])),
        ...wish,
        onProgress,
      },
    ),
  )
}
