import { columnsOf, findColumn, parseCell, type Column, type SheetContext } from '../../../gradebook/index.ts'
import { countLimits } from '../../../shared/limits.ts'
import { sheetClosings, whyClosed } from '../../../workflow/index.ts'
import { idOf } from './cell-rows.ts'
import { countedBecause } from './read-sheet.ts'
import type { Save, WantedCell } from './save-cells.ts'
import type { NamedPupil, SaveContext } from './save-context.ts'

/** A wanted cell with its value as it is stored, or why it may not be written. */
export type JudgedCell = WantedCell & ({ readonly isAllowed: true } | Refused)

interface Refused {
  readonly isAllowed: false
  /** Whether the sheet has such a cell at all, so that it can be said what stands there. */
  readonly isKnown: boolean
  readonly message: string
}

/** Judges every cell by the sheet's columns and the pupils of the class, whatever the page has let through. */
export const judgeCells = (
  { place, cells, closings = [], isAnswer = false, now }: Save,
  { grade, periodsPerYear, pupils, facts }: SaveContext,
): readonly JudgedCell[] => {
  const { sheet, schoolYear } = place
  const closed = [...closings, ...sheetClosings(facts, { now })]
  const context: SheetContext = {
    sheet,
    schoolYear,
    grade,
    periodsPerYear,
    closings: closed,
    lengths: longest,
  }
  const columns = new Map(columnsOf(context).map((column) => [column.path, column]))
  const seen = new Set<string>()
  return cells.map((cell) => {
    const isRepeated = seen.has(idOf(cell))
    seen.add(idOf(cell))
    return isRepeated
      ? refuse(cell, 'Ô này có hai lần trong một lần lưu.', false)
      : judge(cell, columns.get(cell.path) ?? dayColumn(context, cell.path), {
          pupil: pupils.get(cell.studentCode),
          isAnswer,
        })
  })
}

/** A day of attendance may be of any month of the school year. */
const dayColumn = (context: SheetContext, path: string): Column | undefined =>
  context.sheet === 'attendance' ? findColumn(context, path) : undefined

// Whatever is written already can be taken out, also of a list that is longer than it should be.
const longest = { regular: 10, ...countLimits }

const refuse = (cell: WantedCell, message: string, isKnown = true): JudgedCell => ({
  ...cell,
  isAllowed: false,
  isKnown,
  message,
})

const judge = (
  cell: WantedCell,
  column: Column | undefined,
  { pupil, isAnswer }: { readonly pupil: NamedPupil | undefined; readonly isAnswer: boolean },
): JudgedCell => {
  if (column === undefined || column.kind === 'computed')
    return refuse(cell, 'Trang sổ này không có ô như vậy.', false)
  if (pupil === undefined) return refuse(cell, 'Học sinh này không có trong lớp.', false)
  const because = whyClosed(column, pupil, { isAnswer }) ?? whyNot(column, pupil, cell.value)
  if (because !== undefined) return refuse(cell, because)
  const parsed = cell.value === null ? ({ ok: true, value: null } as const) : parseCell(column, cell.value)
  return parsed.ok ? { ...cell, value: parsed.value, isAllowed: true } : refuse(cell, parsed.fault)
}

const whyNot = (
  { path, isRequired }: Column,
  { isExempt, hasDays }: NamedPupil,
  value: string | null,
): string | undefined => {
  if (path.startsWith('absences.') && hasDays) return countedBecause
  if (value === null) return undefined
  if (isExempt) return 'Học sinh được miễn môn học này: không ghi kết quả.'
  if (path.includes('.regular') && !isRequired)
    return 'Nhiều hơn số lần đánh giá thường xuyên của môn học (TT 22/2021, Điều 6).'
  return undefined
}
