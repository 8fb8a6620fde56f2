import { formatCell, parseCell, type Column } from '../../../gradebook/index.ts'
import { cellName, type CellValue } from '../grid.ts'
import { typedIn } from './cell-text.ts'
import type { ExportedCell } from './exported-cells.ts'
import type { ReadCell } from './reading.ts'
import type { FileCell, FileStudent } from './sheet-file.ts'

/** One cell of a file and what it is compared with. */
export interface Compared {
  readonly student: FileStudent
  readonly column: Column
  readonly value: CellValue
  readonly row: number
  readonly at: number
  readonly stored: FileCell | undefined
  /** Undefined where the file is not one of ours. */
  readonly exported: ExportedCell | undefined
  readonly isOurs: boolean
  /** 'C7:C9' where the cell is one of several merged. */
  readonly merged: string | null
}

/** Compares one cell of a file with the sheet; undefined where the file says nothing of it. */
export const readCell = (cell: Compared): ReadCell | undefined => {
  const { column, stored, exported } = cell
  const { typed, fault } = typedIn(cell.value)
  const isBlank = typed.trim() === ''
  // An empty cell of somebody's own file means nothing; emptied in a file of ours, it is to be emptied.
  if (isBlank && fault === null && (exported?.value ?? null) === null) return undefined
  const compared = {
    path: column.path,
    typed,
    current: stored?.value ?? null,
    currentVersion: stored?.version ?? 0,
    at: cellName(cell.row, cell.at),
  }
  const refuse = (message: string): ReadCell => ({ ...compared, value: null, outcome: 'refused', message })
  const parsed = fault === null ? parseCell(column, typed) : undefined
  if (cell.merged !== null) return refuse(`Các ô ${cell.merged} bị gộp: hãy bỏ gộp ô rồi ghi từng ô.`)
  if (parsed === undefined) return refuse(fault ?? '')
  if (!parsed.ok) return refuse(parsed.fault)
  const { value } = parsed
  if (value === compared.current || (cell.isOurs && value === (exported?.value ?? null)))
    return { ...compared, value: compared.current, outcome: 'same', message: null }
  const because = lockOf(cell)
  if (because !== null) return refuse(because)
  return {
    ...compared,
    value,
    outcome: compared.current === null ? 'new' : 'changed',
    message: warningOf(cell),
  }
}

const lockOf = ({ student, column, stored }: Compared): string | null => {
  if (student.isExempt) return 'Học sinh được miễn học môn này.'
  if (column.isLocked) return column.lockedBecause ?? 'Cột này đã khóa.'
  return stored?.lockedBecause ?? null
}

const warningOf = ({ column, stored, exported, isOurs }: Compared): string | null => {
  if (!isOurs || (stored?.version ?? 0) === (exported?.version ?? 0)) return null
  const now = formatCell(column, stored?.value ?? null)
  return `Ô này đã được ghi lại sau khi xuất tệp: trong sổ đang là ${now === '' ? 'ô trống' : now}.`
}
