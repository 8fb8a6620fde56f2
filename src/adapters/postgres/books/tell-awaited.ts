import type { SlotStanding } from '../../../signing/index.ts'
import { subjectsOfLevel } from '../../../shared/subjects.ts'

/** The names of a year's staff, by code. */
export type StaffNames = ReadonlyMap<string, string>

const subjectNames = new Map(
  Object.values(subjectsOfLevel).flatMap((subjects) =>
    subjects.map(({ code, name }) => [code as string, name]),
  ),
)

const sheetNames: Readonly<Record<string, string>> = {
  homeroom: 'trang chủ nhiệm',
  attendance: 'chuyên cần',
  decisions: 'quyết định của hiệu trưởng',
}

const nameOfSheet = (sheet: string): string => subjectNames.get(sheet) ?? sheetNames[sheet] ?? sheet

/** A primary class's teacher answers for most subjects: two are named, the others counted. */
const subjectsOf = ({ covers }: SlotStanding): string => {
  const names = covers.flatMap((target) => (target.startsWith('mon-') ? [nameOfSheet(target.slice(4))] : []))
  const more = names.length > namedSubjects ? ` và ${names.length - namedSubjects} môn khác` : ''
  return names.slice(0, namedSubjects).join(', ') + more
}
const namedSubjects = 2

const whatOf = (slot: SlotStanding): string => {
  switch (slot.role) {
    case 'subject-teacher':
    case 'principal-for-absent-teacher':
      return subjectsOf(slot)
    case 'homeroom-teacher':
      return 'chủ nhiệm'
    case 'principal':
    case 'vice-principal-on-behalf':
      return slot.id.startsWith('s-bia') ? 'bìa' : 'phê duyệt'
    case 'school-seal':
      return 'con dấu'
  }
}

const shown = 3

/** Whom a report waits for: «Chờ Nông Thị Mơ (Toán) kí trước». */
export const tellAwaited = (awaited: readonly SlotStanding[], names: StaffNames): string => {
  const persons = awaited.filter(({ role }) => role !== 'school-seal')
  if (persons.length === 0) {
    const isCover = awaited.some(({ id }) => id === 's-bia-truong')
    return isCover ? 'Bìa học bạ đang chờ phiên đóng dấu của văn thư' : 'Đang chờ phiên đóng dấu của văn thư'
  }
  const told = persons
    .slice(0, shown)
    .map((slot) => `${names.get(slot.staffCode ?? '') ?? slot.staffCode ?? ''} (${whatOf(slot)})`)
  const more = persons.length > shown ? ` và ${persons.length - shown} người khác` : ''
  return `Chờ ${told.join(', ')}${more} kí trước`
}

/** Cells of these sheets went back to who answers for them. */
export const tellSentBack = (sheets: readonly string[]): string =>
  `Có ô đang trả lại chưa được trả lời: ${sheets.map(nameOfSheet).join(', ')}`

/** Something of the class may be written again. */
export const tellOrder = (orderNumber: string): string =>
  `Lệnh mở sổ số ${orderNumber} đang có hiệu lực; phát hành sau khi lệnh kết thúc`
