import type { ClassBook } from './class-book.ts'
import type { ClassPaper } from './paper.ts'
import { primaryBook } from './primary.ts'
import { secondaryBook } from './secondary.ts'

export type { BookStudent, ClassBook, TaughtSubject } from './class-book.ts'
export type {
  ClassPaper,
  PaperCell,
  PaperColumn,
  PaperCover,
  PaperLine,
  PaperNumber,
  PaperSection,
  PaperSignature,
  PaperTable,
  PaperText,
} from './paper.ts'
export { bookOfRecords } from './book-of-records.ts'
export { primarySummary } from './primary-summary.ts'
export { secondarySummary, type SecondaryPeriod } from './secondary-summary.ts'
export { sheetPage } from './sheet-page.ts'

/** Sổ theo dõi và đánh giá học sinh (theo lớp học), by the circular of the class. */
export const trackingBook = (book: ClassBook): ClassPaper =>
  book.level === 'primary' ? primaryBook(book) : secondaryBook(book)
