import { Refusal } from '../../../shared/refusal.ts'
import type { ConfirmedPart, Warning } from '../../../workflow/index.ts'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import { readReason, refuseAct } from './acting.ts'
import type { SheetConfirmation } from './confirmation-state.ts'
import type { AcceptedWarning } from './stored-confirmations.ts'
import { listNotAllowedSummer } from './summer-results.ts'

/** What somebody confirms: the cells as they saw them, and the warnings that they say are right. */
export interface WantedConfirmation {
  readonly part: ConfirmedPart
  readonly digest: string
  readonly accepted: readonly { readonly key: string; readonly words: string }[]
}

/** Refuses where the cells are not those that were seen. */
export const requireSeen = ({ title, digest }: SheetConfirmation, wanted: WantedConfirmation): void => {
  if (digest === wanted.digest) return
  throw new Refusal(
    'changed-meanwhile',
    `Trang ${title} vừa có ô thay đổi. Chưa xác nhận; hãy xem lại trang rồi xác nhận.`,
  )
}

/** Refuses the summer as long as the year was never confirmed. */
export const requireYearFirst = ({ title, parts }: SheetConfirmation, { part }: WantedConfirmation): void => {
  const year = parts.find((one) => one.part === 'year')
  if (part === 'summer' && year?.state === 'open')
    throw refuseAct(`Trang ${title} chưa được xác nhận phần cả năm. Hãy xác nhận phần ấy trước.`)
}

/** Refuses the summer where somebody has a result of it whose year does not wait for one. */
export const requireAllowed = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
  { title }: SheetConfirmation,
): Promise<void> => {
  const names = await listNotAllowedSummer(transaction, place)
  if (names.length === 0) return
  throw refuseAct(
    `Trang ${title} có kết quả hè của em không thuộc diện đánh giá lại hay rèn luyện trong hè: ${tellFirst(names, 'em')}. ` +
      'Hãy xóa ô ấy rồi xác nhận.',
  )
}

const shown = 5

const tellFirst = (texts: readonly string[], unit: string): string => {
  const more = texts.length > shown ? ` và ${texts.length - shown} ${unit} khác` : ''
  return `${texts.slice(0, shown).join('; ')}${more}`
}

/**
 * What blocks is refused; what is odd needs words of whoever confirms. Words that were given already hold for exactly
 * what they were given for.
 */
export const acceptAll = (
  { warnings, parts }: SheetConfirmation,
  { part, accepted }: WantedConfirmation,
): readonly AcceptedWarning[] => {
  const blocking = warnings.filter(({ severity }) => severity === 'blocking')
  if (blocking.length > 0 && part === 'year') throw refuseWarnings('Chưa xác nhận được', blocking)
  const odd = warnings.filter(({ severity }) => severity === 'confirmable')
  const earlier = parts.flatMap((one) => one.accepted)
  const wordsOf = ({ key, text }: Warning): string | undefined =>
    accepted.find((one) => one.key === key && one.words.trim() !== '')?.words ??
    earlier.find((one) => one.key === key && one.text === text)?.words
  const unseen = odd.filter((one) => wordsOf(one) === undefined)
  if (unseen.length > 0) throw refuseWarnings('Còn chỗ cần xem lại và ghi vì sao đúng', unseen)
  return odd.map((one) => ({
    key: one.key,
    text: one.text,
    words: readReason('Vì sao đúng', wordsOf(one) ?? ''),
  }))
}

const refuseWarnings = (what: string, warnings: readonly Warning[]): Refusal =>
  refuseAct(
    `${what}: ${tellFirst(
      warnings.map(({ text }) => text),
      'chỗ',
    )}.`,
  )
