import { sheetTitle } from '../../../gradebook/index.ts'
import type { WaitingWork } from './notice-waiting.ts'

/** What waits, in words, and the page of the year on which it is done. */
export interface WaitingWords {
  readonly text: string
  readonly page: string
}

const part = encodeURIComponent

type Telling = (work: WaitingWork) => WaitingWords

const tellings: Readonly<Record<WaitingWork['kind'], Telling>> = {
  'sent-back': ({ count, level, sheet, className }) => ({
    text: `${sheet === null ? '' : sheetTitle(level, sheet)} ${className ?? ''}: ${count} ô bị trả lại, chờ trả lời.`,
    page: 'tra-lai',
  }),
  'carry-over': ({ classId, className }) => ({
    text: `Lớp ${className ?? ''}: mọi trang đã xác nhận, chờ thầy cô kết chuyển.`,
    page: `lop/${part(classId ?? '')}/hoc-ba`,
  }),
  signing: ({ count }) => ({ text: `${count} học bạ chờ chữ kí của thầy cô.`, page: 'ky' }),
  sealing: ({ count }) => ({ text: `${count} học bạ chờ đóng dấu, phát hành.`, page: 'ky' }),
  'order-ended': ({ count }) => ({
    text: `${count} lệnh mở sổ đã hết hiệu lực, chờ kí xác nhận.`,
    page: 'lenh-mo-so',
  }),
  correction: ({ count }) => ({ text: `${count} đề nghị đính chính chờ quyết định.`, page: 'dinh-chinh' }),
  issued: ({ count, classId, className }) => ({
    text: `Lớp ${className ?? ''}: ${count} học bạ đã phát hành từ hôm qua.`,
    page: `lop/${part(classId ?? '')}`,
  }),
}

/** Says what waits for somebody. */
export const tellWaiting = (work: WaitingWork): WaitingWords => tellings[work.kind](work)
