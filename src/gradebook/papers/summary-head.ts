import type { ClassBook } from './class-book.ts'
import type { PaperTable } from './paper.ts'
import { dateLineOf, homeroomSignature, principalSignature, spelled } from './words.ts'

/** What stands above a class summary, and what the file is called. */
export const summaryHead = (
  book: ClassBook,
  period: string,
): { readonly title: string; readonly above: Pick<PaperTable, 'titles' | 'left' | 'right'> } => {
  const { schoolClass, school, schoolYear } = book
  return {
    title: `Bảng tổng hợp kết quả đánh giá giáo dục, lớp ${schoolClass.name}, ${period.toLocaleLowerCase('vi')}, năm học ${spelled(schoolYear)}`,
    above: {
      titles: ['BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ GIÁO DỤC', period],
      left: `${school.name} – ${school.wardName}, ${school.provinceName}`,
      right: `Lớp: ${schoolClass.name}    Năm học: ${spelled(schoolYear)}`,
    },
  }
}

/** Who signs a class summary. */
export const summarySignatures = (book: ClassBook): Pick<PaperTable, 'signatures' | 'dateLine'> => ({
  dateLine: dateLineOf(book),
  signatures: [homeroomSignature(book), principalSignature(book)],
})
