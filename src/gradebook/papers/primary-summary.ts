import { awardNames, subjectLevels, traitLevels, yearResultNames, yearResults } from '../../shared/ratings.ts'
import { competencesOfGrade, generalCompetences, qualities } from '../../shared/traits.ts'
import type { Moment } from '../../evaluation/index.ts'
import type { SubjectCounts, Tally } from '../class/class-counts.ts'
import { summarizeClass, type ClassSummary, type SummaryRow } from '../class/summarize-class.ts'
import { judgeClass, nameSubject, toSummarized, type ClassBook, type JudgedStudent } from './class-book.ts'
import type { ClassPaper, PaperCell, PaperColumn, PaperTable } from './paper.ts'
import { summaryHead, summarySignatures } from './summary-head.ts'
import { awardsOf } from './year-tables.ts'
import { centred, listColumns, numberCell, ordinal, shareCells, table, turned, written } from './words.ts'

export const momentNames: Readonly<Record<Moment, string>> = {
  midterm1: 'GIỮA HỌC KÌ I',
  term1: 'CUỐI HỌC KÌ I',
  midterm2: 'GIỮA HỌC KÌ II',
  year: 'CUỐI NĂM HỌC',
}

/** Bảng tổng hợp kết quả đánh giá giáo dục of a primary class at one moment (TT 27/2020, Phụ lục 2). */
export const primarySummary = (book: ClassBook, moment: Moment): ClassPaper => {
  const { title, above } = summaryHead(book, momentNames[moment])
  const [pupils, ...counts] = momentTables(book, moment)
  return { title, sections: [...(pupils === undefined ? [] : [{ ...pupils, ...above }]), ...counts] }
}

/** The tables of one moment: the pupils, then the class in numbers. */
export const momentTables = (book: ClassBook, moment: Moment): readonly PaperTable[] => {
  const summary = summarizeClass(book.schoolClass.grade, toSummarized(book), moment)
  return [
    pupilTable(book, summary, judgeClass(book)),
    subjectCounts(book, summary),
    { ...traitCounts(book, summary), ...summarySignatures(book) },
  ]
}

const subjectGroup = 'Môn học và hoạt động giáo dục'
const narrow = 4.9

const subjectColumns = (book: ClassBook, { subjects }: ClassSummary): readonly PaperColumn[] =>
  subjects.flatMap(({ code, hasScores }) => {
    const name = nameSubject(book, code).replace('Tin học và Công nghệ', 'TH-CN')
    return hasScores
      ? [turned([subjectGroup, `${name}: mức`], narrow), turned([subjectGroup, `${name}: điểm`], narrow)]
      : [turned([subjectGroup, `${name}: mức`], narrow)]
  })

const isGeneral = new Set<string>(generalCompetences.map(({ code }) => code))

const traitColumns = ({ schoolClass }: ClassBook): readonly PaperColumn[] => [
  ...qualities.map(({ name }) => turned(['Phẩm chất chủ yếu', name], narrow)),
  ...competencesOfGrade(schoolClass.grade).map(({ code, name }) =>
    turned(['Năng lực cốt lõi', isGeneral.has(code) ? 'Năng lực chung' : 'Năng lực đặc thù', name], narrow),
  ),
]

const yearColumns: readonly PaperColumn[] = [
  turned(['Đánh giá kết quả giáo dục'], 8),
  turned(['Hoàn thành chương trình lớp học'], 8),
  written(['Khen thưởng'], 20),
]

const pupilTable = (book: ClassBook, summary: ClassSummary, judged: readonly JudgedStudent[]): PaperTable => {
  const isYear = summary.period === 'year'
  return table({
    tab: momentNames[summary.period as Moment],
    titles: [],
    orientation: 'landscape',
    size: 'tiny',
    columns: [
      ...listColumns(),
      centred(['Ngày, tháng, năm sinh'], 15),
      centred(['Nữ'], 5),
      ...subjectColumns(book, summary),
      ...traitColumns(book),
      ...(isYear ? yearColumns : []),
      ...(isYear ? [] : [written(['Ghi chú'], 16)]),
    ],
    rows: summary.rows.map((row, index) => [
      ...whoCells(row, index),
      ...subjectCells(summary, row),
      ...traitCells(book, row),
      ...(isYear ? yearCells(row, judged[index]) : ['']),
    ]),
    notes: [
      'Môn học, hoạt động giáo dục: T – Hoàn thành tốt, H – Hoàn thành, C – Chưa hoàn thành. Phẩm chất, năng lực: ' +
        'T – Tốt, Đ – Đạt, C – Cần cố gắng.',
      ...(isYear
        ? [
            'Đánh giá kết quả giáo dục: XS – Hoàn thành xuất sắc, HTT – Hoàn thành tốt, HT – Hoàn thành, CHT – Chưa hoàn thành.',
          ]
        : []),
    ],
  })
}

const whoCells = (row: SummaryRow, index: number): readonly PaperCell[] => [
  ordinal(index),
  row.fullName,
  row.birthDate.split('-').reverse().join('/'),
  row.gender === 'female' ? 'x' : '',
]

