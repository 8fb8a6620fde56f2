import { describe, expect, it } from 'vitest'
import { asExcel, paste, useGrid } from './support/use-grid.ts'

const { visit, leave } = useGrid()

const block = Array.from({ length: 45 }, (_, row) =>
  Array.from({ length: 12 }, (_, column) => String(((row * 7 + column * 13) % 101) / 10).replace('.', ',')),
)
const withBad = block.map((row, index) =>
  index === 3
    ? row.with(2, '11')
    : index === 5
      ? row.with(1, '8,55')
      : index === 7
        ? row.with(0, 'abc')
        : row,
)
/** The whole year's marks: twelve columns, and two that are computed between them. */
const shownColumns = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12]

describe('a block from Excel', () => {
  it('is looked at before it is written; three wrong cells stay as they are; one undo takes all back', async () => {
    const grid = await visit()
    await grid.page.getByText('Cả năm', { exact: true }).click()
    await grid.cell(0, 0).click()
    await paste(grid, asExcel(withBad))
    const dialog = grid.page.getByRole('dialog')
    await dialog.waitFor()
    const counts = await dialog.locator('.paste-counts').innerText()
    // One of the 45 is exempt.
    expect(counts.replace(/\s+/g, ' ')).toContain('525 ô mới')
    expect(counts.replace(/\s+/g, ' ')).toContain('3 ô không hợp lệ')
    // Nothing is there before it is confirmed, not for a moment.
    expect(await grid.textAt(0, 0)).toBe('')
    await grid.page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => grid.said()).toBe('Đã dán 528 ô, 3 ô không hợp lệ. Ctrl+Z để hoàn tác.')
    const rows = await grid.page.locator('tbody tr').count()
    for (let row = 0; row < rows; row += 1)
      for (const [index, column] of shownColumns.entries())
        if (row !== 12)
          await expect
            .poll(() => grid.textAt(row, column), { message: `${row}/${column}` })
            .toBe(withBad[row]?.[index])
    await expect.poll(() => grid.page.locator('.sheet-cell.is-invalid').count()).toBe(3)
    await grid.page.locator('.is-ok').waitFor()
    const sent = await grid.page.evaluate<readonly string[]>(
      'server.batches.flatMap(({ cells }) => cells.map(({ value }) => value))',
    )
    expect(sent).toHaveLength(525)
    expect(sent.filter((value) => ['11', '8.55', 'abc'].includes(value))).toEqual([])
    await grid.page.keyboard.press('Control+z')
    expect([await grid.textAt(0, 0), await grid.textAt(44, 12)]).toEqual(['', ''])
    await leave(grid)
  })

  it('is copied back as it was', async () => {
    const grid = await visit('filled')
    await grid.cell(0, 0).click()
    await grid.page.keyboard.press('Shift+ArrowDown')
    await grid.page.keyboard.press('Shift+ArrowRight')
    const shown = [
      [await grid.textAt(0, 0), await grid.textAt(0, 1)],
      [await grid.textAt(1, 0), await grid.textAt(1, 1)],
    ]
    await grid.page.keyboard.press('Control+c')
    await expect
      .poll(() => grid.page.evaluate<string>('navigator.clipboard.readText()'))
      .toBe(shown.map((row) => row.join('\t')).join('\r\n'))
    await leave(grid)
  })

  it('of one cell fills what is selected', async () => {
    const grid = await visit()
    await grid.cell(0, 0).click()
    await grid.page.keyboard.press('Shift+ArrowDown')
    await grid.page.keyboard.press('Shift+ArrowRight')
    await paste(grid, '8,5\r\n')
    expect([await grid.textAt(0, 0), await grid.textAt(1, 1), await grid.textAt(2, 0)]).toEqual([
      '8,5',
      '8,5',
      '',
    ])
    await leave(grid)
  })

  it('with names goes to its pupils in whatever order, and says whom it does not know', async () => {
    const grid = await visit()
    const names = await grid.page.locator('tbody .sheet-name span').allInnerTexts()
    await grid.cell(0, 0).click()
    await paste(
      grid,
      asExcel([
        [names[4] ?? '', '9'],
        [names[1] ?? '', '7'],
        ['Vũ Không Ai', '3'],
      ]),
    )
    const dialog = grid.page.getByRole('dialog')
    await expect
      .poll(() => dialog.locator('.paste-doubts').innerText())
      .toContain('Lớp không có học sinh tên Vũ Không Ai')
    await grid.page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    expect([await grid.textAt(4, 0), await grid.textAt(1, 0), await grid.textAt(0, 0)]).toEqual([
      '9',
      '7',
      '',
    ])
    await leave(grid)
  })
})
