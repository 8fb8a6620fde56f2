import type { SignedData } from '../../../bookfile/index.ts'
import { errorCode } from '../../file-store/file-errors.ts'
import type { SigningSheet } from '../../../signing/index.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import type { ItemOutcome, SittingItem } from './sitting-items.ts'
import { readSheets, type StoredReport } from './stored-reports.ts'

/** An item with its report, or cover, as it has been signed so far. */
export interface ItemSheet {
  readonly item: SittingItem
  readonly sheet: SigningSheet<SignedData>
}

/** The sheets of items; an item whose report cannot be read fails by itself. */
export const readItemSheets = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  items: readonly SittingItem[],
): Promise<{ readonly readable: readonly ItemSheet[]; readonly failed: readonly ItemOutcome[] }> => {
  const stored = (await tryReading(transaction, scope, items)) ?? (await readEach(transaction, scope, items))
  const byKey = new Map(stored.map((one) => [keyOf(one), one.sheet]))
  const readable = items.flatMap((item) => {
    const sheet = byKey.get(keyOf(item))
    return sheet === undefined ? [] : [{ item, sheet }]
  })
  const failed = items
    .filter((item) => !byKey.has(keyOf(item)))
    .map((item): ItemOutcome => ({ item, outcome: 'failed', message: unreadable }))
  return { readable, failed }
}

const unreadable = 'Bản học bạ đã lưu không đọc được; chủ nhiệm hãy kết chuyển lại lớp để lập bản mới'

const keyOf = ({ studentCode, version, draft }: SittingItem | StoredReport): string =>
  `${studentCode}/${version}/${draft}`

/** Undefined where one of them cannot be read; what the database says is no fault of a report. */
const tryReading = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  items: readonly SittingItem[],
): Promise<readonly StoredReport[] | undefined> => {
  try {
    return await readSheets(transaction, scope, items)
  } catch (error) {
    if (errorCode(error) !== undefined) throw error
    return undefined
  }
}

const readEach = async (
  transaction: SchoolTransaction,
  scope: YearScope,
  items: readonly SittingItem[],
): Promise<readonly StoredReport[]> => {
  const read: StoredReport[] = []
  for (const item of items) read.push(...((await tryReading(transaction, scope, [item])) ?? []))
  return read
}
