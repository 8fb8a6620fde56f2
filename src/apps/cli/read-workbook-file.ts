import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { formatProblem, readWorkbook, type WorkbookNote } from '../../adapters/workbook/index.ts'
import type { SchoolYearRecords } from '../../records/index.ts'
import { Refusal } from '../../shared/refusal.ts'

/** What workbooks hold, and what was understood although it was not written as expected. */
export interface ReadWorkbooks {
  readonly years: readonly SchoolYearRecords[]
  readonly notes: readonly WorkbookNote[]
}

/** Reads workbooks of one school year each; all are refused where anything in any of them is not understood. */
export const readWorkbookFiles = async (files: readonly string[]): Promise<ReadWorkbooks> => {
  const years: SchoolYearRecords[] = []
  const notes: WorkbookNote[] = []
  const problems: string[] = []
  for (const file of files) {
    const reading = await readWorkbook(await readBytes(file), { fileName: basename(file) })
    if (reading.ok) {
      years.push(reading.records)
      notes.push(...reading.notes)
    } else problems.push(...reading.problems.map(formatProblem))
  }
  if (problems.length > 0)
    throw new Refusal('workbook-not-accepted', `Chưa nhận sổ, chưa có gì thay đổi:\n${problems.join('\n')}`)
  return { years, notes }
}

const readBytes = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new Refusal('file-not-readable', `Không đọc được ${file}. Hãy kiểm tra đường dẫn và quyền đọc.`, {
      cause,
    })
  }
}

/** Nothing is understood silently: each kind of note with the first place it is about. */
export const describeNotes = (notes: readonly WorkbookNote[]): string =>
  notes
    .map(({ file, sheet, cell, message, count }) => {
      const place = [file, sheet, cell].filter((part) => part !== '').join(', ')
      return `Lưu ý (${place}): ${message}${count > 1 ? ` – ${count} ô` : ''}\n`
    })
    .join('')
