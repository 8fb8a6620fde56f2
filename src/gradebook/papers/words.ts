import type { Decision, Rating } from '../../shared/ratings.ts'
import { ratingNames } from '../../shared/ratings.ts'
import type { ClassBook } from './class-book.ts'
import type { PaperCell, PaperColumn, PaperLine, PaperSignature, PaperTable } from './paper.ts'

/** A number as paper and spreadsheet show it; anything that is none stays text. */
export const numberCell = (value: string): PaperCell =>
  /^\d+(\.\d+)?$/.test(value) ? { text: value.replace('.', ','), number: Number(value) } : value

const shorts: Readonly<Record<string, string>> = { pass: 'Đ', 'not-pass': 'CĐ' }

/** An average, a result or a level as a narrow cell shows it. */
export const valueCell = (value: string | null): PaperCell =>
  value === null ? '' : (shorts[value] ?? numberCell(value))

export const ratingText = (rating: Rating | null | undefined): string =>
  rating == null ? '' : ratingNames[rating]

export const decisionNames: Readonly<Record<Decision, string>> = {
  promoted: 'Được lên lớp',
  retained: 'Không được lên lớp',
  reassessment: 'Chờ đánh giá lại, rèn luyện hè',
  supplementary: 'Chờ đánh giá bổ sung',
}

/** How many and which part of how many, '12', '34,3'. */
export const shareCells = (count: number, of: number): readonly [PaperCell, PaperCell] => [
  { text: String(count), number: count },
  of === 0 ? '' : numberCell(((count * 100) / of).toFixed(1)),
]

export const centred = (captions: readonly string[], width: PaperColumn['width']): PaperColumn => ({
  captions,
  width,
  align: 'center',
})
export const turned = (captions: readonly string[], width: number): PaperColumn => ({
  captions,
  width,
  align: 'center',
  isTurned: true,
})
export const written = (captions: readonly string[], width: PaperColumn['width']): PaperColumn => ({
  captions,
  width,
  align: 'left',
})

/** The two columns that every list of pupils begins with. */
export const listColumns = (
  name = 'Họ và tên',
  width: PaperColumn['width'] = 'rest',
): readonly PaperColumn[] => [centred(['Số TT'], 9), written([name], width)]

export const ordinal = (index: number): PaperCell => numberCell(String(index + 1))

/** A table with nothing around it. */
export const table = (
  given: Pick<PaperTable, 'tab' | 'titles' | 'columns' | 'rows'> & Partial<PaperTable>,
): PaperTable => ({
  kind: 'table',
  orientation: 'portrait',
  size: 'normal',
  left: '',
  right: '',
  notes: [],
  box: null,
  dateLine: '',
  signatures: [],
  continues: false,
  ...given,
})

/** '2025-2026' as forms print it. */
export const spelled = (schoolYear: string): string => schoolYear.replace('-', ' - ')

export const dateLineOf = ({ school }: ClassBook): string =>
  `${school.signingPlace}, ngày …… tháng …… năm 20……`

export const homeroomSignature = ({ schoolClass }: ClassBook): PaperSignature => ({
  titles: ['Giáo viên chủ nhiệm'],
  hint: '(Ký và ghi rõ họ tên)',
  name: schoolClass.homeroomTeacher,
})

export const principalSignature = ({ school }: ClassBook): PaperSignature => ({
  titles: school.onBehalf ? ['KT. HIỆU TRƯỞNG', 'PHÓ HIỆU TRƯỞNG'] : ['Hiệu trưởng'],
  hint: '(Ký, ghi rõ họ tên và đóng dấu)',
  name: school.principal,
})

/** Where the school is, by the captions of the time: districts ended on 1 July 2025. */
export const placesOf = ({ school }: ClassBook): readonly PaperLine[] => [
  { caption: 'TRƯỜNG:', value: school.name.replace(/^trường\s+/iu, '') },
  {
    caption: school.districtName === null ? 'Xã/Phường/Đặc khu:' : 'Xã/Phường/Thị trấn:',
    value: school.wardName,
  },
  ...(school.districtName === null
    ? []
    : [{ caption: 'Huyện/Quận/Thị xã/Thành phố:', value: school.districtName }]),
  { caption: 'Tỉnh/Thành phố:', value: school.provinceName },
]
