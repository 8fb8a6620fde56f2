import type { Page } from 'playwright-core'
import { connect } from '../src/adapters/postgres/connect.ts'
import { saveSchoolYear } from '../src/adapters/postgres/school/save-school-year.ts'
import type { SchoolYearRecords } from '../src/records/index.ts'
import { openChromium } from '../test/browser/chromium.ts'
import { openGridHarness } from '../test/browser/support/grid-page.ts'
import { openLiveGradebook, queryOf } from '../test/browser/support/live-gradebook.ts'
import { measureRoute } from '../test/browser/support/route-size.ts'
import { withEmbedded, type Embedded } from './embedded.ts'
import { classIds, lessons, school } from './gradebook-scene.ts'
import { headlined, milliseconds, type Benchmark, type Figure, type HeadlineKey } from './figure.ts'
import { median } from './measure.ts'

const runs = 7
const pupils = 45
const marks = 12

const [classId = ''] = classIds
const teachers = [lessons[1]?.staffCode ?? '', lessons[2]?.staffCode ?? ''] as const
const inClass = <One extends { readonly classId: string }>(all: readonly One[]): readonly One[] =>
  all.filter((one) => one.classId === classId)

/** One class of the benchmark's school, with as many pupils as the task says. */
const records: SchoolYearRecords = {
  ...school,
  classes: inClass(school.classes),
  assignments: inClass(school.assignments),
  students: school.students.slice(0, pupils).map((student) => ({ ...student, classId })),
}

/** Every run other marks: what is the same would not be sent. */
const blockOf = (run: number): string =>
  Array.from({ length: pupils }, (_, row) =>
    Array.from({ length: marks }, (_, column) =>
      String(((row * 7 + column * 13 + run * 29) % 101) / 10).replace('.', ','),
    ).join('\t'),
  ).join('\r\n')

// All clocks are the page's own: what counts is what the person at it waits for.
const timePaste = (text: string): string => `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const until = async (isTrue) => { while (!isTrue()) await frame() }
  const data = new DataTransfer()
  data.setData('text/plain', ${JSON.stringify(text)})
  const begun = performance.now()
  document.querySelector('.sheet-field').dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  await until(() => document.querySelector('.paste-acts') !== null)
  const previewed = performance.now()
  document.querySelector('.paste-acts button:last-child').click()
  await until(() => document.querySelector('.is-unsent, .is-saving') !== null)
  await until(() => document.querySelector('.is-unsent, .is-saving') === null)
  return { preview: previewed - begun, saved: performance.now() - previewed }
})()`

const timeKey = `(async () => {
  const key = (name) => document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
  const times = []
  for (let n = 0; n < 40; n += 1) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const begun = performance.now()
    key(n < 20 ? 'ArrowDown' : 'ArrowUp')
    // React draws in a microtask of its own after the key.
    await new Promise((resolve) => queueMicrotask(() => queueMicrotask(resolve)))
    document.querySelector('.sheet').getBoundingClientRect()
    times.push(performance.now() - begun)
  }
  return times
})()`

interface Pasted {
  readonly preview: number
  readonly saved: number
}

const within = (value: number, most: number): Pick<Figure, 'target' | 'reached'> => ({
  target: `≤ ${most} ms`,
  reached: value <= most,
})

const named = (key: HeadlineKey, value: number, figure: Figure): Figure =>
  headlined(figure, key, `${value.toFixed(0)} ms`)

const range = (values: readonly number[]): string =>
  `${milliseconds(median(values))} (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`

const measurePaste = async (page: Page): Promise<readonly Pasted[]> => {
  const pasted: Pasted[] = []
  for (let run = 0; run < runs; run += 1) {
    await page.locator('td[data-row="0"][data-column="0"]').click()
    pasted.push(await page.evaluate<Pasted>(timePaste(blockOf(run))))
  }
  // The first one also builds what every later one finds.
  return pasted.slice(1)
}

const sizeFigure = async (): Promise<Figure> => {
  const { brotli, gzip } = await measureRoute('gradebook')
  const size = `${(brotli / 1000).toFixed(0)} KB`
  const figure: Figure = {
    what: 'First load of the gradebook: JavaScript, packed (brotli)',
    measured: size,
    beside: `gzip ${(gzip / 1000).toFixed(0)} KB`,
    ratio: '',
    target: '≤ 250 KB',
    reached: brotli <= 250_000,
  }
  return headlined(figure, 'gradebook-bytes', size)
}

const measureGrid = async (address: string): Promise<readonly Figure[]> => {
  const browser = await openChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(`${address}/?who=teacher&${queryOf({ records })}`)
    await page.waitForFunction('window.isOpen === true')
    await page.getByText('Cả năm', { exact: true }).click()
    const pasted = await measurePaste(page)
    await page.locator('td[data-row="0"][data-column="0"]').click()
    const keys = await page.evaluate<readonly number[]>(timeKey)
    return figuresOf(pasted, keys)
  } finally {
    await browser.close()
  }
}

const figuresOf = (pasted: readonly Pasted[], keys: readonly number[]): readonly Figure[] => {
  const previews = pasted.map(({ preview }) => preview)
  const saves = pasted.map(({ saved }) => saved)
  const beside = `median of ${pasted.length} in Chromium`
  return [
    named('paste', median(previews), {
      what: `Paste of ${pupils} × ${marks} marks until its preview is there`,
      measured: range(previews),
      beside,
      ratio: '',
      ...within(median(previews), 300),
    }),
    named('paste-saved', median(saves), {
      what: 'The same, confirmed, until every cell is saved in the database and shown so',
      measured: range(saves),
      beside,
      ratio: '',
      ...within(median(saves), 1000),
    }),
    {
      what: 'An arrow key until the grid is laid out anew',
      measured: range(keys),
      beside: `median of ${keys.length}`,
      ratio: '',
      ...within(median(keys), 16),
    },
  ]
}

const measureLive = async ({ url, superuserUrl }: Embedded): Promise<readonly Figure[]> => {
  const school = await connect(url, 'school')
  await saveSchoolYear(school, records, { now: new Date(), by: 'bench' })
  const live = await openLiveGradebook({ records, teachers, school, url, superuserUrl })
  const harness = await openGridHarness(live.answerApi)
  try {
    return await measureGrid(harness.address)
  } finally {
    await harness.close()
    await live.close()
    await school.destroy()
  }
}

/** The grid as the person at it feels it: a paste of a class until it is seen and until it is saved, and a key. */
export const run: Benchmark = async () => [...(await withEmbedded(measureLive)), await sizeFigure()]

if (import.meta.main) console.table(await run())
