import type { EducationLevel } from '../../shared/education-level.ts'
import type { PaperText } from './paper.ts'

/** Hướng dẫn sử dụng: how the book is kept. The six points of the form, in words of our own for each circular. */
export const guidanceOf = (level: EducationLevel): PaperText => ({
  kind: 'text',
  tab: 'Hướng dẫn',
  titles: ['HƯỚNG DẪN SỬ DỤNG SỔ THEO DÕI VÀ ĐÁNH GIÁ HỌC SINH'],
  lines: [],
  paragraphs: level === 'primary' ? primary : secondary,
})

const keeping =
  'Sổ được lập theo Điều lệ trường học, do nhà trường quản lí, sử dụng và lưu giữ theo quy định của Điều lệ.'
const correction =
  'Khi sửa chữa trên bản in, gạch ngang nội dung cũ bằng mực đỏ, ghi nội dung mới lên phía trên bên phải, kí tên ' +
  'bên cạnh hoặc ghi vào cột Ghi chú. Trên sổ điện tử, mỗi lần sửa được lưu lại người sửa, thời điểm và giá trị cũ.'
const confidential =
  'Kết quả đánh giá chỉ thông báo riêng cho học sinh và cha mẹ học sinh; không dùng để so sánh học sinh với nhau.'

const secondary = [
  `1. ${keeping}`,
  '2. Giáo viên môn học ghi kết quả môn mình dạy, thống nhất với Sổ theo dõi và đánh giá học sinh của giáo viên, kí ' +
    'và ghi rõ họ tên cuối danh sách; môn có nhiều giáo viên dạy thì tất cả giáo viên cùng kí.',
  '3. Giáo viên chủ nhiệm ghi sơ yếu lý lịch, điểm danh, kết quả rèn luyện, tổng hợp học kì và cả năm học.',
  '4. Ghi đủ, đúng và kịp thời; trên bản in không dùng mực đỏ (trừ khi sửa chữa), không dùng mực tẩy xóa được.',
  `5. ${correction}`,
  `6. ${confidential}`,
]

const primary = [
  `1. ${keeping}`,
  '2. Giáo viên ghi mức đạt được, điểm kiểm tra định kì và nhận xét môn học, hoạt động giáo dục mình dạy vào giữa ' +
    'học kì I, cuối học kì I, giữa học kì II và cuối năm học (TT 27/2020/TT-BGDĐT, Điều 7).',
  '3. Giáo viên chủ nhiệm tổng hợp mức đạt được về phẩm chất, năng lực, ghi nhận xét và kết quả giáo dục.',
  '4. Ghi đủ, đúng và kịp thời; trên bản in không dùng mực đỏ (trừ khi sửa chữa), không dùng mực tẩy xóa được.',
  `5. ${correction}`,
  `6. ${confidential}`,
]
