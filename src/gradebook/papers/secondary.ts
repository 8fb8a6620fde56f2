import { summarizeClass } from '../class/summarize-class.ts'
import { attendanceOf } from './attendance.ts'
import { judgeClass, toSummarized, type ClassBook } from './class-book.ts'
import { frontOf } from './front.ts'
import type { ClassPaper, PaperSection } from './paper.ts'
import { principalRemarks, termSummary, yearResults, yearSummary } from './year-tables.ts'
import { termOf } from './term-tables.ts'
import { spelled } from './words.ts'

/** Sổ theo dõi và đánh giá học sinh (theo lớp học) of a secondary class (TT 22/2021). */
export const secondaryBook = (book: ClassBook): ClassPaper => {
  const judged = judgeClass(book)
  const summarized = toSummarized(book)
  const summary = (period: 'term-1' | 'term-2' | 'year') =>
    summarizeClass(book.schoolClass.grade, summarized, period)
  const sections: readonly PaperSection[] = [
    ...frontOf(book),
    ...attendanceOf(book),
    ...termOf(book, judged, 1),
    termSummary(book, summary('term-1'), 1),
    ...termOf(book, judged, 2),
    termSummary(book, summary('term-2'), 2),
    yearSummary(book, summary('year')),
    yearResults(book, judged),
    principalRemarks(),
  ]
  return { title: bookTitle(book), sections }
}

export const bookTitle = ({ schoolClass, schoolYear }: ClassBook): string =>
  `Sổ theo dõi và đánh giá học sinh, lớp ${schoolClass.name}, năm học ${spelled(schoolYear)}`
