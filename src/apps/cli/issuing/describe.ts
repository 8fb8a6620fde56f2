import type { NotIssued, YearOutcome } from '../../../issuing/index.ts'
import type { SchoolYearRecords } from '../../../records/index.ts'
import { levelNames } from '../../../shared/education-level.ts'
import type { IssuingSummary } from './run.ts'

const shownReasons = 10

const describeReasons = (notIssued: readonly NotIssued[]): readonly string[] =>
  notIssued.map(({ student, reason }) => `  • ${student}: ${reason}`)

/** What was issued into a folder and what was not, for a person. */
export const describeSummary = (
  { books, notIssued, signatures, pages }: IssuingSummary,
  out: string,
): string => {
  const more =
    notIssued.length > shownReasons
      ? [`  … và ${notIssued.length - shownReasons} em khác, xem summary.json`]
      : []
  return [
    `Đã niêm phong ${books} học bạ với ${signatures} chữ ký vào ${out}/xml`,
    ...(pages === 0 ? [] : [`Bản thể hiện (PDF) đã đóng dấu của ${pages} học bạ ở ${out}/pdf`]),
    ...(notIssued.length === 0
      ? []
      : [
          `Chưa phát hành ${notIssued.length} em:`,
          ...describeReasons(notIssued.slice(0, shownReasons)),
          ...more,
        ]),
    `Kiểm tra: npx --no-install hocba verify ${out}/xml/* --trust ${out}/trust`,
    '',
  ].join('\n')
}

/** What was put on record of a school's year, what had been there, who has to wait and why, and where to look. */
export const describeOutcome = (
  { school, schoolYear }: SchoolYearRecords,
  { issued, onRecord, notIssued }: YearOutcome,
  { start, address }: { readonly start: string; readonly address: string },
): string =>
  [
    `${school.name} (mã ${school.code}, ${levelNames[school.level]}), năm học ${schoolYear}:`,
    issued === 0
      ? 'Không phát hành gì mới.'
      : `Vừa phát hành ${issued} bản học bạ, đã xác thực và ghi vào CSDL học bạ.`,
    ...(onRecord === 0 ? [] : [`Đã có trong CSDL học bạ từ trước: ${onRecord} em, giữ nguyên.`]),
    ...(notIssued.length === 0
      ? []
      : [`Chưa phát hành ${notIssued.length} em:`, ...describeReasons(notIssued)]),
    `Tra cứu: ${start}, rồi mở ${address}`,
    '',
  ].join('\n')
