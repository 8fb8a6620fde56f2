import type { EducationLevel } from '../../shared/education-level.ts'
import type { Setting } from './setting.ts'

const date = (name: string, title: string, more: Partial<Setting> = {}): Setting => ({
  name,
  title,
  kind: 'date',
  ...more,
})

const latest = { isLatest: true } as const

/** Every setting that a school year has, in the order in which a page shows them; entry deadlines apart. */
export const settings: readonly Setting[] = [
  date('calendar.term-1.begins', 'Ngày bắt đầu học kì I'),
  date('calendar.term-1.ends', 'Ngày kết thúc học kì I'),
  date('calendar.term-2.begins', 'Ngày bắt đầu học kì II'),
  date('calendar.term-2.ends', 'Ngày kết thúc năm học'),
  date('deadline.cover', 'Hạn ký chốt bìa học bạ', latest),
  date('deadline.plan', 'Hạn ban hành kế hoạch thực hiện', latest),
  date('deadline.gradebook', 'Hạn chốt sổ theo dõi, kết chuyển sang học bạ', latest),
  date('deadline.issue', 'Hạn ký số, phát hành học bạ', latest),
  date('deadline.admissions', 'Hạn gửi học bạ lên Cổng tuyển sinh (lớp cuối cấp)', latest),
  date('deadline.report.year-end', 'Hạn báo cáo, chốt học bạ: học sinh hoàn thành cuối năm', latest),
  date('deadline.adjust.year-end', 'Hạn điều chỉnh sau khi chốt cuối năm', latest),
  date('deadline.report.after-summer', 'Hạn báo cáo, chốt học bạ: học sinh đánh giá lại trong hè', latest),
  date('deadline.adjust.after-summer', 'Hạn điều chỉnh sau khi chốt trong hè', latest),
  date('deadline.ministry', 'Hạn đồng bộ học bạ về Bộ', latest),
  {
    name: 'signing.shared-subject',
    title: 'Ai ký môn có nhiều giáo viên cùng dạy',
    kind: 'choice',
    options: [
      {
        value: 'responsible',
        name: 'Giáo viên phụ trách môn của lớp ký; người cùng dạy đã xác nhận trong sổ',
      },
    ],
  },
  {
    name: 'article9_3',
    title: 'Cách hiểu khoản 3 Điều 9 (TT 22/2021)',
    kind: 'choice',
    levels: ['lower-secondary', 'upper-secondary'],
    options: [
      { value: 'mask', name: 'Bỏ môn đó ra rồi xét các môn còn lại' },
      { value: 'replace', name: 'Coi môn đó đạt mức cao nhất rồi xét' },
    ],
  },
]

/** The settings of a level. */
export const settingsOf = (level: EducationLevel): readonly Setting[] =>
  settings.filter(({ levels }) => levels === undefined || levels.includes(level))
