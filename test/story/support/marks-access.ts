import { expect } from 'vitest'
import type { Visit } from '../../browser/support/visit.ts'
import { classPath } from './marks-desks.ts'
import { lowerSchool } from './marks-school.ts'

/** What a page says where the server refuses. */
const says = {
  403: 'Tài khoản này không được làm việc đó',
  404: 'Không có trang này',
} as const

/** Takes what Chromium notes of deliberate refusals from the complaints; nothing else may be noted. */
const takeRefusals = async ({ complaints }: Visit, before: number, status: number): Promise<void> => {
  await expect.poll(() => complaints.length, { timeout: 20_000 }).toBeGreaterThan(before)
  const noted = complaints.splice(before)
  expect(noted.filter((text) => !text.includes(`status of ${status}`))).toEqual([])
}

/** A page that is closed to somebody says so, and shows nobody's name. */
export const expectClosed = async (
  desk: Visit,
  names: readonly string[],
  status: keyof typeof says,
  address: string,
): Promise<void> => {
  const before = desk.complaints.length
  // Whatever the page asks for is answered then.
  await desk.page.goto(address, { waitUntil: 'networkidle' })
  await desk.page.getByRole('alert').filter({ hasText: says[status] }).first().waitFor()
  const text = (await desk.page.locator('body').textContent()) ?? ''
  expect(names.filter((name) => text.includes(name))).toEqual([])
  expect(await desk.page.getByRole('grid').count()).toBe(0)
  await takeRefusals(desk, before, status)
}

/** How the server answers somebody's page that sends a mark of Toán all the same. */
export const answerToMark = async (desk: Visit, studentCode: string): Promise<number> => {
  const before = desk.complaints.length
  const [code = '', year = '', level = '', , classId = ''] = classPath(lowerSchool).split('/')
  const address = `/api/v1/schools/${code}/years/${year}/${level}/classes/${classId}/sheets/TOAN/cells`
  const cell = { studentCode, path: 'terms.1.finalMark', value: '10', seenVersion: 1 }
  const status = await desk.page.evaluate<number>(`fetch(${JSON.stringify(address)}, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ saveId: crypto.randomUUID(), cells: [${JSON.stringify(cell)}] }),
  }).then((answer) => answer.status)`)
  if (status >= 400) await takeRefusals(desk, before, status)
  return status
}