const subjectCells = ({ subjects }: ClassSummary, row: SummaryRow): readonly PaperCell[] =>
  subjects.flatMap(({ code, hasScores }) => {
    const cell = row.subjects[code]
    const level = cell?.isExempt === true ? 'M' : (cell?.value ?? '')
    return hasScores ? [level, cell?.score == null ? '' : numberCell(String(cell.score))] : [level]
  })

const traitCells = ({ schoolClass }: ClassBook, row: SummaryRow): readonly PaperCell[] => [
  ...qualities.map(({ code }) => row.qualities[code] ?? ''),
  ...competencesOfGrade(schoolClass.grade).map(({ code }) => row.competences[code] ?? ''),
]

const shortResults = {
  excellent: 'XS',
  'well-completed': 'HTT',
  completed: 'HT',
  'not-completed': 'CHT',
} as const
const shortAwards = (text: string): string =>
  text.replace(awardNames['exemplary-student'], 'Học sinh Tiêu biểu')

const yearCells = (row: SummaryRow, pupil: JudgedStudent | undefined): readonly PaperCell[] => [
  row.yearResult === null ? '' : shortResults[row.yearResult],
  row.completion === true ? 'x' : '',
  pupil === undefined ? '' : shortAwards(awardsOf(pupil)),
]

const shares = (captions: readonly string[]): readonly PaperColumn[] => [
  centred([...captions, 'Số lượng'], 15),
  centred([...captions, 'Tỉ lệ %'], 15),
]

const total = (tally: Tally): number => Object.values(tally).reduce((sum, count) => sum + count, 0)
const levelNames = { T: 'Hoàn thành tốt', H: 'Hoàn thành', C: 'Chưa hoàn thành' } as const
const traitNames = { T: 'Tốt', Đ: 'Đạt', C: 'Cần cố gắng' } as const

const subjectCounts = (book: ClassBook, { subjects, counts }: ClassSummary): PaperTable =>
  table({
    tab: 'Thống kê môn học',
    titles: ['THỐNG KÊ MÔN HỌC VÀ HOẠT ĐỘNG GIÁO DỤC'],
    orientation: 'landscape',
    size: 'small',
    left: `Tổng số học sinh: ${counts.students}; nữ: ${counts.girls}`,
    columns: [
      written(['Môn học và hoạt động giáo dục'], 'rest'),
      ...subjectLevels.flatMap((level) => shares(['Mức đạt được', levelNames[level]])),
      ...['Dưới 5 điểm', '5 điểm trở lên'].flatMap((band) => shares(['Điểm KTĐK', band])),
    ],
    rows: subjects.map(({ code, hasScores }) => [
      nameSubject(book, code),
      ...levelCells(counts.subjects[code]),
      ...scoreCells(counts.subjects[code], hasScores),
    ]),
    notes: ['Tỉ lệ % tính trên số học sinh được đánh giá.'],
  })

const levelCells = (counts: SubjectCounts | undefined): readonly PaperCell[] =>
  subjectLevels.flatMap((level) => shareCells(counts?.values[level] ?? 0, total(counts?.values ?? {})))

const scoreCells = (counts: SubjectCounts | undefined, hasScores: boolean): readonly PaperCell[] => {
  if (counts === undefined || !hasScores) return ['', '', '', '']
  const { scoresBelow5, scoresFrom5 } = counts
  const of = scoresBelow5 + scoresFrom5
  return [...shareCells(scoresBelow5, of), ...shareCells(scoresFrom5, of)]
}

const traitCounts = (book: ClassBook, { counts, period }: ClassSummary): PaperTable => {
  const named = [
    ...qualities.map(({ code, name }) => [name, counts.qualities[code] ?? {}] as const),
    ...competencesOfGrade(book.schoolClass.grade).map(
      ({ code, name }) => [name, counts.competences[code] ?? {}] as const,
    ),
  ]
  return table({
    tab: 'Thống kê phẩm chất, năng lực',
    titles: ['THỐNG KÊ PHẨM CHẤT, NĂNG LỰC'],
    orientation: 'landscape',
    size: 'small',
    columns: [
      written(['Phẩm chất, năng lực'], 'rest'),
      ...traitLevels.flatMap((level) => shares([traitNames[level]])),
    ],
    rows: named.map(([name, tally]) => [
      name,
      ...traitLevels.flatMap((level) => shareCells(tally[level] ?? 0, total(tally))),
    ]),
    box:
      period === 'year'
        ? { title: 'Tổng hợp chung', lines: yearLines(counts.yearResult, counts.students) }
        : null,
  })
}

const yearLines = (tally: Tally, students: number): readonly string[] => [
  `Tổng số học sinh: ${students}`,
  ...yearResults.map((result) => `${yearResultNames[result]}: ${String(tally[result] ?? 0)}`),
  `Chưa đủ dữ liệu để kết luận: ${students - total(tally)}`,
]
