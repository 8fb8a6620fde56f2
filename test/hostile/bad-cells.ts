import type { put } from './package.ts'

const marks = 'Điểm 6A1'
const summary = 'Tổng hợp 6A1'

type Put = Parameters<typeof put>[3]
/** A workbook that is wrong in one cell: what stands there, and what must be said of it. */
export interface BadCell {
  readonly what: string
  readonly sheet: string
  readonly cell: string
  readonly put: Put
  readonly value: string
  readonly message: RegExp
  readonly remedy: RegExp
}

const badMark = (
  what: string,
  written: Put,
  value: string,
  message: RegExp,
  remedy = /từ 0 đến 10/,
): BadCell => ({
  what,
  sheet: marks,
  cell: 'H6',
  put: written,
  value,
  message,
  remedy,
})

const at = (
  sheet: string,
  cell: string,
  what: string,
  written: Put,
  value: string,
  message: RegExp,
  remedy: RegExp,
): BadCell => ({
  what,
  sheet,
  cell,
  put: written,
  value,
  message,
  remedy,
})

const badMarks: readonly BadCell[] = [
  badMark('10,5', '10,5', '10,5', /ngoài khoảng 0-10/),
  badMark('11', 11, '11', /ngoài khoảng 0-10/),
  badMark('85 is not turned into 8,5', 85, '85', /ngoài khoảng 0-10/),
  badMark('-1', -1, '-1', /ngoài khoảng 0-10/),
  badMark('8,55', '8,55', '8,55', /quá một chữ số thập phân/),
  badMark('the number 8.25', 8.25, '8,25', /quá một chữ số thập phân/),
  badMark('8..5', '8..5', '8..5', /không phải là điểm số/),
  badMark('abc', 'abc', 'abc', /không phải là điểm số/),
  badMark('1e1', '1e1', '1e1', /không phải là điểm số/),
  badMark('08', '08', '08', /số 0 thừa/),
  badMark('the letter O for zero', '1O', '1O', /chữ O/, /chữ số/),
  badMark('two marks in one cell', '8 9', '8 9', /không phải là điểm số/),
  badMark('a full-width eight', '８', '８', /không phải là điểm số/),
  badMark('control characters', 'a_x0007_', 'a\u{fffd}', /ký tự điều khiển/, /gõ lại/),
  badMark(
    'a formula',
    { content: '<f>AVERAGE(D6:G6)</f><v>8.1</v>' },
    '=AVERAGE(D6:G6)',
    /công thức/,
    /Paste Special → Values/,
  ),
  badMark(
    'a formula on another file',
    { content: '<f>[1]Sheet1!A1</f><v>8</v>' },
    '=[1]Sheet1!A1',
    /công thức/,
    /Paste Special/,
  ),
  badMark('an error of Excel', { type: 'e', content: '<v>#REF!</v>' }, '#REF!', /báo lỗi/, /gõ lại/),
  badMark('TRUE', { type: 'b', content: '<v>1</v>' }, 'TRUE', /TRUE/, /Văn bản/),
  badMark('absence words nobody knows', 'nghỉ', 'nghỉ', /không phải là điểm số/),
]

