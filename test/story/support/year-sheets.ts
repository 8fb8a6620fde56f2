import type { Page } from 'playwright-core'
import { columnsOf, formatCell, type Column, type SheetName } from '../../../src/gradebook/index.ts'
import { columnsIn, viewsOf, type SheetView } from '../../../src/apps/web/grid/model/shown-columns.ts'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import { cellsOf } from '../../database/support/planned-class.ts'
import { dialog, press } from './at-pages.ts'
import * as sheet from './marks-sheet.ts'

/** One block as it lies in a teacher's Excel file: pupils' codes, and some columns of a part of the year. */
interface Block {
  readonly view: SheetView
  readonly rows: readonly (readonly string[])[]
}

const columnsOfSheet = ({ classes, assignments, schoolYear }: SchoolYearRecords, name: SheetName) =>
  columnsOf({
    sheet: name,
    schoolYear,
    grade: classes[0]?.grade ?? 7,
    periodsPerYear: assignments.find(({ subject }) => subject === name)?.periodsPerYear ?? null,
  })

/** What a teacher has noted of each pupil on a sheet, part by part of the year as the page shows it. */
const blocksOf = (records: SchoolYearRecords, name: SheetName): readonly Block[] => {
  const columns = columnsOfSheet(records, name)
  const values = new Map(
    cellsOf(records, name).map(({ studentCode, path, value }) => [`${studentCode} ${path}`, value]),
  )
  const pasted = new Set<string>()
  return viewsOf({ columns, sheet: name }).flatMap((view) => {
    const own = columnsIn(columns, view).filter(
      ({ path, isRequired, kind }) => isRequired && kind !== 'computed' && !pasted.has(path),
    )
    for (const { path } of own) pasted.add(path)
    const textOf = (code: string, column: Column): string =>
      formatCell(column, values.get(`${code} ${column.path}`) ?? null)
    const rows = records.students
      .toReversed()
      .map(({ profile: { studentCode } }) => [
        studentCode,
        ...own.map((column) => textOf(studentCode, column)),
      ])
    const head = ['Mã học sinh', ...own.map(({ shortTitle }) => shortTitle)]
    return own.length === 0 ? [] : [{ view, rows: [head, ...rows] }]
  })
}

const labels: Readonly<Record<'primary' | 'secondary', Partial<Record<SheetView, string>>>> = {
  primary: { midterm1: 'Giữa HK I', term1: 'Cuối HK I', midterm2: 'Giữa HK II', year: 'Cuối năm' },
  secondary: { term1: 'Học kì I', term2: 'Học kì II', year: 'Cả năm' },
}

/** Fills everything that is asked for on the sheet that stands on the desk, with blocks out of Excel. */
export const fillByPaste = async (
  page: Page,
  records: SchoolYearRecords,
  name: SheetName,
): Promise<number> => {
  const level = records.school.level === 'primary' ? 'primary' : 'secondary'
  let cells = 0
  for (const { view, rows } of blocksOf(records, name)) {
    const label = labels[level][view]
    if (label !== undefined) await page.getByRole('button', { name: label, exact: true }).click()
    await page.locator('td[data-row="0"][data-column="0"]').click()
    const preview = await sheet.pasteBlock(page, rows)
    const count = (rows.length - 1) * ((rows[0]?.length ?? 1) - 1)
    await press(preview, `Dán ${count} ô`)
    await preview.waitFor({ state: 'detached' })
    await sheet.untilSaved(page)
    cells += count
  }
  return cells
}

/** Confirms the sheet on the desk; what looks odd is said to be right. */
export const confirmSheet = async (page: Page): Promise<void> => {
  await press(page, 'Xác nhận trang')
  const drawer = dialog(page, 'Xác nhận trang sổ')
  await drawer.getByRole('button', { name: 'Xác nhận', exact: true }).waitFor()
  for (const words of await drawer.getByRole('textbox').all()) await words.fill('Đã xem lại, đúng như vậy')
  await press(drawer, 'Xác nhận')
  await page
    .getByRole('alert')
    .filter({ hasText: /^Đã xác nhận/ })
    .first()
    .waitFor()
  await drawer.waitFor({ state: 'detached' })
}
