import { parseCell, type Column } from '../../../gradebook/index.ts'
import { textLimits } from '../../../shared/limits.ts'
import { findSheetFacts, type SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { refuseInput } from '../set-up/set-up-rows.ts'
import { readTextOrNull } from '../set-up/typed-values.ts'
import { readReason, refuseAct } from './acting.ts'
import { findCellColumn } from './sheet-column.ts'
import type { SentBack } from './stored-send-backs.ts'

/** What is answered to a cell that came back: it stays, with words why; or its new value, as it is typed. */
export interface CellAnswer {
  readonly keep: boolean
  readonly value: string | null
  readonly words: string
}

/** An answer with its value as it would be stored. */
export interface ReadAnswer {
  readonly keep: boolean
  readonly value: string | null
  readonly words: string | null
}

/** Reads an answer as its cell would be typed; refused in words where it is none. */
export const readAnswer = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  { path }: SentBack,
  { keep, value, words }: CellAnswer,
): Promise<ReadAnswer> => {
  if (keep) return { keep, value: null, words: readReason('Trả lời', words) }
  const column = await getColumn(transaction, place, path)
  const parsed = parseCell(column, value ?? '')
  if (!parsed.ok) throw refuseInput(`Mục 'Giá trị mới': ${parsed.fault}`)
  if (parsed.value === null && column.isRequired)
    throw refuseInput(
      "Mục 'Giá trị mới': ô này bắt buộc có kết quả → ghi giá trị đúng, hoặc chọn giữ nguyên.",
    )
  return { keep, value: parsed.value, words: readTextOrNull('Trả lời', words, textLimits.phrase) }
}

const getColumn = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  path: string,
): Promise<Column> => {
  const facts = await findSheetFacts(transaction, place)
  const column =
    facts === undefined
      ? undefined
      : findCellColumn({ ...place, grade: facts.grade, periodsPerYear: facts.periods_per_year }, path)
  if (column === undefined) throw refuseAct('Trang sổ không còn ô này. Hãy chọn giữ nguyên và ghi vì sao.')
  return column
}
