import { formatDate } from '../../shared/dates.ts'
import type { EducationLevel } from '../../shared/education-level.ts'
import type { Relative } from '../../shared/student.ts'
import { listSubjects, nameSubject, type ClassBook } from './class-book.ts'
import { guidanceOf } from './guidance.ts'
import type { PaperCover, PaperSection, PaperTable, PaperText } from './paper.ts'
import { centred, listColumns, ordinal, placesOf, spelled, table, written } from './words.ts'

const levelTitles: Readonly<Record<EducationLevel, string>> = {
  primary: 'CẤP TIỂU HỌC',
  'lower-secondary': 'CẤP TRUNG HỌC CƠ SỞ',
  'upper-secondary': 'CẤP TRUNG HỌC PHỔ THÔNG',
}

/** What stands before the marks: cover, how to use the book, who teaches, and the pupils. */
export const frontOf = (book: ClassBook): readonly PaperSection[] => [
  coverOf(book),
  guidanceOf(book.level),
  innerCoverOf(book),
  registerOf(book),
  familiesOf(book),
]

const coverOf = (book: ClassBook): PaperCover => ({
  kind: 'cover',
  tab: 'Bìa',
  places: placesOf(book),
  titles: ['SỔ THEO DÕI VÀ ĐÁNH GIÁ HỌC SINH', '(Theo lớp học)', levelTitles[book.level]],
  lines: [
    { caption: 'Lớp:', value: book.schoolClass.name },
    { caption: 'Giáo viên chủ nhiệm:', value: book.schoolClass.homeroomTeacher },
  ],
  foot: `NĂM HỌC ${spelled(book.schoolYear)}`,
})

const innerCoverOf = (book: ClassBook): PaperText => ({
  kind: 'text',
  tab: 'Bìa lót',
  titles: ['SỔ THEO DÕI VÀ ĐÁNH GIÁ HỌC SINH', '(Theo lớp học)'],
  lines: [
    { caption: 'Lớp:', value: book.schoolClass.name },
    { caption: 'Sĩ số:', value: String(book.students.length) },
    { caption: 'Giáo viên chủ nhiệm:', value: book.schoolClass.homeroomTeacher },
    ...listSubjects(book).map(({ code, teachers }) => ({
      caption: `${nameSubject(book, code)}:`,
      value: teachers.join(', '),
    })),
  ],
  paragraphs: [],
})

const titles = ['SƠ YẾU LÝ LỊCH HỌC SINH']

const registerOf = (book: ClassBook): PaperTable =>
  table({
    tab: 'Sơ yếu lý lịch',
    titles,
    orientation: 'landscape',
    size: 'small',
    columns: [
      ...listColumns('Họ và tên học sinh', 50),
      centred(['Ngày, tháng, năm sinh'], 22),
      written(['Nơi sinh'], 66),
      centred(['Nam nữ'], 11),
      centred(['Dân tộc'], 17),
      written(['Đối tượng ưu tiên'], 26),
      written(['Địa chỉ gia đình'], 'rest'),
    ],
    rows: book.students.map(({ profile }, index) => [
      ordinal(index),
      profile.fullName,
      formatDate(profile.birthDate),
      profile.birthPlace,
      profile.gender === 'female' ? 'Nữ' : 'Nam',
      profile.ethnicity,
      profile.policyGroup ?? '',
      profile.address,
    ]),
  })

const describe = (relative: Relative | undefined): string =>
  relative === undefined
    ? ''
    : [relative.fullName, relative.occupation].filter((part) => part !== undefined).join(', ')

const familiesOf = (book: ClassBook): PaperTable =>
  table({
    tab: 'Gia đình',
    titles,
    orientation: 'landscape',
    size: 'small',
    columns: [
      centred(['Số TT'], 9),
      written(['Họ và tên cha, nghề nghiệp, điện thoại, email (hoặc người giám hộ)'], 90),
      written(['Họ và tên mẹ, nghề nghiệp, điện thoại, email (hoặc người giám hộ)'], 90),
      written(['Những thay đổi cần chú ý trong năm học (gia đình, sức khỏe, nơi ở…)'], 'rest'),
    ],
    rows: book.students.map(({ profile: { father, mother, guardian } }, index) => [
      ordinal(index),
      describe(father ?? guardian),
      describe(mother ?? (father === undefined ? undefined : guardian)),
      '',
    ]),
  })
