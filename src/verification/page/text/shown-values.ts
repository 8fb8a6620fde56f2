import type { SubjectResult, YearReport } from '../../../bookfile/index.ts'
import { formatDate } from '../../../shared/dates.ts'
import { awardNames, ratingNames, yearResultNames } from '../../../shared/ratings.ts'

/** A value that the page must show, as a reader expects it, with its place in the data. */
export interface ShownValue {
  readonly at: string
  readonly text: string
}

type Stated = readonly [at: string, text: string | number | undefined]

const present = (stated: readonly Stated[]): readonly ShownValue[] =>
  stated.flatMap(([at, text]) => (text === undefined || text === '' ? [] : [{ at, text: String(text) }]))

const resultText = (value: string | undefined): string | undefined =>
  value === 'pass' ? 'Đạt' : value === 'not-pass' ? 'Chưa đạt' : value

const ratings = (at: string, stated: object | undefined): readonly Stated[] =>
  Object.entries(stated ?? {}).flatMap(([name, value]: readonly [string, unknown]) =>
    name === 'articleCulprit' || typeof value !== 'string'
      ? []
      : [[`${at}.${name}`, ratingNames[value as keyof typeof ratingNames]] as const],
  )

const resultsOf = ({ term1, term2, year, level, finalScore }: SubjectResult): readonly string[] =>
  [resultText(term1), resultText(term2), resultText(year), level, finalScore].flatMap((value) =>
    value === undefined ? [] : [String(value)],
  )

const subjectValues = (subject: SubjectResult): readonly Stated[] => [
  [`mon-${subject.code}`, subject.name],
  ...resultsOf(subject).map((text): Stated => [`mon-${subject.code}`, text]),
  [`mon-${subject.code}.NhanXet`, subject.comment],
  [`mon-${subject.code}.GiaoVien`, subject.teacher.fullName],
]

/** Every value of a report that a page of any layout must show. */
export const listShownValues = ({ cover, identity, subjects, summary }: YearReport): readonly ShownValue[] =>
  present([
    ['dd.HoTen', identity.fullName],
    ['dd.NgaySinh', formatDate(identity.birthDate)],
    ['dd.MaHocSinh', identity.studentCode],
    ['dd.TenLop', identity.className],
    ['dd.TenTruong', cover.school.name],
    ['dd.MaTraCuu', identity.yearLookupCode],
    ...subjects.flatMap(subjectValues),
    ...ratings('tk.RenLuyen', summary.conduct),
    ...ratings('tk.HocTap', summary.learning),
    ['tk.NghiCoPhep', summary.excusedAbsences],
    ['tk.NghiKhongPhep', summary.unexcusedAbsences],
    ['tk.KetQuaGiaoDuc', summary.yearResult && yearResultNames[summary.yearResult]],
    ['tk.DanhHieu', summary.award && awardNames[summary.award]],
    ['tk.NhanXet', summary.comment],
    ['tk.GVCN', summary.homeroomTeacher.fullName],
    ['tk.NguoiDuyet', summary.approver.fullName],
  ])

/**
 * What stands in a subject's row from its name to its results, in the order of every form; subjects with exemptions
 * have rows of their own kind.
 */
export const listRows = ({ subjects }: YearReport): readonly ShownValue[] =>
  subjects
    .filter((subject) => subject.exemption === undefined && resultsOf(subject).length > 0)
    .map((subject) => ({ at: `mon-${subject.code}`, text: [subject.name, ...resultsOf(subject)].join('') }))

/** The marks of a report: no other number in the form of a mark may stand alone on its page. */
export const listMarks = ({ subjects }: YearReport): ReadonlySet<string> =>
  new Set(
    subjects
      .flatMap((subject) => [...resultsOf(subject), subject.reassessed ?? ''])
      .map((text) => text.replace('.', ',')),
  )
