import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { desk, phone, useSetUp } from './support/set-up-visit.ts'
import { findBarriers, widthTooMuch } from './support/visit.ts'

const { open, visit } = useSetUp()
const pupil = '7A0001'

const pages = [
  'nam-hoc',
  'nhap-so',
  'can-bo',
  'to-chuyen-mon',
  'lop-hoc',
  'chuong-trinh',
  'phan-cong',
  'hoc-sinh',
  `lop/7A/hoc-sinh/${pupil}`,
  'cai-dat',
  'chuyen-nam',
]

const expectGoodLooks = async (page: Page, below: string): Promise<void> => {
  for (const size of [desk, phone]) {
    await page.setViewportSize(size)
    // A drawer or a dialog slides in.
    await page.waitForTimeout(300)
    expect(await findBarriers(page), `${below} ${size.width}`).toEqual([])
    expect(await widthTooMuch(page), `${below} ${size.width}`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize(desk)
  expect(visit().complaints).toEqual([])
}

describe.each(pages)('the page %s', (below) => {
  it('has no barrier and fits a desk and a phone', async () => {
    await expectGoodLooks(await open(below), below)
  })
})

/** Each form that opens over its page: where, and by which button. */
const forms = [
  ['nam-hoc', 'Thêm năm học'],
  ['nam-hoc', 'Sửa thông tin trường'],
  ['can-bo', 'Thêm cán bộ'],
  ['to-chuyen-mon', 'Thêm tổ'],
  ['lop-hoc', 'Thêm lớp'],
  ['hoc-sinh', 'Thêm học sinh'],
  [`lop/7A/hoc-sinh/${pupil}`, 'Chuyển lớp'],
  ['cai-dat', /^Sửa/],
] as const

describe.each(forms)('the form of the page %s behind %s', (below, button) => {
  it('has no barrier and fits a desk and a phone', async () => {
    const page = await open(below)
    await page.getByRole('main').getByRole('button', { name: button }).first().click()
    await page.getByRole('dialog').waitFor()
    await expectGoodLooks(page, below)
  })
})
