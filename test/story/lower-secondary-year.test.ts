import { tellYear } from './support/year-story.ts'

/** A school year of a lower-secondary class (TT 22/2021), from an empty gradebook to the second version of a book. */
tellYear({
  grade: 7,
  sheet: 'NGU_VAN',
  view: 'Học kì II',
  column: 'ĐĐGck',
  sentBackValue: '9',
  correction: { subject: 'Ngữ văn', column: /cuối kì/, value: '8,5' },
})
