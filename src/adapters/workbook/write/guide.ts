import type { Cell, WriteSheet } from 'hucre/xlsx'
import { levelNames, type EducationLevel } from '../../../shared/education-level.ts'
import { subjectsOfLevel } from '../../../shared/subjects.ts'
import { correctableCaptions } from '../layout/amendments.ts'
import { sheetTitles } from '../layout/sheet-names.ts'
import { captionStyle, guideStyles, headerStyle, titleStyle, bodyStyle } from './style.ts'

const common = (marksSheet: string): readonly (readonly [string, readonly string[]])[] => [
  [
    'Thứ tự điền',
    [
      '1. Trang Trường: thông tin của trường và năm học.',
      '2. Trang Cán bộ: mỗi cán bộ, giáo viên một dòng. Trang Lớp: mỗi lớp một dòng. Trang Phân công: mỗi lớp, mỗi môn một dòng.',
      '3. Trang Học sinh: mỗi học sinh một dòng. Trang Quá trình học tập: mỗi năm học trước đây của học sinh một dòng.',
      `4. Mỗi lớp hai trang: ${marksSheet}.`,
      '    Lớp khác thì sao chép hai trang mẫu, đổi tên trang và sửa ô Mã lớp (ô B2).',
      '5. Trang Đính chính: chỉ dùng khi sửa học bạ đã phát hành, theo quyết định của hiệu trưởng.',
    ],
  ],
  [
    'Khi điền',
    [
      'Cột có tiêu đề nền cam là bắt buộc. Đưa chuột vào tiêu đề để xem giải thích.',
      'Ô để trống nghĩa là chưa có, không bao giờ được hiểu là 0.',
      'Mã số (mã học sinh, số định danh) để ở định dạng Văn bản để không mất số 0 ở đầu.',
      'Ngày ghi ngày/tháng/năm, ví dụ 05/09/2014.',
      'Không dùng công thức trong ô dữ liệu; nếu chép từ tệp khác, hãy dán giá trị (Paste Special → Values).',
      'Được đổi thứ tự cột, thêm cột riêng, ẩn cột; không đổi chữ của tiêu đề.',
    ],
  ],
]

const secondary: readonly (readonly [string, readonly string[]])[] = [
  [
    'Điểm và mức đánh giá (Thông tư 22/2021/TT-BGDĐT)',
    [
      'Điểm từ 0 đến 10, nhiều nhất một chữ số thập phân: 8 hoặc 8,5. Hệ thống không làm tròn và không sửa điểm hộ.',
      'Vắng không kiểm tra, đánh giá bù: ghi v. Miễn học theo kế hoạch giáo dục cá nhân: ghi M hoặc chọn ở cột Miễn.',
      'Môn đánh giá bằng nhận xét: ghi Đ (Đạt) hoặc CĐ (Chưa đạt) cho từng lần.',
      'Cột ĐTBmhk và cột Học kì chỉ ghi cho học sinh chuyển đến đã có kết quả học kì; hệ thống tự tính cho các học sinh khác.',
    ],
  ],
]

const primary: readonly (readonly [string, readonly string[]])[] = [
  [
    'Mức đạt được (Thông tư 27/2020/TT-BGDĐT)',
    [
      'Môn học, hoạt động giáo dục: T (Hoàn thành tốt), H (Hoàn thành), C (Chưa hoàn thành).',
      'Phẩm chất, năng lực: T (Tốt), Đ (Đạt), C (Cần cố gắng).',
      'Điểm KTĐK cuối năm là số nguyên từ 0 đến 10; chỉ môn có bài kiểm tra mới có cột điểm.',
    ],
  ],
]

/** Trang 'Hướng dẫn': how to fill the workbook in, in a teacher's words. */
export const guideSheet = (level: EducationLevel): WriteSheet => {
  const isPrimary = level === 'primary'
  const marksSheet = isPrimary
    ? 'Đánh giá … (môn học, phẩm chất, năng lực) và Tổng hợp … (chuyên cần, khen thưởng)'
    : 'Điểm … (các môn học) và Tổng hợp … (chuyên cần, rèn luyện, nhận xét, khen thưởng)'
  const cells = new Map<string, Partial<Cell>>([
    [
      '0,0',
      {
        value: `HỌC BẠ SỐ – SỔ GHI KẾT QUẢ NĂM HỌC, CẤP ${levelNames[level].toLocaleUpperCase('vi')}`,
        style: titleStyle,
      },
    ],
  ])
  let row = 2
  for (const [heading, lines] of [...common(marksSheet), ...(isPrimary ? primary : secondary)]) {
    cells.set(`${row},0`, { value: heading, style: guideStyles.heading })
    for (const line of lines) cells.set(`${(row += 1)},0`, { value: line, style: guideStyles.text })
    row += 2
  }
  return {
    name: sheetTitles.guide,
    columns: [{ width: 120 }],
    rows: [],
    cells,
    view: { showGridLines: false, tabColor: { rgb: '7F7F7F' } },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** Trang 'Danh mục': the names that other sheets offer in their drop-downs. */
export const listsSheet = (level: EducationLevel): WriteSheet => {
  const lists = [subjectsOfLevel[level].map(({ name }) => name), correctableCaptions(level)]
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: 'DANH MỤC DÙNG TRONG CÁC Ô CHỌN', style: titleStyle }],
    ['1,0', { value: 'Không sửa trang này.', style: captionStyle }],
    ['2,0', { value: 'Môn học, hoạt động giáo dục', style: headerStyle(false) }],
    ['2,1', { value: 'Mục đính chính', style: headerStyle(false) }],
  ])
  lists.forEach((list, column) => {
    list.forEach((value, at) => {
      cells.set(`${at + 3},${column}`, { value, style: bodyStyle({ asText: true, width: 40 }) })
    })
  })
  return {
    name: sheetTitles.lists,
    columns: [{ width: 44 }, { width: 30 }],
    rows: [],
    cells,
    view: { tabColor: { rgb: '7F7F7F' } },
  }
}
