import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatProblem, readWorkbook, writeWorkbook } from '../src/adapters/workbook/index.ts'
import type { SchoolYearRecords } from '../src/records/index.ts'

/** What writing and reading one large workbook cost; the peak is that of a process which only reads. */
export interface WorkbookBench {
  readonly students: number
  readonly classes: number
  readonly subjectsPerClass: number
  readonly fileBytes: number
  readonly writeSeconds: number
  readonly readSeconds: number
  /** Processor time, which a busy machine does not stretch. */
  readonly readProcessorSeconds: number
  readonly readPeakMegabytes: number
}

/** The workbook's share of what the whole of `issue --check` may take (10 s and 500 MB). */
export const limits = { readSeconds: 6, readPeakMegabytes: 350 }

const pupils = 2000

/** Two thousand pupils of an invented lower-secondary school, with all their marks. */
const largeSchool = async (): Promise<SchoolYearRecords> => {
  // Loaded here, so that the process that only reads does not carry it.
  const { inventProvince } = await import('../src/demo/province/index.ts')
  const invented = inventProvince({ students: 5800, seed: 20260530 })
  const school = invented
    .filter(({ school: { level } }) => level === 'lower-secondary')
    .reduce((most, other) => (other.students.length > most.students.length ? other : most))
  const students = school.students.slice(0, pupils)
  return { ...school, students, amendments: [] }
}

type ReadCost = Pick<WorkbookBench, 'readSeconds' | 'readProcessorSeconds' | 'readPeakMegabytes'>

const measureRead = (file: string): ReadCost => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), file], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the reading process failed: ${stderr}`)
  return JSON.parse(stdout) as ReadCost
}

/** Writes a workbook of two thousand pupils with all marks, then reads it in a process of its own. */
export const run = async (): Promise<WorkbookBench> => {
  const records = await largeSchool()
  const begun = performance.now()
  const bytes = await writeWorkbook(records)
  const writeSeconds = (performance.now() - begun) / 1000
  const folder = mkdtempSync(join(tmpdir(), 'hocba-bench-'))
  try {
    const file = join(folder, 'so.xlsx')
    writeFileSync(file, bytes)
    return {
      students: records.students.length,
      classes: records.classes.length,
      subjectsPerClass: Math.round(records.assignments.length / records.classes.length),
      fileBytes: bytes.length,
      writeSeconds,
      ...measureRead(file),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const readOnce = async (file: string): Promise<void> => {
  const bytes = readFileSync(file)
  const [begun, used] = [performance.now(), process.cpuUsage()]
  const reading = await readWorkbook(bytes, { fileName: 'so.xlsx' })
  const readSeconds = (performance.now() - begun) / 1000
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'))
  const { user, system } = process.cpuUsage(used)
  const readPeakMegabytes = process.resourceUsage().maxRSS / 1024
  process.stdout.write(
    JSON.stringify({ readSeconds, readProcessorSeconds: (user + system) / 1e6, readPeakMegabytes }),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file] = process.argv
  if (file === undefined) console.log(await run())
  else await readOnce(file)
}
