import type { SchoolYearRecords } from '../../../records/index.ts'
import { formatProblem, readWorkbook, type WorkbookNote, type WorkbookProblem } from '../index.ts'
import { rebuild, type Drafts } from './rebuild.ts'
import { smallSchool } from './small-school.ts'

/** Changes a workbook as a school would and reads it; fails with its problems when it is refused. */
export const readRebuilt = async (
  change: (drafts: Drafts) => void,
  records: SchoolYearRecords = smallSchool,
): Promise<{ readonly records: SchoolYearRecords; readonly notes: readonly WorkbookNote[] }> => {
  const reading = await readWorkbook(await rebuild(records, change), { fileName: 'so.xlsx' })
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'))
  return reading
}

/** The problems of a changed workbook that must be refused. */
export const refuseRebuilt = async (
  change: (drafts: Drafts) => void,
): Promise<readonly WorkbookProblem[]> => {
  const reading = await readWorkbook(await rebuild(smallSchool, change), { fileName: 'so.xlsx' })
  if (reading.ok) throw new Error('the workbook was accepted')
  return reading.problems
}

/** The pupils of the small school as an export lists them: code, name, class, citizen number. */
export const listedPupils = [
  ['0112345601', 'Đặng Ánh Dương', '6A1', '001214000001'],
  ['0112345602', 'Ngần Thị Ưu', '6A1', '001214000002'],
  ['0112345603', 'Hà Minh Khuê', '6A2', '001214000003'],
] as const
