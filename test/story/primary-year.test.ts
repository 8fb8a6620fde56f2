import { tellYear } from './support/year-story.ts'

/** A school year of a primary class (TT 27/2020), from an empty gradebook to the second version of a book. */
tellYear({
  grade: 4,
  sheet: 'TIENG_VIET',
  view: 'Cuối năm',
  column: 'Điểm',
  sentBackValue: '7',
  correction: { subject: 'Tiếng Việt', column: /^Điểm kiểm tra định kì cuối năm học/, value: '10' },
})
