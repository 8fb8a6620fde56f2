import { readFileSync } from 'node:fs'
import type { YearReport } from '../src/bookfile/index.ts'
import type { RenditionInput } from '../src/rendition/index.ts'
import { fromRoot } from './paths.ts'

/** A page's content for tools that know no forms: lines, and tables with the form's widths in hundredths. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'text'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly widths: readonly number[]
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'page' }

interface Guidance {
  readonly title: string
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[]
}

const guidances = {
  primary: 'tt27-2020/1',
  'lower-secondary': 'tt22-2021-lower/1',
  'upper-secondary': 'tt22-2021-upper/1',
} as const

const text = (line: string): Block => ({ kind: 'text', text: line })
const title = (line: string): Block => ({ kind: 'title', text: line })
const heading = (line: string): Block => ({ kind: 'heading', text: line })
const page: Block = { kind: 'page' }

const cover = ({ cover: { school, student, bookLookupCode } }: YearReport): readonly Block[] => [
  title('BỘ GIÁO DỤC VÀ ĐÀO TẠO'),
  title('HỌC BẠ'),
  ...[
    `Họ và tên học sinh: ${student.fullName}`,
    `Trường: ${school.name}`,
    `Xã (Phường, Đặc khu): ${school.ward.name}`,
  ].map(text),
  text(`Tỉnh (Thành phố): ${school.province.name}`),
  text(`Mã tra cứu học bạ: ${bookLookupCode}`),
]

const guidance = ({ cover: { level } }: YearReport): readonly Block[] => {
  const path = fromRoot(`src/rendition/templates/${guidances[level]}/guidance.json`)
  const { title: name, sections } = JSON.parse(readFileSync(path, 'utf8')) as Guidance
  return [
    title(name),
    ...sections.flatMap((section) => [
      heading(section.title),
      ...section.lines.map((line) => text(`- ${line}`)),
    ]),
  ]
}

const profile = ({ cover: { student, history, approver }, identity }: YearReport): readonly Block[] => [
  title('HỌC BẠ'),
  ...Object.entries(student).map(([name, value]) =>
    text(`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
  ),
  text(`HIỆU TRƯỞNG (Ký, ghi rõ họ tên và đóng dấu) ${approver.fullName}`),
  title('QUÁ TRÌNH HỌC TẬP'),
  {
    kind: 'table',
    widths: [20, 14, 66],
    head: ['Năm học', 'Lớp', 'Trường, xã, tỉnh'],
    rows: [...history, { ...identity }].map(({ schoolYear, className, schoolName }) => [
      schoolYear,
      className,
      schoolName,
    ]),
  },
]

const signatureLine = ({ sealed }: RenditionInput, staffCode: string): string => {
  const made = sealed.signatures.find(({ id }) => id === `s-gv-${staffCode}`)
  return `Ký số ${made?.signedAt ?? ''} ${made?.certificateSerial ?? ''}`
}

const subjects = (input: RenditionInput): readonly Block[] => [
  heading(`Họ và tên: ${input.report.identity.fullName}   Lớp: ${input.report.identity.className}`),
  {
    kind: 'table',
    widths: [17, 11, 12.5, 10.5, 14.5, 34.5],
    head: [
      'Môn học/Hoạt động giáo dục',
      'Học kì I',
      'Học kì II',
      'Cả năm',
      'Sau đánh giá lại',
      'Nhận xét và chữ kí của giáo viên môn học',
    ],
    rows: input.report.subjects.map(
      ({ name, term1, term2, year, level, finalScore, reassessed, comment, teacher }) => [
        name,
        term1 ?? level ?? '',
        term2 ?? String(finalScore ?? ''),
        year ?? '',
        reassessed ?? '',
        `${comment ?? ''}\n${teacher.fullName}\n${signatureLine(input, teacher.staffCode)}`,
      ],
    ),
  },
]

const summary = ({ report: { summary: own } }: RenditionInput): readonly Block[] => [
  heading('Tổng hợp'),
  {
    kind: 'table',
    widths: [40, 60],
    head: ['Nội dung', 'Kết quả'],
    rows: Object.entries(own).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  },
  text(own.comment ?? ''),
  text(`Giáo viên chủ nhiệm ${own.homeroomTeacher.fullName}`),
  text(`Hiệu trưởng ${own.approver.fullName}`),
]

const annex = ({ report: { identity, version }, sealed, issuedAt }: RenditionInput): readonly Block[] => [
  title('THÔNG TIN HỌC BẠ SỐ'),
  {
    kind: 'table',
    widths: [32, 68],
    head: ['', ''],
    rows: Object.entries({ ...identity, ...version, issuedAt }).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  },
  {
    kind: 'table',
    widths: [29, 32, 39],
    head: ['Người ký', 'Tư cách', 'Thời điểm ký, số chứng thư'],
    rows: sealed.signatures.map(({ signer, role, signedAt, certificateSerial }) => [
      signer,
      role,
      `${signedAt}\n${certificateSerial ?? ''}`,
    ]),
  },
]

/** The content of a year's pages, without the form: cover, guidance, profile, subjects, summary, annex. */
export const blocksOf = (input: RenditionInput): readonly Block[] => [
  ...cover(input.report),
  page,
  ...guidance(input.report),
  page,
  ...profile(input.report),
  page,
  ...subjects(input),
  page,
  ...summary(input),
  page,
  ...annex(input),
]

/** The lines at the foot of each page. */
export const footOf = ({ report: { identity, version }, issuedAt }: RenditionInput): string =>
  `Mã tra cứu: ${identity.yearLookupCode} Phiên bản: ${version.number} Ngày phát hành: ${issuedAt.slice(0, 10)} ` +
  `Ngày hiệu lực dự kiến: ${version.expectedEffectiveDate}`
