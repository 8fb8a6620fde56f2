/** The sheets of the workbook, as teachers see their tabs. */
export const sheetTitles = {
  guide: 'Hướng dẫn',
  school: 'Trường',
  staff: 'Cán bộ',
  classes: 'Lớp',
  assignments: 'Phân công',
  students: 'Học sinh',
  history: 'Quá trình học tập',
  amendments: 'Đính chính',
  lists: 'Danh mục',
} as const

/** Every class has two sheets: its subjects ('Điểm 6A1', primary 'Đánh giá 3A') and its summary ('Tổng hợp 6A1'). */
export const classSheetPrefixes = { marks: 'Điểm', levels: 'Đánh giá', summary: 'Tổng hợp' } as const

// Excel forbids these in a tab's name and allows 31 characters.
const tabName = (name: string): string => name.replace(/[[\]:*?/\\]/g, '-').slice(0, 31)

/** The tab of a class. */
export const classSheetName = (prefix: string, className: string): string => tabName(`${prefix} ${className}`)

/** The cell of a class sheet that names its class: caption in A2, code in B2. */
export const classIdCaption = 'Mã lớp'
