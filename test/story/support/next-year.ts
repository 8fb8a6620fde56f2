import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { dialog, fill, press } from './at-pages.ts'
import { pupilOf } from './story-school.ts'

/** Where a pupil goes, as the rehearsal of the roll-over lists it; '–' where it is no class. */
export interface Destination {
  readonly name: string
  readonly outcome: string
  readonly toClass: string
}

/** Every pupil of the list of destinations that a page shows. */
export const readDestinations = async (page: Page): Promise<readonly Destination[]> => {
  const lines = await page.getByRole('region', { name: 'Từng học sinh đi đâu' }).locator('tbody tr').all()
  return Promise.all(
    lines.map(async (line) => {
      const [outcome = '', toClass = ''] = await line.getByRole('cell').allTextContents()
      return { name: (await line.getByRole('rowheader').textContent()) ?? '', outcome, toClass }
    }),
  )
}

/** What the rules conclude of pupils whose year was written to show it (TT 22/2021, Điều 12, Điều 14). */
export const expectedOutcomes = (
  [
    ['reassessment-pending', 'Chờ đánh giá lại'],
    ['reassessed-retained', 'Ở lại lớp'],
    ['reassessed-promoted', 'Lên lớp'],
    ['absences-45', 'Hoàn thành cấp học'],
  ] as const
).map(([name, outcome]) => ({ name: pupilOf(name).fullName, outcome }))

/** Confirms the roll-over: not before its consequence is ticked and the year's name typed. */
export const confirmRollOver = async (page: Page, year: string): Promise<void> => {
  await press(page, `Lập năm học ${year}`)
  const asks = dialog(page, `Lập năm học ${year}?`)
  const confirm = asks.getByRole('button', { name: `Lập năm học ${year}` })
  await fill(asks, `Gõ ${year} để xác nhận`, year)
  expect(await confirm.isDisabled()).toBe(true)
  await asks.getByLabel(/chưa kết luận/).press('Space')
  await fill(asks, `Gõ ${year} để xác nhận`, year.slice(0, 6))
  expect(await confirm.isDisabled()).toBe(true)
  await fill(asks, `Gõ ${year} để xác nhận`, year)
  await press(asks, `Lập năm học ${year}`)
}
