import { isSheetOfGrade, titleOfPart } from '../../../gradebook/index.ts'
import type { Grade } from '../../../shared/education-level.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { refuseInput } from '../set-up/set-up-rows.ts'
import { readText } from '../set-up/typed-values.ts'
import { readReason } from './acting.ts'
import type { EntryOrder, OrderScope } from './stored-orders.ts'

/** An order as somebody wants to give it; `orderId` is drawn by whoever gives it and stands for this content alone. */
export interface WantedOrder extends OrderScope {
  readonly orderId: string
  readonly orderNumber: string
  readonly reason: string
  readonly endsAt: Date
}

/** The order with its words as they are kept; refused where they say too little. */
export const readOrder = (wanted: WantedOrder): WantedOrder => ({
  ...wanted,
  orderNumber: readText('Số lệnh', wanted.orderNumber, 100),
  reason: readReason('Lí do', wanted.reason),
})

/** The order on record, where it is the one wanted; refused where its number stands for another. */
export const sameOrder = (known: EntryOrder, wanted: WantedOrder): EntryOrder => {
  const isSame =
    known.orderNumber === wanted.orderNumber &&
    known.reason === wanted.reason &&
    known.classId === wanted.classId &&
    known.sheet === wanted.sheet &&
    known.part === wanted.part &&
    known.endsAt === wanted.endsAt.toISOString()
  if (isSame) return known
  throw new Refusal(
    'changed-meanwhile',
    'Mã của lệnh mở sổ này đã dùng cho một nội dung khác; chưa ghi gì. Hãy ra lệnh mới.',
  )
}

const longestDays = 31

/** Refuses an end that has gone by or is too far away. */
export const requireTime = (endsAt: Date, now: Date): void => {
  if (endsAt <= now)
    throw refuseInput("Mục 'Hết hiệu lực': thời điểm này đã qua → chọn một thời điểm sau bây giờ.")
  if (endsAt.getTime() - now.getTime() > longestDays * 86_400_000)
    throw refuseInput(`Mục 'Hết hiệu lực': lệnh mở sổ kéo dài nhiều nhất ${longestDays} ngày → chọn sớm hơn.`)
}

/** Refuses a scope that the year does not have. */
export const requireScope = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  { classId, sheet, part }: OrderScope,
): Promise<void> => {
  if (part !== null && titleOfPart(scope.level, part) === undefined)
    throw refuseInput(`Mục 'Đợt': cấp học này không có đợt '${part}' → chọn lại đợt.`)
  if (classId === null) return
  const grade = await findGrade(transaction, scope, classId)
  if (grade === undefined) throw refuseInput(`Mục 'Lớp': năm học này không có lớp mã '${classId}'.`)
  if (sheet !== null && !isSheetOfGrade(grade, sheet))
    throw refuseInput(`Mục 'Trang sổ': khối ${grade} không có trang '${sheet}' → chọn lại.`)
}

const findGrade = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  classId: string,
): Promise<Grade | undefined> => {
  const found = await transaction
    .selectFrom('school.class')
    .select('grade')
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('class_id', '=', classId)
    .where('level', '=', level)
    .executeTakeFirst()
  return found?.grade as Grade | undefined
}