const others: readonly BadCell[] = [
  at(marks, 'B6', 'an unknown pupil', '0199999999', '0199999999', /không có học sinh mang mã/, /Học sinh/),
  at(
    marks,
    'B7',
    'a pupil twice in a mark sheet',
    '0112345601',
    '0112345601',
    /đã có một dòng ở ô B6/,
    /gộp/,
  ),
  at(marks, 'B6', 'a pupil of another class', '0112345603', '0112345603', /thuộc lớp 6A2/, /chuyển dòng/),
  at(
    marks,
    'C6',
    "another's name beside the code",
    'Ngần Thị Ưu',
    'Ngần Thị Ưu',
    /là của Đặng Ánh Dương/,
    /khớp/,
  ),
  at(marks, 'B6', 'a row without its pupil', null, 'Đặng Ánh Dương', /chưa ghi mã học sinh/, /mã học sinh/),
  at(marks, 'Y6', 'a mark where a result belongs', 8, '8', /không phải là mức đánh giá/, /Đ \(Đạt\)/),
  at(marks, 'J6', 'an average beside marks', 8, '8', /vừa có kết quả cả học kì/, /xóa ô này/),
  at(marks, 'T6', 'an exemption beside marks', 'M', 'M', /vừa ghi miễn học vừa có kết quả/, /bỏ dấu miễn/),
  at(
    marks,
    'S6',
    'a comment that never ends',
    'Học tốt. '.repeat(300),
    'Học tốt. '.repeat(300).slice(0, 79) + '…',
    /quá 2000/,
    /rút gọn/,
  ),
  at(marks, 'B2', "another class's code in a copied sheet", '6A2', '6A2', /tên trang nói lớp 6A1/, /Mã lớp/),
  at('Học sinh', 'G4', 'an unknown gender', 'nũ', 'nũ', /không có trong danh mục/, /Nam, Nữ/),
  at(
    'Học sinh',
    'H4',
    'the 31st of February',
    '31/02/2014',
    '31/02/2014',
    /ngày không có thật/,
    /05\/09\/2014/,
  ),
  at('Học sinh', 'H4', 'a number that is no date', 41713, '41713', /ngày không có thật/, /05\/09\/2014/),
  at(
    'Học sinh',
    'C4',
    'a citizen id of 11 typed digits',
    '00121400001',
    '00121400001',
    /đúng 12 chữ số/,
    /Văn bản/,
  ),
  at(
    'Học sinh',
    'C4',
    'a citizen id that lost too much',
    121400001,
    '121400001',
    /không đủ 12 chữ số/,
    /Văn bản/,
  ),
  at(
    'Học sinh',
    'C4',
    'a citizen id with the letter O',
    'OO1214000001',
    'OO1214000001',
    /đúng 12 chữ số/,
    /12 chữ số/,
  ),
  at(
    'Học sinh',
    'C5',
    "another pupil's citizen id",
    '001214000001',
    '001214000001',
    /đã ghi ở ô C4/,
    /hai học sinh/,
  ),
  at('Học sinh', 'B5', 'a pupil twice in the list', '0112345601', '0112345601', /đã ghi ở ô B4/, /một dòng/),
  at('Học sinh', 'I4', 'an unknown class', '6A9', '6A9', /không có lớp '6A9'/, /trang 'Lớp'/),
  at('Học sinh', 'F4', 'a missing name', null, '', /chưa ghi 'Họ và tên'/, /điền/),
  at(
    'Học sinh',
    'F4',
    'a name as a formula',
    { type: 'str', content: '<f>CONCAT("Đặng"," Ánh")</f><v>Đặng Ánh</v>' },
    '=CONCAT("Đặng"," Ánh")',
    /công thức/,
    /Values/,
  ),
  at('Lớp', 'D4', 'a grade of another level', 3, '3', /không thuộc cấp Trung học cơ sở/, /cấp học/),
  at('Lớp', 'D4', 'a grade that is none', 13, '13', /khối lớp không có/, /1 đến 12/),
  at('Lớp', 'C5', 'two classes of one name', '6A1', '6A1', /đã ghi ở ô C4/, /tên khác nhau/),
  at('Lớp', 'E4', 'an unknown homeroom teacher', '0199999999', '0199999999', /không có cán bộ nào/, /Cán bộ/),
  at('Phân công', 'C4', 'an unknown subject', 'Thiên văn', 'Thiên văn', /môn học không có/, /Danh mục/),
  at('Phân công', 'C4', 'a subject of another level', 'Vật lí', 'Vật lí', /môn học không có/, /Danh mục/),
  at(
    'Phân công',
    'E4',
    "another's name beside a teacher",
    'Lò Thị Hạnh',
    'Lò Thị Hạnh',
    /là của Vi Văn Tường/,
    /khớp/,
  ),
  at('Phân công', 'G4', 'periods that are no number', 'nhiều', 'nhiều', /số nguyên/, /số nguyên/),
  at('Cán bộ', 'B5', 'one code for two teachers', '0100000001', '0100000001', /đã ghi ở ô B4/, /một mã/),
  at(
    'Cán bộ',
    'F4',
    'an unknown post',
    'Trưởng phòng',
    'Trưởng phòng',
    /không có trong danh mục/,
    /Hiệu trưởng/,
  ),
  at(
    'Trường',
    'B3',
    'a school year of one year',
    '2025-2025',
    '2025-2025',
    /không phải là năm học/,
    /2025-2026/,
  ),
  at(
    'Trường',
    'B15',
    'an approver nobody knows',
    '0199999999',
    '0199999999',
    /không có cán bộ nào/,
    /Cán bộ/,
  ),
  at(
    summary,
    'F4',
    'a rating that is none',
    'Xuất sắc',
    'Xuất sắc',
    /không có trong danh mục/,
    /Tốt, Khá, Đạt, Chưa đạt/,
  ),
  at(summary, 'E4', 'half of the absences', null, '', /cả có phép và không phép/, /ghi 0/),
  at(summary, 'D4', 'absences below zero', -1, '-1', /số nguyên/, /0 đến/),
]

/** Every cell that a school may get wrong, one at a time. */
export const badCells: readonly BadCell[] = [...badMarks, ...others]
