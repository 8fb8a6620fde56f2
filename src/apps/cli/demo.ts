import { writeWorkbook, readWorkbook, formatProblem } from '../../adapters/workbook/index.ts'
import type { SignatureAlgorithm } from '../../crypto/ports.ts'
import { demoCalendar, inventProvince } from '../../demo/index.ts'
import type { SchoolYearRecords } from '../../records/index.ts'
import { badUsage, readArguments, readInteger } from './arguments.ts'
import { issueYears, type IssuingSummary } from './issuing/run.ts'
import { describeSummary } from './issue.ts'
import { showProgress } from './progress.ts'

const usage = 'Cách gọi: hocba demo --out THƯ-MỤC [--students SỐ] [--seed SỐ]'
const defaultStudents = '180'
const fewestStudents = 60

/** Mostly RSA with PKCS#1 v1.5, some PSS, some ECDSA: every kind of key and algorithm occurs in every school. */
const algorithms: readonly SignatureAlgorithm[] = [
  'rsa-pkcs1-sha256',
  'ecdsa-p256-sha256',
  'rsa-pkcs1-sha256',
  'rsa-pss-sha256',
  'rsa-pkcs1-sha256',
]

/** `hocba demo`: invents a province, writes its workbooks and issues their books. */
export const demoCommand = async (args: readonly string[]): Promise<number> => {
  const { values } = readArguments(
    args,
    { out: { type: 'string' }, students: { type: 'string' }, seed: { type: 'string' } },
    usage,
  )
  if (values.out === undefined) throw badUsage('Thiếu --out.', usage)
  const students = readInteger(values.students ?? defaultStudents, 'students', fewestStudents, usage)
  const seed = readInteger(values.seed ?? '1', 'seed', 0, usage)
  const summary = await issueDemo({ out: values.out, students, seed })
  process.stdout.write(describeSummary(summary, values.out))
  return 0
}

export interface DemoOptions {
  readonly out: string
  readonly students: number
  readonly seed: number
}

/** Certificates begin before the first signature of the earliest invented year. */
const certificatesFrom = new Date('2024-08-01T00:00:00+07:00')

/** Invents, writes the workbooks, reads them back as any school's, and issues. */
export const issueDemo = async ({ out, students, seed }: DemoOptions): Promise<IssuingSummary> => {
  const workbooks = new Map<string, Uint8Array>()
  const years: SchoolYearRecords[] = []
  for (const records of inventProvince({ students, seed })) {
    const name = `workbooks/${records.school.code}-${records.schoolYear}.xlsx`
    const bytes = await writeWorkbook(records)
    workbooks.set(name, bytes)
    years.push(await readBack(bytes, name))
  }
  const progress = showProgress('Phát hành')
  try {
    return await issueYears(years, {
      out,
      calendar: demoCalendar,
      algorithmOf: (index) => algorithms[index % algorithms.length] ?? 'rsa-pkcs1-sha256',
      certificatesFrom,
      now: new Date(),
      extraFiles: workbooks,
      onProgress: progress.update,
    })
  } finally {
    progress.stop()
  }
}

const readBack = async (bytes: Uint8Array, fileName: string): Promise<SchoolYearRecords> => {
  const reading = await readWorkbook(bytes, { fileName })
  if (!reading.ok)
    throw new Error(
      `a workbook of the demonstration must be readable: ${reading.problems.slice(0, 5).map(formatProblem).join('; ')}`,
    )
  return reading.records
}
