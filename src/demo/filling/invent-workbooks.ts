import { formatProblem, readWorkbook, writeWorkbook } from '../../adapters/workbook/index.ts'
import type { SchoolYearRecords } from '../../records/index.ts'
import { inventProvince, type ProvinceSize } from '../province/index.ts'

/** One invented school's year as its workbook, and what is read back from it as from any school's. */
export interface InventedWorkbook {
  /** 'CODE-2025-2026.xlsx'. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly records: SchoolYearRecords
}

/** Invents the province's workbooks, earlier years first. */
export const inventWorkbooks = async (size: ProvinceSize): Promise<readonly InventedWorkbook[]> => {
  const workbooks: InventedWorkbook[] = []
  for (const records of inventProvince(size)) {
    const name = `${records.school.code}-${records.schoolYear}.xlsx`
    const bytes = await writeWorkbook(records)
    workbooks.push({ name, bytes, records: await readBack(bytes, name) })
  }
  return workbooks.toSorted((one, other) => one.records.schoolYear.localeCompare(other.records.schoolYear))
}

const readBack = async (bytes: Uint8Array, fileName: string): Promise<SchoolYearRecords> => {
  const reading = await readWorkbook(bytes, { fileName })
  if (reading.ok) return reading.records
  const problems = reading.problems.slice(0, 5).map(formatProblem)
  throw new Error(`a workbook of the demonstration must be readable: ${problems.join('; ')}`)
}
