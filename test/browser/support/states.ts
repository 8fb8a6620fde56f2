import type { Page } from 'playwright-core'
import { bookLookupCode, yearLookupCode } from '../../builders/reports.ts'
import type { Books, PlaceName } from './places.ts'

/** What the portal shows in one case: where it is met, what leads there, and its first line. */
export interface State {
  readonly name: string
  readonly place: PlaceName
  readonly verdict: string
  readonly reach: (page: Page, books: Books) => Promise<unknown>
}

interface Typed {
  readonly code: string
  readonly birthDate?: string
  readonly lastFour?: string
}

/** Submits by its button, as people do, and waits for the answer. */
const submit = (page: Page, form: 'lookup' | 'verify'): Promise<unknown> =>
  Promise.all([page.waitForEvent('load'), page.locator(`#${form} button[type=submit]`).click()])

const byCode =
  ({ code, birthDate = '', lastFour = '' }: Typed) =>
  async (page: Page): Promise<unknown> => {
    await page.locator('#ma').fill(code)
    await page.locator('#ngay-sinh').fill(birthDate)
    await page.locator('#so-cuoi').fill(lastFour)
    return submit(page, 'lookup')
  }

const isScripted = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.classList.contains("scripted")')

/** With the script a chosen file is sent at once, without it by the button. */
const byFile =
  (fileOf: (books: Books) => Uint8Array, name: string) =>
  async (page: Page, books: Books): Promise<unknown> => {
    const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(fileOf(books)) }
    const choose = (): Promise<void> => page.locator('#tep').setInputFiles(file)
    if (await isScripted(page)) return Promise.all([page.waitForEvent('load'), choose()])
    await choose()
    return submit(page, 'verify')
  }

/** As from a browser that does not know `required`. */
const empty = (form: 'lookup' | 'verify') => async (page: Page) => {
  await page.evaluate('for (const field of document.querySelectorAll("[required]")) field.required = false')
  return submit(page, form)
}

const opening = { birthDate: '09/03/2012', lastFour: '0009' }
const genuine = 'Học bạ thật, đang có hiệu lực'
const changed = ({ secondary }: Books): Uint8Array =>
  Buffer.from(Buffer.from(secondary.bytes).toString().replace('chăm ngoan', 'chăm học'))

/** Every state that a visitor may meet. */
export const states: readonly State[] = [
  {
    name: 'the first page',
    place: 'usual',
    verdict: 'Học bạ này có thật không?',
    reach: () => Promise.resolve(),
  },
  { name: 'a code alone', place: 'usual', verdict: genuine, reach: byCode({ code: yearLookupCode }) },
  {
    name: 'an opened secondary year',
    place: 'usual',
    verdict: genuine,
    reach: byCode({ code: yearLookupCode, ...opening }),
  },
  {
    name: 'an opened primary year',
    place: 'primary',
    verdict: genuine,
    reach: byCode({ code: yearLookupCode, ...opening }),
  },
  { name: 'two years, masked', place: 'years', verdict: genuine, reach: byCode({ code: bookLookupCode }) },
  {
    name: 'two years, opened',
    place: 'years',
    verdict: genuine,
    reach: byCode({ code: bookLookupCode, ...opening }),
  },
  {
    name: 'a new version by its code',
    place: 'replaced',
    verdict: genuine,
    reach: byCode({ code: yearLookupCode }),
  },
  {
    name: 'the file of a replaced version',
    place: 'replaced',
    verdict: 'Học bạ thật, nhưng đã bị thay thế',
    reach: byFile(({ secondary }) => secondary.bytes, 'hoc-ba.xml'),
  },
  {
    name: 'a revoked book by its code',
    place: 'revoked',
    verdict: 'Học bạ đã bị thu hồi',
    reach: byCode({ code: yearLookupCode }),
  },
  {
    name: 'a revoked book, opened',
    place: 'revoked',
    verdict: 'Học bạ đã bị thu hồi',
    reach: byCode({ code: yearLookupCode, ...opening }),
  },
  {
    name: 'a code that nobody has',
    place: 'usual',
    verdict: 'Không tìm thấy',
    reach: byCode({ code: 'ab'.repeat(16) }),
  },
  {
    name: 'a wrong second datum',
    place: 'usual',
    verdict: 'Không tìm thấy',
    reach: byCode({ code: yearLookupCode, birthDate: '10/03/2012', lastFour: '0009' }),
  },
  { name: 'no code', place: 'usual', verdict: 'Chưa nhập mã tra cứu', reach: empty('lookup') },
  {
    name: 'half a datum',
    place: 'usual',
    verdict: 'Còn thiếu một mục',
    reach: byCode({ code: yearLookupCode, birthDate: '09/03/2012' }),
  },
  {
    name: 'a date that is none',
    place: 'usual',
    verdict: 'Ngày sinh chưa đúng dạng',
    reach: byCode({ code: yearLookupCode, birthDate: '31/02/2012', lastFour: '0009' }),
  },
  { name: 'no file', place: 'usual', verdict: 'Chưa chọn tệp', reach: empty('verify') },
  {
    name: 'a genuine XML',
    place: 'usual',
    verdict: genuine,
    reach: byFile(({ secondary }) => secondary.bytes, 'hoc-ba.xml'),
  },
  { name: 'a genuine PDF', place: 'usual', verdict: genuine, reach: byFile(({ pdf }) => pdf, 'hoc-ba.pdf') },
  {
    name: 'a changed file',
    place: 'usual',
    verdict: 'Không phải học bạ thật',
    reach: byFile(changed, 'hoc-ba.xml'),
  },
  {
    name: 'no report book at all',
    place: 'usual',
    verdict: 'Không phải học bạ thật',
    reach: byFile(() => Buffer.from('Xin chào'), 'thu.pdf'),
  },
  {
    name: 'a book whose certificates nobody can answer for',
    place: 'unsettled',
    verdict: 'Chưa kiểm tra được',
    reach: byCode({ code: yearLookupCode, ...opening }),
  },
  {
    name: 'a sound file that is not registered',
    place: 'empty',
    verdict: 'Chữ ký đúng, nhưng không có trong cơ sở dữ liệu này',
    reach: byFile(({ secondary }) => secondary.bytes, 'hoc-ba.xml'),
  },
  {
    name: 'too many tries',
    place: 'crowded',
    verdict: 'Đã thử quá nhiều lần',
    reach: byCode({ code: yearLookupCode }),
  },
  {
    name: 'an error of the server',
    place: 'broken',
    verdict: 'Chưa làm được',
    reach: byCode({ code: yearLookupCode }),
  },
]
