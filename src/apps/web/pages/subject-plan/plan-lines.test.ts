import { expect, it } from 'vitest'
import { differenceOf, planLines, totalOf } from './plan-lines.ts'

const planned = (subject: string, periodsPerYear: number) => ({
  grade: 6,
  subject,
  name: subject,
  periodsPerYear,
  isElective: false,
  version: 1,
})

it('proposes the national programme where a grade has no plan yet', () => {
  const lines = planLines('lower-secondary', 6, [])
  const mathematics = lines.find(({ subject }) => subject === 'TOAN')
  const second = lines.find(({ subject }) => subject === 'NGOAI_NGU_2')
  expect(mathematics).toMatchObject({ isTaught: true, periods: 140, programme: 140 })
  expect(second).toMatchObject({ isTaught: false, isElective: true })
})

it('keeps the school’s own periods and says how far they are from the programme', () => {
  const lines = planLines('lower-secondary', 6, [planned('TOAN', 150), planned('NGOAI_NGU_2', 105)])
  const [literature, mathematics] = lines
  expect(literature && differenceOf(literature)).toBe(0)
  expect(mathematics && differenceOf(mathematics)).toBe(10)
  expect(lines.find(({ subject }) => subject === 'NGOAI_NGU_2')?.isTaught).toBe(true)
  expect(totalOf(lines) - totalOf(planLines('lower-secondary', 6, []))).toBe(115)
})
